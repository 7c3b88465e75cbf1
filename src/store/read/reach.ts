/** How people are reached beside mail: numbers, postal address, links, and whether they stand in the owner's address book. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { type Connection, isAnyOf } from "../database.ts";

export type Reach = {
  /** As written, the one to use first. */
  phones: string[];
  links: string[];
  postalAddress?: string;
  isInAddressBook: boolean;
};

export const noReach: Reach = { phones: [], links: [], isInAddressBook: false };

export async function readReach(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, Reach>> {
  if (contacts.length === 0) return new Map();
  const rows = await connection
    .selectFrom("contact_field")
    .select(["contact_id", "field", "value", "source"])
    .where("owner_id", "=", owner)
    .where(isAnyOf("contact_id", contacts))
    .orderBy("position")
    .execute();
  const found = new Map<ContactId, Reach>();
  for (const { contact_id, field, value, source } of rows) {
    const reach = found.get(contact_id) ?? structuredClone(noReach);
    found.set(contact_id, reach);
    if (source === "address_book") reach.isInAddressBook = true;
    if (field === "phone") reach.phones.push(value);
    else if (field === "link") reach.links.push(value);
    else if (field === "postal_address") reach.postalAddress ??= value;
  }
  for (const contactId of await withCards(connection, owner, contacts))
    found.set(contactId, { ...structuredClone(found.get(contactId) ?? noReach), isInAddressBook: true });
  for (const [contactId, said] of await saidPhones(connection, owner, contacts)) {
    const reach = found.get(contactId) ?? structuredClone(noReach);
    found.set(contactId, { ...reach, phones: [said, ...reach.phones.filter((one) => one !== said)] });
  }
  return found;
}

/** Those whose card Rapport wrote, or filled in. */
async function withCards(connection: Connection, owner: OwnerId, contacts: readonly ContactId[]): Promise<ContactId[]> {
  const rows = await connection
    .selectFrom("written")
    .select("subject_id")
    .distinct()
    .where("owner_id", "=", owner)
    .where("kind", "=", "card")
    .where("state", "=", "standing")
    .where(isAnyOf("subject_id", contacts))
    .orderBy("subject_id")
    .execute();
  return rows.map(({ subject_id }) => subject_id as ContactId);
}

/** Numbers in the owner's word. */
async function saidPhones(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, string>> {
  const rows = await connection
    .selectFrom("contact_choice")
    .select("contact_id")
    .select(sql<string>`body->>'phone'`.as("phone"))
    .where("owner_id", "=", owner)
    .where(isAnyOf("contact_id", contacts))
    .where(sql<boolean>`body ? 'phone'`)
    .execute();
  return new Map(rows.map(({ contact_id, phone }) => [contact_id, phone]));
}
