/** Everything that one named path holds, batch by batch, in the thread of the caller. */
import { basename, resolve } from "node:path";
import type { Card } from "../../domain/contact/card.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import type { ArchiveBatch, ArchiveFileKind, ArchiveOptions, CalendarFound } from "../archive.ts";
import type { ScannedMessage } from "../mail.ts";
import type { Skipped } from "../scan.ts";
import { type Position, readCursor, type Tally, writeCursor } from "./cursor.ts";
import { readSource, type Step } from "./read-source.ts";
import { fileSource } from "./source.ts";
import { comparePaths, walk } from "./walk.ts";

const itemsMax = 500;
const batchBytesUsual = 4 * 1024 * 1024;
/** A batch without items is still given after this many bytes, so that progress shows and a cursor can be kept. */
const quietBytesMax = 64 * 1024 * 1024;

/**
 * Reads a file, a folder tree or a zip of those. Bad content never throws: it is in `skipped`. The signal ends the
 * reading between two pieces of at most 1 MB, with the signal's own reason.
 */
export async function* readArchive(path: string, options: ArchiveOptions): AsyncGenerator<ArchiveBatch> {
  const { signal, batchBytesMax = batchBytesUsual } = options;
  const start = readCursor(options.after);
  const { isFolder, files, skipped, bytesTotal } = walk(path);
  const tally: Tally = new Map(start.tally);
  const batch = new Batch();
  if (start.at === undefined) batch.skipped.push(...skipped);

  let bytesBefore = 0;
  let at: Position | undefined = start.at;
  let found = start.found;
  const give = (bytesDone: number) => batch.take(writeCursor({ at, tally, found }), { bytesDone, bytesTotal });

  for (const file of files) {
    const order = start.at === undefined ? 1 : comparePaths(file.path, start.at.path);
    const inside = order === 0 ? start.at?.inside : undefined;
    if (order < 0 || (order === 0 && inside === undefined)) {
      bytesBefore += file.bytes;
      continue;
    }
    const source = fileSource(file.file, file.where, file.bytes);
    for await (const step of readSource({
      source,
      path: file.path,
      maildirFolder: file.maildirFolder,
      tally,
      from: inside,
      options,
      entries: [],
    })) {
      signal.throwIfAborted();
      const bytesDone = bytesBefore + Math.min(step.bytesDone, file.bytes);
      if (batch.items > 0 && batch.items + itemsIn(step) > itemsMax) yield give(bytesDone);
      batch.add(step);
      found ||= itemsIn(step) > 0 || step.files.some(({ kind }) => kind !== "unknown" && kind !== "zip");
      at = { path: file.path, ...(step.next !== undefined && { inside: step.next }) };
      if (batch.items >= itemsMax || batch.bytes >= batchBytesMax || batch.quietSince(bytesDone) >= quietBytesMax)
        yield give(bytesDone);
    }
    bytesBefore += file.bytes;
  }

  for (const [kind, { count, first }] of tally) {
    batch.skipped.push({
      where: first,
      because: "unknown_file",
      message: `${count} ${kind}: no mail, calendar or addresses inside.`,
      count,
    });
  }
  tally.clear();
  if (isFolder && !found) {
    batch.skipped.push({
      where: basename(resolve(path)) || "files",
      because: "nothing_to_read",
      message: "The folder holds no file with mail, calendars or addresses.",
      count: 1,
    });
    found = true;
  }
  yield give(bytesTotal);
}

const itemsIn = (step: Step): number => step.messages.length + step.events.length + step.cards.length;

/** What was found since the last batch. */
class Batch {
  messages: ScannedMessage[] = [];
  events: CalendarEvent[] = [];
  calendars: CalendarFound[] = [];
  cards: Card[] = [];
  files: { where: string; kind: ArchiveFileKind; bytes: number }[] = [];
  skipped: Skipped[] = [];
  bytes = 0;
  #lastAt = 0;

  get items(): number {
    return this.messages.length + this.events.length + this.cards.length + this.skipped.length + this.files.length;
  }

  add(step: Step): void {
    this.messages.push(...step.messages);
    this.events.push(...step.events);
    this.calendars.push(...step.calendars);
    this.cards.push(...step.cards);
    this.files.push(...step.files);
    this.skipped.push(...step.skipped);
    this.bytes += step.weight;
  }

  quietSince(bytesDone: number): number {
    return bytesDone - this.#lastAt;
  }

  take(cursor: string, progress: { bytesDone: number; bytesTotal: number }): ArchiveBatch {
    const { messages, events, calendars, cards, files, skipped } = this;
    this.messages = [];
    this.events = [];
    this.calendars = [];
    this.cards = [];
    this.files = [];
    this.skipped = [];
    this.bytes = 0;
    this.#lastAt = progress.bytesDone;
    return { messages, events, calendars, cards, files, skipped, cursor, progress };
  }
}
