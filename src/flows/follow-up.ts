/** After something was read or said: what is due is decided anew and the letters for it are written, from one reading of all. */
import type { OwnerId } from "../domain/ids.ts";
import { decided, refreshStatisticsOfGrown } from "../store/statistics.ts";
import { withCircle } from "./circle.ts";
import { type DecidedCount, decideInside } from "./decide-follow-ups.ts";
import { composeInside } from "./letters/compose-drafts.ts";
import type { World } from "./world.ts";

export async function followUp(world: World, owner: OwnerId): Promise<DecidedCount & { composed: number }> {
  const done = await withCircle(world, owner, async (inside, circle) => ({
    ...(await decideInside(inside, circle)),
    ...(await composeInside(inside, circle)),
  }));
  await refreshStatisticsOfGrown(world.database, decided);
  return done;
}
