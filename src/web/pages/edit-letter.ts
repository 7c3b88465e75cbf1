/** The owner's own words, another day, or not at all. */
import { z } from "zod";
import type { DraftId } from "../../domain/ids.ts";
import { dayIn, parseDay } from "../../domain/time.ts";
import { checkWords, editDraft } from "../../flows/sending/edit-draft.ts";
import { skipDraft, snoozeDraft } from "../../flows/sending/skip-draft.ts";
import { readDraft } from "../../store/read/drafts.ts";
import type { LintSeen } from "../../store/read/stored-json.ts";
import type { LintFinding } from "../../templates/lint.ts";
import { answerAbsent, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { oneLine } from "../fields.ts";
import { idIn } from "../query.ts";
import type { UndoWish } from "../undo-wish.ts";
import { wordsChecked } from "../views/letter-edit.ts";
import { showOneLetter } from "./one-letter.ts";

const editForm = z.object({
  subject: oneLine(200),
  body: z
    .string()
    .max(8_000)
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1)),
  offers: z.literal("yes").optional(),
  time: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  back: z.string().optional(),
});

export async function edit(ask: Ask) {
  const { subject, body, offers, time, back } = editForm.parse(await ask.req.parseBody({ all: true }));
  const draftId = idIn<DraftId>(ask);
  const draft = draftId && (await readDraft(worldOf(ask).database, ownerIdOf(ask), draftId));
  if (draftId === undefined || draft === undefined) return answerAbsent(ask);
  const offered = draft.offer?.times ?? [];
  const left = offered.filter(({ startsAt }) => time.includes(startsAt));
  // All ticked says nothing of the times: which lines still stand in the text does.
  const times = offers === "yes" && left.length < offered.length ? { times: left } : {};
  const edited = await editDraft(worldOf(ask), ownerIdOf(ask), { draftId, subject, body, ...times });
  switch (edited.kind) {
    case "saved":
      return goOn(ask, wayBack(back, "/review").replace(draftId, edited.draftId), "words_saved");
    case "not_there":
      return answerAbsent(ask);
    case "refused": {
      return showOneLetter(ask, {
        trouble: "Your version was not saved; it stands below as you typed it.",
        typed: { subject, body, times: time, findings: edited.findings.map(seen) },
      });
    }
  }
}

/** With a script: what the letter check says of the words as they stand in the fields. */
export async function lookAtWords(ask: Ask) {
  const { subject, body } = lookForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  const checked = draftId && (await checkWords(worldOf(ask), ownerIdOf(ask), { draftId, subject, body }));
  return checked?.kind === "checked"
    ? ask.html(wordsChecked(frameOf(ask), draftId!, checked.findings.map(seen)))
    : answerAbsent(ask);
}

/** Half-typed words are looked at too, an empty subject among them. */
const lookForm = z.object({ subject: z.string().max(200), body: z.string().max(8_000) });

const seen = ({ rule, weight, message, sentence }: LintFinding): LintSeen => ({
  rule,
  weight,
  message,
  ...(sentence !== undefined && { sentence }),
});

const backForm = z.object({ back: z.string().optional() });

export async function skip(ask: Ask) {
  const { back } = backForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  const outcome = draftId === undefined ? "not_there" : await skipDraft(worldOf(ask), ownerIdOf(ask), draftId);
  if (outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, awayFrom(draftId, back), "letter_skipped", await undoOf(ask, draftId));
}

const snoozeForm = z.object({ until: z.string(), back: z.string().optional() });

export async function snooze(ask: Ask) {
  const { until, back } = snoozeForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  const day = parseDay(until);
  const here = wayBack(back, "/review");
  if (day === undefined || day <= dayIn(ask.var.owner.zone, worldOf(ask).clock.now()))
    return goOn(ask, here, "not_a_day_to_come");
  const outcome = draftId === undefined ? "not_there" : await snoozeDraft(worldOf(ask), ownerIdOf(ask), draftId, day);
  if (outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, awayFrom(draftId, back), "letter_snoozed", await undoOf(ask, draftId));
}

async function undoOf(ask: Ask, draftId: DraftId | undefined): Promise<UndoWish | undefined> {
  const draft = draftId && (await readDraft(worldOf(ask).database, ownerIdOf(ask), draftId));
  return draft && { what: "follow_up", id: draft.followUpId };
}

/** The page of a letter that is gone is no place to go back to. */
const awayFrom = (draftId: DraftId | undefined, back: string | undefined): string => {
  const here = wayBack(back, "/review");
  return here.startsWith(`/drafts/${draftId}`) ? "/review" : here;
};
