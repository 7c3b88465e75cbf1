/**
 * The owner says "I sent it" (R15): the letter was copied, opened in a mail program or told over the phone; or it was found to
 * have left from among their drafts. What is due follows at once.
 */
import { because } from "../../domain/because.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentStep } from "../../domain/plan/enrolment.ts";
import type { Instant } from "../../domain/time.ts";
import { lockOwner } from "../../store/owners.ts";
import { followUp } from "../follow-up.ts";
import { stopSending } from "../sending/withdraw.ts";
import type { World } from "../world.ts";
import { noteSent } from "./note-sent.ts";

export type SentByHand = {
  draftId: DraftId;
  mode: EnrolmentStep["mode"] | "post";
  /** Now unless said; never in the future. */
  at?: Instant;
};

export async function recordSent(
  world: World,
  owner: OwnerId,
  { draftId, mode, at }: SentByHand,
): Promise<"recorded" | "not_there" | "already"> {
  const now = world.clock.now();
  const sentAt = at === undefined || at > now ? now : at;
  const outcome = await world.database.transaction().execute(async (transaction) => {
    const inside = { ...world, database: transaction };
    await lockOwner(transaction, owner);
    // What was approved does not leave a second time; of what is leaving at this moment, its own sender tells.
    const isOurs = await stopSending(inside, owner, draftId, sentByHand);
    return isOurs ? noteSent(inside, owner, { draftId, mode, at: sentAt, by: "owner" }) : ("already" as const);
  });
  if (outcome !== "recorded") return outcome;
  await followUp(world, owner);
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return "recorded";
}

const sentByHand = because("R15.sent_by_hand", "You sent it yourself.");
