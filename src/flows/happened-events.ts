/** Every event with the times at which it took place up to a moment: single ones once, series expanded. */
import type { EventId, OwnerId } from "../domain/ids.ts";
import type { CalendarEvent } from "../domain/meeting/event.ts";
import { expandAll } from "../domain/meeting/expand-all.ts";
import { before, type Instant } from "../domain/time.ts";
import { eventsWithPeople } from "../store/evidence.ts";
import { ownerZone } from "./owner-of.ts";
import type { World } from "./world.ts";

export type HappenedEvent = { eventId: EventId; event: CalendarEvent; times: { startsAt: Instant; endsAt: Instant }[] };

/** Series are followed this far back: older meetings weigh nothing any more. */
const seriesDaysMax = 1_100;

export async function happenedEvents(world: World, owner: OwnerId, now: Instant): Promise<HappenedEvent[]> {
  const events = await eventsWithPeople(world.database, owner);
  const zone = await ownerZone(world, owner);
  return expandAll(events, { from: before(now, { days: seriesDaysMax }), to: now }, zone).filter(
    ({ times }) => times.length > 0,
  );
}
