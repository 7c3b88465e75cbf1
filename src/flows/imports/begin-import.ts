/** Takes note of export files to read. The same files again, from wherever, are the same import. */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import type { CsvMapping } from "../../integrations/archive.ts";
import { type Import, beginImport as makeRow, setImportPath, setImportState } from "../../store/imports.ts";
import { setTimer } from "../../store/timers.ts";
import { exportFilesAccount } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

export type WantedImport = {
  path: string;
  /** What the owner calls it: the file's name. */
  name: string;
  /** True when the files lie in our own inbox and go when they are no longer needed. */
  keptByUs: boolean;
  csvMapping?: CsvMapping;
  /** Who reads it: a worker, by its timer, or the caller itself (the command line). */
  readBy?: "worker" | "caller";
};

/**
 * Makes the import and wishes for its reading. An import that stands already is taken up where it stopped, or, when it
 * was read whole, left as it is: reading it again would change nothing.
 */
export async function beginImport(
  world: World,
  owner: OwnerId,
  wanted: WantedImport,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ importId: ImportId; known: boolean; row: Import }> {
  const files = await world.archive.fingerprint(wanted.path, signal);
  const mapping = wanted.csvMapping === undefined ? "" : `:${JSON.stringify(wanted.csvMapping)}`;
  const { row, known } = await makeRow(world.database, owner, {
    ...wanted,
    importId: world.ids.next(),
    accountId: await exportFilesAccount(world, owner),
    fingerprint: files + mapping,
    startedAt: world.wall.now(),
  });
  if (known) {
    await setImportPath(world.database, owner, row.importId, wanted.path);
    await setImportState(world.database, owner, row.importId, { from: ["stopped", "failed"], to: "waiting" });
  }
  if (wanted.readBy === "caller" || row.state === "read") return { importId: row.importId, known, row };
  await setTimer(world.database, owner, { kind: "import_archive", subjectId: row.importId }, world.clock.now());
  await world.nudge({ job: "import_archive", ownerId: owner, subjectId: row.importId });
  return { importId: row.importId, known, row };
}
