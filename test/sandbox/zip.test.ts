import { expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { writeZip, type ZipEntry } from "../../src/sandbox/zip.ts";

const entries: ZipEntry[] = [
  { name: "a/letters.mbox", text: "From a\n\nbody\n".repeat(500) },
  { name: "Été.ics", text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  { name: "empty.csv", text: "" },
];

test("another program reads the names and the content back", async () => {
  expect(await entriesOf(writeZip(entries))).toEqual(entries);
});

test("the same files give the same bytes", () => {
  expect(writeZip(entries).equals(writeZip(structuredClone(entries)))).toBe(true);
});

function entriesOf(archive: Buffer): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const found: ZipEntry[] = [];
      zip.on("error", reject).on("end", () => resolve(found));
      zip.on("entry", (entry) =>
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed !== null) return reject(failed);
          found.push({ name: entry.fileName, text: (await stream.toArray()).map(String).join("") });
          zip.readEntry();
        }),
      );
      zip.readEntry();
    });
  });
}
