/** One source of any kind, in steps: told apart by content, then handed to the reader of its kind. */
import type { Card } from "../../domain/contact/card.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import type { ArchiveFileKind, ArchiveOptions, CalendarFound } from "../archive.ts";
import type { ScannedMessage } from "../mail.ts";
import type { Skipped } from "../scan.ts";
import { BadInput, type InputFault, inputFault, upToFault } from "./bad-input.ts";
import { readCsv } from "./csv.ts";
import type { InnerPosition, Tally } from "./cursor.ts";
import { detect } from "./detect.ts";
import { readIcs } from "./ics.ts";
import { flagLabels, folderLabels, maildirFolderIn, mboxLabels } from "./labels.ts";
import { headBytesMax } from "./mbox.ts";
import { type MessageSource, type MessagesStep, mboxMessages, singleMessage } from "./read-messages.ts";
import { firstReadBytes, type Peeked, peek, readWhole, type Source } from "./source.ts";
import { gunzipSource, utf8Source } from "./unpack.ts";
import { readVcf } from "./vcf.ts";
import { type ZipEntry, zipEntries } from "./zip.ts";

export type Step = {
  messages: readonly ScannedMessage[];
  events: readonly CalendarEvent[];
  calendars: readonly CalendarFound[];
  cards: readonly Card[];
  files: readonly { where: string; kind: ArchiveFileKind; bytes: number }[];
  skipped: readonly Skipped[];
  /** Where reading goes on inside the source; absent on the last step alone. */
  next?: InnerPosition;
  /** Bytes of the source looked at so far. */
  bytesDone: number;
  /** Rough size of what the step holds, in bytes. */
  weight: number;
};

export type Reading = {
  source: Source;
  /** Relative path of the file on disk. */
  path: string;
  maildirFolder?: string | undefined;
  tally: Tally;
  /** Where an earlier reading stopped inside this source. */
  from: InnerPosition | undefined;
  options: ArchiveOptions;
  /** Numbers of the zip entries on the way here. */
  entries: readonly number[];
};

/** A zip may hold zips; what those hold is not opened further. */
const zipDepthMax = 2;
/** Calendars, cards and tables are read as a whole. */
const listBytesMax = 256 * 1024 * 1024;
const itemsPerStepMax = 250;

/** Reads a source to its end. Faults of the input become lines of the last step; what came before them is kept. */
export async function* readSource(reading: Reading): AsyncGenerator<Step> {
  const faults: Skipped[] = [];
  const say = (fault: InputFault) => {
    faults.push({ where: reading.source.where, ...fault, count: 1 });
  };
  let held: Step | undefined;
  try {
    for await (const found of readTolerantly(reading, say)) {
      if (held !== undefined) yield held;
      held = found;
    }
  } catch (thrown) {
    const fault = inputFault(thrown);
    if (fault === undefined) throw thrown;
    say(fault);
  }
  const last = held ?? step({ bytesDone: reading.source.bytes });
  const { next: _done, ...end } = last;
  // A file of which nothing could be read looks empty; the fault says it better.
  const said = faults.length > 1 ? faults.filter(({ because }) => because !== "empty_file") : faults;
  yield { ...end, skipped: [...last.skipped, ...said] };
}

type Say = (fault: InputFault) => void;

/** Damage in the middle ends the bytes there, so that the reader of the kind still hands over what it holds. */
async function* readTolerantly(reading: Reading, say: Say): AsyncGenerator<Step> {
  const source = { ...reading.source, open: (from: number) => upToFault(reading.source.open(from), say) };
  const peeked = await peek(source, firstReadBytes);
  try {
    yield* readPeeked({ ...reading, source }, peeked, say);
  } finally {
    await peeked.close();
  }
}

async function* readPeeked(reading: Reading, peeked: Peeked, say: Say): AsyncGenerator<Step> {
  const { source, entries } = reading;
  const name = source.where.slice(source.where.lastIndexOf("/") + 1);
  const detected = detect(peeked.head, name);
  switch (detected.kind) {
    case "mbox":
      yield* readMbox(reading, peeked);
      return;
    case "eml":
      yield await readSingle(reading, peeked, { startsAt: 0 });
      return;
    case "emlx":
      yield await readSingle(reading, peeked, afterCountLine(peeked.head));
      return;
    case "ics":
    case "vcf":
    case "csv":
      yield* readList(reading, peeked, detected.kind);
      return;
    case "zip":
      if (entries.length >= zipDepthMax)
        throw new BadInput("nested_too_deep", "A zip inside a zip inside a zip is not opened.");
      yield* readZip(reading);
      return;
    case "gz":
      yield* readTolerantly({ ...reading, source: gunzipSource(source) }, say);
      return;
    case "utf16":
      yield* readTolerantly({ ...reading, source: await utf8Source(source, detected.label) }, say);
      return;
    case "empty":
      say({ because: "empty_file", message: "The file is empty." });
      yield step({ files: [{ where: source.where, kind: "unknown", bytes: source.bytes }], bytesDone: source.bytes });
      return;
    case "unknown":
      countUnknown(reading, name);
      yield step({ bytesDone: source.bytes });
  }
}

async function* readMbox(reading: Reading, peeked: Peeked): AsyncGenerator<Step> {
  const { source, from } = reading;
  const offset = from !== undefined && "offset" in from ? from.offset : 0;
  const messages = mboxMessages(
    messageSource(reading, mboxLabels(source.where)),
    offset === 0 ? peeked.all() : source.open(offset),
    offset,
  );
  let bytesDone = offset;
  for await (const found of messages) {
    bytesDone = found.bytesDone;
    yield messagesStep(found, { next: { offset: found.offset } });
  }
  yield step({ files: [{ where: source.where, kind: "mbox", bytes: bytesDone }], bytesDone });
}

type MessageBounds = { startsAt: number; endsAt?: number };

async function readSingle(reading: Reading, peeked: Peeked, { startsAt, endsAt }: MessageBounds): Promise<Step> {
  const { source, entries } = reading;
  const folder = reading.maildirFolder ?? (entries.length > 0 ? maildirFolderIn(source.where) : undefined);
  const labels = folder === undefined ? folderLabels(source.where) : [folder, ...flagLabels(source.where)];
  const head = await enoughHead(peeked);
  // The inside of a gz is of unknown length; a reference may reach beyond the end, reading stops there by itself.
  const bytes = peeked.isWhole ? head.length : source.bytes > 0 ? source.bytes : Number.MAX_SAFE_INTEGER;
  const found = singleMessage(messageSource(reading, labels), {
    head,
    bytes,
    startsAt,
    ...(endsAt !== undefined && { endsAt }),
  });
  const file = {
    where: source.where,
    kind: folder === undefined ? "eml" : "maildir",
    bytes: peeked.isWhole ? head.length : source.bytes,
  } as const;
  return messagesStep({ ...found, bytesDone: file.bytes }, { files: [file] });
}

/** Apple Mail writes the length of the message on a line before it, and its own notes behind it. */
function afterCountLine(head: Buffer): MessageBounds {
  const startsAt = head.indexOf(0x0a) + 1;
  return { startsAt, endsAt: startsAt + Number.parseInt(head.toString("latin1", 0, startsAt), 10) };
}

/** The beginning of a message: as peeked when its header section ends there, else up to the length that is read at most. */
async function enoughHead(peeked: Peeked): Promise<Buffer> {
  if (peeked.isWhole || /\n\r?\n/.test(peeked.head.toString("latin1"))) return peeked.head;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of peeked.all()) {
    parts.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > headBytesMax) break;
  }
  return Buffer.concat(parts);
}

async function* readList(reading: Reading, peeked: Peeked, kind: "ics" | "vcf" | "csv"): AsyncGenerator<Step> {
  const { source, from, options } = reading;
  const bytes = peeked.isWhole ? peeked.head : await readWhole(peeked.all(), listBytesMax);
  if (bytes === undefined)
    throw new BadInput(
      "file_too_large",
      `Lists are read up to ${listBytesMax / 1024 / 1024} MB: split the file and import its parts.`,
    );
  const bytesDone = bytes.length;
  const list = listIn(bytes, source.where, kind, options);
  const items = list.events.length + list.cards.length;
  const start = from !== undefined && "item" in from ? from.item : 0;
  const first = start === 0 ? { calendars: list.calendars, skipped: list.skipped } : {};
  const file = { files: [{ where: source.where, kind: list.kind, bytes: bytesDone }] };
  for (let item = start; ; item += itemsPerStepMax) {
    const next = item + itemsPerStepMax;
    const part = { events: list.events.slice(item, next), cards: list.cards.slice(item, next) };
    const weight = itemWeight * (part.events.length + part.cards.length);
    const isLast = next >= items;
    yield step({
      ...part,
      ...(item === start && first),
      weight,
      bytesDone,
      ...(isLast ? file : { next: { item: next } }),
    });
    if (isLast) return;
  }
}

type ListRead = Pick<Step, "events" | "cards" | "calendars" | "skipped"> & {
  kind: "ics" | "vcf" | "csv" | "linkedin_csv";
};

function listIn(bytes: Buffer, where: string, kind: "ics" | "vcf" | "csv", { csvMapping }: ArchiveOptions): ListRead {
  switch (kind) {
    case "ics":
      return { kind, cards: [], ...readIcs(bytes, where) };
    case "vcf":
      return { kind, events: [], calendars: [], ...readVcf(bytes, where) };
    case "csv":
      return { events: [], calendars: [], ...readCsv(bytes, where, csvMapping) };
  }
}

async function* readZip(reading: Reading): AsyncGenerator<Step> {
  const { source, from } = reading;
  const start = from !== undefined && "entry" in from ? from : { entry: 0 };
  let packedBefore = 0;
  for await (const entry of zipEntries(source, start.entry)) {
    const inside = entry.index === start.entry ? start.inside : undefined;
    for await (const found of readEntry(reading, entry, inside)) {
      const next = found.next === undefined ? { entry: entry.index + 1 } : { entry: entry.index, inside: found.next };
      const done = "source" in entry && entry.source.bytes > 0 ? Math.min(1, found.bytesDone / entry.source.bytes) : 1;
      yield { ...found, next, bytesDone: packedBefore + Math.round(done * entry.packedBytes) };
    }
    packedBefore += entry.packedBytes;
  }
  yield step({ files: [{ where: source.where, kind: "zip", bytes: source.bytes }], bytesDone: source.bytes });
}

async function* readEntry(reading: Reading, entry: ZipEntry, from: InnerPosition | undefined): AsyncGenerator<Step> {
  if ("refused" in entry) {
    const where = `${reading.source.where}/${entry.name.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200)}`;
    yield step({ skipped: [{ where, ...entry.refused, count: 1 }], bytesDone: 0 });
    return;
  }
  yield* readSource({ ...reading, source: entry.source, from, entries: [...reading.entries, entry.index] });
}

const messageSource = ({ source, path, entries }: Reading, labels: readonly string[]): MessageSource => ({
  where: source.where,
  path,
  entries,
  labels,
});

const kindsMax = 20;

function countUnknown({ source, tally }: Reading, name: string): void {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  const own = ending === undefined ? "files without an ending" : `.${ending} files`;
  const kind = tally.has(own) || tally.size < kindsMax ? own : "other files";
  const seen = tally.get(kind);
  tally.set(
    kind,
    seen === undefined ? { count: 1, first: source.where.slice(-100) } : { ...seen, count: seen.count + 1 },
  );
}

/** What a message, and an event or card, weigh in a batch without their lists of people. */
const messageWeight = 1000;
const itemWeight = 1500;
const personWeight = 60;

const messagesStep = ({ messages, skipped, bytesDone }: MessagesStep, more: Partial<Step>): Step =>
  step({ messages, skipped, bytesDone, weight: messages.reduce((sum, one) => sum + weightOf(one), 0), ...more });

const weightOf = ({ headers }: ScannedMessage): number =>
  messageWeight + personWeight * (headers.to.length + headers.cc.length + headers.references.length);

const step = (part: Partial<Step> & { bytesDone: number }): Step => ({
  messages: [],
  events: [],
  calendars: [],
  cards: [],
  files: [],
  skipped: [],
  weight: 0,
  ...part,
});
