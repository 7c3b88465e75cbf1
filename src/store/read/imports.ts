/** Imports as the owner sees them: how far each one is, what it found, and everything it left out. */
import { sql } from "kysely";
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { ImportTable } from "../tables.ts";
import { limitOf, offsetOf, type PageOf, type PageWanted, pageOf } from "./page.ts";

export type ImportSeen = {
  importId: ImportId;
  name: string;
  state: ImportTable["state"];
  because: string | undefined;
  bytesDone: number;
  bytesTotal: number;
  messages: number;
  events: number;
  cards: number;
  repeated: number;
  /** How many things were left out, or taken in only in part. */
  skipped: number;
  files: number;
  startedAt: Instant;
  endedAt: Instant | undefined;
};

/** Newest first. */
export async function readImports(
  connection: Connection,
  owner: OwnerId,
  wanted: PageWanted,
): Promise<PageOf<ImportSeen>> {
  const rows = await imports(connection, owner)
    .orderBy("started_at", "desc")
    .orderBy("import_id", "desc")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(rows.map(seen), wanted);
}

export async function readImport(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
): Promise<ImportSeen | undefined> {
  const row = await imports(connection, owner).where("import_id", "=", id).executeTakeFirst();
  return row && seen(row);
}

/** Whether anything was ever brought in and still stands, or an account is connected: the first page asks. */
export async function hasSources(connection: Connection, owner: OwnerId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from import where owner_id = ${owner} and state <> 'undone')
      or exists (select from account where owner_id = ${owner} and provider <> 'archive' and state <> 'closed') as has
  `.execute(connection);
  return rows[0]?.has === true;
}

/** Imports that are being read or wait for it, oldest first: pages say so while the list still fills. */
export async function readImportsUnderWay(connection: Connection, owner: OwnerId): Promise<ImportSeen[]> {
  const rows = await imports(connection, owner)
    .where("state", "in", ["waiting", "reading"])
    .orderBy("started_at")
    .orderBy("import_id")
    .limit(5)
    .execute();
  return rows.map(seen);
}

export type FileSeen = { place: string; kind: string; bytes: number };

export async function readImportFiles(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  wanted: PageWanted,
): Promise<PageOf<FileSeen>> {
  const rows = await connection
    .selectFrom("import_file")
    .select(["place", "kind", "bytes"])
    .where("owner_id", "=", owner)
    .where("import_id", "=", id)
    .orderBy("place")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(rows, wanted);
}

export type SkippedSeen = {
  place: string;
  position: string | undefined;
  because: string;
  message: string;
  count: number;
};

export async function readSkipped(
  connection: Connection,
  owner: OwnerId,
  id: ImportId,
  wanted: PageWanted,
): Promise<PageOf<SkippedSeen>> {
  const rows = await connection
    .selectFrom("import_skipped")
    .select(["place", "position", "because", "message", "count"])
    .where("owner_id", "=", owner)
    .where("import_id", "=", id)
    .orderBy("skipped_no")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(
    rows.map(({ position, ...rest }) => ({ ...rest, position: position ?? undefined })),
    wanted,
  );
}

function imports(connection: Connection, owner: OwnerId) {
  return connection
    .selectFrom("import")
    .select(["import_id", "name", "state", "because", "bytes_done", "bytes_total", "messages", "events", "cards"])
    .select(["repeated", "started_at", "ended_at"])
    .select((row) => [
      row
        .selectFrom("import_skipped as skipped")
        .select(sql<number>`coalesce(sum(skipped.count), 0)::int`.as("count"))
        .whereRef("skipped.owner_id", "=", "import.owner_id")
        .whereRef("skipped.import_id", "=", "import.import_id")
        .as("skipped"),
      row
        .selectFrom("import_file as file")
        .select(sql<number>`count(*)::int`.as("count"))
        .whereRef("file.owner_id", "=", "import.owner_id")
        .whereRef("file.import_id", "=", "import.import_id")
        .as("files"),
    ])
    .where("owner_id", "=", owner);
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>["executeTakeFirstOrThrow"]>>;

const seen = (row: Row): ImportSeen => ({
  importId: row.import_id,
  name: row.name,
  state: row.state,
  because: row.because ?? undefined,
  bytesDone: row.bytes_done,
  bytesTotal: row.bytes_total,
  messages: row.messages,
  events: row.events,
  cards: row.cards,
  repeated: row.repeated,
  skipped: row.skipped ?? 0,
  files: row.files ?? 0,
  startedAt: row.started_at,
  endedAt: row.ended_at ?? undefined,
});
