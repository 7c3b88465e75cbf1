/** Who is meant by a name or an address, or a part of one: contacts, and addresses that never became one. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";
import type { ContactTable, SenderTable } from "../tables.ts";
import { isFoundBy } from "./found-by.ts";
import { containing, searchWords } from "./page.ts";

export type ContactMeant = {
  kind: "contact";
  contactId: ContactId;
  name: string;
  class: ContactTable["class"];
  addresses: string[];
};
export type SenderMeant = { kind: "sender"; address: string; name: string | undefined; class: SenderTable["class"] };
export type Meant = ContactMeant | SenderMeant;

/** A list of choices longer than this helps nobody to choose. */
export const meantMax = 30;

/** Closest contacts first, then the addresses with most mail; at most `meantMax` of each. */
export async function readMeant(connection: Connection, owner: OwnerId, text: string): Promise<Meant[]> {
  const words = searchWords(text).map(containing);
  if (words.length === 0) return [];
  return [...(await contactsMeant(connection, owner, text)), ...(await sendersMeant(connection, owner, words))];
}

/** Those who are called exactly so, if there are any; else all. */
export function meantBy<One extends Meant>(text: string, found: readonly One[]): readonly One[] {
  const wanted = text.trim().toLowerCase();
  const exact = found.filter((one) => namesOf(one).some((name) => name.toLowerCase() === wanted));
  return exact.length > 0 ? exact : found;
}

const namesOf = (one: Meant): string[] =>
  one.kind === "contact" ? [one.name, ...one.addresses] : [one.name ?? "", one.address];

async function contactsMeant(connection: Connection, owner: OwnerId, text: string): Promise<ContactMeant[]> {
  const rows = await connection
    .selectFrom("contact")
    .select(["contact_id", "name", "class"])
    .where("owner_id", "=", owner)
    .where(isFoundBy(text))
    .orderBy("closeness", "desc")
    .orderBy("contact_id", "desc")
    .limit(meantMax)
    .execute();
  const identities =
    rows.length === 0
      ? []
      : await connection
          .selectFrom("identity")
          .select(["contact_id", "value"])
          .where("owner_id", "=", owner)
          .where("kind", "=", "address")
          .where(
            "contact_id",
            "in",
            rows.map((row) => row.contact_id),
          )
          .orderBy("value")
          .execute();
  const addresses = Map.groupBy(identities, (row) => row.contact_id);
  return rows.map((row) => ({
    kind: "contact",
    contactId: row.contact_id,
    name: row.name,
    class: row.class,
    addresses: (addresses.get(row.contact_id) ?? []).map(({ value }) => value),
  }));
}

/** Machines, ignored addresses and people never dealt with. */
async function sendersMeant(connection: Connection, owner: OwnerId, words: readonly string[]): Promise<SenderMeant[]> {
  let query = connection
    .selectFrom("sender")
    .select(["address", "name", "class"])
    .where("owner_id", "=", owner)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("identity")
            .select("identity.value")
            .whereRef("identity.owner_id", "=", "sender.owner_id")
            .where("identity.kind", "=", "address")
            .whereRef("identity.value", "=", "sender.address"),
        ),
      ),
    );
  for (const word of words) {
    query = query.where(({ eb, or, fn }) =>
      or([eb("address", "like", word), eb(fn<string>("lower", [fn.coalesce("name", eb.val(""))]), "like", word)]),
    );
  }
  const rows = await query.orderBy("messages", "desc").orderBy("address").limit(meantMax).execute();
  return rows.map((row) => ({ kind: "sender", address: row.address, name: row.name ?? undefined, class: row.class }));
}
