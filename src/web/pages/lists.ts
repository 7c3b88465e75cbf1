/** The page of lists: each form changes one list and comes back to it, or keeps what was typed and says what is wrong. */
import { marketFields, readTerms } from "../../domain/contact/target-market.ts";
import type { CompanyId, GroupId, WantedId } from "../../domain/ids.ts";
import {
  addCompany,
  dropCompany,
  dropGroup,
  judgeGroup,
  notThem,
  saveMarket,
  saySeat,
  tellGroup,
  unwant,
  visitLink,
  want,
} from "../../flows/lists/change-lists.ts";
import { sayFormerEmployers } from "../../flows/lists/former-employers.ts";
import { lookAtLists } from "../../flows/lists/look-at-lists.ts";
import { lookAtRelationships } from "../../flows/lists/look-at-relationships.ts";
import type { Changed } from "../../flows/owner/change-setting.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf } from "../fields.ts";
import { idOf, searchIn } from "../query.ts";
import { type ListsTyped, listsView } from "../views/lists.ts";

export async function showLists(ask: Ask, typed?: ListsTyped) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const frame = frameOf(ask);
  const body = listsView(frame, {
    lists: await lookAtLists(world, owner),
    relationships: await lookAtRelationships(world, owner),
    search: searchIn(ask),
    ...(typed !== undefined && { typed }),
  });
  return answerPage(ask, frame, { title: "Lists", place: "lists", body }, typed === undefined ? 200 : 400);
}

export async function wantSomebody(ask: Ask) {
  const fields = await fieldsOf(ask);
  const { who = "", company = "" } = fields;
  const wanted = await want(worldOf(ask), ownerIdOf(ask), company.trim() === "" ? who : `${who}, ${company}`);
  if (wanted.kind === "noted") return goOn(ask, "/lists#wanted", "wanted_noted");
  if (wanted.kind === "known_already") return goOn(ask, "/lists#wanted", "wanted_known");
  const says =
    wanted.kind === "full"
      ? "The list is full: take somebody off first."
      : "Whom? Give a name, or a role and a company.";
  return showLists(ask, { form: "wanted", fields, troubles: { who: says } });
}

export const unwantSomebody = (ask: Ask) =>
  changed(ask, "wanted", (id: WantedId) => unwant(worldOf(ask), ownerIdOf(ask), id));

export async function sayNotThem(ask: Ask) {
  const fields = await fieldsOf(ask);
  const id = idOf<WantedId>(fields.id);
  const said = id === undefined ? "unknown" : await notThem(worldOf(ask), ownerIdOf(ask), id);
  return goOn(ask, wayBack(fields.back, "/lists#wanted"), said === "noted" ? "wanted_not_them" : "not_now");
}

export async function saveCompany(ask: Ask) {
  const fields = await fieldsOf(ask);
  const { name = "", domains = "", missingRole = "" } = fields;
  return answer(
    ask,
    "companies",
    fields,
    await addCompany(worldOf(ask), ownerIdOf(ask), { name, domains, missingRole }),
  );
}

export const removeCompany = (ask: Ask) =>
  changed(ask, "companies", (id: CompanyId) => dropCompany(worldOf(ask), ownerIdOf(ask), id));

export async function keepMarket(ask: Ask) {
  const fields = await fieldsOf(ask);
  const market = Object.fromEntries(marketFields.map((name) => [name, readTerms(fields[name] ?? "")]));
  return answer(ask, "market", fields, await saveMarket(worldOf(ask), ownerIdOf(ask), market));
}

export async function saveFormer(ask: Ask) {
  const fields = await fieldsOf(ask);
  return answer(ask, "former", fields, await sayFormerEmployers(worldOf(ask), ownerIdOf(ask), fields.domains ?? ""));
}

export async function saveGroup(ask: Ask) {
  const fields = await fieldsOf(ask);
  return answer(ask, "groups", fields, await tellGroup(worldOf(ask), ownerIdOf(ask), { name: fields.name ?? "" }));
}

export async function saveLink(ask: Ask) {
  const fields = await fieldsOf(ask);
  const { name = "", url = "" } = fields;
  return answer(ask, "links", fields, await tellGroup(worldOf(ask), ownerIdOf(ask), { name, url: url.trim() }));
}

export const acceptGroup = (ask: Ask) =>
  changed(ask, "groups", (id: GroupId) => judgeGroup(worldOf(ask), ownerIdOf(ask), id, "accepted"));

export const removeGroup = (ask: Ask) =>
  changed(ask, "groups", (id: GroupId) => dropGroup(worldOf(ask), ownerIdOf(ask), id));

export const visited = (ask: Ask) =>
  changed(ask, "links", (id: GroupId) => visitLink(worldOf(ask), ownerIdOf(ask), id));

export async function saveSeat(ask: Ask) {
  const { id: text, address = "", profession = "" } = await fieldsOf(ask);
  const id = idOf<GroupId>(text);
  const isSaved = id !== undefined && (await saySeat(worldOf(ask), ownerIdOf(ask), id, { address, profession }));
  return isSaved ? goOn(ask, "/lists#groups", "list_saved") : answerAbsent(ask);
}

async function changed<Id extends string>(ask: Ask, panel: string, change: (id: Id) => Promise<boolean>) {
  const fields = await fieldsOf(ask);
  const id = idOf<Id>(fields.id);
  const isDone = id !== undefined && (await change(id));
  return isDone ? goOn(ask, wayBack(fields.back, `/lists#${panel}`), "list_saved") : answerAbsent(ask);
}

function answer(ask: Ask, form: ListsTyped["form"], fields: Fields, saved: Changed) {
  if (saved.kind === "saved") return goOn(ask, `/lists#${form}`, "list_saved");
  const troubles = Object.fromEntries(
    saved.issues.map(({ field, says }) => [field, `This needs to be right: ${says}.`]),
  );
  return showLists(ask, { form, fields, troubles });
}
