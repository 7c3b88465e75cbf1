/**
 * The letter among the owner's drafts while it is on its way: the row of what was written there belongs to whoever sends it,
 * and goes back to whoever keeps the drafts when it is not to leave after all.
 */
import type { CopyNow } from "../../domain/draft/last-look.ts";
import { settleSeconds } from "../../domain/draft/sending.ts";
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { draftStep } from "../../domain/write-back/draft-step.ts";
import type { Wanted, Written } from "../../domain/write-back/written.ts";
import type { Drafts } from "../../integrations/mail.ts";
import type { Connection } from "../../store/database.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import type { LetterEffect } from "../../store/effects.ts";
import { setTimerBy } from "../../store/timers.ts";
import { changeWritten, type WrittenChange, wantWritten, writtenAbout } from "../../store/written.ts";
import type { WriteDesk } from "../write-back/desk.ts";
import { lookAtDraft } from "../write-back/look-at-draft.ts";
import { letterHash } from "../write-back/marked-letter.ts";
import { writeBackTimer } from "../write-back/write-back-timer.ts";

type Copy = Written & { accountId: AccountId };

/** `standing` is what may be sent as it is. */
export type CopySeen = { now: CopyNow; standing?: { marker: string; ref: string } };

/** Where and how the letter stands among the owner's drafts, by a look at their provider where it may have changed. */
export async function lookAtCopy(
  desk: WriteDesk,
  drafts: Drafts,
  effect: LetterEffect,
  draft: StandingDraft,
): Promise<CopySeen> {
  const { world, owner } = desk;
  const copies = await writtenAbout(world.database, owner, "draft", draft.followUpId);
  for (const copy of copies.filter(({ accountId }) => accountId !== effect.accountId)) {
    const now = elsewhere(copy, draft);
    if (now.kind !== "as_written") return { now };
  }
  const copy = copies.find(({ accountId }) => accountId === effect.accountId);
  if (copy === undefined) return asWritten;
  switch (copy.state) {
    case "standing":
    case "changed":
    case "missing":
      return copy.ref === undefined ? asWritten : lookThere(desk, drafts, { copy, ref: copy.ref, draft });
    case "handed_over": {
      const ref = copy.ref ?? (await drafts.find(copy.key, desk.signal));
      return ref === undefined ? asWritten : lookThere(desk, drafts, { copy, ref, draft });
    }
    case "unknown":
    case "removing":
      return { now: { kind: "unsettled" } };
    default:
      return { now: ended(copy, draft) };
  }
}

const asWritten: CopySeen = { now: { kind: "as_written" } };

async function lookThere(
  desk: WriteDesk,
  drafts: Drafts,
  { copy, ref, draft }: { copy: Copy; ref: string; draft: StandingDraft },
): Promise<CopySeen> {
  const there = await lookAtDraft(desk, drafts, copy, ref);
  // Handed over, it is gone for as long as we know of it: since then at the latest.
  const row: Written = copy.state === "handed_over" ? { ...copy, state: "missing" } : copy;
  const step = draftStep(row, wantedOf(draft), there, desk.world.clock.now());
  switch (step.kind) {
    case "leave":
      return { now: { kind: "as_written" }, standing: { marker: copy.key, ref } };
    case "let_be":
      return { now: { kind: "changed" } };
    case "sent":
      return { now: { kind: "sent", at: step.at } };
    case "wait":
      return { now: { kind: "missing", until: step.until } };
    case "removed":
    case "deleted":
      return { now: { kind: "thrown_away" } };
    default:
      return { now: { kind: "unsettled" } };
  }
}

function elsewhere(copy: Copy, draft: StandingDraft): CopyNow {
  switch (copy.state) {
    case "changed":
      return { kind: "changed" };
    case "missing":
      return { kind: "missing", until: after(copy.changedAt, { seconds: settleSeconds }) };
    case "done":
    case "deleted":
      return ended(copy, draft);
    case "removed":
    case "refused":
      return { kind: "as_written" };
    default:
      return { kind: "unsettled" };
  }
}

/** What became of a copy that is there no more, when it was one of this letter. */
function ended({ state, about, changedAt }: Copy, { draftId }: StandingDraft): CopyNow {
  if (about !== draftId) return { kind: "as_written" };
  if (state === "done") return { kind: "sent", at: changedAt };
  return state === "deleted" ? { kind: "thrown_away" } : { kind: "as_written" };
}

const wantedOf = (draft: StandingDraft): Wanted => ({
  subjectId: draft.followUpId,
  hash: letterHash(draft),
  about: draft.draftId,
});

export type Taken = { marker: string; ref?: string };

/** The row is ours from now on; undefined when somebody else changed it meanwhile. */
export async function takeCopy(
  connection: Connection,
  owner: OwnerId,
  { effect, draft, standing }: { effect: LetterEffect; draft: StandingDraft; standing: CopySeen["standing"] },
  at: Instant,
): Promise<Taken | undefined> {
  const { accountId, marker } = effect;
  const wanted = wantedOf(draft);
  const one = { at, max: 1, evenElsewhere: true };
  await wantWritten(connection, owner, accountId, "draft", [{ ...wanted, key: marker }], one);
  const copy = await copyOf(connection, owner, effect);
  if (copy === undefined || (standing !== undefined && standing.marker !== copy.key)) return undefined;
  const key = copy.state === "handed_over" ? copy.key : (standing?.marker ?? marker);
  const taken: WrittenChange = { state: "handed_over", key, hash: wanted.hash, about: draft.draftId, attempts: 1 };
  const ref = standing?.ref;
  if (!(await changeWritten(connection, owner, accountId, copy, { ...taken, ref, formerHash: undefined }, at)))
    return undefined;
  return { marker: key, ...(ref !== undefined && { ref }) };
}

/** It stands there now. */
export const noteCopy = (connection: Connection, owner: OwnerId, effect: LetterEffect, ref: string, at: Instant) =>
  changeOurs(connection, owner, effect, { state: "handed_over", ref }, at);

/** What became of the draft is not known; it is looked for by its marker. */
export const forgetDraft = (connection: Connection, owner: OwnerId, effect: LetterEffect, at: Instant) =>
  changeOurs(connection, owner, effect, { state: "handed_over", ref: undefined }, at);

/** It has left, as the provider's own draft. */
export const endCopy = (connection: Connection, owner: OwnerId, effect: LetterEffect, at: Instant) =>
  changeOurs(connection, owner, effect, { state: "done" }, at);

/** Whoever keeps the drafts sees to it again: left as it stands, or taken away when it is not wanted. */
export async function giveCopyBack(
  connection: Connection,
  owner: OwnerId,
  effect: LetterEffect,
  at: Instant,
): Promise<void> {
  const copy = await copyOf(connection, owner, effect);
  if (copy?.state !== "handed_over") return;
  await changeOurs(connection, owner, effect, { state: copy.ref === undefined ? "unknown" : "standing" }, at);
  await setTimerBy(connection, owner, writeBackTimer(effect.accountId), at);
}

async function changeOurs(
  connection: Connection,
  owner: OwnerId,
  effect: LetterEffect,
  to: WrittenChange,
  at: Instant,
): Promise<void> {
  const copy = await copyOf(connection, owner, effect);
  if (copy?.state === "handed_over" && copy.key === effect.marker)
    await changeWritten(connection, owner, effect.accountId, copy, to, at);
}

const copyOf = async (
  connection: Connection,
  owner: OwnerId,
  { followUpId, accountId }: LetterEffect,
): Promise<Copy | undefined> =>
  (await writtenAbout(connection, owner, "draft", followUpId)).find((one) => one.accountId === accountId);
