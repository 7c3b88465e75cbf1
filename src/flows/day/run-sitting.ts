/** The timer of a day's sitting: begun, paused, and "enough for today" (R23). */
import { spentSeconds } from "../../domain/day/sitting.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/time.ts";
import { lockOwner } from "../../store/owners.ts";
import { findSitting, type Sitting, saveSitting } from "../../store/sittings.ts";
import { policyOf } from "../owner/policy-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";

export type SittingAct = "begin" | "pause" | "enough" | "more";

/** The sitting is there once the day was looked at; before that there is nothing to time. */
export async function runSitting(world: World, owner: OwnerId, act: SittingAct): Promise<"done" | "not_opened"> {
  const { now } = await viewpointOf(world, owner);
  const { zone } = await policyOf(world, owner);
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const sitting = await findSitting(transaction, owner, dayIn(zone, now));
    if (sitting === undefined) return "not_opened";
    const { runningSince, endedAt, ...rest } = sitting;
    const stopped: Sitting = { ...rest, spentSeconds: spentSeconds(sitting, now) };
    switch (act) {
      case "begin":
        await saveSitting(transaction, owner, { ...sitting, runningSince: runningSince ?? now });
        break;
      case "pause":
        await saveSitting(transaction, owner, { ...stopped, ...(endedAt !== undefined && { endedAt }) });
        break;
      case "enough":
        await saveSitting(transaction, owner, { ...stopped, endedAt: now });
        break;
      case "more":
        // The owner's own wish: another sitting's worth on top of what was given.
        await saveSitting(transaction, owner, moreTime(stopped));
        break;
    }
    return "done";
  });
}

const moreMinutes = 15;

const moreTime = (sitting: Sitting): Sitting => ({ ...sitting, budgetMinutes: sitting.budgetMinutes + moreMinutes });
