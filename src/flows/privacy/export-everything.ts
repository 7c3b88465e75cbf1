/** Everything that is kept of an owner as one file to take along: asked for, written in the background, stopped, begun anew. */
import { join } from "node:path";
import type { ExportId, OwnerId } from "../../domain/ids.ts";
import { type ExportEvent, isUnderWay } from "../../domain/privacy/exporting.ts";
import { after, type Instant, millisOf } from "../../domain/time.ts";
import {
  addExport,
  changeExport,
  type DataExport,
  exportsKeptUntil,
  findExport,
  hasExportUnderWay,
  keptExports,
  nextExportEnd,
  noteProgress,
} from "../../store/exports.ts";
import { lockOwner } from "../../store/owners.ts";
import { dropTimer, finishTimer, setTimer, setTimerBy } from "../../store/timers.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { type TellRows, takenAlong } from "./taken-along.ts";

/** How often the progress is written down, and so how soon a stop is heard. */
const noteMilliseconds = 300;

const exportTimer = (exportId: ExportId) => ({ kind: "write_export", subjectId: exportId });

/** under_way: another one is being written; nothing was begun. */
export async function beginExport(world: World, owner: OwnerId): Promise<ExportId | "under_way"> {
  const exportId = world.ids.next<ExportId>();
  const isBegun = await world.database.transaction().execute(async (transaction) => {
    if (!(await addExport(transaction, owner, { exportId, at: world.clock.now() }))) return false;
    await setTimer(transaction, owner, exportTimer(exportId), world.clock.now());
    return true;
  });
  if (!isBegun) return "under_way";
  await world.nudge({ job: "write_export", ownerId: owner, subjectId: exportId });
  return exportId;
}

/** Whoever writes it gives way within a moment; nothing of the file is left. False when it is over, or not there. */
export const stopExport = (
  world: World,
  owner: OwnerId,
  exportId: ExportId,
  because = "You stopped it.",
): Promise<boolean> =>
  world.database.transaction().execute(async (transaction) => {
    const change = { because, ended_at: world.clock.now() };
    if ((await changeExport(transaction, owner, exportId, "stopped", () => change)) === undefined) return false;
    await dropTimer(transaction, owner, exportTimer(exportId));
    return true;
  });

/** A stopped or failed one begins anew. False when it is neither, or another one is under way. */
export async function resumeExport(world: World, owner: OwnerId, exportId: ExportId): Promise<boolean> {
  const isAsked = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    if (await hasExportUnderWay(transaction, owner)) return false;
    const change = { because: null, ended_at: null, part: null, rows_done: 0 };
    if ((await changeExport(transaction, owner, exportId, "asked_again", () => change)) === undefined) return false;
    await setTimer(transaction, owner, exportTimer(exportId), world.clock.now());
    return true;
  });
  if (isAsked) await world.nudge({ job: "write_export", ownerId: owner, subjectId: exportId });
  return isAsked;
}

export type ExportSeen = DataExport;

/** The newest first, without those whose file is gone. */
export const exportsOf = (world: World, owner: OwnerId): Promise<ExportSeen[]> => keptExports(world.database, owner);

/** The file to fetch; undefined when it is not ready, or gone. */
export async function openExport(world: World, owner: OwnerId, exportId: ExportId) {
  const known = await findExport(world.database, owner, exportId);
  return known?.state === "ready" ? world.outbox.open(pathOf(world, known)) : undefined;
}

/** Takes a file out of the outbox before its time. False when it is being written, or gone. */
export async function removeExport(world: World, owner: OwnerId, exportId: ExportId): Promise<boolean> {
  const removed = await move(world, owner, exportId, "removed", () => ({ kept_until: null }));
  if (removed !== undefined) await world.outbox.remove(pathOf(world, removed));
  return removed !== undefined;
}

/** Whoever is erased is in no file that was written before: those go, and one that is being written is stopped. */
export async function forgetExports(world: World, owner: OwnerId): Promise<void> {
  for (const { exportId, state } of await exportsOf(world, owner))
    if (isUnderWay(state)) await stopExport(world, owner, exportId, "Somebody was erased meanwhile: begin it anew.");
    else await removeExport(world, owner, exportId);
}

/** The job. It may die anywhere: the next run writes the file anew. */
export async function writeExport(
  world: World,
  owner: OwnerId,
  exportId: ExportId,
  signal: AbortSignal,
): Promise<void> {
  const begun = await move(world, owner, exportId, "begun", ({ run }) => ({ run: run + 1, part: null, rows_done: 0 }));
  if (begun === undefined) return;
  const progress = { rowsDone: 0, rowsTotal: 0 };
  const tell = nowAndThen(world, async (part, rows) => {
    progress.rowsDone += rows;
    if (!(await noteProgress(world.database, owner, begun, { part, ...progress }))) throw new GivesWay();
  });
  try {
    const { files, rowsTotal } = await takenAlong(world, owner, tell);
    progress.rowsTotal = rowsTotal;
    const path = pathOf(world, begun);
    const { bytes } = await world.outbox.write(path, files, signal);
    await keep(world, owner, begun, { ...progress, bytes });
  } catch (error) {
    if (error instanceof GivesWay) return;
    signal.throwIfAborted();
    const because = `It could not be written: ${(error as Error).message}`;
    await move(world, owner, exportId, "failed", () => ({ because, ended_at: world.clock.now() }));
    world.log.error({ ownerId: owner, exportId, err: error }, "an export could not be written");
  }
}

/** Everything into a file of the owner's choice, at once: for the command line. Ends with the signal's reason. */
export async function exportTo(
  world: World,
  owner: OwnerId,
  path: string,
  signal: AbortSignal,
): Promise<{ bytes: number; files: number; rows: number }> {
  let written = 0;
  const { files } = await takenAlong(world, owner, async (_, rows) => {
    written += rows;
  });
  const { bytes } = await world.outbox.write(path, files, signal);
  return { bytes, files: files.length, rows: written };
}

/** Files that were kept long enough go; says when the next one does. */
export async function removeOldExports(
  world: World,
  owner: OwnerId,
): Promise<{ removed: number; nextAt: Instant | undefined }> {
  const old = await exportsKeptUntil(world.database, owner, world.clock.now());
  for (const { exportId } of old) await removeExport(world, owner, exportId);
  return { removed: old.length, nextAt: await nextExportEnd(world.database, owner) };
}

/** The owner stopped it, or another run took over. */
class GivesWay extends Error {}

/** A run that was overtaken, or stopped at the last moment, leaves nothing behind. */
async function keep(
  world: World,
  owner: OwnerId,
  run: DataExport,
  { rowsDone, bytes }: { rowsDone: number; bytes: number },
): Promise<void> {
  const now = world.clock.now();
  const { retention } = await policyOf(world, owner);
  const keptUntil = after(now, { days: retention.exportDays });
  const isKept = await world.database.transaction().execute(async (transaction) => {
    if (!(await noteProgress(transaction, owner, run, { part: "", rowsDone, rowsTotal: rowsDone }))) return false;
    const change = { bytes, part: null, ended_at: now, kept_until: keptUntil };
    await changeExport(transaction, owner, run.exportId, "written", () => change);
    await finishTimer(transaction, owner, exportTimer(run.exportId));
    await setTimerBy(transaction, owner, { kind: "erase_kept_text", subjectId: owner }, keptUntil);
    return true;
  });
  if (!isKept) await world.outbox.remove(pathOf(world, run));
}

/** Adds up the rows, and tells of them with each file, and within a long one a few times a second. */
function nowAndThen({ wall }: World, tell: TellRows): TellRows {
  let last = { part: "", at: 0 };
  let untold = 0;
  return async (part, rows) => {
    untold += rows;
    const at = millisOf(wall.now());
    if (part === last.part && at - last.at < noteMilliseconds) return;
    last = { part, at };
    const told = untold;
    untold = 0;
    await tell(part, told);
  };
}

const move = (
  world: World,
  owner: OwnerId,
  exportId: ExportId,
  event: ExportEvent,
  change: Parameters<typeof changeExport>[4],
): Promise<DataExport | undefined> =>
  world.database.transaction().execute((transaction) => changeExport(transaction, owner, exportId, event, change));

/** Each run has a file of its own. */
const pathOf = ({ outbox }: World, { exportId, run }: Pick<DataExport, "exportId" | "run">): string =>
  join(outbox.folder, `${exportId}-${run}.zip`);
