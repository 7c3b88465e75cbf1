/** Public holidays that the owner keeps, a hundred days before and behind. */
import type { OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import { after, before, dayIn, type Instant, type PlainDate, type Zone } from "../../domain/time.ts";
import { readSetting } from "../../store/settings.ts";
import type { World } from "../world.ts";

/** The table of holidays is large, so only an owner who keeps them pays for it. */
export async function ownersHolidays(
  world: World,
  owner: OwnerId,
  zone: Zone,
  now: Instant,
): Promise<ReadonlySet<PlainDate>> {
  const { holidays } = Availability.parse((await readSetting(world.database, owner, "availability")) ?? {});
  if (holidays === undefined) return new Set();
  const { publicHolidays } = await import("../../domain/meeting/holidays.ts");
  const firstDay = dayIn(zone, before(now, { days: 100 }));
  const lastDay = dayIn(zone, after(now, { days: 100 }));
  return new Set(publicHolidays(holidays, { firstDay, lastDay }).map(({ day }) => day));
}
