/** Whether a few words of thanks are drafted when somebody says no (R21): off until the owner wishes it, and never forced. */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { lockOwner } from "../../store/owners.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { decideOwnersFollowUps } from "../decide-follow-ups.ts";
import type { World } from "../world.ts";
import { composeDrafts } from "./compose-drafts.ts";

const stored = z.looseObject({ letters: z.looseObject({}).optional() });

export async function thankForNo(world: World, owner: OwnerId, isNoThanked: boolean): Promise<void> {
  await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    // Only what the owner changed is stored: everything else keeps following its default.
    const before = stored.parse((await readSetting(transaction, owner, "policy")) ?? {});
    const policy = { ...before, letters: { ...before.letters, isNoThanked } };
    await saveSetting(transaction, owner, "policy", policy, world.clock.now());
  });
  await decideOwnersFollowUps(world, owner);
  await composeDrafts(world, owner);
}
