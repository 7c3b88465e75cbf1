/** The owner has read an answer, and nothing is to be done about it here; words of theirs that wait for a yes go with it. */
import { because } from "../../domain/because.ts";
import { ownAnswer } from "../../domain/draft/errand.ts";
import type { AnswerId, OwnerId } from "../../domain/ids.ts";
import { closeAnswer, findAnswer } from "../../store/answers.ts";
import { proposedDraft, setDraftState } from "../../store/drafts.ts";
import { findErrand } from "../../store/errands.ts";
import { skipFollowUp } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import type { World } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";

export const leaveAnswer = (world: World, owner: OwnerId, answerId: AnswerId): Promise<"left" | "not_there"> =>
  world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    const at = world.clock.now();
    const answer = await findAnswer(database, owner, answerId);
    if (answer === undefined || !(await closeAnswer(database, owner, answerId, { at }))) return "not_there";
    const about = { contactId: answer.contactId, kind: ownAnswer, about: answerId };
    const followUpId = await findErrand(database, owner, about);
    const words = followUpId && (await proposedDraft(database, owner, followUpId));
    if (words === undefined) return "left";
    const letGo = { from: ["proposed"], to: "rejected", because: seenTo, at } as const;
    await setDraftState(database, owner, words.draftId, letGo);
    await skipFollowUp(database, owner, words.followUpId, at);
    await wakeWriteBacks(database, owner, at);
    return "left";
  });

const seenTo = because("M6.seen_to", "You have seen to their letter otherwise.");
