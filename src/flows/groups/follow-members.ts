/**
 * Of a group that is booked, whoever said no in the calendar since (R11, Q8): it is their word, and where they have to be there the
 * owner is asked how it goes on. The others learn nothing of it.
 */
import { because } from "../../domain/because.ts";
import { declinedGuests } from "../../domain/booking/follow.ts";
import type { AnswerId, ContactId, OwnerId, RecordId } from "../../domain/ids.ts";
import type { FollowedBooking } from "../../store/bookings.ts";
import { addRecord } from "../../store/contact-records.ts";
import { groupLetters } from "../../store/group-letters.ts";
import { findGroup } from "../../store/groups.ts";
import { lockOwner } from "../../store/owners.ts";
import { keepSettled } from "../plan/keep-settled.ts";
import type { World, WorldInside } from "../world.ts";
import { keepMembersWord } from "./keep-group-answer.ts";

/** Said once, it is kept once, however often the calendar is read. */
export async function followMembers(world: World, owner: OwnerId, booking: FollowedBooking): Promise<void> {
  const { groupId, body, event: seen } = booking;
  if (groupId === undefined || seen === undefined) return;
  const declined = new Set(declinedGuests(body, seen.event.attendees));
  if (declined.size === 0) return;
  await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const group = await findGroup(database, owner, groupId);
    const letters = await groupLetters(database, owner, groupId);
    const absent = new Set(letters.filter(({ to }) => declined.has(to)).map(({ contactId }) => contactId));
    for (const { contactId, isRequired, answer } of group?.members ?? []) {
      if (!absent.has(contactId) || answer.kind === "declined" || answer.kind === "left_out") continue;
      const word = { groupId, contactId, answer: { kind: "declined" }, because: why } as const;
      if (!(await keepMembersWord(inside, owner, word))) continue;
      await (isRequired ? askOwner(inside, owner, booking, contactId) : noteOnly(inside, owner, booking, contactId));
    }
  });
}

const why = because("Q8.declined_there", "They declined it in the calendar.");

const needed = because(
  "R11.needed_there",
  "They have to be there, and the meeting stands with the others: go on without them, or call it off.",
);

const askOwner = (inside: WorldInside, owner: OwnerId, booking: FollowedBooking, contactId: ContactId): Promise<void> =>
  keepSettled(inside, owner, {
    answerId: inside.ids.next<AnswerId>(),
    contactId,
    source: "calendar",
    writtenAt: inside.clock.now(),
    meaning: "decline",
    ledTo: "asked_owner",
    because: [why, needed],
    bookingId: booking.bookingId,
    ...(booking.offerId !== undefined && { offerId: booking.offerId }),
    state: "open",
  });

const noteOnly = (
  { database, clock, ids }: WorldInside,
  owner: OwnerId,
  { bookingId }: FollowedBooking,
  contactId: ContactId,
): Promise<void> =>
  addRecord(database, owner, {
    recordId: ids.next<RecordId>(),
    contactId,
    at: clock.now(),
    what: "answered",
    subject: { kind: "booking", id: bookingId },
    because: [why],
  });
