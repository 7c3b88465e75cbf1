/** One entry of Google Contacts as a card of ours, and back. */
import { z } from "zod";
import type { Card } from "../../domain/contact/card.ts";

const Text = z.string().optional().catch(undefined);
const list = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape)).default([]).catch([]);

export const GooglePerson = z.object({
  resourceName: z.string().min(1).max(500),
  etag: Text,
  metadata: z
    .object({ deleted: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  names: list({ displayName: Text, givenName: Text, familyName: Text }),
  emailAddresses: list({ value: Text }),
  phoneNumbers: list({ value: Text }),
  organizations: list({ name: Text, title: Text }),
  urls: list({ value: Text }),
  addresses: list({ formattedValue: Text }),
  biographies: list({ value: Text }),
  clientData: list({ key: Text, value: Text }),
});
export type GooglePerson = z.output<typeof GooglePerson>;

const Listed = z.array(z.unknown()).optional();
const Telling = z.object({
  metadata: z.object({ deleted: z.boolean().optional() }).optional(),
  names: Listed,
  emailAddresses: Listed,
  phoneNumbers: Listed,
  organizations: Listed,
});
/** What tells who it is, or whether it is still there, came in a form of its own: nobody can say that it is empty. */
export const isDoubtful = (item: unknown): boolean => !Telling.safeParse(item).success;

/** What is read of a contact; people who were never saved have the first three only. */
export const otherFields = "names,emailAddresses,phoneNumbers,metadata";
export const contactFields = `${otherFields},organizations,urls,addresses,biographies,clientData`;

const noteMax = 2_000;
const valuesMax = 100;

/** Undefined when there is nothing in it by which anyone could be known. */
export function cardOf(person: GooglePerson): Card | undefined {
  const [name] = person.names;
  const [organization] = person.organizations;
  const addresses = values(person.emailAddresses).flatMap((value) => {
    const address = value.replace(/^mailto:/i, "").toLowerCase();
    return /^[^\s@<>"(),:;]+@[^\s@<>"(),:;/]+$/.test(address) && address.length <= 254 ? [address] : [];
  });
  const phones = values(person.phoneNumbers).filter((phone) => /\d/.test(phone) && phone.length <= 60);
  const shown = oneLine(name?.displayName) ?? oneLine([name?.givenName, name?.familyName].filter(Boolean).join(" "));
  const company = oneLine(organization?.name);
  if (shown === undefined && company === undefined && addresses.length + phones.length === 0) return undefined;
  const [givenName, familyName, title] = [name?.givenName, name?.familyName, organization?.title].map(oneLine);
  const postalAddress = oneLine(person.addresses[0]?.formattedValue?.replace(/\n+/g, ", "));
  const note = person.biographies[0]?.value?.trim().slice(0, noteMax);
  return {
    key: person.resourceName,
    origin: "google_contacts",
    ...(shown !== undefined && { name: shown }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    addresses: [...new Set(addresses)],
    phones: [...new Set(phones)],
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    links: [...new Set(values(person.urls))].filter((link) => /^https?:\/\/\S{1,2000}$/i.test(link)),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(note !== undefined && note !== "" && { note }),
  };
}

const values = (entries: readonly { value?: string | undefined }[]): string[] =>
  entries.slice(0, valuesMax).flatMap(({ value }) => oneLine(value) ?? []);

const oneLine = (text: string | undefined): string | undefined => text?.replace(/\s+/g, " ").trim() || undefined;

/** The fields of a person that a card has something for, by Google's names. */
export function fieldsOf(card: Card) {
  const { name, givenName, familyName, addresses, phones, company, title, links, postalAddress, note } = card;
  const named =
    givenName === undefined && familyName === undefined ? { unstructuredName: name } : { givenName, familyName };
  const fields = {
    names: (name ?? givenName ?? familyName) ? [withoutUndefined(named)] : [],
    emailAddresses: addresses.map((value) => ({ value })),
    phoneNumbers: phones.map((value) => ({ value })),
    organizations: (company ?? title) ? [withoutUndefined({ name: company, title })] : [],
    urls: links.map((value) => ({ value })),
    addresses: postalAddress === undefined ? [] : [{ formattedValue: postalAddress }],
    biographies: note === undefined ? [] : [{ value: note }],
  };
  return Object.fromEntries(Object.entries(fields).filter(([, entries]) => entries.length > 0)) as Partial<
    typeof fields
  >;
}

/** Those of them that stand empty in the contact as it is. */
export function emptyFields(card: Card, person: GooglePerson): ReturnType<typeof fieldsOf> {
  const isEmpty = (field: string) => (person[field as keyof GooglePerson] as readonly unknown[]).length === 0;
  return Object.fromEntries(Object.entries(fieldsOf(card)).filter(([field]) => isEmpty(field)));
}

const withoutUndefined = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
