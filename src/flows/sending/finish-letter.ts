/** How an approved letter ends: it left, or it did not, and why; in one transaction with everything that follows from it. */
import type { Because } from "../../domain/because.ts";
import { ownAnswer } from "../../domain/draft/errand.ts";
import type { Verdict } from "../../domain/draft/last-look.ts";
import { evolveSending } from "../../domain/draft/sending.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findDraft } from "../../store/drafts.ts";
import { changeLetterEffect, type LetterEffect, sendTimer } from "../../store/effects.ts";
import { setFollowUpState } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { dropTimer } from "../../store/timers.ts";
import { followUp } from "../follow-up.ts";
import { noteSent } from "../plan/note-sent.ts";
import type { World, WorldInside } from "../world.ts";
import { endCopy } from "./copy.ts";
import { withdrawApproved } from "./withdraw.ts";

export type LetterEnd =
  | { kind: "sent"; at: Instant; ref?: string; by?: "owner" }
  | Extract<Verdict, { kind: "stale" | "withdraw" | "give_back" }>
  | { kind: "ask"; because: Because };

export async function finishLetter(
  { world, owner }: { world: World; owner: OwnerId },
  effect: LetterEffect,
  end: LetterEnd,
): Promise<void> {
  const isEnded = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    return endInside({ ...world, database: transaction }, owner, effect, end);
  });
  if (!isEnded || end.kind === "ask") return;
  await followUp(world, owner);
  if (end.kind === "sent") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
}

/** False, with nothing changed, when somebody else changed it meanwhile. */
async function endInside(inside: WorldInside, owner: OwnerId, effect: LetterEffect, end: LetterEnd): Promise<boolean> {
  const { database, clock } = inside;
  const now = clock.now();
  const timer = sendTimer(effect.effectId);
  switch (end.kind) {
    case "sent": {
      const left = { kind: "left", at: end.at, ...(end.ref !== undefined && { messageRef: end.ref }) } as const;
      const sending = evolveSending(effect.sending, left);
      if ((await changeLetterEffect(database, owner, effect, { sending }, now)) === undefined) return false;
      await noteSent(inside, owner, { draftId: effect.draftId, mode: "email", at: end.at, by: end.by ?? "us" });
      await endCopy(database, owner, effect, now);
      await dropTimer(database, owner, timer);
      return true;
    }
    case "ask": {
      const sending = evolveSending(effect.sending, { kind: "asked", because: end.because });
      if ((await changeLetterEffect(database, owner, effect, { sending }, now)) === undefined) return false;
      await dropTimer(database, owner, timer);
      return true;
    }
    default: {
      const draft = await findDraft(database, owner, effect.draftId);
      if (draft === undefined) return false;
      // What the owner said themselves is not written anew: it waits for their yes again.
      const to = draft.kind === ownAnswer && end.kind === "stale" ? "proposed" : toState[end.kind];
      const neverLeft = effect.sending.state === "unknown";
      if (!(await withdrawApproved(inside, owner, { draft, to, because: end.because, neverLeft }))) return false;
      // Decided by no clock, it would stay in hand with no letter on its way.
      if (end.kind !== "withdraw") await setFollowUpState(database, owner, draft.followUpId, backToDue(now));
      return true;
    }
  }
}

const backToDue = (at: Instant) => ({ from: ["in_hand"], to: "due", at }) as const;

const toState = { stale: "stale", withdraw: "withdrawn", give_back: "proposed" } as const;
