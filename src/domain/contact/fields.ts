/**
 * What is known of a person beside their addresses, each with where it was read (M7, R2). A source fills only what the
 * sources before it left empty: the owner's own address book, then the card that came with their mail, then what they
 * sign with. Numbers and links are collected, each named by the first source that has it.
 */
import type { Signature } from "../mail/signature.ts";
import type { Instant } from "../time.ts";
import type { PersonName } from "./name.ts";
import { phoneKey } from "./phone.ts";

export const fieldNames = ["name", "company", "title", "phone", "postal_address", "link"] as const;
export type FieldName = (typeof fieldNames)[number];

/** list: an export of connections or a table of contacts. */
export type FieldSource = "address_book" | "list" | "display_name" | "attached_card" | "signature";

export type ContactField = {
  field: FieldName;
  value: string;
  source: FieldSource;
  /** When the message was written that says so; absent for lists and display names. */
  sourceAt?: Instant;
};

/** What one source says of a person. */
export type FieldsSaid = {
  source: FieldSource;
  sourceAt?: Instant;
  name?: PersonName;
  company?: string;
  title?: string;
  phones?: readonly string[];
  postalAddress?: string;
  links?: readonly string[];
};

/** Of numbers and of links at most so many are kept. */
const eachMax = 6;

/** `said` in the order in which it is believed. */
export function fillFields(said: readonly FieldsSaid[]): ContactField[] {
  const first = (field: FieldName, valueIn: (one: FieldsSaid) => string | undefined): ContactField[] => {
    for (const one of said) {
      const value = valueIn(one)?.trim();
      if (value !== undefined && value !== "") return [fieldOf(field, value, one)];
    }
    return [];
  };
  const all = (
    field: FieldName,
    valuesIn: (one: FieldsSaid) => readonly string[],
    keyOf: (value: string) => string,
  ): ContactField[] => {
    const found = new Map<string, ContactField>();
    for (const one of said)
      for (const value of valuesIn(one)) {
        const key = keyOf(value);
        if (key !== "" && !found.has(key)) found.set(key, fieldOf(field, value, one));
      }
    return [...found.values()].slice(0, eachMax);
  };
  return [
    ...nameAmong(said),
    ...first("company", ({ company }) => company),
    ...first("title", ({ title }) => title),
    ...all("phone", ({ phones = [] }) => phones, phoneKey),
    ...first("postal_address", ({ postalAddress }) => postalAddress),
    ...all("link", ({ links = [] }) => links, linkKey),
  ];
}

/** A full name before a first name alone, whoever says it; else the first that is said. */
const nameAmong = (said: readonly FieldsSaid[]): ContactField[] => {
  const isFull = ({ name }: FieldsSaid) => name?.given !== undefined && name.family !== undefined;
  const one = said.find(isFull) ?? said.find(({ name }) => name !== undefined);
  return one?.name === undefined ? [] : [fieldOf("name", one.name.full, one)];
};

const fieldOf = (field: FieldName, value: string, { source, sourceAt }: FieldsSaid): ContactField => ({
  field,
  value,
  source,
  ...(sourceAt !== undefined && { sourceAt }),
});

/** One page, however its address is written. */
const linkKey = (link: string): string =>
  link
    .trim()
    .replace(/^https?:\/\/(?:www\.)?|^www\./i, "")
    .replace(/\/+$/, "")
    .toLowerCase();

/** A signature as a source. Fax numbers reach nobody. */
export const fieldsSigned = (
  { title, company, phones, postalAddress, links, name }: Signature,
  writtenAt: Instant | undefined,
): FieldsSaid => ({
  source: "signature",
  ...(writtenAt !== undefined && { sourceAt: writtenAt }),
  ...(name !== undefined && { name }),
  ...(company !== undefined && { company }),
  ...(title !== undefined && { title }),
  phones: phones.filter(({ kind }) => kind !== "fax").map(({ number }) => number),
  ...(postalAddress !== undefined && { postalAddress }),
  links,
});
