/** Outlook's contacts, in the one folder that the sandbox's address books have. */
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudContact, ContactChange } from "../cloud/address-book.ts";
import { type Answer, type Call, created, invalid, type Json, notFound, ok, type Route, route } from "./door.ts";
import { parseFilter, reach } from "./filter.ts";
import { folderId, itemId, readFolderId, readItemId } from "./ids.ts";
import { logDelta } from "./log-delta.ts";
import { wholeSeconds } from "./message-json.ts";
import {
  changeKeyOf,
  context,
  etagOf,
  expandedProperties,
  keepSelected,
  page,
  propertiesJson,
  readProperties,
  selected,
} from "./odata.ts";

const reading = ["Contacts.Read", "Contacts.ReadWrite"];
const writing = ["Contacts.ReadWrite"];
const folder = "contacts";

export const contactRoutes = (): Route[] => [
  route("GET", "/me/contactFolders", reading, () => ok({ ...context("contactFolders"), value: [] })),
  route("GET", "/me/contactFolders/:folder", reading, (call) => inFolder(call, folderJson)),
  route("GET", "/me/contactFolders/:folder/contacts/delta", reading, (call) => inFolder(call, () => ok(delta(call)))),
  route("GET", "/me/contactFolders/:folder/contacts", reading, (call) => inFolder(call, () => list(call))),
  route("POST", "/me/contactFolders/:folder/contacts", writing, (call) => inFolder(call, () => create(call))),
  route("GET", "/me/contacts", reading, list),
  route("POST", "/me/contacts", writing, create),
  route("GET", "/me/contacts/:id", reading, (call) => ok(shown(call, contactOf(call)))),
  route("PATCH", "/me/contacts/:id", writing, change),
  route("DELETE", "/me/contacts/:id", writing, remove),
];

/** The answer, where the path names the folder that there is. */
function inFolder({ param }: Call, answer: () => Answer): Answer {
  const name = readFolderId(param("folder")) ?? param("folder").toLowerCase();
  if (name !== folder) throw notFound();
  return answer();
}

const folderJson = (): Answer =>
  ok({
    ...context("contactFolders/$entity"),
    id: folderId(folder),
    displayName: "Contacts",
    parentFolderId: folderId("msgfolderroot"),
  });

const saved = ({ book }: CloudAccount): CloudContact[] => book.contacts("contact");

function contactOf({ account, param }: Call): CloudContact {
  const contact = account.book.find(readItemId("c", param("id")) ?? "");
  if (contact?.kind !== "contact") throw notFound();
  return contact;
}

function list(call: Call): Answer {
  const filter = call.query.get("$filter");
  const isWanted = filter === null ? undefined : parseFilter(filter);
  const wanted = saved(call.account).filter((contact) => {
    if (isWanted === undefined) return true;
    const json = {
      ...contactJson(contact, call, []),
      singleValueExtendedProperties: Object.entries(contact.properties).map(([id, value]) => ({ id, value })),
    };
    return isWanted((path) => reach(json, path));
  });
  return ok(
    page(
      call,
      wanted.map((contact) => shown(call, contact)),
      "contacts",
      { usual: 10, most: 1_000 },
    ),
  );
}

const shown = (call: Call, contact: CloudContact): Json =>
  keepSelected(contactJson(contact, call, expandedProperties(call.query)), selected(call.query));

function delta(call: Call): Json {
  const { account, prefer, query } = call;
  const fields = selected(query);
  return logDelta(
    call,
    {
      name: `contacts ${account.address}`,
      path: `/me/contactFolders('${folderId(folder)}')/contacts/delta`,
      log: account.book.log,
      all: () => saved(account),
      idIn: ({ contact }: ContactChange) => (contact.kind === "contact" ? contact.id : undefined),
      find: (id) => account.book.find(id),
      show: (contact) => keepSelected(contactJson(contact, call, []), fields),
      shownId: (id) => itemId("c", id, prefer.lastingIds),
    },
    "contact",
  );
}

function contactJson(
  { id, card, properties, changedAt, change }: CloudContact,
  { prefer }: Pick<Call, "prefer">,
  asked: readonly string[],
): Json {
  return {
    ...etagOf(change),
    id: itemId("c", id, prefer.lastingIds),
    createdDateTime: wholeSeconds(changedAt),
    lastModifiedDateTime: wholeSeconds(changedAt),
    changeKey: changeKeyOf(change),
    categories: [],
    parentFolderId: folderId(folder),
    displayName: card.name ?? [card.givenName, card.familyName].filter((part) => part !== undefined).join(" "),
    givenName: card.givenName ?? null,
    surname: card.familyName ?? null,
    emailAddresses: card.addresses.map((address) => ({ address, name: card.name ?? address })),
    businessPhones: card.phones.slice(1),
    homePhones: [],
    mobilePhone: card.phones[0] ?? null,
    companyName: card.company ?? null,
    jobTitle: card.title ?? null,
    businessHomePage: card.links[0] ?? null,
    personalNotes: card.note ?? "",
    ...(card.postalAddress !== undefined && { businessAddress: { street: card.postalAddress } }),
    ...propertiesJson(properties, asked),
  };
}

const noCard: CloudContact["card"] = { addresses: [], phones: [], links: [] };

function create(call: Call): Answer {
  const { account, body, now } = call;
  const contact = account.book.add(
    { kind: "contact", card: readCard(body, noCard), properties: readProperties(body, {}) },
    now,
  );
  return created(shown(call, contact));
}

function change(call: Call): Answer {
  const { account, body, now } = call;
  const { id, card, properties } = contactOf(call);
  const changed = account.book.change(
    id,
    { card: readCard(body, card), properties: readProperties(body, properties) },
    now,
  );
  if (changed === undefined) throw notFound();
  return ok(shown(call, changed));
}

function remove(call: Call): Answer {
  call.account.book.remove(contactOf(call).id, call.now);
  return { status: 204 };
}

function readCard(body: Json, base: CloudContact["card"]): CloudContact["card"] {
  const texts = {
    name: text(body, "displayName", base.name),
    givenName: text(body, "givenName", base.givenName),
    familyName: text(body, "surname", base.familyName),
    company: text(body, "companyName", base.company),
    title: text(body, "jobTitle", base.title),
    note: text(body, "personalNotes", base.note),
  };
  const {
    mobilePhone = base.phones[0],
    businessPhones = base.phones.slice(1),
    businessHomePage = base.links[0],
  } = body;
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
    ...(base.postalAddress !== undefined && { postalAddress: base.postalAddress }),
    addresses: body.emailAddresses === undefined ? base.addresses : readAddresses(body.emailAddresses),
    // Cards do not say which phone is which: the same number given twice is one.
    phones: [...new Set([mobilePhone, ...(Array.isArray(businessPhones) ? businessPhones : [])])].filter(
      (one) => typeof one === "string",
    ),
    links: typeof businessHomePage === "string" && businessHomePage !== "" ? [businessHomePage] : [],
  };
}

function text(body: Json, name: string, known: string | undefined): string | undefined {
  const given = body[name];
  if (given === undefined) return known;
  return typeof given === "string" && given !== "" ? given : undefined;
}

function readAddresses(given: unknown): string[] {
  if (!Array.isArray(given)) throw invalid("emailAddresses");
  return given.map(({ address }: Json) => normaliseAddress(String(address)) ?? String(address).toLowerCase());
}
