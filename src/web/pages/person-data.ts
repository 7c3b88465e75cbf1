/** What is kept of one person: taken along as a file, or erased. */
import { z } from "zod";
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { ContactId } from "../../domain/ids.ts";
import { erasePerson, letReturn, whatWaits } from "../../flows/people/erase-person.ts";
import { exportPerson } from "../../flows/people/export-person.ts";
import { readKeptOfPerson, readOpenEnds } from "../../store/read/open-ends.ts";
import { readPerson } from "../../store/read/person.ts";
import { answerAbsent, answerFile, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn } from "../query.ts";
import { personEraseView } from "../views/person-erase.ts";

/** `/people/ID/export.json` */
export async function exportOne(ask: Ask) {
  const id = idIn<ContactId>(ask);
  const file = id && (await exportPerson(worldOf(ask), ownerIdOf(ask), id));
  if (file === undefined) return answerAbsent(ask);
  const content = `${JSON.stringify(file.content, undefined, 1)}\n`;
  return answerFile(ask, { name: file.name, type: "application/json; charset=utf-8", content });
}

export async function showErase(ask: Ask) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const id = idIn<ContactId>(ask);
  const person = id && (await readPerson(database, owner, id));
  if (person === undefined) return answerAbsent(ask);
  const ends = await readOpenEnds(database, owner, { contactId: person.contactId, now: worldOf(ask).clock.now() });
  const kept = await readKeptOfPerson(database, owner, person.contactId);
  const frame = frameOf(ask);
  const body = personEraseView(frame, { person, kept, waits: whatWaits(ends) });
  return answerPage(ask, frame, { title: `Erase ${person.name}`, place: "people", body });
}

const eraseForm = z.object({ sure: z.literal("yes").optional() });

/** Without the tick, and while something has to end first, the page says so again. */
export async function erase(ask: Ask) {
  const { sure } = eraseForm.parse(await fieldsOf(ask));
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  if (sure === undefined) return goOn(ask, `/people/${id}/erase`, "not_sure");
  const outcome = await erasePerson(worldOf(ask), ownerIdOf(ask), id);
  if (outcome.kind === "unknown") return answerAbsent(ask);
  return outcome.kind === "erasing"
    ? goOn(ask, "/people", "person_erased")
    : goOn(ask, `/people/${id}/erase`, "erasure_waits");
}

const returnForm = z.object({ address: z.string().trim().max(320).default("") });

export async function mayReturn(ask: Ask) {
  const { address } = returnForm.parse(await fieldsOf(ask));
  const outcome = await letReturn(worldOf(ask), ownerIdOf(ask), normaliseAddress(address) ?? address);
  return goOn(ask, "/people?show=away", outcome === "may_return" ? "may_return" : "never_erased");
}
