/** Retention: text of mail that was kept long enough goes, every day. */
import type { OwnerId } from "../domain/ids.ts";
import { eraseKeptText } from "../store/texts.ts";
import { finishTimer, moveTimer } from "../store/timers.ts";
import type { World } from "./world.ts";

export async function eraseOwnersKeptText(world: World, owner: OwnerId): Promise<{ erased: number }> {
  return world.database.transaction().execute(async (transaction) => {
    const { erased, nextAt } = await eraseKeptText(transaction, owner, world.clock.now());
    const timer = { kind: "erase_kept_text", subjectId: owner };
    await (nextAt === undefined
      ? finishTimer(transaction, owner, timer)
      : moveTimer(transaction, owner, timer, nextAt));
    return { erased };
  });
}
