/** Figures of one part of the owner's policy: what they changed is stored, everything else keeps following its default. */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { type Policy, policySchema } from "../../domain/policy.ts";
import { utc } from "../../domain/time.ts";
import { lockOwner } from "../../store/owners.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import type { World } from "../world.ts";

export type PolicyPart = Exclude<keyof Policy, "zone">;

/** refused: one of the figures is outside of what is possible; nothing was saved. */
export async function changePolicy<Part extends PolicyPart>(
  world: World,
  owner: OwnerId,
  part: Part,
  change: Partial<Policy[Part]>,
): Promise<"saved" | "refused"> {
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const before = stored.parse((await readSetting(transaction, owner, "policy")) ?? {});
    const policy = { ...before, [part]: { ...before[part], ...change } };
    if (!policySchema.safeParse({ ...policy, zone: utc }).success) return "refused";
    await saveSetting(transaction, owner, "policy", policy, world.clock.now());
    return "saved";
  });
}

const stored = z.record(z.string(), z.looseObject({}));
