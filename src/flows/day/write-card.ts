/** A person as a .vcf file for the owner's address book (R2): with where and why they met, which no profile tells. */
import { type CardToWrite, writeVcard } from "../../domain/contact/vcard.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { type PersonSeen, readPerson } from "../../store/read/person.ts";
import type { World } from "../world.ts";

export async function writeCard(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
): Promise<{ name: string; text: string } | undefined> {
  const card = await cardOfPerson(world, owner, contactId);
  if (card === undefined) return undefined;
  return { name: fileName(card.name, "vcf"), text: writeVcard(card) };
}

/** A name as every file system takes it. */
export const fileName = (name: string, ending: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim()}.${ending}`;

/** Undefined when there is no such contact. */
export async function cardOfPerson(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
): Promise<CardToWrite | undefined> {
  const person = await readPerson(world.database, owner, contactId);
  return person && cardOf(person);
}

type PersonOnCard = Pick<
  PersonSeen,
  "name" | "company" | "title" | "identities" | "fields" | "metOn" | "metWhere" | "metWhy"
>;

export function cardOf(person: PersonOnCard): CardToWrite {
  const { name, company, title, identities, fields, metOn, metWhere, metWhy } = person;
  const valuesOf = (wanted: (typeof fields)[number]["field"]) =>
    fields.filter(({ field }) => field === wanted).map(({ value }) => value);
  const [postalAddress] = valuesOf("postal_address");
  const met = [metOn === undefined ? undefined : `Met ${metOn}`, metWhere, metWhy].filter((part) => part !== undefined);
  return {
    name,
    addresses: identities.filter(({ kind }) => kind === "address").map(({ value }) => value),
    phones: valuesOf("phone"),
    links: valuesOf("link"),
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(met.length > 0 && { note: `${met.join(". ")}.` }),
  };
}
