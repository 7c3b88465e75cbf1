/** Sources whose bytes must be changed before they can be read: gz, and text of two bytes a letter. */
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { BadInput } from "./bad-input.ts";
import { readWhole, type Source } from "./source.ts";
import { limited } from "./zip.ts";

/** Two-byte text is turned around in memory as a whole; mailboxes are never written so. */
const wideBytesMax = 64 * 1024 * 1024;

/** The file inside a gz, named without the ending. */
export const gunzipSource = (packed: Source): Source => ({
  where: packed.where.replace(/\.gz$/i, ""),
  // Unknown before the end; 0 keeps readers from believing that they have seen everything.
  bytes: 0,
  open: (from) => limited(gunzipped(packed), { from, packedBytes: packed.bytes }),
});

async function* gunzipped(packed: Source): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // Faults come out of the reading below; the callback only keeps them from being thrown a second time.
  pipeline(Readable.from(copies(packed.open(0))), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } finally {
    gunzip.destroy();
  }
}

/** A stream holds several chunks at once, so each must be its own. */
async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** UTF-16 text as UTF-8. */
export async function utf8Source(wide: Source, label: "utf-16le" | "utf-16be"): Promise<Source> {
  const bytes = await readWhole(wide.open(0), wideBytesMax);
  if (bytes === undefined)
    throw new BadInput(
      "file_too_large",
      `UTF-16 text is read up to ${wideBytesMax / 1024 / 1024} MB: it was left out.`,
    );
  const text = Buffer.from(new TextDecoder(label).decode(bytes), "utf8");
  return {
    where: wide.where,
    bytes: text.length,
    open: async function* (from) {
      if (from < text.length) yield text.subarray(from);
    },
  };
}
