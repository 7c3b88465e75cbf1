/**
 * Who was erased: mailboxes and profiles as keyed hashes alone, so that they stay away whatever is read again, and nobody who
 * reads the database learns who they were (S6). And the addresses that are seen now, to be compared with them.
 */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

const kind = "erased";
/** asked: their rows are still to go. */
type ErasedState = "asked" | "erased";

export async function askErased(
  connection: Connection,
  owner: OwnerId,
  hashes: readonly Buffer[],
  at: Instant,
): Promise<void> {
  if (hashes.length === 0) return;
  const asked = { because: "asked" satisfies ErasedState, at };
  await connection
    .insertInto("tombstone")
    .values(hashes.map((hash) => ({ owner_id: owner, kind, value: hash.toString("hex"), ...asked })))
    .onConflict((conflict) => conflict.columns(["owner_id", "kind", "value"]).doUpdateSet(asked))
    .execute();
}

/** What was asked for until now is done, as of `at`. */
export async function settleErased(
  connection: Connection,
  owner: OwnerId,
  hashes: readonly string[],
  at: Instant,
): Promise<void> {
  await sql`
    update tombstone set because = ${"erased" satisfies ErasedState}, at = ${at}
    where owner_id = ${owner} and kind = ${kind} and because = ${"asked" satisfies ErasedState} and value = any(${[...hashes]}::text[])
  `.execute(connection);
}

export type Erased = {
  /** As hexadecimal text. */
  hashes: ReadonlySet<string>;
  asked: readonly string[];
  /** When the last ones went. */
  lastAt: Instant | undefined;
};

export async function loadErased(connection: Connection, owner: OwnerId): Promise<Erased> {
  const rows = await connection
    .selectFrom("tombstone")
    .select(["value", "because", "at"])
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .orderBy("at")
    .orderBy("value")
    .execute();
  return {
    hashes: new Set(rows.map(({ value }) => value)),
    asked: rows.filter(({ because }) => because === "asked").map(({ value }) => value),
    lastAt: rows.at(-1)?.at,
  };
}

/** They may come back. False when nobody of that hash was erased. */
export async function removeErased(connection: Connection, owner: OwnerId, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("tombstone")
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .where("value", "=", hash.toString("hex"))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Every address in mail, on events and on cards; or those alone that were not judged yet, since they came after the last discovery. */
export async function addressesSeen(
  connection: Connection,
  owner: OwnerId,
  { onlyNew }: { onlyNew: boolean },
): Promise<Address[]> {
  const isWanted = sql`(not ${onlyNew} or not exists (
    select from sender where sender.owner_id = ${owner} and sender.address = seen.address))`;
  const { rows } = await sql<{ address: Address }>`
    select address from (
      select distinct from_address as address from message where owner_id = ${owner} and from_address is not null
      union select address from message_recipient where owner_id = ${owner}
      union select address from event_attendee where owner_id = ${owner}
      union select address from card_address where owner_id = ${owner}
      union select value from identity where owner_id = ${owner} and kind = 'address'
    ) seen where ${isWanted} order by address
  `.execute(connection);
  return rows.map(({ address }) => address);
}

/** Contacts that bear one of these, with their names. */
export async function bearersOf(
  connection: Connection,
  owner: OwnerId,
  identities: readonly string[],
): Promise<{ contactId: ContactId; name: string }[]> {
  return connection
    .selectFrom("contact")
    .select(["contact_id as contactId", "name"])
    .where("owner_id", "=", owner)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("identity")
          .select("identity.value")
          .whereRef("identity.owner_id", "=", "contact.owner_id")
          .whereRef("identity.contact_id", "=", "contact.contact_id")
          .where(sql<boolean>`identity.value = any(${[...identities]}::text[])`),
      ),
    )
    .orderBy("contact_id")
    .execute();
}

/** By which names mail, events, cards and signatures know these addresses. */
export async function namesSeen(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<string[]> {
  const theirs = sql`any(${[...addresses]}::text[])`;
  const { rows } = await sql<{ name: string }>`
    select name from (
      select from_name as name from message where owner_id = ${owner} and from_address = ${theirs}
      union select name from message_recipient where owner_id = ${owner} and address = ${theirs}
      union select name from event_attendee where owner_id = ${owner} and address = ${theirs}
      union select name from sender where owner_id = ${owner} and address = ${theirs}
      union select card.name from card join card_address one using (owner_id, account_id, card_id)
        where owner_id = ${owner} and one.address = ${theirs}
      union select field.value from contact_field field join identity using (owner_id, contact_id)
        where owner_id = ${owner} and field.field = 'name' and identity.kind = 'address' and identity.value = ${theirs}
    ) seen where name is not null order by name
  `.execute(connection);
  return rows.map(({ name }) => name);
}

/** The names of everybody else, and the owner's own: what is theirs is not taken out with somebody of the same name. */
export async function namesOfOthers(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from contact where owner_id = ${owner} and not exists (
      select from identity where identity.owner_id = contact.owner_id and identity.contact_id = contact.contact_id
        and identity.value = any(${[...addresses]}::text[]))
    union select name from owner where owner_id = ${owner} and name is not null
  `.execute(connection);
  return rows.map(({ name }) => name);
}
