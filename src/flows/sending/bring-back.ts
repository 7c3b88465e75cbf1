/** A slip of the finger undone: what was put off or skipped a moment ago is due again, with the letter that stood for it. */
import type { FollowUpId, OwnerId } from "../../domain/ids.ts";
import { reviveLetter } from "../../store/drafts.ts";
import { bringBackFollowUp } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import type { World } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";

/** An approval that was withdrawn with it is not given again: the letter waits for its yes. */
export async function bringBack(world: World, owner: OwnerId, id: FollowUpId): Promise<"done" | "not_there"> {
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const at = world.clock.now();
    if (!(await bringBackFollowUp(transaction, owner, id, at))) return "not_there";
    await reviveLetter(transaction, owner, id, at);
    await wakeWriteBacks(transaction, owner, at);
    return "done";
  });
}
