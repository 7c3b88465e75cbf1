/** Figures of one part of the owner's policy: what they changed is stored, everything else keeps following its default. */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { type Policy, policySchema } from "../../domain/policy.ts";
import { utc } from "../../domain/time.ts";
import { lockOwner } from "../../store/owners.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import type { World, WorldInside } from "../world.ts";

export type PolicyPart = Exclude<keyof Policy, "zone">;

/** refused: one of the figures is outside of what is possible; nothing was saved. */
export async function changePolicy<Part extends PolicyPart>(
  world: World,
  owner: OwnerId,
  part: Part,
  change: Partial<Policy[Part]>,
): Promise<"saved" | "refused"> {
  return world.database
    .transaction()
    .execute((database) => changePolicyInside({ ...world, database }, owner, part, change));
}

/** Inside of the caller's transaction. */
export async function changePolicyInside<Part extends PolicyPart>(
  { database, clock }: WorldInside,
  owner: OwnerId,
  part: Part,
  change: Partial<Policy[Part]>,
): Promise<"saved" | "refused"> {
  await lockOwner(database, owner);
  const before = stored.parse((await readSetting(database, owner, "policy")) ?? {});
  const policy = { ...before, [part]: { ...before[part], ...change } };
  if (!policySchema.safeParse({ ...policy, zone: utc }).success) return "refused";
  await saveSetting(database, owner, "policy", policy, clock.now());
  return "saved";
}

const stored = z.record(z.string(), z.looseObject({}));
