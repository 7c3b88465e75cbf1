/**
 * Reads the files of one import, batch by batch. A batch and the cursor after it are one transaction, and the cursor
 * moves by compare-and-set, so a killed reader is followed by one that repeats nothing and misses nothing, and of two
 * readers at once one gives way.
 */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import { machineMarks } from "../../domain/mail/marks.ts";
import type { Zone } from "../../domain/time.ts";
import type { ArchiveBatch } from "../../integrations/archive.ts";
import { saveCardSources, saveCards } from "../../store/cards.ts";
import type { InTransaction } from "../../store/database.ts";
import { saveCalendars, saveEventSources, saveEvents } from "../../store/events.ts";
import {
  advanceImport,
  type BatchCounts,
  countRepeated,
  findImport,
  type Import,
  saveFiles,
  saveSkipped,
  setImportState,
} from "../../store/imports.ts";
import { saveMessageSources, saveMessages } from "../../store/messages.ts";
import { imported, refreshStatistics } from "../../store/statistics.ts";
import { setTimer } from "../../store/timers.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

export type ImportOutcome =
  | { kind: "read" }
  /** The signal fired: it stands where it is, and whoever reads it next goes on from there. */
  | { kind: "stopped" }
  /** Another reader has it. */
  | { kind: "not_ours" }
  /** The owner stopped it, or took it back. */
  | { kind: "called_off" }
  | { kind: "failed"; because: string };

export type ImportProgress = { bytesDone: number; bytesTotal: number; messages: number; events: number; cards: number };

/**
 * A first import fills tables that the planner takes for empty, and checks each row's parents by reading all of them. Once it
 * has seen the first thousands it goes by the indexes, and more rows change nothing.
 */
const statisticsAfterBatches: readonly number[] = [1, 4, 16];

export async function importArchive(
  world: World,
  owner: OwnerId,
  importId: ImportId,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (progress: ImportProgress) => void },
): Promise<ImportOutcome> {
  const { database } = world;
  await setImportState(database, owner, importId, { from: ["waiting", "stopped", "failed"], to: "reading" });
  const row = await findImport(database, owner, importId);
  if (row === undefined || row.state === "undone") return { kind: "called_off" };
  if (row.state === "read") return { kind: "read" };
  try {
    const outcome = await readOn(world, owner, row, signal, onProgress);
    if (outcome.kind === "read") await close(world, owner, importId);
    return outcome;
  } catch (error) {
    if (signal.aborted) return { kind: "stopped" };
    const because = error instanceof Error ? error.message : String(error);
    world.log.error({ ownerId: owner, importId, err: error }, "import failed");
    await setImportState(database, owner, importId, {
      from: ["reading"],
      to: "failed",
      because,
      endedAt: world.wall.now(),
    });
    return { kind: "failed", because };
  }
}

async function readOn(
  world: World,
  owner: OwnerId,
  row: Import,
  signal: AbortSignal,
  onProgress: ((progress: ImportProgress) => void) | undefined,
): Promise<ImportOutcome> {
  let cursor = row.cursor;
  const zone = await ownerZone(world, owner);
  const sofar = { messages: row.messages, events: row.events, cards: row.cards };
  const batches = world.archive.read(row.path, {
    signal,
    ...(cursor !== undefined && { after: cursor }),
    ...(row.csvMapping !== undefined && { csvMapping: row.csvMapping }),
  });
  let read = 0;
  for await (const batch of batches) {
    const counts = await world.database
      .transaction()
      .execute((transaction) => saveBatch(world, transaction, owner, zone, row, cursor, batch));
    if (counts === "not_ours") {
      const stands = (await findImport(world.database, owner, row.importId))?.state;
      return { kind: stands === "reading" ? "not_ours" : stands === "read" ? "read" : "called_off" };
    }
    cursor = batch.cursor;
    read += 1;
    if (statisticsAfterBatches.includes(read)) await refreshStatistics(world.database, imported);
    sofar.messages += counts.messages;
    sofar.events += counts.events;
    sofar.cards += counts.cards;
    onProgress?.({ ...batch.progress, ...sofar });
    if (signal.aborted) return { kind: "stopped" };
  }
  return { kind: "read" };
}

async function saveBatch(
  world: World,
  transaction: InTransaction,
  owner: OwnerId,
  zone: Zone,
  { importId, accountId }: Import,
  from: string | undefined,
  batch: ArchiveBatch,
): Promise<BatchCounts | "not_ours"> {
  const messages = batch.messages.map(({ ref, headers }) => ({
    id: world.ids.next<never>(),
    ref,
    headers,
    marks: machineMarks(headers),
  }));
  const events = batch.events.map((event) => ({ id: world.ids.next<never>(), event }));
  const cards = batch.cards.map((card) => ({ id: world.ids.next<never>(), card }));
  const counts = { messages: messages.length, events: events.length, cards: cards.length };
  const ours = await advanceImport(transaction, owner, importId, {
    from,
    to: batch.cursor,
    bytesDone: batch.progress.bytesDone,
    bytesTotal: batch.progress.bytesTotal,
    counts,
  });
  if (!ours) return "not_ours";
  const mail = await saveMessages(transaction, owner, accountId, messages);
  await saveMessageSources(transaction, owner, importId, mail.saved);
  const calendar = await saveEvents(transaction, owner, accountId, zone, events);
  await saveEventSources(transaction, owner, accountId, importId, calendar.saved);
  const people = await saveCards(transaction, owner, accountId, cards);
  await saveCardSources(transaction, owner, accountId, importId, people.saved);
  const added = mail.added + calendar.added + people.added;
  await saveCalendars(
    transaction,
    owner,
    accountId,
    batch.calendars.map(({ name }) => name),
  );
  await saveFiles(transaction, owner, importId, batch.files);
  await saveSkipped(transaction, owner, importId, batch.skipped);
  await countRepeated(transaction, owner, importId, messages.length + events.length + cards.length - added);
  return counts;
}

/** Read to its end: everything that follows from it is to be derived next. */
const close = (world: World, owner: OwnerId, importId: ImportId) =>
  world.database.transaction().execute(async (transaction) => {
    const closed = await setImportState(transaction, owner, importId, {
      from: ["reading"],
      to: "read",
      endedAt: world.wall.now(),
    });
    if (closed) await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
  });
