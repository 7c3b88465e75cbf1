/** `/drafts/ID/times`: which times a letter offers, chosen by a click; alone for a card that asks by script, else a page. */
import { z } from "zod";
import type { DraftId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { chooseTimes, chosenTimesMax, type TimesChosen, timesToChoose } from "../../flows/sending/choose-times.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { chooseTimesForm, chooseTimesPage } from "../views/letter-choose-times.ts";

export async function showTimes(ask: Ask, told: { trouble?: string; back?: string } = {}) {
  const draftId = idIn<DraftId>(ask);
  const choice = draftId && (await timesToChoose(worldOf(ask), ownerIdOf(ask), draftId));
  if (choice === undefined) return answerAbsent(ask);
  const back = wayBack(told.back ?? ask.req.query("back"), `/drafts/${choice.draftId}`);
  const frame = frameOf(ask);
  const parts = { choice, back, ...(told.trouble !== undefined && { trouble: told.trouble }) };
  if (ask.req.header("hx-request") !== undefined) return ask.html(chooseTimesForm(frame, parts));
  const page = { title: "Times of a letter", place: "review", body: chooseTimesPage(frame, parts) } as const;
  return answerPage(ask, frame, page, told.trouble === undefined ? 200 : 409);
}

const timesForm = z.object({
  time: z.union([z.iso.datetime().transform((one) => [one]), z.array(z.iso.datetime())]).default([]),
  back: z.string().optional(),
});

export async function chooseThem(ask: Ask) {
  const { time, back } = timesForm.parse(await ask.req.parseBody({ all: true }));
  const draftId = idIn<DraftId>(ask);
  if (draftId === undefined) return answerAbsent(ask);
  const chosen = await chooseTimes(worldOf(ask), ownerIdOf(ask), { draftId, starts: time as Instant[] });
  if (chosen.kind === "saved")
    return goOn(ask, wayBack(back, "/review").replace(draftId, chosen.draftId), "times_chosen");
  return chosen.kind === "not_there"
    ? answerAbsent(ask)
    : showTimes(ask, { trouble: troubleOf(chosen), ...(back !== undefined && { back }) });
}

function troubleOf(chosen: Exclude<TimesChosen, { kind: "saved" | "not_there" }>): string {
  switch (chosen.kind) {
    case "how_many":
      return `Choose one to ${chosenTimesMax} times.`;
    case "taken":
      return "One of these times is not free any more. This is what is left.";
    case "no_lines":
      return "Your version of the letter says its times in other words: change them there.";
    case "refused":
      return `Not saved. ${chosen.findings.map(({ message }) => message).join(" ")}`;
  }
}
