/** Imports: one row for each reading of a set of export files, with how far it got and what it left out. */
import { sql } from "kysely";
import type { CsvMapping } from "../domain/contact/csv-mapping.ts";
import type { AccountId, ImportId, OwnerId } from "../domain/ids.ts";
import type { Skipped } from "../domain/skipped.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";
import type { ImportTable } from "./tables.ts";

export type ImportState = ImportTable["state"];

export type Import = {
  importId: ImportId;
  accountId: AccountId;
  path: string;
  name: string;
  fingerprint: string;
  keptByUs: boolean;
  csvMapping: CsvMapping | undefined;
  state: ImportState;
  because: string | undefined;
  cursor: string | undefined;
  bytesDone: number;
  bytesTotal: number;
  messages: number;
  events: number;
  cards: number;
  /** Items that were known already from this or an earlier import. */
  repeated: number;
  startedAt: Instant;
  endedAt: Instant | undefined;
};

export type NewImport = Pick<
  Import,
  "importId" | "accountId" | "path" | "name" | "fingerprint" | "keptByUs" | "startedAt"
> & {
  csvMapping?: CsvMapping;
};

/** Makes the row, or gives back the one that the same files already have. */
export async function beginImport(
  connection: Connection,
  owner: OwnerId,
  wanted: NewImport,
): Promise<{ row: Import; known: boolean }> {
  const inserted = await connection
    .insertInto("import")
    .values({
      owner_id: owner,
      import_id: wanted.importId,
      account_id: wanted.accountId,
      path: wanted.path,
      name: wanted.name,
      fingerprint: wanted.fingerprint,
      kept_by_us: wanted.keptByUs,
      csv_mapping: wanted.csvMapping === undefined ? null : json(wanted.csvMapping),
      state: "waiting",
      because: null,
      cursor: null,
      started_at: wanted.startedAt,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "fingerprint"]).where("state", "<>", "undone").doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { row: importOf(inserted), known: false };
  const known = await connection
    .selectFrom("import")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("fingerprint", "=", wanted.fingerprint)
    .where("state", "<>", "undone")
    .executeTakeFirstOrThrow();
  return { row: importOf(known), known: true };
}

export async function findImport(connection: Connection, owner: OwnerId, id: ImportId): Promise<Import | undefined> {
  const row = await connection
    .selectFrom("import")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("import_id", "=", id)
    .executeTakeFirst();
  return row && importOf(row);
}

export type BatchCounts = { messages: number; events: number; cards: number };

/**
 * Moves an import from one cursor to the next, in the transaction that stored what lies between. False when it no longer
 * stands at `from`: another reader took over, or the owner stopped or undid it, and this batch must not be kept.
 */
export async function advanceImport(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  step: { from: string | undefined; to: string; bytesDone: number; bytesTotal: number; counts: BatchCounts },
): Promise<boolean> {
  const moved = await sql`
    update import set cursor = ${step.to}, bytes_done = ${step.bytesDone}, bytes_total = ${step.bytesTotal},
      messages = messages + ${step.counts.messages}, events = events + ${step.counts.events},
      cards = cards + ${step.counts.cards}
    where owner_id = ${owner} and import_id = ${id} and state = 'reading' and cursor is not distinct from ${step.from ?? null}
  `.execute(connection);
  return moved.numAffectedRows === 1n;
}

/** Adds to the number of items that were known already. */
export async function countRepeated(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  repeated: number,
): Promise<void> {
  if (repeated === 0) return;
  await sql`update import set repeated = repeated + ${repeated} where owner_id = ${owner} and import_id = ${id}`.execute(
    connection,
  );
}

export async function setImportState(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  change: { from: readonly ImportState[]; to: ImportState; because?: string; endedAt?: Instant },
): Promise<boolean> {
  const changed = await connection
    .updateTable("import")
    .set({ state: change.to, because: change.because ?? null, ended_at: change.endedAt ?? null })
    .where("owner_id", "=", owner)
    .where("import_id", "=", id)
    .where("state", "in", change.from)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Where the files of an import lie now: they may be named by another path on a second run. */
export async function setImportPath(connection: Connection, owner: OwnerId, id: ImportId, path: string): Promise<void> {
  await connection
    .updateTable("import")
    .set({ path })
    .where("owner_id", "=", owner)
    .where("import_id", "=", id)
    .execute();
}

export async function saveFiles(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  files: readonly { where: string; kind: string; bytes: number }[],
): Promise<void> {
  if (files.length === 0) return;
  await sql`
    insert into import_file (owner_id, import_id, place, kind, bytes)
    select ${owner}, ${id}, place, kind, bytes
    from json_to_recordset(${rowsParameter(files.map(({ where, ...rest }) => ({ place: where, ...rest })))})
      as row (place text, kind text, bytes bigint)
    on conflict do nothing
  `.execute(connection);
}

/** Lines kept per import and tag; beyond it only the count of the last line grows. */
const skippedLinesMax = 2_000;

export async function saveSkipped(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  skipped: readonly Skipped[],
): Promise<void> {
  if (skipped.length === 0) return;
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(skipped_no), 0)::int as last from import_skipped where owner_id = ${owner} and import_id = ${id}
  `.execute(connection);
  const last = rows[0]?.last ?? 0;
  const room = Math.max(0, skippedLinesMax - last);
  const lines = skipped
    .slice(0, room)
    .map(({ where, ...rest }, index) => ({ ...rest, place: where, no: last + index + 1 }));
  await sql`
    insert into import_skipped (owner_id, import_id, skipped_no, place, position, because, message, count)
    select ${owner}, ${id}, no, place, position, because, message, count
    from json_to_recordset(${rowsParameter(lines)}) as row (
      no int, place text, position text, because text, message text, count int)
  `.execute(connection);
  const rest = new Map<string, number>();
  for (const { because, count } of skipped.slice(room)) rest.set(because, (rest.get(because) ?? 0) + count);
  for (const [because, count] of rest) {
    const grown = await sql`
      update import_skipped set count = count + ${count} where owner_id = ${owner} and import_id = ${id}
        and skipped_no = (select max(skipped_no) from import_skipped where owner_id = ${owner} and import_id = ${id} and because = ${because})
    `.execute(connection);
    if (grown.numAffectedRows === 0n) {
      await sql`
        insert into import_skipped (owner_id, import_id, skipped_no, place, position, because, message, count)
        select ${owner}, ${id}, coalesce(max(skipped_no), 0) + 1, '', null, ${because}, 'Further lines of this kind.', ${count}
        from import_skipped where owner_id = ${owner} and import_id = ${id}
      `.execute(connection);
    }
  }
}

/**
 * Takes an import back: what only it brought goes, what another import or a connected account brought too stays. Derived rows (contacts,
 * interactions) are made anew afterwards by `discover`.
 */
export async function removeImported(connection: Connection, owner: OwnerId, id: ImportId): Promise<void> {
  for (const noun of ["message", "event", "card"] as const) {
    const table = sql.table(noun);
    const source = sql.table(`${noun}_source`);
    const key = sql.ref(`${noun}_id`);
    await sql`
      with only_here as (
        select mine.${key} as id from ${source} mine
        where mine.owner_id = ${owner} and mine.import_id = ${id} and not exists (
          select from ${source} other where other.owner_id = mine.owner_id and other.account_id = mine.account_id
            and other.${key} = mine.${key} and other.import_id <> mine.import_id) and not exists (
          select from ${sql.table(`${noun}_place`)} place where place.owner_id = mine.owner_id and place.${key} = mine.${key}))
      delete from ${table} using only_here where owner_id = ${owner} and ${key} = only_here.id
    `.execute(connection);
    await sql`delete from ${source} where owner_id = ${owner} and import_id = ${id}`.execute(connection);
  }
  // A calendar's name is evidence of whose it is, as long as anything stands in it.
  await sql`
    delete from calendar where owner_id = ${owner} and title is null and not exists (
      select from event where event.owner_id = calendar.owner_id and event.account_id = calendar.account_id and event.calendar = calendar.name)
  `.execute(connection);
}

type Row = { [Column in keyof ImportTable]: unknown };

const importOf = (row: Row): Import => ({
  importId: row.import_id as ImportId,
  accountId: row.account_id as AccountId,
  path: row.path as string,
  name: row.name as string,
  fingerprint: row.fingerprint as string,
  keptByUs: row.kept_by_us as boolean,
  csvMapping: (row.csv_mapping ?? undefined) as CsvMapping | undefined,
  state: row.state as ImportState,
  because: (row.because ?? undefined) as string | undefined,
  cursor: (row.cursor ?? undefined) as string | undefined,
  bytesDone: row.bytes_done as number,
  bytesTotal: row.bytes_total as number,
  messages: row.messages as number,
  events: row.events as number,
  cards: row.cards as number,
  repeated: row.repeated as number,
  startedAt: row.started_at as Instant,
  endedAt: (row.ended_at ?? undefined) as Instant | undefined,
});

/** Where the files lie that imports brought into our inbox. */
export async function pathsOfImports(connection: Connection, owner: OwnerId): Promise<string[]> {
  const rows = await connection
    .selectFrom("import")
    .select("path")
    .distinct()
    .where("owner_id", "=", owner)
    .where("kept_by_us", "=", true)
    .orderBy("path")
    .execute();
  return rows.map(({ path }) => path);
}
