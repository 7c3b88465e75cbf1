/**
 * Facts about people. Those read from messages, events and cards are derived anew; what the owner said about them (wrong,
 * done) and what the owner said themselves stays, and text read from mail goes when its time has come.
 */
import { sql } from "kysely";
import type { Fact, FactKind } from "../domain/fact/fact.ts";
import type { ContactId, FactId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type FactsAsked = {
  contacts?: readonly ContactId[];
  kind?: FactKind;
  /** Open ones that are due on or before this day of the owner. */
  dueBy?: PlainDate;
};

/** Facts by person, newest first, without the refused ones; all of them, or those asked for. */
export async function loadFacts(
  connection: Connection,
  owner: OwnerId,
  { contacts, kind, dueBy }: FactsAsked = {},
): Promise<Map<ContactId, Fact[]>> {
  const rows = await facts(connection, owner)
    .where("state", "<>", "refused")
    .$if(contacts !== undefined, (query) => query.where(sql<boolean>`contact_id = any(${contacts ?? []}::uuid[])`))
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind!))
    .$if(dueBy !== undefined, (query) => query.where("state", "=", "open").where("due_on", "<=", dueBy!))
    .orderBy("said_at", "desc")
    .orderBy("fact_id")
    .execute();
  return Map.groupBy(rows.map(readRow), ({ contactId }) => contactId);
}

export async function findFact(connection: Connection, owner: OwnerId, id: FactId): Promise<Fact | undefined> {
  const row = await facts(connection, owner).where("fact_id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : readRow(row);
}

/** Keeps what the owner said, for good. The same words again change nothing. */
export const saveSaidFact = (connection: Connection, owner: OwnerId, fact: Fact): Promise<void> =>
  saveSaidFacts(connection, owner, [fact]);

export const saveSaidFacts = (connection: Connection, owner: OwnerId, facts: readonly Fact[]): Promise<void> =>
  insertFacts(
    connection,
    owner,
    facts.map((fact) => ({ ...fact, changedAt: fact.saidAt })),
  );

/** A fact as it was read, with until when the text that it was read from is kept: undefined for ever. */
export type FoundFactRow = Fact & { textKeptUntil: Instant | undefined };

/**
 * Makes the open and done facts that were read be exactly these. One that is there already keeps its id and its state. What
 * the owner refused stays refused: neither the same words about this person nor the same sentence under this kind come back.
 */
export async function saveFoundFacts(
  connection: Connection,
  owner: OwnerId,
  found: readonly FoundFactRow[],
  at: Instant,
): Promise<void> {
  const keys = found.map((fact) => ({
    contact: fact.contactId,
    kind: fact.kind,
    source_kind: fact.source.kind,
    source_id: fact.source.id,
    text: fact.text,
  }));
  await sql`
    delete from fact where owner_id = ${owner} and source_kind in ('message', 'event', 'card') and state <> 'refused'
      and not exists (select from json_to_recordset(${rowsParameter(keys)}) as row (
        contact uuid, kind text, source_kind text, source_id text, text text)
      where row.contact = fact.contact_id and row.kind = fact.kind and row.source_kind = fact.source_kind
        and row.source_id = fact.source_id and row.text = fact.text)
  `.execute(connection);
  await insertFacts(
    connection,
    owner,
    found.map((fact) => ({ ...fact, changedAt: at })),
  );
}

/** True when there was such a fact, in whatever state it was. */
export async function setFactState(
  connection: Connection,
  owner: OwnerId,
  id: FactId,
  state: Fact["state"],
  at: Instant,
): Promise<boolean> {
  const changed = await connection
    .updateTable("fact")
    .set({ state, changed_at: at })
    .where("owner_id", "=", owner)
    .where("fact_id", "=", id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/**
 * Erases what was read from text whose time has come. Of what the owner refused a digest is left, enough to know it by when
 * it is read again and too little to read.
 */
export async function eraseKeptFacts(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<{ erased: number; nextAt: Instant | undefined }> {
  const kept = await firstKeptUntil(connection, owner);
  if (kept === undefined || kept > now) return { erased: 0, nextAt: kept };
  const gone = await sql`
    delete from fact where owner_id = ${owner} and text_kept_until <= ${now} and state <> 'refused'`.execute(
    connection,
  );
  const digested = await sql`
    update fact set text = ${digest("text")}, quote = ${digest("quote")}, place = null, text_kept_until = null, changed_at = ${now}
    where owner_id = ${owner} and text_kept_until <= ${now}`.execute(connection);
  return {
    erased: Number((gone.numAffectedRows ?? 0n) + (digested.numAffectedRows ?? 0n)),
    nextAt: await firstKeptUntil(connection, owner),
  };
}

async function firstKeptUntil(connection: Connection, owner: OwnerId): Promise<Instant | undefined> {
  const { rows } = await sql<{ next: Instant | null }>`
    select min(text_kept_until) as next from fact where owner_id = ${owner}`.execute(connection);
  return rows[0]?.next ?? undefined;
}

const digest = (column: string) => sql`encode(sha256(convert_to(${sql.ref(column)}, 'UTF8')), 'hex')`;

const rowsPerStatement = 2_000;

async function insertFacts(
  connection: Connection,
  owner: OwnerId,
  found: readonly (Fact & { changedAt: Instant; textKeptUntil?: Instant | undefined })[],
): Promise<void> {
  for (let start = 0; start < found.length; start += rowsPerStatement) {
    const rows = found.slice(start, start + rowsPerStatement).map((fact) => ({
      id: fact.factId,
      contact: fact.contactId,
      kind: fact.kind,
      text: fact.text,
      quote: fact.quote,
      locale: fact.locale,
      said_by: fact.saidBy,
      said_at: fact.saidAt,
      due_on: fact.dueOn ?? null,
      until_on: fact.untilOn ?? null,
      place: fact.place ?? null,
      source_kind: fact.source.kind,
      source_id: fact.source.id,
      confidence: fact.confidence,
      state: fact.state,
      changed_at: fact.changedAt,
      kept_until: fact.textKeptUntil ?? null,
    }));
    await sql`
      insert into fact (owner_id, fact_id, contact_id, kind, text, quote, locale, said_by, said_at, due_on, until_on, place,
        source_kind, source_id, confidence, state, changed_at, text_kept_until)
      select ${owner}, id, contact, row.kind, row.text, row.quote, row.locale, row.said_by, row.said_at, row.due_on,
        row.until_on, row.place, row.source_kind, row.source_id, row.confidence, row.state, row.changed_at,
        kept_until
      from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, contact uuid, kind text, text text, quote text, locale text, said_by text, said_at timestamptz,
        due_on date, until_on date, place text, source_kind text, source_id text, confidence real, state text,
        changed_at timestamptz, kept_until timestamptz)
      where row.source_kind = 'owner' or not exists (select from fact refused
        where refused.owner_id = ${owner} and refused.contact_id = contact and refused.kind = row.kind
          and refused.state = 'refused'
          and (refused.text in (row.text, ${digest("row.text")})
            or (refused.source_kind = row.source_kind and refused.source_id = row.source_id
              and refused.quote in (row.quote, ${digest("row.quote")}))))
      on conflict (owner_id, contact_id, kind, source_kind, source_id, text) do update set
        quote = excluded.quote, locale = excluded.locale, said_by = excluded.said_by, said_at = excluded.said_at,
        due_on = excluded.due_on, until_on = excluded.until_on, place = excluded.place, confidence = excluded.confidence,
        text_kept_until = excluded.text_kept_until
    `.execute(connection);
  }
}

const facts = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("fact").selectAll().where("owner_id", "=", owner);

type FactRow = Awaited<ReturnType<ReturnType<typeof facts>["execute"]>>[number];

const readRow = (row: FactRow): Fact => ({
  factId: row.fact_id,
  contactId: row.contact_id,
  kind: row.kind as FactKind,
  text: row.text,
  quote: row.quote,
  locale: row.locale as Fact["locale"],
  saidBy: row.said_by,
  saidAt: row.said_at,
  source: { kind: row.source_kind, id: row.source_id },
  confidence: row.confidence,
  state: row.state,
  ...(row.due_on !== null && { dueOn: row.due_on }),
  ...(row.until_on !== null && { untilOn: row.until_on }),
  ...(row.place !== null && { place: row.place }),
});
