/** The figures of R38, counted in the owner's quarter and month. */
import type { OwnerId } from "../../domain/ids.ts";
import { dayIn, firstOfMonth, type PlainDate, startOfDay } from "../../domain/time.ts";
import { type Relationships, readRelationships } from "../../store/read/relationships.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";

export async function lookAtRelationships(world: World, owner: OwnerId): Promise<Relationships> {
  const zone = await ownerZone(world, owner);
  const { now } = await viewpointOf(world, owner);
  const today = dayIn(zone, now);
  return readRelationships(world.database, owner, {
    now,
    quarterFrom: startOfDay(zone, firstOfQuarter(today)),
    month: firstOfMonth(today),
  });
}

/** January, April, July or October. */
function firstOfQuarter(day: PlainDate): PlainDate {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01` as PlainDate;
}
