/** The owner's policy: the defaults, with what the owner changed laid over them. */
import type { OwnerId } from "../../domain/ids.ts";
import { type Policy, policySchema } from "../../domain/policy.ts";
import type { Zone } from "../../domain/time.ts";
import { readSetting } from "../../store/settings.ts";
import type { World } from "../world.ts";
import { ownerZone } from "./owner-of.ts";

export type { Policy } from "../../domain/policy.ts";

export async function policyOf(world: World, owner: OwnerId): Promise<Policy> {
  return policyFrom(await readSetting(world.database, owner, "policy"), await ownerZone(world, owner));
}

/** `changed` as it was stored; undefined when nothing was. */
export const policyFrom = (changed: unknown, zone: Zone): Policy =>
  policySchema.parse({ ...((changed ?? {}) as object), zone });
