/** Contacts as the People API shows them, and as programs hand them in. */
import type { CloudContact } from "../cloud/address-book.ts";
import { invalid, type Json } from "./door.ts";

const sourceTypes = { contact: "CONTACT", other: "OTHER_CONTACT" } as const;
const clientDataPrefix = "clientData:";
const userDefinedPrefix = "userDefined:";

export const resourceName = ({ kind, id }: Pick<CloudContact, "kind" | "id">): string =>
  kind === "contact" ? `people/${id}` : `otherContacts/${id}`;

export const personEtag = ({ change }: Pick<CloudContact, "change">): string => `%E${change}`;

/** Only the fields that the mask names, as the service does. */
export function personJson(contact: CloudContact, mask: ReadonlySet<string>): Json {
  const { card, kind, id, changedAt, properties } = contact;
  const source = { type: sourceTypes[kind], id, etag: `#${personEtag(contact)}`, updateTime: changedAt };
  const field = (index: number): Json => ({
    metadata: { source: { type: source.type, id }, ...(index === 0 && { primary: true }) },
  });
  const each = <Value>(values: readonly Value[], write: (value: Value) => Json): Json[] =>
    values.map((value, index) => ({ ...field(index), ...write(value) }));
  const kept = (prefix: string) =>
    Object.entries(properties)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key: key.slice(prefix.length), value }));
  const hasName = card.name !== undefined || card.givenName !== undefined || card.familyName !== undefined;
  const displayName = card.name ?? [card.givenName, card.familyName].filter((part) => part !== undefined).join(" ");
  const fields: Record<string, Json[] | Json> = {
    metadata: { sources: [source], objectType: "PERSON" },
    names: each(hasName ? [card] : [], ({ givenName, familyName }) => ({
      displayName,
      unstructuredName: displayName,
      ...(givenName !== undefined && { givenName }),
      ...(familyName !== undefined && { familyName }),
    })),
    emailAddresses: each(card.addresses, (value) => ({ value })),
    phoneNumbers: each(card.phones, (value) => ({ value })),
    organizations: each(card.company === undefined && card.title === undefined ? [] : [card], ({ company, title }) => ({
      ...(company !== undefined && { name: company }),
      ...(title !== undefined && { title }),
    })),
    urls: each(card.links, (value) => ({ value })),
    addresses: each(card.postalAddress === undefined ? [] : [card.postalAddress], (formattedValue) => ({
      formattedValue,
    })),
    biographies: each(card.note === undefined ? [] : [card.note], (value) => ({ value, contentType: "TEXT_PLAIN" })),
    clientData: each(kept(clientDataPrefix), (one) => one),
    userDefined: each(kept(userDefinedPrefix), (one) => one),
    memberships:
      kind === "contact"
        ? each(["myContacts"], (group) => ({
            contactGroupMembership: { contactGroupId: group, contactGroupResourceName: `contactGroups/${group}` },
          }))
        : [],
  };
  const shown = Object.entries(fields).filter(
    ([name, value]) => mask.has(name) && (!Array.isArray(value) || value.length > 0),
  );
  return { resourceName: resourceName(contact), etag: personEtag(contact), ...Object.fromEntries(shown) };
}

export const deletedPersonJson = (contact: CloudContact): Json => ({
  resourceName: resourceName(contact),
  etag: personEtag(contact),
  metadata: { sources: [{ type: sourceTypes[contact.kind], id: contact.id }], deleted: true },
});

/** What a field mask names; refuses an empty one. */
export function readMask(value: string | null, name: string): Set<string> {
  const mask = new Set((value ?? "").split(",").flatMap((field) => field.trim() || []));
  if (mask.size === 0) throw invalid(`${name}: a mask is needed`);
  return mask;
}

type Changed = Pick<CloudContact, "card" | "properties">;

/** The contact with the named fields taken from the body, the others as they were. */
export function readPerson(body: Json, fields: ReadonlySet<string>, base: Changed): Changed {
  const list = (name: string) => (Array.isArray(body[name]) ? (body[name] as Json[]) : []);
  const values = (name: string, key: string) =>
    list(name).flatMap((one) => (typeof one[key] === "string" ? [one[key]] : []));
  const card = { ...base.card };
  const set = <Key extends "name" | "givenName" | "familyName" | "company" | "title" | "postalAddress" | "note">(
    key: Key,
    value: string | undefined,
  ) => {
    if (value === undefined || value === "") delete card[key];
    else card[key] = value;
  };
  if (fields.has("names")) {
    const [given, family] = [values("names", "givenName")[0], values("names", "familyName")[0]];
    const whole = [given, family].filter((part) => part !== undefined).join(" ");
    set("givenName", given);
    set("familyName", family);
    set("name", whole === "" ? values("names", "unstructuredName")[0] : whole);
  }
  if (fields.has("emailAddresses"))
    card.addresses = values("emailAddresses", "value").map((value) => value.toLowerCase());
  if (fields.has("phoneNumbers")) card.phones = values("phoneNumbers", "value");
  if (fields.has("urls")) card.links = values("urls", "value");
  if (fields.has("organizations")) {
    set("company", values("organizations", "name")[0]);
    set("title", values("organizations", "title")[0]);
  }
  if (fields.has("biographies")) set("note", values("biographies", "value")[0]);
  if (fields.has("addresses"))
    set("postalAddress", values("addresses", "formattedValue")[0] ?? joinedAddress(list("addresses")[0]));
  const properties = { ...base.properties };
  for (const [field, prefix] of [
    ["clientData", clientDataPrefix],
    ["userDefined", userDefinedPrefix],
  ] as const) {
    if (!fields.has(field)) continue;
    for (const key of Object.keys(properties)) if (key.startsWith(prefix)) delete properties[key];
    for (const { key, value } of list(field)) properties[`${prefix}${String(key)}`] = String(value);
  }
  return { card, properties };
}

const joinedAddress = (address: Json | undefined): string | undefined =>
  address === undefined
    ? undefined
    : ["streetAddress", "postalCode", "city", "country"]
        .flatMap((part) => (typeof address[part] === "string" ? [address[part]] : []))
        .join(", ");
