/** What was approved and is not to leave any more, or not by us: its effect, its timer, its copy and the yes itself. */
import type { Because } from "../../domain/because.ts";
import { evolveSending, isOver } from "../../domain/draft/sending.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import { takeBack } from "../../store/approvals.ts";
import { addRecord, type RecordedWhat } from "../../store/contact-records.ts";
import { approvedDrafts, type DraftState, setDraftState } from "../../store/drafts.ts";
import { changeLetterEffect, letterEffectOf, sendTimer } from "../../store/effects.ts";
import { dropTimer } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { giveCopyBack } from "./copy.ts";

/**
 * Nothing of it leaves from our side from now on. False when it has begun to leave, or has left. Called behind the owner's lock;
 * the draft and its approval are the caller's to change.
 */
export async function stopSending(
  { database, clock }: WorldInside,
  owner: OwnerId,
  draftId: DraftId,
  because: Because,
  { neverLeft = false }: { neverLeft?: boolean } = {},
): Promise<boolean> {
  const now = clock.now();
  const effect = await letterEffectOf(database, owner, draftId);
  if (effect !== undefined && !isOver(effect.sending)) {
    const { state } = effect.sending;
    if (state === "sending" || (state === "unknown" && !neverLeft)) return false;
    const sending = evolveSending(effect.sending, { kind: "withdrawn", because });
    // Whoever prepares it looks at the row again before each step.
    if ((await changeLetterEffect(database, owner, effect, { sending }, now)) === undefined) return false;
    await dropTimer(database, owner, sendTimer(effect.effectId));
    await giveCopyBack(database, owner, effect, now);
  } else if (effect?.sending.state === "done") return false;
  return true;
}

export type Withdrawal = {
  draft: { draftId: DraftId; contactId: ContactId };
  /** What becomes of the draft. */
  to: Extract<DraftState, "proposed" | "stale" | "withdrawn" | "rejected">;
  because: Because;
  what?: RecordedWhat;
  /** It was told to go, and found not to have gone. */
  neverLeft?: boolean;
};

/** The approved letter of one draft is withdrawn. False when it has begun to leave. */
export async function withdrawApproved(
  inside: WorldInside,
  owner: OwnerId,
  { draft: { draftId, contactId }, to, because, what = "not_sent", neverLeft = false }: Withdrawal,
): Promise<boolean> {
  const { database, clock, ids } = inside;
  if (!(await stopSending(inside, owner, draftId, because, { neverLeft }))) return false;
  const at = clock.now();
  await takeBack(database, owner, draftId, at);
  const from = ["approved", "queued"] as const;
  await setDraftState(database, owner, draftId, { from, to, at, ...(to !== "proposed" && { because }) });
  const subject = { kind: "draft", id: draftId };
  await addRecord(database, owner, { recordId: ids.next(), contactId, at, what, subject, because: [because] });
  return true;
}

/** Everything approved for one person. Says how many letters stay, because they had begun to leave. */
export async function withdrawAllTo(
  inside: WorldInside,
  owner: OwnerId,
  contactId: ContactId,
  because: Because,
): Promise<{ withdrawn: number; leaving: number }> {
  const counts = { withdrawn: 0, leaving: 0 };
  for (const draft of await approvedDrafts(inside.database, owner)) {
    if (draft.contactId !== contactId) continue;
    const isWithdrawn = await withdrawApproved(inside, owner, { draft, to: "withdrawn", because });
    counts[isWithdrawn ? "withdrawn" : "leaving"] += 1;
  }
  return counts;
}
