/** From a reference back to the bytes of a message. */
import type { MessageText } from "../../domain/mail/message.ts";
import type { MessageRef } from "../mail.ts";
import { inputFault } from "./bad-input.ts";
import { headSection } from "./mbox.ts";
import { checkOf, type MessagePlace, readRef, shortPath } from "./message-ref.ts";
import { messageBytesMax, readMessageText } from "./message-text.ts";
import { withLineFeeds } from "./read-messages.ts";
import { fileSource, readWhole, type Source } from "./source.ts";
import { plainSource } from "./unpack.ts";
import { walk } from "./walk.ts";
import { zipEntries } from "./zip.ts";

/** The text of one message; undefined when the file is gone, is another one by now, or the reference is none of ours. */
export async function findMessageText(path: string, ref: MessageRef): Promise<MessageText | undefined> {
  const place = readRef(ref);
  if (place === undefined) return undefined;
  const bytes = await messageBytes(path, place);
  return bytes === undefined ? undefined : readMessageText(bytes);
}

async function messageBytes(path: string, place: MessagePlace): Promise<Buffer | undefined> {
  const file = walk(path).files.find((one) => shortPath(one.path) === place.path);
  if (file === undefined) return undefined;
  let found: Buffer | undefined;
  await withEntry(fileSource(file.file, file.where, file.bytes), place.entries, async (source) => {
    const plain = await plainSource(source);
    found = await readWhole(
      firstBytes(plain.open(place.offset), Math.min(place.length, messageBytesMax)),
      messageBytesMax,
    );
  }).catch((fault: unknown) => {
    // The file was damaged or replaced since it was read: then the message is gone.
    if (inputFault(fault) === undefined) throw fault;
  });
  if (found === undefined) return undefined;
  const bytes = withLineFeeds(found);
  if (!isUnchanged(bytes, place)) return undefined;
  return place.isQuoted ? unquoted(bytes) : bytes;
}

/** Goes down through zips; an entry can only be read while the zip around it is open. */
async function withEntry(
  source: Source,
  entries: readonly number[],
  use: (inner: Source) => Promise<void>,
): Promise<void> {
  const [first, ...deeper] = entries;
  if (first === undefined) return use(source);
  for await (const entry of zipEntries(source, first)) {
    if (entry.index === first && "source" in entry) await withEntry(entry.source, deeper, use);
    return;
  }
}

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
