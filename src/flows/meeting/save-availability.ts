/** When the owner meets people: hours, days that are different, limits, holidays. */
import type { OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import type { HolidayPlace } from "../../domain/meeting/holidays.ts";
import { dayIn } from "../../domain/time.ts";
import { type Changed, changeSetting } from "../owner/change-setting.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

const setting = { name: "availability", schema: Availability } as const;

export const saveAvailability = (
  world: World,
  owner: OwnerId,
  change: Partial<Record<keyof Availability, unknown>>,
): Promise<Changed> => changeSetting(world, owner, setting, change);

/** Other hours on certain days; no blocks: closed. */
export const addOverride = (
  world: World,
  owner: OwnerId,
  override: { firstDay: string; lastDay: string; blocks: readonly unknown[] },
): Promise<Changed> =>
  changeSetting(world, owner, setting, ({ overrides }) => ({
    overrides: [...overrides, override].sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1)),
  }));

/** By its days, not by its place in the list, which another window may have changed. */
export const removeOverride = (
  world: World,
  owner: OwnerId,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<Changed> =>
  changeSetting(world, owner, setting, ({ overrides }) => ({
    overrides: overrides.filter((one) => one.firstDay !== firstDay || one.lastDay !== lastDay),
  }));

/** Keeps the public holidays of a country, or of a region of it; none without a place. A place without data is refused. */
export async function saveHolidays(world: World, owner: OwnerId, place: HolidayPlace | undefined): Promise<Changed> {
  if (place !== undefined) {
    const { publicHolidays } = await import("../../domain/meeting/holidays.ts");
    const today = dayIn(await ownerZone(world, owner), world.clock.now());
    try {
      publicHolidays(place, { firstDay: today, lastDay: today });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { kind: "refused", issues: [{ field: "country", says: error.message }] };
    }
  }
  return changeSetting(world, owner, setting, { holidays: place });
}
