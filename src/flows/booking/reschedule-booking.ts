/** A booked meeting moves to another time: the new hour is claimed and the old one given back in one transaction (Q8). */
import { because } from "../../domain/because.ts";
import { type Booking, eventWhenMoved, evolveBooking } from "../../domain/booking/booking.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { hoursBetween, type Instant, instantOf, millisOf } from "../../domain/time.ts";
import { changeBooking, findBooking } from "../../store/bookings.ts";
import { findOffer } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World, WorldInside } from "../world.ts";
import type { Booked } from "./book-meeting.ts";
import { type CalendarFor, calendarFor } from "./calendar-for.ts";
import { claimTime, type TimeClaimed } from "./claim-time.ts";
import { eventKey } from "./event-key.ts";
import { type AskedAgain, isFree, lookAgain, nearestFree } from "./look-again.ts";
import { removeMeeting } from "./own-entry.ts";
import { movePlanItem } from "./plan-item-booked.ts";

export type Rescheduling = { bookingId: BookingId; startsAt: Instant; by: "owner" | "guest" };

/** The hour was taken between the look and the claim: nothing of the transaction stays. */
class Taken extends Error {}

/** `bookingId` of the answer is the row that follows the old one. */
export async function rescheduleBooking(world: World, owner: OwnerId, wish: Rescheduling): Promise<Booked> {
  const booking = await findBooking(world.database, owner, wish.bookingId);
  if (booking === undefined)
    return { kind: "offer_over", because: because("Q7.no_booking", "There is no such meeting.") };
  const moved = await claim(world, owner, wish).catch((error: unknown): "slot_taken" => {
    if (error instanceof Taken) return "slot_taken";
    throw error;
  });
  if (moved !== "slot_taken") {
    if (moved.kind === "booked") await world.nudge({ job: "keep_booking", ownerId: owner, subjectId: moved.bookingId });
    return moved;
  }
  const prepared = await lookAgain(world, owner, await asked(world, owner, booking));
  return { kind: "slot_taken", instead: nearestFree(prepared, wish.startsAt) };
}

const claim = async (
  world: World,
  owner: OwnerId,
  { bookingId, startsAt, by }: Rescheduling,
): Promise<Exclude<Booked, { kind: "slot_taken" }> | "slot_taken"> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    const now = world.clock.now();
    await lockOwner(database, owner);
    const old = await findBooking(database, owner, bookingId);
    const state = old && evolveBooking(old.state, "cancelled");
    if (old === undefined || state === undefined)
      return { kind: "offer_over", because: because("Q7.booking_over", "This meeting is over.") };
    if (old.startsAt === startsAt) return { kind: "booked_already", bookingId };
    const prepared = await lookAgain(inside, owner, await asked(inside, owner, old));
    if (!isFree(prepared, startsAt, by)) return "slot_taken";
    const why = because(`Q7.moved_by_${by}`, by === "owner" ? "You moved it." : "They moved it.");
    // The event goes on with the row that follows.
    const given = { state, eventState: "none" as const, because: [...old.because, why] };
    await changeBooking(database, owner, old, given, now);
    const next = following(old, inside.ids.next<BookingId>());
    const endsAt = instantOf(millisOf(startsAt) + prepared.lengthMs);
    const where = await whereOf(inside, owner, old);
    const claimed = await claimTime(inside, owner, where, { ...next, startsAt, endsAt, because: [why] });
    if (claimed === undefined) throw new Taken();
    const { contactId, planItemId } = old;
    const zone = await ownerZone(inside, owner);
    const moved = { contactId, from: old.startsAt, startsAt, planned: planItemId, zone };
    await movePlanItem(database, owner, moved, why, now);
    return { kind: "booked", bookingId: next.bookingId, state: claimed };
  });

/** By the letter's question; of a meeting that no letter offered, by what it says itself. */
async function asked(world: World, owner: OwnerId, booking: Booking): Promise<AskedAgain> {
  const { bookingId, contactId, offerId, startsAt, endsAt, body } = booking;
  const offer = offerId === undefined ? undefined : await findOffer(world.database, owner, offerId);
  const lengthMinutes = Math.round(hoursBetween(startsAt, endsAt) * 60);
  const { place, readersZone } = body;
  const plain = {
    ...(place !== undefined && { place }),
    ...(readersZone !== undefined && { readersZone }),
    unchecked: false,
  };
  return { contactId, body: { ...(offer?.body ?? plain), lengthMinutes }, now: world.clock.now(), without: bookingId };
}

/** It stays in its calendar. An entry of our own gives way to an account that was connected since. */
async function whereOf(inside: WorldInside, owner: OwnerId, old: Booking): Promise<CalendarFor> {
  const { accountId, calendar, contactId, eventRef } = old;
  if (accountId !== undefined && calendar !== undefined) return { kind: "calendar", accountId, calendar };
  const where = await calendarFor(inside, owner, contactId);
  if (where.kind !== "none" && eventRef !== undefined) await removeMeeting(inside, owner, eventRef);
  return where;
}

/** The row that follows, with the event of the one before it, and its lease: what is under way there ends first. */
function following(
  { contactId, offerId, groupId, planItemId, messageId, source, leaseUntil, ...old }: Booking,
  bookingId: BookingId,
): Omit<TimeClaimed, "startsAt" | "endsAt" | "because"> {
  const generation = old.generation + 1;
  const { proposed: _, conflict: __, ...body } = old.body;
  const isOwnEntry = old.accountId === undefined;
  const state = isOwnEntry ? "wanted" : eventWhenMoved(old.eventState);
  const isAnother = state === "wanted" && old.eventState !== "wanted" && !isOwnEntry;
  const ref = isAnother ? undefined : old.eventRef;
  return {
    bookingId,
    contactId,
    ...(offerId !== undefined && { offerId }),
    ...(groupId !== undefined && { groupId }),
    ...(planItemId !== undefined && { planItemId }),
    ...(messageId !== undefined && { messageId }),
    ...(leaseUntil !== undefined && { leaseUntil }),
    source,
    generation,
    rescheduledFrom: old.bookingId,
    eventKey: isAnother ? eventKey(bookingId, generation) : old.eventKey,
    event: { state, ...(ref !== undefined && { ref }) },
    body,
    happened: "moved",
  };
}
