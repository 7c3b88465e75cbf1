/** The outbox on disk: zip files that only we can read. */
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ArchivedFile, Outbox } from "../outbox.ts";

const mode = 0o600;

export const openOutbox = (folder: string): Outbox => ({
  folder,
  async write(path, files, signal) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const unfinished = `${path}.part`;
    const zip = zipOf(files, signal);
    try {
      await pipeline(zip, createWriteStream(unfinished, { mode }));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { bytes: (await stat(path)).size };
  },
  async open(path) {
    if (!isInside(folder, path)) return undefined;
    const file = await open(path).catch(onlyMissing);
    if (file === undefined) return undefined;
    const { size: bytes } = await file.stat();
    return { bytes, content: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
  },
  async remove(path) {
    if (!isInside(folder, path)) return;
    await rm(path, { force: true });
    await rm(`${path}.part`, { force: true });
  },
});

/** Each file is opened when the one before it is written; the first that fails, as all do once the signal fires, ends the whole. */
function zipOf(files: readonly ArchivedFile[], signal: AbortSignal): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let current: Readable | undefined;
  zip.on("error", (error) => output.destroy(error));
  // The disk may fail in the middle of a file.
  output.on("close", () => current?.destroy());
  for (const { path, changedAt, content } of files)
    zip.addReadStreamLazy(path, { mtime: new Date(changedAt), mode: 0o100600 }, (answer) => {
      current = Readable.from(utf8(content(), signal), { objectMode: false });
      current.on("error", (error) => output.destroy(error));
      answer(null, current);
    });
  zip.end();
  return output;
}

async function* utf8(content: AsyncIterable<string | Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    signal.throwIfAborted();
    yield typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
  }
}

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
}

function onlyMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
