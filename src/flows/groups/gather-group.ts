/** What a group's answers come to now; a time that all who are required share is booked, by the same claim as any other (Q8). */
import { type Gathering, gathered } from "../../domain/booking/gathered.ts";
import type { GroupMeeting } from "../../domain/booking/group.ts";
import { isBookable, lapsesAt, type StandingOffer } from "../../domain/booking/offer.ts";
import type { BookingId, GroupMeetingId, MessageId, OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import type { Instant } from "../../domain/time.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import { readSetting } from "../../store/settings.ts";
import { bookMeeting } from "../booking/book-meeting.ts";
import { lapseHoursOf } from "../booking/look-again.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type Gathered =
  | Exclude<Gathering, { kind: "book" }>
  | { kind: "booked"; bookingId: BookingId; startsAt: Instant };

export type GatherWish = { groupId: GroupMeetingId; source: "reply" | "page" | "owner"; messageId?: MessageId };

/** Undefined when nothing can be agreed on any more, or no letter of it has left. */
export async function gatherGroup(
  world: World,
  owner: OwnerId,
  { groupId, source, messageId }: GatherWish,
): Promise<Gathered | undefined> {
  const group = await findGroup(world.database, owner, groupId);
  const offer = await offerOfGroup(world.database, owner, groupId);
  if (group?.state !== "asking" || offer === undefined || !isBookable(offer.state)) return undefined;
  let open = await openStarts(world, owner, group, offer);
  for (;;) {
    const come = gathered(group.members, open);
    if (come.kind !== "book") return come;
    const { startsAt } = come;
    const wish = { offerId: offer.offerId, startsAt, source, ...(messageId !== undefined && { messageId }) };
    const booked = await bookMeeting(world, owner, wish);
    if (booked.kind === "booked" || booked.kind === "booked_already")
      return { kind: "booked", bookingId: booked.bookingId, startsAt };
    if (booked.kind === "offer_over") return undefined;
    // Taken meanwhile: the next that suits them all, if there is one.
    open = open.filter((start) => start !== startsAt);
  }
}

/** Its times that can still be had, in order, as far as their lead tells; whether each is free the claim itself asks. */
export async function openStarts(
  world: World,
  owner: OwnerId,
  { body }: Pick<GroupMeeting, "body">,
  offer: StandingOffer,
): Promise<Instant[]> {
  const now = world.clock.now();
  const availability = Availability.parse((await readSetting(world.database, owner, "availability")) ?? {});
  const lapseHours = lapseHoursOf(await policyOf(world, owner), { availability });
  if (offer.expiresAt <= now) return [];
  return body.times.map(({ startsAt }) => startsAt).filter((startsAt) => lapsesAt(startsAt, lapseHours) > now);
}
