/** Events around now with the times at which they take place: the lately ended ones, and those of the coming day. */
import type { EventId } from "../../domain/ids.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { after, before } from "../../domain/time.ts";
import { eventsAround } from "../../store/events.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { HappenedEvent } from "../people/happened-events.ts";
import type { World } from "../world.ts";

export async function eventsNear(
  { database }: World,
  { owner, now, zone }: Pick<OwnerView, "owner" | "now" | "zone">,
  { daysBack, daysAhead }: { daysBack: number; daysAhead: number },
): Promise<HappenedEvent[]> {
  const window = { from: before(now, { days: daysBack }), to: after(now, { days: daysAhead }) };
  const events = await eventsAround(database, owner, window);
  return expandAll<EventId>(events, window, zone).filter(({ times }) => times.length > 0);
}
