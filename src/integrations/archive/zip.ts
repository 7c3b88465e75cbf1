/**
 * The entries of a zip as sources. Nothing is ever written to disk: entries are inflated as a stream, so names cannot
 * overwrite anything, and a zip that unpacks beyond all measure is left where the measure ends.
 */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  validateFileName,
  type ZipFile,
} from "yauzl";
import { BadInput } from "./bad-input.ts";
import { readWhole, type Source } from "./source.ts";

export const entriesMax = 200_000;
/** Of all entries together, as the zip declares them. */
export const unpackedBytesMax = 200e9;
/** Deflate reaches about 1,000; mail, even from machines, stays below 100. */
export const ratioMax = 200;
/** The ratio is not asked before this much has come out: small files of one letter are harmless. */
export const ratioFreeBytes = 10 * 1024 * 1024;
/** A compressed zip inside a zip has to be held in memory to be read. */
const heldZipBytesMax = 64 * 1024 * 1024;

export type ZipEntry = {
  index: number;
  name: string;
  /** Packed size: what counts for progress. */
  packedBytes: number;
} & ({ source: Source } | { refused: { because: string; message: string } });

/** Files of a zip in the order of its directory, folders left out, from the entry number `from` on. */
export async function* zipEntries(source: Source, from: number): AsyncGenerator<ZipEntry> {
  const zip = await openZip(source);
  let unpacked = 0;
  let index = -1;
  try {
    for await (const entry of entriesOf(zip)) {
      index += 1;
      unpacked += entry.uncompressedSize;
      if (index >= entriesMax)
        throw new BadInput("too_many_entries", `It holds more than ${entriesMax} files: the rest was left out.`);
      if (unpacked > unpackedBytesMax)
        throw new BadInput("zip_bomb", `It unpacks to more than ${unpackedBytesMax / 1e9} GB: the rest was left out.`);
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      if (index < from || name.endsWith("/")) continue;
      const refused = refusalOf(entry, name);
      const base = { index, name, packedBytes: entry.compressedSize };
      yield refused !== undefined
        ? { ...base, refused }
        : { ...base, source: entrySource(zip, entry, `${source.where}/${name}`, source) };
    }
  } finally {
    zip.close();
  }
}

function refusalOf(entry: Entry, name: string): { because: string; message: string } | undefined {
  const shown = name.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 100);
  if (name.includes("\0") || validateFileName(name) !== null) {
    return { because: "unsafe_name", message: `The name "${shown}" points outside of the zip: it was left out.` };
  }
  if (entry.isEncrypted())
    return {
      because: "encrypted_entry",
      message: "It is locked with a password: unpack it yourself and import the files.",
    };
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return { because: "link_not_followed", message: "A link inside the zip was not followed." };
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return {
      because: "unknown_compression",
      message: "It is packed in a way that cannot be read here: unpack it yourself and import the files.",
    };
  }
  return undefined;
}

/** Directory entries; what the library finds wrong with them is bad input. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* { [Symbol.asyncIterator]: () => zip.eachEntry() };
  } catch (fault) {
    throw brokenZip(fault);
  }
}

const entrySource = (zip: ZipFile, entry: Entry, where: string, outer: Source): Source => ({
  where,
  bytes: entry.uncompressedSize,
  open: (from) => limited(streamOf(zip, entry), { from, packedBytes: entry.compressedSize }),
  disk: async () => {
    const disk = entry.compressionMethod === 0 ? await outer.disk?.() : undefined;
    if (disk === undefined) return undefined;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((fault: unknown) => {
      throw brokenZip(fault);
    });
    return { file: disk.file, start: disk.start + fileDataStart, bytes: entry.uncompressedSize };
  },
});

async function* streamOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch((fault: unknown) => {
    throw brokenZip(fault);
  });
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (fault) {
    if (fault instanceof Error && "code" in fault) throw fault;
    throw brokenZip(fault);
  } finally {
    stream.destroy();
  }
}

/** Passes on what stands behind `from`, and stops when far more comes out than a packer can have put in. */
export async function* limited(
  chunks: AsyncIterable<Buffer>,
  { from, packedBytes }: { from: number; packedBytes: number },
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of chunks) {
    const behind = at + chunk.length;
    if (behind > ratioFreeBytes && behind > packedBytes * ratioMax) {
      throw new BadInput("zip_bomb", `It unpacks to more than ${ratioMax} times its size: the rest was left out.`);
    }
    if (behind > from) yield at >= from ? chunk : chunk.subarray(from - at);
    at = behind;
  }
}

async function openZip(source: Source): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const disk = await source.disk?.();
  try {
    if (disk !== undefined)
      return await fromRandomAccessReaderPromise(new FileRange(disk.file, disk.start), disk.bytes, options);
    const held = await readWhole(source.open(0), heldZipBytesMax);
    if (held === undefined) {
      throw new BadInput(
        "nested_zip_too_large",
        `A packed zip inside the zip is larger than ${heldZipBytesMax / 1024 / 1024} MB: unpack it yourself and import it.`,
      );
    }
    return await fromBufferPromise(held, options);
  } catch (fault) {
    throw fault instanceof BadInput ? fault : brokenZip(fault);
  }
}

/** The library speaks in plain Errors about the bytes; faults of the disk keep their own shape. */
function brokenZip(fault: unknown): unknown {
  if (!(fault instanceof Error) || "code" in fault || fault instanceof TypeError || fault instanceof BadInput)
    return fault;
  return new BadInput(
    "broken_zip",
    `The zip is damaged or cut off (${fault.message}): what could be read of it is kept.`,
  );
}

/** A piece of a file on disk, so that a zip stored inside a zip is read in place. */
class FileRange extends RandomAccessReader {
  readonly #file: string;
  readonly #start: number;

  constructor(file: string, start: number) {
    super();
    this.#file = file;
    this.#start = start;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#file, { start: this.#start + start, end: this.#start + end - 1 });
  }
}
