/** How an approved letter ends: it left, or it did not, and why; in one transaction with everything that follows from it. */
import type { Because } from "../../domain/because.ts";
import type { Verdict } from "../../domain/draft/last-look.ts";
import { evolveSending } from "../../domain/draft/sending.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findDraft } from "../../store/drafts.ts";
import { changeLetterEffect, type LetterEffect, sendTimer } from "../../store/effects.ts";
import { lockOwner } from "../../store/owners.ts";
import { dropTimer } from "../../store/timers.ts";
import { decideOwnersFollowUps } from "../decide-follow-ups.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
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
  await decideOwnersFollowUps(world, owner);
  await composeDrafts(world, owner);
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
      const to = toState[end.kind];
      const neverLeft = effect.sending.state === "unknown";
      return withdrawApproved(inside, owner, { draft, to, because: end.because, neverLeft });
    }
  }
}

const toState = { stale: "stale", withdraw: "withdrawn", give_back: "proposed" } as const;
