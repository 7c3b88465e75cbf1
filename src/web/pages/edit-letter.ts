/** The owner's own words, another day, or not at all. */
import { z } from "zod";
import type { DraftId } from "../../domain/ids.ts";
import { dayIn, parseDay } from "../../domain/time.ts";
import { editDraft } from "../../flows/sending/edit-draft.ts";
import { skipDraft, snoozeDraft } from "../../flows/sending/skip-draft.ts";
import { readDraft } from "../../store/read/drafts.ts";
import { answerAbsent, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { showOneLetter } from "./one-letter.ts";

const editForm = z.object({
  subject: z.string().trim().min(1).max(200),
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
      const findings = edited.findings.map(({ rule, weight, message, sentence }) => ({
        rule,
        weight,
        message,
        ...(sentence !== undefined && { sentence }),
      }));
      return showOneLetter(ask, {
        trouble: "Your version was not saved; it stands below as you typed it.",
        typed: { subject, body, times: time, findings },
      });
    }
  }
}

const backForm = z.object({ back: z.string().optional() });

export async function skip(ask: Ask) {
  const { back } = backForm.parse(await ask.req.parseBody());
  const draftId = idIn<DraftId>(ask);
  const outcome = draftId === undefined ? "not_there" : await skipDraft(worldOf(ask), ownerIdOf(ask), draftId);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, awayFrom(draftId, back), "letter_skipped");
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
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, awayFrom(draftId, back), "letter_snoozed");
}

/** The page of a letter that is gone is no place to go back to. */
const awayFrom = (draftId: DraftId | undefined, back: string | undefined): string => {
  const here = wayBack(back, "/review");
  return here.startsWith(`/drafts/${draftId}`) ? "/review" : here;
};
