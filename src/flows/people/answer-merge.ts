/**
 * The owner answers whether addresses are one person (R13), about all that were asked or about some of them, or takes an
 * answer back. People are put together, or apart, by the next discovery, which derives them anew.
 */
import type { MergeAnswer } from "../../domain/contact/merge.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { findOpenQuestion, saveMergeAnswer, takeMergeAnswerBack } from "../../store/merge-questions.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

/** unknown: nothing of the kind is asked, or was answered. */
export async function answerMerge(
  world: World,
  owner: OwnerId,
  addresses: readonly Address[],
  answer: MergeAnswer | undefined,
): Promise<"done" | "unknown"> {
  const sorted = [...new Set(addresses)].sort();
  if (sorted.length < 2) return "unknown";
  const at = world.clock.now();
  const done = await world.database.transaction().execute(async (transaction) => {
    if (answer === undefined) {
      if (!(await takeMergeAnswerBack(transaction, owner, sorted))) return false;
    } else {
      const asked = await findOpenQuestion(transaction, owner, sorted);
      if (asked === undefined) return false;
      await saveMergeAnswer(transaction, owner, asked, { addresses: sorted, answer }, at);
    }
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, at);
    return true;
  });
  if (done) await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return done ? "done" : "unknown";
}
