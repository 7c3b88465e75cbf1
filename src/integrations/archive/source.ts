/** Bytes to read from somewhere: a file on disk, an entry of a zip, the inside of a gz. */
import { closeSync, openSync, readSync } from "node:fs";

export type Source = {
  /** As shown to the owner: relative to what was named for import. */
  where: string;
  /** Size as far as known before reading; the inside of a gz counts its packed size. */
  bytes: number;
  /** The bytes from an offset on, in order. A buffer may be overwritten once the next one is asked for. */
  open(from: number): AsyncIterable<Buffer>;
  /** Where the bytes lie unchanged on disk, when they do: for formats that must be read out of order. */
  disk?(): Promise<DiskRange | undefined>;
};

export type DiskRange = { file: string; start: number; bytes: number };

/** Enough to see what a file is, and the whole of most message files. */
export const firstReadBytes = 64 * 1024;
const readBytes = 1024 * 1024;

/** A file on disk. Reading is synchronous: it happens in a worker thread, where waiting for a disk keeps nobody else. */
export const fileSource = (file: string, where: string, bytes: number): Source => ({
  where,
  bytes,
  disk: async () => ({ file, start: 0, bytes }),
  open: async function* (from) {
    const handle = openSync(file, "r");
    try {
      let buffer = Buffer.allocUnsafe(Math.max(1, Math.min(bytes, firstReadBytes)));
      for (let at = from; ; ) {
        const length = readSync(handle, buffer, 0, buffer.length, at);
        if (length === 0) return;
        yield buffer.subarray(0, length);
        at += length;
        if (buffer.length < readBytes && at < bytes) buffer = Buffer.allocUnsafe(readBytes);
      }
    } finally {
      closeSync(handle);
    }
  },
});

export type Peeked = {
  /** At least `length` bytes, or all there are. */
  head: Buffer;
  /** True when `head` is the whole source. */
  isWhole: boolean;
  /** Everything from the start, `head` included; to be read once. */
  all(): AsyncIterable<Buffer>;
  /** Lets go of the file when `all` was not read to its end. */
  close(): Promise<void>;
};

/** Looks at the first bytes without losing them. */
export async function peek(source: Source, length: number): Promise<Peeked> {
  const chunks = source.open(0)[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let seen = 0;
  let ended = false;
  while (seen < length && !ended) {
    const next = await chunks.next();
    ended = next.done === true;
    if (next.done !== true) {
      parts.push(Buffer.from(next.value));
      seen += next.value.length;
      // A short file says so itself; asking once more would only cost another call.
      ended = source.bytes > 0 && source.bytes <= seen && source.bytes <= length;
    }
  }
  const head = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  const close = async () => {
    await chunks.return?.();
  };
  return {
    head,
    isWhole: ended,
    close,
    all: async function* () {
      try {
        if (head.length > 0) yield head;
        for (;;) {
          const next = await chunks.next();
          if (next.done === true) return;
          yield next.value;
        }
      } finally {
        await close();
      }
    },
  };
}

/** All bytes of a source, or undefined when there are more than `bytesMax`. */
export async function readWhole(chunks: AsyncIterable<Buffer>, bytesMax: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > bytesMax) return undefined;
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts);
}
