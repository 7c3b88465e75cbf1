/** The owner's yes (R41): to one letter, to several at once, and taken back. */
import { z } from "zod";
import { sayBecause } from "../../domain/because.ts";
import { timesLapsed } from "../../domain/draft/times-now.ts";
import type { DraftId } from "../../domain/ids.ts";
import { composeDrafts } from "../../flows/letters/compose-drafts.ts";
import { approveDraft } from "../../flows/sending/approve-draft.ts";
import { approveSeveral } from "../../flows/sending/approve-several.ts";
import { takeBackApproval } from "../../flows/sending/take-back.ts";
import { readDraft } from "../../store/read/drafts.ts";
import { readPerson } from "../../store/read/person.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { severalView } from "../views/several.ts";
import { showOneLetter } from "./one-letter.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const approvalForm = z.object({ hash, nudges: z.literal("yes").optional(), back: z.string().optional() });

export async function approve(ask: Ask) {
  const { hash: textHash, nudges, back } = approvalForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  if (draftId === undefined) return answerAbsent(ask);
  const wish = { draftId, textHash, withNudges: nudges === "yes", way: "page" } as const;
  const outcome = await approveDraft(worldOf(ask), ownerIdOf(ask), wish);
  switch (outcome.kind) {
    case "approved":
      // Whoever sends it by hand goes on with the letter, all others with the list.
      return outcome.leavesAt === undefined
        ? goOn(ask, `/drafts/${draftId}`, "approved_by_hand")
        : goOn(ask, wayBack(back, "/today"), "approved", { what: "approval", id: draftId });
    case "not_there":
      return answerAbsent(ask);
    case "held_back": {
      const isLapsed = outcome.because.rule === timesLapsed;
      if (isLapsed) await composeDrafts(worldOf(ask), ownerIdOf(ask));
      const trouble = `${sayBecause(outcome.because)}${isLapsed ? " Here it is with others." : ""}`;
      return showOneLetter(ask, { trouble, ...(isLapsed && (await seenBefore(ask, draftId, textHash))) });
    }
    case "changed":
      return showOneLetter(ask, {
        trouble: sayBecause(outcome.because),
        ...(await seenBefore(ask, draftId, textHash)),
      });
  }
}

/** The version that the page showed, while it is still kept. */
async function seenBefore(ask: Ask, draftId: DraftId, textHash: string) {
  const shown = await readDraft(worldOf(ask).database, ownerIdOf(ask), draftId);
  return shown?.textHash === textHash ? { seenBefore: { subject: shown.subject, body: shown.body } } : {};
}

const backForm = z.object({ back: z.string().optional() });

export async function takeBack(ask: Ask) {
  const { back } = backForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  const outcome = draftId === undefined ? "not_there" : await takeBackApproval(worldOf(ask), ownerIdOf(ask), draftId);
  if (outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, wayBack(back, "/sent"), outcome === "taken_back" ? "approval_taken_back" : "left_already");
}

/** More are not read in one sitting. */
const atOnceMax = 50;
const ticked = z.string().transform((text, context) => {
  const [draftId, textHash] = text.split(":");
  const read = z.object({ draftId: z.uuid(), textHash: hash }).safeParse({ draftId, textHash });
  if (read.success) return { draftId: read.data.draftId as DraftId, textHash: read.data.textHash };
  context.addIssue({ code: "custom", message: "not a letter that was shown" });
  return z.NEVER;
});
const severalForm = z.object({
  letter: z.union([ticked.transform((one) => [one]), z.array(ticked).max(atOnceMax)]).default([]),
  nudges: z.literal("yes").optional(),
});

/** Each by itself: what holds one back holds none of the others. */
export async function approveTicked(ask: Ask) {
  const { letter: letters, nudges } = severalForm.parse(await ask.req.parseBody({ all: true }));
  if (letters.length === 0) return goOn(ask, "/review", "none_ticked");
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const outcomes = await approveSeveral(world, owner, { letters, withNudges: nudges === "yes", way: "page" });
  const told = [];
  for (const { draftId, outcome } of outcomes) {
    const draft = await readDraft(world.database, owner, draftId);
    const person = draft && (await readPerson(world.database, owner, draft.contactId));
    told.push({ draftId, outcome, ...(draft !== undefined && { subject: draft.subject }), name: person?.name });
  }
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title: "Approved", place: "review", body: severalView(frame, told) });
}
