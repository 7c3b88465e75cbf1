/** Retention: text of mail that was kept long enough goes, every day, what was read from it with it, and exports that nobody fetched. */
import type { OwnerId } from "../../domain/ids.ts";
import { eraseOldDigests } from "../../store/digests.ts";
import { eraseKeptFacts } from "../../store/facts.ts";
import { eraseKeptText } from "../../store/texts.ts";
import { finishTimer, moveTimer } from "../../store/timers.ts";
import { removeOldExports } from "../privacy/export-everything.ts";
import type { World } from "../world.ts";

export async function eraseOwnersKeptText(world: World, owner: OwnerId): Promise<{ erased: number }> {
  const exports = await removeOldExports(world, owner);
  return world.database.transaction().execute(async (transaction) => {
    const now = world.clock.now();
    const texts = await eraseKeptText(transaction, owner, now);
    const facts = await eraseKeptFacts(transaction, owner, now);
    const digests = await eraseOldDigests(transaction, owner, now);
    const [nextAt] = [texts.nextAt, facts.nextAt, digests.nextAt, exports.nextAt]
      .filter((at) => at !== undefined)
      .sort();
    const timer = { kind: "erase_kept_text", subjectId: owner };
    await (nextAt === undefined
      ? finishTimer(transaction, owner, timer)
      : moveTimer(transaction, owner, timer, nextAt));
    return { erased: texts.erased + facts.erased + digests.erased + exports.removed };
  });
}
