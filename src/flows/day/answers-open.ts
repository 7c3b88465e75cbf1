/** Answers that only the owner can settle, for the round of the day. */
import type { DayItem } from "../../domain/day/item.ts";
import { answerItem } from "../../domain/day/loop-items.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { readInbox } from "../../store/read/inbox.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

/** The rest stands in the inbox. */
const answersMax = 10;

export async function answersOpen({ database }: World, owner: OwnerId, policy: Policy): Promise<DayItem[]> {
  const answers = await readInbox(database, owner, { isSettled: false, max: answersMax });
  return answers.flatMap(({ answerId, contactId, name, because, text }) => {
    // The last one says what came of it.
    const [last, ...others] = [...because].reverse();
    if (last === undefined) return [];
    const reasons = [last, ...others] as const;
    return [answerItem({ answerId, contactId, name, because: reasons, ...(text !== undefined && { text }) }, policy)];
  });
}
