/** Many events at once: series with their changed occurrences, changed occurrences without their series, single events. */
import { addDays, type Instant, startOfDay, type Zone } from "../time.ts";
import type { CalendarEvent, EventTime } from "./event.ts";
import { expand, type Window } from "./recurrence.ts";

export type TimeTaken = { startsAt: Instant; endsAt: Instant; time: EventTime };

export type Expanded<Id extends string> = {
  eventId: Id;
  event: CalendarEvent;
  /** When it takes place inside the window, in order. */
  times: TimeTaken[];
  /** The rule could not be read: all of this stretch counts as taken, and this is why, for the owner. */
  unreadable?: { window: Window; note: string };
};

/** All-day days are taken in `zone`, the owner's. A changed occurrence stands under its own id, not under its series. */
export function expandAll<Id extends string>(
  events: readonly { eventId: Id; event: CalendarEvent }[],
  window: Window,
  zone: Zone,
): Expanded<Id>[] {
  const seriesKey = ({ calendar, uid }: CalendarEvent) => `${calendar} ${uid}`;
  const overrides = Map.groupBy(
    events.filter(({ event }) => event.occurrence !== undefined),
    ({ event }) => seriesKey(event),
  );
  const ids = new Map(events.map(({ eventId, event }) => [event, eventId]));
  const found = new Map<Id, Expanded<Id>>();
  const entry = (eventId: Id, event: CalendarEvent) => {
    const known = found.get(eventId) ?? { eventId, event, times: [] };
    found.set(eventId, known);
    return known;
  };
  const seen = new Set<string>();
  for (const { eventId, event } of events) {
    if (event.occurrence !== undefined) continue;
    const changed =
      event.recurrence === undefined ? [] : (overrides.get(seriesKey(event)) ?? []).map((one) => one.event);
    if (event.recurrence !== undefined) seen.add(seriesKey(event));
    const expansion = expand(event, changed, window);
    if (expansion.kind === "unreadable") {
      entry(eventId, event).unreadable = { window: expansion.unknown, note: expansion.note };
      continue;
    }
    for (const occurrence of expansion.occurrences) {
      entry(ids.get(occurrence.event) ?? eventId, occurrence.event).times.push(taken(occurrence.time, zone));
    }
  }
  for (const [key, orphans] of overrides) {
    if (seen.has(key)) continue;
    for (const { eventId, event } of orphans) {
      const time = taken(event.time, zone);
      if (time.startsAt < window.to && time.endsAt > window.from) entry(eventId, event).times.push(time);
    }
  }
  return [...found.values()];
}

const taken = (time: EventTime, zone: Zone): TimeTaken =>
  time.kind === "timed"
    ? { startsAt: time.startsAt, endsAt: time.endsAt, time }
    : { startsAt: startOfDay(zone, time.firstDay), endsAt: startOfDay(zone, addDays(time.lastDay, 1)), time };
