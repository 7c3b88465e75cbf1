/** Events around now with the times at which they take place: the lately ended ones, and those of the coming day. */
import type { EventId, OwnerId } from "../../domain/ids.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { after, before, type Instant } from "../../domain/time.ts";
import { eventsAround } from "../../store/events.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { HappenedEvent } from "../people/happened-events.ts";
import type { World } from "../world.ts";

export async function eventsNear(
  world: World,
  owner: OwnerId,
  now: Instant,
  { daysBack, daysAhead }: { daysBack: number; daysAhead: number },
): Promise<HappenedEvent[]> {
  const window = { from: before(now, { days: daysBack }), to: after(now, { days: daysAhead }) };
  const events = await eventsAround(world.database, owner, window);
  return expandAll<EventId>(events, window, await ownerZone(world, owner)).filter(({ times }) => times.length > 0);
}
