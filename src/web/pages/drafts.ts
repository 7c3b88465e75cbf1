import type { DraftId } from "../../domain/ids.ts";
import { letterFile } from "../../flows/letters/letter-file.ts";
import { offerUnchecked } from "../../flows/meeting/offer-unchecked.ts";
import { recordSent } from "../../flows/plan/record-sent.ts";
import { answerAbsent, answerFile, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn } from "../query.ts";
import { toldDay } from "../told-day.ts";

/** The draft as a file that mail programs open: `/drafts/ID/letter.eml`. */
export async function saveLetter(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const file = id === undefined ? undefined : await letterFile(worldOf(ask), ownerIdOf(ask), id);
  if (file === undefined) return answerAbsent(ask);
  return answerFile(ask, { name: file.name, type: "message/rfc822", content: file.bytes });
}

/** R15: the owner sent it by hand, now or on the day that they give; what is due follows at once. Told twice, it counts once. */
export async function letterSent(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const { back, on = "" } = await fieldsOf(ask);
  const here = wayBack(back, "/today");
  const at = on === "" ? undefined : toldDay(ask, on);
  if (on !== "" && at === undefined) return goOn(ask, here, "not_that_day");
  const sent = { mode: "email" as const, ...(at !== undefined && { at }) };
  const outcome =
    id === undefined ? "not_there" : await recordSent(worldOf(ask), ownerIdOf(ask), { draftId: id, ...sent });
  if (outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, here, outcome === "recorded" ? "letter_sent" : "not_now");
}

/** The one deliberate tap: working hours instead of a calendar. */
export async function offerHours(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const { back } = await ask.req.parseBody();
  const outcome = id === undefined ? "unknown" : await offerUnchecked(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, wayBack(back, "/review"), "unchecked");
}
