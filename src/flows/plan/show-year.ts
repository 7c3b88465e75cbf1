/** The last twelve months as the owner sees them beside the plan (R38). */
import type { OwnerId } from "../../domain/ids.ts";
import { monthsUpTo, type YearFigures, yearFigures } from "../../domain/plan/year.ts";
import { dayIn, firstOfMonth } from "../../domain/time.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { readYear } from "../../store/read/year.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

export async function showYear(world: World, owner: OwnerId): Promise<YearFigures> {
  const { database } = world;
  const { now, zone } = await ownerView(world, owner);
  const thisMonth = firstOfMonth(dayIn(zone, now));
  const [from] = monthsUpTo(thisMonth);
  const items = await loadPlanItems(database, owner, from);
  return yearFigures({ items, ...(await readYear(database, owner, { from: from!, until: now, zone })) }, thisMonth);
}
