/** Hours that we keep ourselves: named times that are held for somebody, and meetings that are booked. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Busy } from "../../domain/meeting/busy.ts";
import type { EventTime } from "../../domain/meeting/event.ts";
import { type Instant, millisOf } from "../../domain/time.ts";
import { bookingsAround } from "../../store/bookings.ts";
import type { Connection } from "../../store/database.ts";
import { holdsAround } from "../../store/holds.ts";

/** As the source of busy time. */
export const ownCalendar = "rapport";

export const isOurs = ({ source }: Busy): boolean => source.calendar === ownCalendar;

export type OwnTimes = {
  busy: Busy[];
  /** Whether a time of an event is one of ours as it stands in the calendar: it must not take the hour twice. */
  standFor(eventId: string, time: EventTime): boolean;
};

export async function ownTimes(
  connection: Connection,
  owner: OwnerId,
  window: { from: Instant; to: Instant; now: Instant },
): Promise<OwnTimes> {
  const holds = await holdsAround(connection, owner, window);
  const bookings = await bookingsAround(connection, owner, window);
  // A tentative event would block the very person that it is kept for.
  const held = new Set(holds.flatMap(({ eventId }) => eventId ?? []));
  const booked = new Map(bookings.flatMap((one) => (one.eventId === undefined ? [] : [[one.eventId as string, one]])));
  return {
    busy: [
      ...holds.map(
        ({ holdId, startsAt, endsAt, contactId, name }): Busy => ({
          startMs: millisOf(startsAt),
          endMs: millisOf(endsAt),
          kind: "hold",
          source: { calendar: ownCalendar, uid: holdId, title: `Hold: ${name}` },
          contactId,
        }),
      ),
      ...bookings.map(
        ({ bookingId, startsAt, endsAt, body }): Busy => ({
          startMs: millisOf(startsAt),
          endMs: millisOf(endsAt),
          kind: "booking",
          source: { calendar: ownCalendar, uid: bookingId, title: body.title },
          withPeople: true,
          ...(body.place !== undefined && { place: body.place }),
        }),
      ),
    ],
    standFor(eventId, time) {
      if (held.has(eventId as never)) return true;
      const booking = booked.get(eventId);
      // Moved in the calendar, it takes that time too until the booking has followed it.
      return (
        booking !== undefined &&
        time.kind === "timed" &&
        time.startsAt === booking.startsAt &&
        time.endsAt === booking.endsAt
      );
    },
  };
}
