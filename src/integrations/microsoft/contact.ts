/** One contact of Outlook as a card, and a card as a contact. */
import { z } from "zod";
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { Card } from "../../domain/contact/card.ts";
import { cleanLine } from "../archive/header-text.ts";

/** A field of a shape that we do not know counts as absent: one odd value must not cost the contact. */
const lenient = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().catch(null);
const text = lenient(z.string());
const texts = lenient(z.array(z.string()));
const postal = lenient(z.object({ street: text, postalCode: text, city: text, state: text, countryOrRegion: text }));

const contactShape = z.object({
  id: z.string().min(1).max(1_000),
  displayName: text,
  givenName: text,
  surname: text,
  companyName: text,
  jobTitle: text,
  emailAddresses: lenient(z.array(z.object({ address: text }).catch({ address: null }))),
  mobilePhone: text,
  businessPhones: texts,
  homePhones: texts,
  businessHomePage: text,
  businessAddress: postal,
  homeAddress: postal,
  otherAddress: postal,
  personalNotes: text,
});
export type GraphContact = z.output<typeof contactShape>;
export const contactFields = Object.keys(contactShape.shape).join(",");

/** False for what came over badly: these two Outlook always tells, and in no other form. */
export const isWhole = (item: unknown): boolean =>
  z.object({ displayName: z.string().nullish(), emailAddresses: z.array(z.looseObject({})).nullish() }).safeParse(item)
    .success;

export const contactOf = (item: unknown): GraphContact | undefined => contactShape.safeParse(item).data;

export function cardOf(told: GraphContact): Card {
  const name = line(told.displayName) ?? line([told.givenName, told.surname].filter(Boolean).join(" "));
  const givenName = line(told.givenName);
  const familyName = line(told.surname);
  const company = line(told.companyName);
  const title = line(told.jobTitle);
  const postalAddress = [told.businessAddress, told.homeAddress, told.otherAddress].map(inOneLine).find(Boolean);
  const note = told.personalNotes?.replaceAll("\0", "").slice(0, noteChars).toWellFormed().trim();
  const addresses = (told.emailAddresses ?? []).flatMap(({ address }) => normaliseAddress(address ?? "") ?? []);
  const phones = [told.mobilePhone, ...(told.businessPhones ?? []), ...(told.homePhones ?? [])];
  return {
    key: told.id,
    origin: "outlook_contacts",
    ...(name !== undefined && { name }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    addresses: unique(addresses),
    phones: unique(phones.flatMap((phone) => line(phone) ?? [])),
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    links: [told.businessHomePage?.trim() ?? ""].filter((link) => /^https?:\/\/\S{1,2000}$/i.test(link)),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(note !== undefined && note !== "" && { note }),
  };
}

const lineMax = 500;
const noteChars = 2_000;
const valuesMax = 100;
const unique = (values: readonly string[]): string[] => [...new Set(values)].slice(0, valuesMax);

function line(told: string | null | undefined): string | undefined {
  const clean = cleanLine(told ?? "", lineMax);
  return clean === "" ? undefined : clean;
}

function inOneLine(told: GraphContact["businessAddress"]): string | undefined {
  if (told == null) return undefined;
  const parts = [told.street, told.postalCode, told.city, told.state, told.countryOrRegion];
  return line(parts.flatMap((part) => line(part) ?? []).join(", "));
}

/** Outlook takes three addresses and two business numbers of one contact. */
const addressesMax = 3;
const phonesMax = 2;

export type ContactToWrite = Record<string, unknown>;

export const contactToWrite = (card: Card): ContactToWrite =>
  fieldsOf(card, { id: "new", ...empty } satisfies GraphContact);

/** Fields of the card that are empty there; undefined when there is none. */
export function contactToFill(card: Card, there: GraphContact): ContactToWrite | undefined {
  const fields = fieldsOf(card, there);
  return Object.keys(fields).length === 0 ? undefined : fields;
}

const empty = {
  displayName: null,
  givenName: null,
  surname: null,
  companyName: null,
  jobTitle: null,
  emailAddresses: null,
  mobilePhone: null,
  businessPhones: null,
  homePhones: null,
  businessHomePage: null,
  businessAddress: null,
  homeAddress: null,
  otherAddress: null,
  personalNotes: null,
};

function fieldsOf(card: Card, there: GraphContact): ContactToWrite {
  const isNameless = [there.displayName, there.givenName, there.surname].every((name) => line(name) === undefined);
  const hasNoPhone = cardOf(there).phones.length === 0;
  const [street] = cardOf(there).postalAddress === undefined ? [card.postalAddress] : [];
  return {
    ...(isNameless && {
      ...named("displayName", card.name),
      ...named("givenName", card.givenName),
      ...named("surname", card.familyName),
    }),
    ...(line(there.companyName) === undefined && named("companyName", card.company)),
    ...(line(there.jobTitle) === undefined && named("jobTitle", card.title)),
    ...((there.emailAddresses ?? []).length === 0 &&
      card.addresses.length > 0 && {
        emailAddresses: card.addresses
          .slice(0, addressesMax)
          .map((address) => ({ address, ...(card.name !== undefined && { name: card.name }) })),
      }),
    ...(hasNoPhone && card.phones.length > 0 && { businessPhones: card.phones.slice(0, phonesMax) }),
    ...(line(there.businessHomePage) === undefined && named("businessHomePage", card.links[0])),
    ...(street !== undefined && { businessAddress: { street } }),
    ...(line(there.personalNotes) === undefined && named("personalNotes", card.note)),
  };
}

const named = (name: string, value: string | undefined): ContactToWrite =>
  value === undefined || value === "" ? {} : { [name]: value };
