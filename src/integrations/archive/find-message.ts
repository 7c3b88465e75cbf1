/** From references back to the bytes of messages. */
import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { MessageText } from "../../domain/mail/message.ts";
import type { MessageRef } from "../mail.ts";
import { inputFault } from "./bad-input.ts";
import { detect } from "./detect.ts";
import { headSection } from "./mbox.ts";
import { checkOf, type MessagePlace, readRef, shortPath } from "./message-ref.ts";
import { messageBytesMax, readMessageText } from "./message-text.ts";
import { withLineFeeds } from "./read-messages.ts";
import { type DiskRange, fileSource, peek, readWhole, type Source } from "./source.ts";
import { gunzipSource, utf8Source } from "./unpack.ts";
import { walk } from "./walk.ts";
import { zipEntries } from "./zip.ts";

export type FoundText = { ref: MessageRef; text: MessageText | undefined };

/** Told where, each time that the bytes of a file or of an entry of a zip begin to be read. */
export type OnOpen = (where: string) => void;

/** The text of one message; undefined when the file is gone, is another one by now, or the reference is none of ours. */
export async function findMessageText(path: string, ref: MessageRef): Promise<MessageText | undefined> {
  for await (const { text } of findMessageTexts(path, [ref])) return text;
  return undefined;
}

/**
 * The texts of many messages, each reference answered once, in the order in which they lie in the files. What is packed
 * is unpacked once and front to back, whatever is wanted of it; plain files are read where the messages stand.
 */
export async function* findMessageTexts(
  path: string,
  refs: readonly MessageRef[],
  onOpen: OnOpen = () => undefined,
): AsyncGenerator<FoundText> {
  const wanted: Wanted[] = [];
  for (const ref of new Set(refs)) {
    const place = readRef(ref);
    if (place === undefined) yield { ref, text: undefined };
    else wanted.push({ ref, place });
  }
  const files = Map.groupBy(wanted, ({ place }) => place.path);
  for (const [, inFile] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const file = fileOf(path, inFile[0]!.place);
    const found = file === undefined ? [] : readSource(fileSource(file.file, file.path, file.bytes), inFile, 0, onOpen);
    for await (const { ref, place, bytes } of eachOf(inFile, found))
      yield { ref, text: bytes === undefined ? undefined : await textOf(bytes, place) };
  }
}

type Wanted = { ref: MessageRef; place: MessagePlace };
type Found = Wanted & { bytes: Buffer | undefined };

/** What was found, then what was not: a file that was damaged or replaced since it was read has lost its messages. */
async function* eachOf(
  wanted: readonly Wanted[],
  finding: AsyncIterable<Found> | readonly Found[],
): AsyncGenerator<Found> {
  const left = new Map(wanted.map((one) => [one.ref, one]));
  try {
    for await (const found of finding) {
      left.delete(found.ref);
      yield found;
    }
  } catch (fault) {
    if (inputFault(fault) === undefined) throw fault;
  }
  for (const one of left.values()) yield { ...one, bytes: undefined };
}

async function textOf(found: Buffer, place: MessagePlace): Promise<MessageText | undefined> {
  const bytes = withLineFeeds(found);
  if (!isUnchanged(bytes, place)) return undefined;
  return readMessageText(place.isQuoted ? unquoted(bytes) : bytes);
}

/** Goes down through zips; `depth` says how many were opened on the way here. */
async function* readSource(
  source: Source,
  wanted: readonly Wanted[],
  depth: number,
  onOpen: OnOpen,
): AsyncGenerator<Found> {
  const here = wanted.filter(({ place }) => place.entries.length === depth);
  if (here.length > 0) yield* eachOf(here, readMessages(source, here, onOpen));
  const inside = Map.groupBy(
    wanted.filter(({ place }) => place.entries.length > depth),
    ({ place }) => place.entries[depth]!,
  );
  if (inside.size === 0) return;
  // An entry can only be read while the zip around it is open.
  for await (const entry of zipEntries(source, Math.min(...inside.keys()))) {
    const inEntry = inside.get(entry.index);
    if (inEntry === undefined) continue;
    if ("source" in entry) yield* eachOf(inEntry, readSource(entry.source, inEntry, depth + 1, onOpen));
    inside.delete(entry.index);
    if (inside.size === 0) return;
  }
}

async function* readMessages(source: Source, wanted: readonly Wanted[], onOpen: OnOpen): AsyncGenerator<Found> {
  onOpen(source.where);
  const sorted = wanted.toSorted((one, other) => one.place.offset - other.place.offset);
  const peeked = await peek(source, 2);
  try {
    const detected = detect(peeked.head, "");
    // The bytes that were looked at are not read again: an entry of a zip has no way back.
    const once = { where: source.where, bytes: source.bytes, open: () => peeked.all() };
    if (detected.kind === "gz") yield* readMessages(gunzipSource(once), sorted, () => undefined);
    else if (detected.kind === "utf16") yield* passing((await utf8Source(once, detected.label)).open(0), sorted);
    else {
      const disk = await source.disk?.();
      yield* disk === undefined ? passing(peeked.all(), sorted) : jumping(disk, sorted);
    }
  } finally {
    await peeked.close();
  }
}

/** Reads each message where it stands. */
async function* jumping({ file, start, bytes }: DiskRange, sorted: readonly Wanted[]): AsyncGenerator<Found> {
  for (const one of sorted) {
    const { offset, length } = one.place;
    const size = Math.max(0, Math.min(length, messageBytesMax, bytes - offset));
    const chunks = fileSource(file, "", size).open(start + offset);
    yield { ...one, bytes: await readWhole(firstBytes(chunks, size), messageBytesMax) };
  }
}

/** Picks messages out of bytes that pass once. Only the messages that the present piece lies in are held. */
async function* passing(chunks: AsyncIterable<Buffer>, sorted: readonly Wanted[]): AsyncGenerator<Found> {
  const waiting = [...sorted];
  let open: { one: Wanted; endsAt: number; parts: Buffer[] }[] = [];
  const close = ({ one, parts }: (typeof open)[number]): Found => ({ ...one, bytes: Buffer.concat(parts) });
  let at = 0;
  for await (const chunk of chunks) {
    const behind = at + chunk.length;
    while (waiting.length > 0 && waiting[0]!.place.offset < behind) {
      const one = waiting.shift()!;
      const { offset, length } = one.place;
      open.push({ one, endsAt: offset + Math.min(length, messageBytesMax), parts: [] });
    }
    for (const { one, endsAt, parts } of open)
      parts.push(Buffer.from(chunk.subarray(Math.max(0, one.place.offset - at), endsAt - at)));
    yield* open.filter(({ endsAt }) => endsAt <= behind).map(close);
    open = open.filter(({ endsAt }) => endsAt > behind);
    if (open.length === 0 && waiting.length === 0) return;
    at = behind;
  }
  yield* open.map(close);
}

type FoundFile = { file: string; path: string; bytes: number };

/** Straight to the file where its path is known, by a walk through the tree where only its digest is. */
function fileOf(named: string, place: MessagePlace): FoundFile | undefined {
  if (place.path.startsWith("#")) return walk(named).files.find((one) => shortPath(one.path) === place.path);
  try {
    const root = realpathSync(named);
    const file = join(root, place.path);
    const state = lstatSync(file);
    // A reference leads to what a walk would list: no links on the way, nothing outside of the tree.
    return state.isFile() && realpathSync(file) === file && isInside(root, file)
      ? { file, path: place.path, bytes: state.size }
      : undefined;
  } catch (fault) {
    if (inputFault(fault) === undefined) throw fault;
    return undefined;
  }
}

const isInside = (root: string, file: string): boolean =>
  file === root || file.startsWith(root.endsWith("/") ? root : `${root}/`);

async function* firstBytes(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length;
  if (left === 0) return;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

const isUnchanged = (bytes: Buffer, { check }: MessagePlace): boolean => checkOf(headSection(bytes)) === check;

/** Takes back what an mbox did to lines that begin with "From ": one sign of quoting goes, however many there are. */
function unquoted(bytes: Buffer): Buffer {
  if (!bytes.includes("\n>From ") && !bytes.includes("\n>>From ")) return bytes;
  return Buffer.from(bytes.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
