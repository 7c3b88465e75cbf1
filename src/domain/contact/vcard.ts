/** A person as a vCard 3.0 file (RFC 2426), which every address book reads (R2). */

import { contentText, escaped } from "../content-text.ts";

export type CardToWrite = {
  name: string;
  addresses: readonly string[];
  phones: readonly string[];
  company?: string;
  title?: string;
  postalAddress?: string;
  links: readonly string[];
  /** Where and why you met: the card holds what no profile tells. */
  note?: string;
};

export function writeVcard({
  name,
  addresses,
  phones,
  company,
  title,
  postalAddress,
  links,
  note,
}: CardToWrite): string {
  const { family, given } = partsOf(name);
  return contentText([
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${escaped(name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    ...(company === undefined ? [] : [`ORG:${escaped(company)}`]),
    ...(title === undefined ? [] : [`TITLE:${escaped(title)}`]),
    ...addresses.map((address) => `EMAIL;TYPE=INTERNET:${escaped(address)}`),
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...(postalAddress === undefined ? [] : [`ADR:;;${escaped(postalAddress)};;;;`]),
    ...links.map((link) => `URL:${escaped(link)}`),
    ...(note === undefined ? [] : [`NOTE:${escaped(note)}`]),
    "END:VCARD",
  ]);
}

/** The last word is the family name; who has one name has it as given name. */
function partsOf(name: string): { family: string; given: string } {
  const words = name.trim().split(/\s+/);
  return words.length === 1
    ? { family: "", given: name.trim() }
    : { family: words.at(-1)!, given: words.slice(0, -1).join(" ") };
}
