/** Which kinds of events take the owner's time (Q1). */
import type { OwnerId } from "../../domain/ids.ts";
import { BusyPolicy } from "../../domain/meeting/busy.ts";
import { type Changed, changeSetting } from "../owner/change-setting.ts";
import type { World } from "../world.ts";

export const saveBusyPolicy = (world: World, owner: OwnerId, policy: BusyPolicy): Promise<Changed> =>
  changeSetting(world, owner, { name: "busy", schema: BusyPolicy }, policy);
