/** What the owner, the guest or the passing of time did to a confirmed meeting, as its event tells. */
import type { HeldWords } from "../contact/told.ts";
import { timeKey } from "../contact/told.ts";
import type { CalendarEvent } from "../meeting/event.ts";
import type { Instant } from "../time.ts";
import type { Booking } from "./booking.ts";

export type Followed =
  | { kind: "as_it_was" }
  /** By the owner's hand, in the calendar. */
  | { kind: "moved"; startsAt: Instant; endsAt: Instant }
  | { kind: "deleted" }
  | { kind: "declined" }
  | { kind: "held" }
  | { kind: "not_held" };

export type Seen = { eventId: string; event: CalendarEvent };

/** `seen` is the event as the last scan read it; absent while none has. `words` are the owner's, by time (R37). */
export function follow(
  booking: Pick<Booking, "groupId" | "state" | "startsAt" | "endsAt" | "body" | "eventState" | "changedAt">,
  seen: Seen | undefined,
  words: HeldWords,
  now: Instant,
): Followed {
  const said = seen === undefined ? undefined : words.get(timeKey({ eventId: seen.eventId, endsAt: booking.endsAt }));
  switch (booking.state) {
    case "confirmed":
      return (seen && inCalendar(booking, seen)) ?? ended(booking, said, now);
    case "took_place":
      return said === false ? { kind: "not_held" } : { kind: "as_it_was" };
    case "no_show":
      return said === true ? { kind: "held" } : { kind: "as_it_was" };
    default:
      return { kind: "as_it_was" };
  }
}

/** Both had agreed, so it took place unless somebody says otherwise. */
function ended({ endsAt }: Pick<Booking, "endsAt">, said: boolean | undefined, now: Instant): Followed {
  if (endsAt > now) return { kind: "as_it_was" };
  return { kind: said === false ? "not_held" : "held" };
}

/** The addresses of those guests who said no in the calendar itself. */
export const declinedGuests = (
  { guests }: Pick<Booking["body"], "guests">,
  attendees: CalendarEvent["attendees"],
): string[] =>
  guests.flatMap(({ address }) =>
    attendees.some((one) => one.address === address.toLowerCase() && one.response === "declined") ? [address] : [],
  );

function inCalendar(
  {
    groupId,
    startsAt,
    endsAt,
    body,
    changedAt,
  }: Pick<Booking, "groupId" | "startsAt" | "endsAt" | "body" | "changedAt">,
  { event }: Seen,
): Followed | undefined {
  const { status, time, attendees } = event;
  if (status === "cancelled") return { kind: "deleted" };
  const declined = declinedGuests(body, attendees);
  // A group goes on without one of them until its owner says otherwise.
  if (declined.length > 0 && (groupId === undefined || declined.length === body.guests.length))
    return { kind: "declined" };
  if (time.kind !== "timed" || (time.startsAt === startsAt && time.endsAt === endsAt)) return undefined;
  // An older reading tells of where it stood before we moved it.
  if (event.changedAt === undefined || event.changedAt <= changedAt) return undefined;
  return { kind: "moved", startsAt: time.startsAt, endsAt: time.endsAt };
}
