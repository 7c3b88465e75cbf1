/** Every event with the times at which it took place up to a moment: single ones once, series expanded. */
import type { EventId } from "../../domain/ids.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { before, type Instant } from "../../domain/time.ts";
import { eventsWithPeople } from "../../store/evidence.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

export type HappenedEvent = { eventId: EventId; event: CalendarEvent; times: { startsAt: Instant; endsAt: Instant }[] };

/** Series are followed this far back: older meetings weigh nothing any more. */
const seriesDaysMax = 1_100;

export async function happenedEvents(
  { database }: World,
  { owner, now, zone }: OwnerView,
): Promise<readonly HappenedEvent[]> {
  const events = await eventsWithPeople(database, owner);
  return once(expandAll(events, { from: before(now, { days: seriesDaysMax }), to: now }, zone)).filter(
    ({ times }) => times.length > 0,
  );
}

/**
 * One meeting may stand in several calendars of an owner, of one account or of two: each of its times counts once, in the copy
 * that was changed last.
 */
function once(events: readonly HappenedEvent[]): HappenedEvent[] {
  const newestFirst = events.toSorted(
    (one, other) =>
      other.event.sequence - one.event.sequence ||
      compare(other.event.changedAt ?? "", one.event.changedAt ?? "") ||
      compare(one.eventId, other.eventId),
  );
  const taken = new Set<string>();
  const timesOf = new Map<EventId, HappenedEvent["times"]>();
  for (const { eventId, event, times } of newestFirst) {
    const key = (startsAt: Instant) => JSON.stringify([event.uid, startsAt]);
    const own = times.filter(({ startsAt }) => !taken.has(key(startsAt)));
    for (const { startsAt } of own) taken.add(key(startsAt));
    timesOf.set(eventId, own);
  }
  return events.map((one) => ({ ...one, times: timesOf.get(one.eventId) ?? [] }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
