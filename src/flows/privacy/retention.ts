/** How long texts are kept, as the owner has it; lowered, it holds for what is kept already too. */
import type { OwnerId } from "../../domain/ids.ts";
import { type Retention, retentionFigures } from "../../domain/retention.ts";
import { shiftKept } from "../../store/retention.ts";
import { setTimer } from "../../store/timers.ts";
import { changePolicyInside } from "../owner/change-policy.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World, WorldInside } from "../world.ts";

export const retentionOf = async (world: World, owner: OwnerId): Promise<Retention> =>
  (await policyOf(world, owner)).retention;

/**
 * Everything that is kept ends earlier, or later again, by as many days as its figure changed; what has to go now goes within a
 * moment. refused: a figure is outside of what is possible, and nothing was saved.
 */
export async function saveRetention(world: World, owner: OwnerId, wanted: Retention): Promise<"saved" | "refused"> {
  const outcome = await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    const before = await retentionOf(inside, owner);
    if ((await changePolicyInside(inside, owner, "retention", wanted)) === "refused") return "refused";
    await followRetention(inside, owner, before);
    return "saved";
  });
  if (outcome === "saved") await world.nudge({ job: "erase_kept_text", ownerId: owner });
  return outcome;
}

/** What is kept follows the figures that hold now, where they were others before. */
export async function followRetention(inside: WorldInside, owner: OwnerId, before: Retention): Promise<void> {
  const now = await retentionOf(inside, owner);
  for (const figure of retentionFigures) await shiftKept(inside.database, owner, figure, now[figure] - before[figure]);
  await setTimer(inside.database, owner, { kind: "erase_kept_text", subjectId: owner }, inside.clock.now());
}
