/** The ledger of gives and asks. What was read from facts is derived anew; all else was recorded when it happened. */
import { sql } from "kysely";
import type { LedgerEntry } from "../domain/contact/ledger.ts";
import type { ContactId, LedgerEntryId, OwnerId } from "../domain/ids.ts";
import { type Connection, rowsParameter } from "./database.ts";

/** Records one entry. The same thing from the same source is recorded once. */
export async function addLedgerEntry(connection: Connection, owner: OwnerId, entry: LedgerEntry): Promise<void> {
  await addEntries(connection, owner, [entry]);
}

/** Makes the entries that were read from facts be exactly these; what is there already keeps its id. */
export async function saveFoundEntries(
  connection: Connection,
  owner: OwnerId,
  entries: readonly (LedgerEntry & { source: { kind: "fact" } })[],
): Promise<void> {
  const kept = entries.map(({ source }) => source.id);
  await sql`delete from ledger_entry where owner_id = ${owner} and source_kind = 'fact'
    and not source_id = any(${kept}::text[])`.execute(connection);
  await addEntries(connection, owner, entries);
}

/** Takes back what the owner said under this source id. */
export async function removeOwnersEntries(connection: Connection, owner: OwnerId, sourceId: string): Promise<void> {
  await connection
    .deleteFrom("ledger_entry")
    .where("owner_id", "=", owner)
    .where("source_kind", "=", "owner")
    .where("source_id", "=", sourceId)
    .execute();
}

/** One entry that the owner made; false when it is none of theirs. */
export async function removeLedgerEntry(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
  entryId: LedgerEntryId,
): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("ledger_entry")
    .where("owner_id", "=", owner)
    .where("entry_id", "=", entryId)
    .where("contact_id", "=", contactId)
    .where("source_kind", "=", "owner")
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/**
 * Everything given and asked, by person, oldest first; of all people, or of one. What the owner recorded stands for what was
 * found of the same two.
 */
export async function loadLedger(
  connection: Connection,
  owner: OwnerId,
  only?: ContactId,
): Promise<Map<ContactId, LedgerEntry[]>> {
  const rows = await connection
    .selectFrom("ledger_entry")
    .selectAll()
    .where("owner_id", "=", owner)
    .$if(only !== undefined, (query) => query.where("contact_id", "=", only!))
    .where(
      sql<boolean>`not (source_kind = 'fact' and exists (select from ledger_entry said
        where said.owner_id = ${owner} and said.contact_id = ledger_entry.contact_id and said.kind = ledger_entry.kind
          and said.other_contact_id = ledger_entry.other_contact_id and said.source_kind = 'owner'))`,
    )
    .orderBy("at")
    .orderBy("entry_id")
    .execute();
  const entries = rows.map(
    (row): LedgerEntry => ({
      entryId: row.entry_id,
      contactId: row.contact_id,
      kind: row.kind,
      about: row.about,
      text: row.text,
      at: row.at,
      source: { kind: row.source_kind, id: row.source_id },
      ...(row.other_contact_id !== null && { otherContactId: row.other_contact_id }),
    }),
  );
  return Map.groupBy(entries, ({ contactId }) => contactId);
}

async function addEntries(connection: Connection, owner: OwnerId, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    id: entry.entryId,
    contact: entry.contactId,
    kind: entry.kind,
    about: entry.about,
    text: entry.text,
    other: entry.otherContactId ?? null,
    at: entry.at,
    source_kind: entry.source.kind,
    source_id: entry.source.id,
  }));
  await sql`
    insert into ledger_entry (owner_id, entry_id, contact_id, kind, about, text, other_contact_id, at, source_kind, source_id)
    select ${owner}, id, contact, kind, about, text, other, at, source_kind, source_id
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, contact uuid, kind text, about text, text text, other uuid, at timestamptz, source_kind text, source_id text)
    on conflict (owner_id, contact_id, kind, source_kind, source_id) do update set
      about = excluded.about, text = excluded.text, other_contact_id = excluded.other_contact_id, at = excluded.at
  `.execute(connection);
}
