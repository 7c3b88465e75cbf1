/** Exports of everything: one row for each, with how far it is. */
import { sql, type Updateable } from "kysely";
import type { ExportId, OwnerId } from "../domain/ids.ts";
import { type ExportEvent, type ExportState, evolveExport } from "../domain/privacy/exporting.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection, InTransaction } from "./database.ts";
import type { DataExportTable } from "./tables.ts";

export type DataExport = {
  exportId: ExportId;
  state: ExportState;
  because: string | undefined;
  /** The file inside that is being written. */
  part: string | undefined;
  rowsDone: number;
  rowsTotal: number;
  bytes: number;
  /** Which run writes it, from 1; an older one gives way. */
  run: number;
  begunAt: Instant;
  endedAt: Instant | undefined;
  keptUntil: Instant | undefined;
};

/** False when one is under way. */
export async function addExport(
  connection: Connection,
  owner: OwnerId,
  { exportId, at }: { exportId: ExportId; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("data_export")
    .values({
      owner_id: owner,
      export_id: exportId,
      state: "waiting",
      because: null,
      part: null,
      begun_at: at,
      ended_at: null,
      kept_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findExport(
  connection: Connection,
  owner: OwnerId,
  exportId: ExportId,
): Promise<DataExport | undefined> {
  const row = await exports(connection, owner).where("export_id", "=", exportId).executeTakeFirst();
  return row && exportOf(row);
}

/** The newest first, without those whose file is gone. */
export async function keptExports(connection: Connection, owner: OwnerId): Promise<DataExport[]> {
  const rows = await exports(connection, owner)
    .where("state", "<>", "removed")
    .orderBy("begun_at", "desc")
    .orderBy("export_id", "desc")
    .execute();
  return rows.map(exportOf);
}

/** Those whose file was kept long enough. */
export async function exportsKeptUntil(connection: Connection, owner: OwnerId, now: Instant): Promise<DataExport[]> {
  const rows = await exports(connection, owner)
    .where("state", "=", "ready")
    .where("kept_until", "<=", now)
    .orderBy("export_id")
    .execute();
  return rows.map(exportOf);
}

/** When the next file is kept long enough. */
export async function nextExportEnd(connection: Connection, owner: OwnerId): Promise<Instant | undefined> {
  const row = await connection
    .selectFrom("data_export")
    .select("kept_until")
    .where("owner_id", "=", owner)
    .where("state", "=", "ready")
    .orderBy("kept_until")
    .limit(1)
    .executeTakeFirst();
  return row?.kept_until ?? undefined;
}

type ExportChange = Omit<Updateable<DataExportTable>, "owner_id" | "export_id" | "state">;

/** The export as it is then; undefined, with nothing changed, when there is none or the event does not fit its state. */
export async function changeExport(
  transaction: InTransaction,
  owner: OwnerId,
  exportId: ExportId,
  event: ExportEvent,
  change: (known: DataExport) => ExportChange,
): Promise<DataExport | undefined> {
  const row = await exports(transaction, owner).where("export_id", "=", exportId).forUpdate().executeTakeFirst();
  const state = row && evolveExport(row.state, event);
  if (row === undefined || state === undefined) return undefined;
  const changed = await transaction
    .updateTable("data_export")
    .set({ state, ...change(exportOf(row)) })
    .where("owner_id", "=", owner)
    .where("export_id", "=", exportId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return exportOf(changed);
}

/** False when this run is not the one that writes: the owner stopped it, or another took over. */
export async function noteProgress(
  connection: Connection,
  owner: OwnerId,
  { exportId, run }: Pick<DataExport, "exportId" | "run">,
  progress: { part: string; rowsDone: number; rowsTotal: number },
): Promise<boolean> {
  const noted = await sql`
    update data_export set part = ${progress.part}, rows_done = ${progress.rowsDone}, rows_total = ${progress.rowsTotal}
    where owner_id = ${owner} and export_id = ${exportId} and run = ${run} and state = 'writing'
  `.execute(connection);
  return noted.numAffectedRows === 1n;
}

export async function hasExportUnderWay(connection: Connection, owner: OwnerId): Promise<boolean> {
  const row = await exports(connection, owner).where("state", "in", ["waiting", "writing"]).executeTakeFirst();
  return row !== undefined;
}

const exports = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("data_export").selectAll().where("owner_id", "=", owner);

type ExportRow = Awaited<ReturnType<ReturnType<typeof exports>["execute"]>>[number];

const exportOf = (row: ExportRow): DataExport => ({
  exportId: row.export_id,
  state: row.state,
  because: row.because ?? undefined,
  part: row.part ?? undefined,
  rowsDone: row.rows_done,
  rowsTotal: row.rows_total,
  bytes: row.bytes,
  run: row.run,
  begunAt: row.begun_at,
  endedAt: row.ended_at ?? undefined,
  keptUntil: row.kept_until ?? undefined,
});
