/**
 * Each letter that waits also stands among the owner's drafts, to be sent from there. Theirs is touched only when it is proven
 * to be as we wrote it (S7); sent from there it counts as sent, thrown away it is skipped.
 */
import type { DraftId, FollowUpId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import {
  type DraftStep,
  type DraftThere,
  draftContents,
  draftStep,
  isWorthAsking,
} from "../../domain/write-back/draft-step.ts";
import type { Wanted, Written } from "../../domain/write-back/written.ts";
import type { Drafts } from "../../integrations/mail.ts";
import { findDraft } from "../../store/drafts.ts";
import { skipFollowUp } from "../../store/follow-ups.ts";
import { setTimerBy } from "../../store/timers.ts";
import { type WaitingLetter, waitingLetters, wroteSince } from "../../store/to-write.ts";
import { recordSent } from "../plan/record-sent.ts";
import { beginAgain, change, claim, hashOf, make, rowsFor, touch, type WriteDesk } from "./desk.ts";
import { markedLetter } from "./marked-letter.ts";

type NewDraft = { letter: WaitingLetter; wanted: Wanted };

/** Where drafts are not wished any more, those that stand as we wrote them are taken away. */
export async function keepDrafts(desk: WriteDesk, drafts: Drafts, { isWished }: { isWished: boolean }): Promise<void> {
  const { world, owner, signal } = desk;
  const letters = new Map<string, NewDraft>(
    (isWished ? await waitingLetters(world.database, owner) : []).map((letter) => [
      letter.followUpId,
      newDraft(letter),
    ]),
  );
  const rows = await rowsFor(
    desk,
    "draft",
    [...letters.values()].map(({ wanted }) => wanted),
  );
  for (const row of rows) {
    if (signal.aborted) return;
    await keepDraft(desk, drafts, row, letters.get(row.subjectId));
  }
}

const newDraft = (letter: WaitingLetter): NewDraft => {
  const { followUpId, draftId, to, alsoTo, subject, body } = letter;
  const hash = hashOf(draftContents({ to: [to, ...alsoTo], subject, text: body }));
  return { letter, wanted: { subjectId: followUpId, hash, about: draftId } };
};

async function keepDraft(desk: WriteDesk, drafts: Drafts, row: Written, draft: NewDraft | undefined): Promise<void> {
  switch (row.state) {
    case "wanted":
    case "unknown":
      await make(desk, row, draft, {
        put: async ({ key }, { letter }) => {
          const { draft: ref } = await drafts.put(await markedLetter(desk, letter, key), desk.signal);
          return { ref };
        },
        find: (key) => drafts.find(key, desk.signal),
      });
      return;
    case "standing":
    case "changed":
    case "removing":
    case "missing":
      return touch(desk, row, async (ref) => {
        const now = desk.world.clock.now();
        const there = await lookAt(desk, drafts, row, ref);
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

async function lookAt(desk: WriteDesk, drafts: Drafts, row: Written, ref: string): Promise<DraftThere> {
  const { world, signal } = desk;
  const found = await drafts.read(ref, signal);
  if (found !== undefined) return { kind: "draft", hash: hashOf(draftContents(found)) };
  // The mail that was read tells it for nothing, and also where a provider drops our marker when it sends.
  const wroteAt = await writtenAt(desk, row);
  if (wroteAt !== undefined) return { kind: "sent", at: wroteAt };
  if (!isWorthAsking(row, world.clock.now())) return { kind: "gone" };
  const sent = await drafts.findSent(row.key, signal);
  return sent === undefined ? { kind: "gone" } : { kind: "sent", at: sent.headers.sentAt ?? world.clock.now() };
}

async function writtenAt({ world, owner, account }: WriteDesk, { about }: Written): Promise<Instant | undefined> {
  const letter = about === undefined ? undefined : await findDraft(world.database, owner, about as DraftId);
  if (letter === undefined) return undefined;
  const { to, subject, createdAt } = letter;
  const from = [account.address, ...account.aliases];
  return wroteSince(world.database, owner, account.accountId, { from, to, subject, since: createdAt });
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
    if ((await change(desk, row, { state: "deleted" }, transaction)) === undefined) return;
    await skipFollowUp(transaction, owner, row.subjectId as FollowUpId, now);
    await setTimerBy(transaction, owner, { kind: "decide_follow_ups", subjectId: owner }, now);
  });
}
