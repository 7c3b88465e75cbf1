/** The row that takes the owner's hour, and all that hangs on it, behind the owner's lock (Q8). */
import type { ActiveState, EventState } from "../../domain/booking/booking.ts";
import type { EventId, OwnerId } from "../../domain/ids.ts";
import { claimHour, type NewBooking } from "../../store/bookings.ts";
import { setTimer } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { afterBooking } from "./after-booking.ts";
import { keepBookingTimer } from "./booking-timers.ts";
import type { CalendarFor } from "./calendar-for.ts";
import { enterMeeting } from "./own-entry.ts";
import { record } from "./record.ts";

export type TimeClaimed = Omit<NewBooking, "state" | "eventState" | "eventRef" | "accountId" | "calendar" | "at"> & {
  /** The event of the booking before it, which this one takes over. */
  event?: { state: EventState; ref?: string };
  happened: "confirmed" | "moved";
};

/**
 * Undefined when the hour is somebody's. Where calendars are read, the claim has to be looked at and written before it is
 * confirmed; an owner without any has it confirmed at once.
 */
export async function claimTime(
  inside: WorldInside,
  owner: OwnerId,
  where: CalendarFor,
  { event, happened, ...claimed }: TimeClaimed,
): Promise<ActiveState | undefined> {
  const { database } = inside;
  const { bookingId, contactId } = claimed;
  const at = inside.clock.now();
  const isAlone = where.kind === "none";
  const entry = isAlone ? ((event?.ref ?? inside.ids.next<EventId>()) as EventId) : undefined;
  const ref = entry ?? (where.kind === "calendar" ? event?.ref : undefined);
  const state: ActiveState = isAlone ? "confirmed" : "claiming";
  const booking: NewBooking = {
    ...claimed,
    ...(where.kind === "calendar" && { accountId: where.accountId, calendar: where.calendar }),
    state,
    eventState: where.kind === "calendar" ? (event?.state ?? "wanted") : "none",
    ...(ref !== undefined && { eventRef: ref }),
    at,
  };
  if (!(await claimHour(database, owner, booking))) return undefined;
  const what = happened === "moved" ? "moved" : "booked";
  await record(inside, owner, { contactId, what, kind: "booking", id: bookingId, because: claimed.because });
  if (entry !== undefined) {
    await enterMeeting(inside, owner, entry, booking);
    await setTimer(database, owner, { kind: "discover", subjectId: owner }, at);
    await afterBooking(inside, owner, { bookingId, happened });
  } else await setTimer(database, owner, keepBookingTimer(bookingId), at);
  return state;
}
