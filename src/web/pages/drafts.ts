import type { DraftId } from "../../domain/ids.ts";
import { letterFile } from "../../flows/letter-file.ts";
import { offerUnchecked } from "../../flows/offer-unchecked.ts";
import { recordSent } from "../../flows/plan/record-sent.ts";
import { answerAbsent, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";

/** The draft as a file that mail programs open: `/drafts/ID/letter.eml`. */
export async function saveLetter(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const file = id === undefined ? undefined : await letterFile(worldOf(ask), ownerIdOf(ask), id);
  if (file === undefined) return answerAbsent(ask);
  ask.header("Content-Type", "message/rfc822");
  ask.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  return ask.body(new Uint8Array(file.bytes));
}

/** R15: the owner sent it by hand; what is due follows at once. Told twice, it counts once. */
export async function letterSent(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const { back } = await ask.req.parseBody();
  const outcome =
    id === undefined ? "not_there" : await recordSent(worldOf(ask), ownerIdOf(ask), { draftId: id, mode: "email" });
  if (outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, wayBack(back, "/today"), outcome === "recorded" ? "letter_sent" : "not_now");
}

/** The one deliberate tap: working hours instead of a calendar. */
export async function offerHours(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const { back } = await ask.req.parseBody();
  const outcome = id === undefined ? "unknown" : await offerUnchecked(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, wayBack(back, "/review"), "unchecked");
}
