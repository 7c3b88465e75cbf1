/** Messages out of one source: an mbox of any size, or a file that is one message. */
import type { ScannedMessage } from "../mail.ts";
import type { Skipped } from "../scan.ts";
import { boundaryOf, headBytesMax, headSection, type MboxMessage, MboxSplitter } from "./mbox.ts";
import { readHeaders } from "./message-headers.ts";
import { checkOf, writeRef } from "./message-ref.ts";

/** Which source the messages come from. */
export type MessageSource = {
  where: string;
  path: string;
  entries: readonly number[];
  labels: readonly string[];
};

export type MessagesStep = {
  messages: ScannedMessage[];
  skipped: Skipped[];
  /** Offset from which reading on repeats nothing and misses nothing. */
  offset: number;
  /** Bytes of the source looked at so far. */
  bytesDone: number;
};

/** One step never holds more, so that a batch can end where the caller wants. */
const messagesPerStepMax = 250;

/** Reads an mbox from an offset that an earlier step gave, or from 0. */
export async function* mboxMessages(
  source: MessageSource,
  chunks: AsyncIterable<Buffer>,
  from: number,
): AsyncGenerator<MessagesStep> {
  const splitter = new MboxSplitter(from);
  let bytesDone = from;
  let isOldMac: boolean | undefined;
  for await (const chunk of chunks) {
    bytesDone += chunk.length;
    isOldMac ??= hasCarriageReturnsOnly(chunk);
    yield* stepsOf(source, splitter.push(isOldMac ? lineFeedsFor(chunk) : chunk), bytesDone);
  }
  yield* stepsOf(source, splitter.end(), bytesDone);
}

function* stepsOf(source: MessageSource, found: readonly MboxMessage[], bytesDone: number): Generator<MessagesStep> {
  for (let first = 0; first < found.length; first += messagesPerStepMax) {
    const part = found.slice(first, first + messagesPerStepMax);
    const step: MessagesStep = { messages: [], skipped: [], offset: part.at(-1)!.endsAt, bytesDone };
    for (const message of part) addMessage(source, message, step);
    yield step;
  }
}

/** Reads a file that is one message; `head` holds its beginning, with the whole header section unless that is beyond all measure. */
export function singleMessage(
  source: MessageSource,
  { head, bytes, startsAt, endsAt = bytes }: { head: Buffer; bytes: number; startsAt: number; endsAt?: number },
): MessagesStep {
  const binary = headSection(withLineFeeds(head.subarray(startsAt)));
  const step: MessagesStep = { messages: [], skipped: [], offset: bytes, bytesDone: bytes };
  const boundary = boundaryOf(binary);
  const lacksEnd = boundary !== undefined && head.length >= bytes && !head.includes(`--${boundary}--`, 0, "latin1");
  addMessage(
    source,
    {
      at: startsAt,
      contentAt: startsAt,
      endsAt: Math.min(bytes, endsAt),
      head: binary,
      ...(binary.length >= headBytesMax && { headCut: true as const }),
      ...((lacksEnd || endsAt > bytes) && { truncated: true as const }),
    },
    step,
  );
  return step;
}

function addMessage(source: MessageSource, found: MboxMessage, step: MessagesStep): void {
  const say = (because: string, message: string) =>
    step.skipped.push({ where: source.where, position: `byte ${found.at}`, because, message, count: 1 });

  const read = readHeaders({
    binary: found.head,
    placeLabels: source.labels,
    ...(found.fromLine !== undefined && { fromLine: found.fromLine }),
  });
  if (found.headCut)
    say("header_too_long", `Its header is longer than ${headBytesMax / 1024} kB: only the beginning was read.`);
  if (read.kind === "refused") {
    say(read.because, read.message);
    return;
  }
  for (const { because, message } of read.notes) say(because, message);
  if (found.truncated) say("truncated_message", "The message is cut off: what there is of it was kept.");
  const place = {
    path: source.path,
    entries: source.entries,
    offset: found.contentAt,
    length: found.endsAt - found.contentAt,
    isQuoted: found.fromLine !== undefined,
  };
  step.messages.push({ ref: writeRef({ ...place, check: checkOf(found.head) }), headers: read.headers });
}

/** Old Macs ended lines with a carriage return alone; told by the beginning, where there are headers. */
const hasCarriageReturnsOnly = (bytes: Buffer): boolean => {
  const beginning = bytes.subarray(0, 4096);
  return !beginning.includes(0x0a) && beginning.includes(0x0d);
};

/** Lines ended as everywhere else, byte for byte, so that offsets stay what they are. */
export const withLineFeeds = (bytes: Buffer): Buffer => (hasCarriageReturnsOnly(bytes) ? lineFeedsFor(bytes) : bytes);

function lineFeedsFor(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(0x0d); at !== -1; at = copy.indexOf(0x0d, at + 1)) copy[at] = 0x0a;
  return copy;
}
