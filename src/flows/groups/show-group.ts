/** A group as its owner sees it: who is asked, what each said, and what it comes to. Looking changes nothing. */
import { isActive } from "../../domain/booking/booking.ts";
import { type Gathering, gathered } from "../../domain/booking/gathered.ts";
import type { GroupMeeting, GroupMember } from "../../domain/booking/group.ts";
import { isBookable } from "../../domain/booking/offer.ts";
import type { BookingId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { bookingOfGroup } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import { groupLetters } from "../../store/group-letters.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import type { World } from "../world.ts";
import { openStarts } from "./gather-group.ts";

export type MemberSeen = GroupMember & {
  name: string;
  /** When the letter that asked them left; absent while it waits, or was not written. */
  askedAt?: Instant;
};

export type GroupSeen = Omit<GroupMeeting, "members"> & {
  members: readonly MemberSeen[];
  /** Of its times, the starts that can still be had. */
  open: readonly Instant[];
  /** What the answers come to; absent once it is booked or over. */
  come?: Gathering;
  booking?: { bookingId: BookingId; startsAt: Instant; endsAt: Instant };
};

export async function showGroup(world: World, owner: OwnerId, id: GroupMeetingId): Promise<GroupSeen | undefined> {
  const { database } = world;
  const group = await findGroup(database, owner, id);
  if (group === undefined) return undefined;
  const names = new Map((await loadContacts(database, owner)).map(({ contactId, name }) => [contactId, name]));
  const letters = (await groupLetters(database, owner, id)).toReversed();
  const asked = new Map(letters.map(({ contactId, sentAt }) => [contactId, sentAt]));
  const offer = await offerOfGroup(database, owner, id);
  const isOpen = group.state === "asking" && offer !== undefined && isBookable(offer.state);
  const open = isOpen ? await openStarts(world, owner, group, offer) : [];
  const booking = await bookingOfGroup(database, owner, id);
  const stands = booking !== undefined && (isActive(booking) || booking.state === "took_place");
  return {
    ...group,
    members: group.members.map((member) => {
      const askedAt = asked.get(member.contactId);
      return { ...member, name: names.get(member.contactId) ?? "", ...(askedAt !== undefined && { askedAt }) };
    }),
    open,
    ...(isOpen && { come: gathered(group.members, open) }),
    ...(stands && { booking }),
  };
}
