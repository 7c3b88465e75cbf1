/** A booked meeting is called off, by the owner or by the guest. It holds at once; the calendar follows in `keepBooking`. */
import { type Because, because } from "../../domain/because.ts";
import { type Booking, eventWhenCancelled, evolveBooking } from "../../domain/booking/booking.ts";
import type { OfferEvent } from "../../domain/booking/offer.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { changeBooking, findBooking } from "../../store/bookings.ts";
import { findOffer } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import type { World, WorldInside } from "../world.ts";
import { afterBooking, type BookingNews } from "./after-booking.ts";
import { keepBookingTimer } from "./booking-timers.ts";
import { moveOffer } from "./end-offer.ts";
import { removeMeeting } from "./own-entry.ts";
import { freePlanItem } from "./plan-item-booked.ts";
import { record } from "./record.ts";

/** `because` in words, as they gave it. */
export type Cancelling = { bookingId: BookingId; by: "owner" | "guest"; because?: string };

/** over: it took place, or was called off before. */
export async function cancelBooking(
  world: World,
  owner: OwnerId,
  { bookingId, by, because: said }: Cancelling,
): Promise<"cancelled" | "not_there" | "over"> {
  const outcome = await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const booking = await findBooking(database, owner, bookingId);
    if (booking === undefined) return "not_there" as const;
    const who = by === "owner" ? "You called it off" : "They called it off";
    const why = because(`Q7.called_off_by_${by}`, said === undefined ? `${who}.` : `${who}: ${said}`);
    // Whoever undid a pick may pick another time by the same letter.
    const offer = by === "guest" ? "given_back" : "withdrawn";
    return (await callOff(inside, owner, booking, { because: why, offer, happened: "called_off" }))
      ? "cancelled"
      : "over";
  });
  if (outcome === "cancelled") await world.nudge({ job: "keep_booking", ownerId: owner, subjectId: bookingId });
  return outcome;
}

export type CallingOff = {
  because: Because;
  /** What becomes of the offer that it came from. */
  offer: Extract<OfferEvent, "given_back" | "withdrawn">;
  happened: Extract<BookingNews["happened"], "called_off" | "not_possible">;
  /** Nothing of it stands in the calendar any more. */
  isGone?: boolean;
};

/** Gives the hour back, inside the caller's transaction. False when it is over, or changed since it was read. */
export async function callOff(
  inside: WorldInside,
  owner: OwnerId,
  booking: Booking,
  { because: why, offer: event, happened, isGone = false }: CallingOff,
): Promise<boolean> {
  const { database } = inside;
  const { bookingId, contactId, startsAt, accountId, eventRef } = booking;
  const now = inside.clock.now();
  const state = evolveBooking(booking.state, "cancelled");
  if (state === undefined) return false;
  const eventState = isGone ? "removed" : eventWhenCancelled(booking.eventState);
  const reasons = [...booking.because, why];
  const change = { state, eventState, because: reasons, attempts: 0 };
  if ((await changeBooking(database, owner, booking, change, now)) === undefined) return false;
  if (eventState === "removing") await setTimer(database, owner, keepBookingTimer(bookingId), now);
  if (accountId === undefined && eventRef !== undefined) await removeMeeting(inside, owner, eventRef);
  await endOffer(inside, owner, booking, { because: why, event });
  await freePlanItem(database, owner, { contactId, startsAt }, why, now);
  await record(inside, owner, { contactId, what: "called_off", kind: "booking", id: bookingId, because: [why] });
  await afterBooking(inside, owner, { bookingId, happened });
  // The plan and the clocks ask anew.
  await setTimer(database, owner, { kind: "discover", subjectId: owner }, now);
  return true;
}

/** Open again while one of its times can still be had. */
async function endOffer(
  inside: WorldInside,
  owner: OwnerId,
  { offerId }: Booking,
  { because: why, event }: { because: Because; event: CallingOff["offer"] },
): Promise<void> {
  const offer = offerId === undefined ? undefined : await findOffer(inside.database, owner, offerId);
  if (offer === undefined) return;
  const isOver = offer.expiresAt <= inside.clock.now();
  await moveOffer(inside, owner, offer, { event: isOver ? "withdrawn" : event, because: why });
}
