/**
 * Each letter that waits also stands among the owner's drafts, to be sent from there. Theirs is touched only when it is proven
 * to be as we wrote it (S7); sent from there it counts as sent, thrown away it is skipped.
 */
import type { DraftId, FollowUpId } from "../../domain/ids.ts";
import { type DraftStep, draftContents, draftStep } from "../../domain/write-back/draft-step.ts";
import type { Wanted, Written } from "../../domain/write-back/written.ts";
import { type Drafts, type MarkedLetter, UnfinishedDraft } from "../../integrations/mail.ts";
import type { ConnectedAccount } from "../../store/accounts.ts";
import { skipFollowUp } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimerBy } from "../../store/timers.ts";
import { type WaitingLetter, waitingLetters } from "../../store/to-write.ts";
import { loadWritten } from "../../store/written.ts";
import { accountFor } from "../accounts/account-for.ts";
import { recordSent } from "../plan/record-sent.ts";
import { skipApprovedOf } from "../sending/skip-draft.ts";
import { beginAgain, change, claim, hashOf, type Made, make, rowsFor, touch, type WriteDesk } from "./desk.ts";
import { lookAtDraft } from "./look-at-draft.ts";
import { letterHash, markedLetter, staysInThread } from "./marked-letter.ts";

type NewDraft = { letter: WaitingLetter; wanted: Wanted };

/** Where drafts are not wished any more, those that stand as we wrote them are taken away. */
export async function keepDrafts(desk: WriteDesk, drafts: Drafts, { isWished }: { isWished: boolean }): Promise<void> {
  const letters = new Map<string, NewDraft>(
    (isWished ? await lettersFor(desk) : []).map((letter) => [letter.followUpId, newDraft(letter)]),
  );
  const rows = await rowsFor(
    desk,
    "draft",
    [...letters.values()].map(({ wanted }) => wanted),
  );
  for (const row of rows) {
    if (desk.signal.aborted) return;
    await keepDraft(desk, drafts, row, letters.get(row.subjectId));
  }
}

/**
 * Of several accounts that take drafts, the one has a letter in which it belongs; where it stands already it stays, also when
 * it was approved. One that was approved before it stood anywhere is not put there any more.
 */
async function lettersFor({ world, owner, account: { accountId } }: WriteDesk): Promise<WaitingLetter[]> {
  const rows = await loadWritten(world.database, owner, accountId, "draft");
  const standing = new Set(rows.filter(({ state }) => state !== "removed").map(({ subjectId }) => subjectId));
  const letters: WaitingLetter[] = [];
  for (const letter of await waitingLetters(world.database, owner)) {
    const { followUpId, contactId, kind, subject } = letter;
    const to = { contactId, ...(staysInThread(kind) && { subject }) };
    const belongsHere = async () =>
      !letter.isApproved && (await accountFor(world, owner, to, takesDrafts)) === accountId;
    if (standing.has(followUpId) || (await belongsHere())) letters.push(letter);
  }
  return letters;
}

const takesDrafts = ({ wishes }: ConnectedAccount): boolean => wishes.includes("drafts");

const newDraft = (letter: WaitingLetter): NewDraft => {
  const { followUpId, draftId } = letter;
  return { letter, wanted: { subjectId: followUpId, hash: letterHash(letter), about: draftId } };
};

async function keepDraft(desk: WriteDesk, drafts: Drafts, row: Written, draft: NewDraft | undefined): Promise<void> {
  switch (row.state) {
    case "wanted":
    case "unknown":
      await make(desk, row, draft, {
        put: async ({ key }, { letter }) => put(drafts, await markedLetter(desk, letter, key), desk.signal),
        find: (key) => drafts.find(key, desk.signal),
      });
      return;
    case "standing":
    case "changed":
    case "removing":
    case "missing":
      return touch(desk, row, async (ref) => {
        const now = desk.world.clock.now();
        const there = await lookAtDraft(desk, drafts, row, ref);
        await takeStep(desk, drafts, { row, ref, draft }, draftStep(row, draft?.wanted, there, now));
      });
    case "done":
    case "removed": {
      if (draft === undefined || draft.wanted.about === row.about) return;
      const anew = await beginAgain(desk, row, draft.wanted);
      return anew && keepDraft(desk, drafts, anew, draft);
    }
    default:
      return;
  }
}

/** What was made and not finished is ours as it stands, and replaced at the next look. */
async function put(drafts: Drafts, letter: MarkedLetter, signal: AbortSignal): Promise<Made> {
  try {
    return { ref: (await drafts.put(letter, signal)).draft };
  } catch (error) {
    if (!(error instanceof UnfinishedDraft)) throw error;
    return { ref: error.standing.draft, formerHash: hashOf(draftContents(error.standing)) };
  }
}

type Touched = { row: Written; ref: string; draft: NewDraft | undefined };

async function takeStep(desk: WriteDesk, drafts: Drafts, { row, ref, draft }: Touched, step: DraftStep): Promise<void> {
  const { world, owner, signal } = desk;
  switch (step.kind) {
    case "leave":
      if (row.state !== "standing" || row.formerHash !== undefined)
        await change(desk, row, { state: "standing", formerHash: undefined });
      return;
    case "let_be":
      if (row.state !== "changed") await change(desk, row, { state: "changed" });
      return;
    case "replace":
      return draft && replace(desk, drafts, { row, ref, draft }, step.formerHash);
    case "remove":
      return claim(desk, row, "removing", async (claimed) => {
        await drafts.remove(ref, signal);
        await change(desk, claimed, { state: "removed" });
      });
    case "sent":
      if (row.about !== undefined)
        await recordSent(world, owner, { draftId: row.about as DraftId, mode: "email", at: step.at });
      await change(desk, row, { state: "done" });
      return;
    case "wait":
      desk.looks.push(step.until);
      if (row.state !== "missing") await change(desk, row, { state: "missing" });
      return;
    case "removed":
      await change(desk, row, { state: "removed" });
      return;
    case "deleted":
      return skip(desk, row);
  }
}

/** Both texts are ours while nobody knows which of them stands there. */
async function replace(
  desk: WriteDesk,
  drafts: Drafts,
  { row, ref, draft: { letter, wanted } }: Touched & { draft: NewDraft },
  formerHash: string,
): Promise<void> {
  const { hash, about } = wanted;
  const claimed = await change(desk, row, { state: "standing", hash, formerHash, about });
  if (claimed === undefined) return;
  await touch(desk, claimed, async () => {
    const { draft } = await drafts.replace(ref, await markedLetter(desk, letter, row.key), desk.signal);
    await change(desk, claimed, { state: "standing", ref: draft, formerHash: undefined });
  });
}

/** Thrown away there, it is not to be written. */
async function skip(desk: WriteDesk, row: Written): Promise<void> {
  const { world, owner } = desk;
  const now = world.clock.now();
  await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    if ((await change(desk, row, { state: "deleted" }, transaction)) === undefined) return;
    const followUpId = row.subjectId as FollowUpId;
    await skipFollowUp(transaction, owner, followUpId, now);
    await skipApprovedOf({ ...world, database: transaction }, owner, followUpId);
    await setTimerBy(transaction, owner, { kind: "decide_follow_ups", subjectId: owner }, now);
  });
}
