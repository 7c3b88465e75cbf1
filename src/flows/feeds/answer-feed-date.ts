/**
 * Going, not going, or no word: a date that the owner goes to takes their time like any event of theirs, and as it lists no
 * guests, the owner is asked the morning after whom they met (R11).
 */
import type { EventId, OwnerId } from "../../domain/ids.ts";
import { removeAttended } from "../../store/events.ts";
import { answerFeedDate, type FeedDateKey, lockFeedDate } from "../../store/feeds.ts";
import { setTimer } from "../../store/timers.ts";
import { exportFilesAccount, ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { attend } from "./attend.ts";

export type FeedAnswer = "going" | "not_going" | "undecided";

export async function answerDate(
  world: World,
  owner: OwnerId,
  key: FeedDateKey,
  answer: FeedAnswer,
): Promise<"done" | "not_there"> {
  const zone = await ownerZone(world, owner);
  const account = await exportFilesAccount(world, owner);
  const outcome = await world.database.transaction().execute(async (transaction) => {
    const date = await lockFeedDate(transaction, owner, key);
    if (date === undefined) return "not_there" as const;
    if (date.eventId !== undefined && answer !== "going") await removeAttended(transaction, owner, date.eventId);
    const eventId = answer === "going" ? (date.eventId ?? world.ids.next<EventId>()) : undefined;
    if (eventId !== undefined)
      await attend(transaction, owner, { account, zone }, { eventId, date, changedAt: world.clock.now() });
    await answerFeedDate(transaction, owner, key, { answer: answer === "undecided" ? undefined : answer, eventId });
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return "done" as const;
  });
  if (outcome === "done") await world.nudge({ job: "discover", ownerId: owner });
  return outcome;
}
