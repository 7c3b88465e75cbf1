/** How the owner meets: from which city, at which places, by which link and number. */
import type { OwnerId } from "../../domain/ids.ts";
import { Ways } from "../../domain/meeting/ways.ts";
import { readSetting } from "../../store/settings.ts";
import { type Changed, changeSetting } from "../owner/change-setting.ts";
import type { World } from "../world.ts";

const setting = { name: "ways", schema: Ways } as const;

export const loadWays = async (world: World, owner: OwnerId): Promise<Ways> =>
  Ways.parse((await readSetting(world.database, owner, setting.name)) ?? {});

export const saveWays = (
  world: World,
  owner: OwnerId,
  change: Partial<Record<keyof Ways, unknown>>,
): Promise<Changed> => changeSetting(world, owner, setting, change);

/** A venue of the same name is replaced. */
export const addVenue = (
  world: World,
  owner: OwnerId,
  venue: { name: string } & Record<string, unknown>,
): Promise<Changed> =>
  changeSetting(world, owner, setting, ({ venues }) => ({
    venues: [...venues.filter(({ name }) => name !== venue.name.trim()), venue],
  }));

export const removeVenue = (world: World, owner: OwnerId, name: string): Promise<Changed> =>
  changeSetting(world, owner, setting, ({ venues }) => ({ venues: venues.filter((one) => one.name !== name) }));
