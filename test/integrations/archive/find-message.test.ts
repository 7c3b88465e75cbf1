import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMessageTexts } from "../../../src/integrations/archive/find-message.ts";
import { readArchive } from "../../../src/integrations/archive/read.ts";
import type { MessageRef } from "../../../src/integrations/mail.ts";
import { zipBytes } from "../../support/zip-bytes.ts";

const perMailbox = 100;

/** Every sixtieth is large enough to lie in several pieces of what the unpacker gives. */
const letter = (box: string, n: number) =>
  `From ann@acme.example Mon Jan  5 10:00:00 2026\nFrom: Ann Lee <ann@acme.example>\nSubject: ${box} ${n}\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMessage-ID: <${box}.${n}@acme.example>\n\nText of ${box} ${n}\n${"More words.\n".repeat(n % 60 === 0 ? 4_000 : 3)}\n`;
const mailbox = (box: string) => Buffer.from(Array.from({ length: perMailbox }, (_, n) => letter(box, n)).join(""));
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const wide = (box: string) =>
  Buffer.from(`\ufeffFrom: Ann <ann@acme.example>\nSubject: ${box} 0\n\nText of ${box} 0\n`, "utf16le");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-texts-"));
  writeFileSync(join(folder, "plain.mbox"), mailbox("plain"));
  writeFileSync(join(folder, "packed.mbox.gz"), gzipSync(mailbox("packed")));
  const inner = zipBytes([
    { name: "deep.mbox", bytes: mailbox("deep") },
    { name: "deep.mbox.gz", bytes: gzipSync(mailbox("deepest")), method: 0 },
  ]);
  const outer = zipBytes([
    { name: "first.mbox", bytes: mailbox("first") },
    { name: "stored.mbox", bytes: mailbox("stored"), method: 0 },
    { name: "nobody.mbox", bytes: mailbox("nobody") },
    { name: "inner.zip", bytes: inner },
    { name: "wide.eml", bytes: wide("wide") },
  ]);
  writeFileSync(join(folder, "all.zip"), outer);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reference → subject, as the reading gives them, without those of one mailbox that nobody asks for. */
async function wanted(): Promise<Map<MessageRef, string>> {
  const found = new Map<MessageRef, string>();
  for await (const { messages } of readArchive(folder, { signal: new AbortController().signal }))
    for (const { ref, headers } of messages) if (!headers.subject.startsWith("nobody")) found.set(ref, headers.subject);
  return found;
}

/** The same mixture in each run. */
const mixed = <One>(ones: readonly One[]): One[] => ones.map((_, n) => ones[(n * 7919) % ones.length]!);

async function textsOf(refs: readonly MessageRef[], path = folder) {
  const opened: string[] = [];
  const texts = new Map<MessageRef, string | undefined>();
  for await (const { ref, text } of findMessageTexts(path, refs, (where) => opened.push(where))) {
    expect(texts.has(ref), "answered once").toBe(false);
    texts.set(ref, text?.plain?.split("\n")[0]);
  }
  return { texts, opened };
}

describe("texts of many messages", () => {
  test("asked in any order and twice, each is answered once, and no file and no entry is opened twice", async () => {
    const subjects = await wanted();
    expect(subjects.size).toBe(6 * perMailbox + 1);
    const refs = mixed([...subjects.keys()]);
    const { texts, opened } = await textsOf([...refs, ...refs]);
    expect([...texts].sort()).toEqual([...subjects].map(([ref, subject]) => [ref, `Text of ${subject}`]).sort());
    expect(opened.toSorted()).toEqual([
      "all.zip/first.mbox",
      "all.zip/inner.zip/deep.mbox",
      "all.zip/inner.zip/deep.mbox.gz",
      "all.zip/stored.mbox",
      "all.zip/wide.eml",
      "packed.mbox.gz",
      "plain.mbox",
    ]);
  });

  test("one of an entry that is wanted opens that entry alone", async () => {
    const [ref] = [...(await wanted())].find(([, subject]) => subject === "first 99")!;
    const { texts, opened } = await textsOf([ref]);
    expect([...texts.values()]).toEqual(["Text of first 99"]);
    expect(opened).toEqual(["all.zip/first.mbox"]);
  });

  test("references of an older state of the file that reach into each other are all answered by what stands there", async () => {
    const [ref] = [...(await wanted())].find(([, subject]) => subject === "packed 60")!;
    // The same message, believed longer and shorter: both hold its beginning.
    const longer = ref.replace(/q(\d+):/, (_, length) => `q${Number(length) + 500}:`);
    const shorter = ref.replace(/q(\d+):/, (_, length) => `q${Number(length) - 500}:`);
    const { texts } = await textsOf([longer, ref, shorter]);
    expect([...texts.values()]).toEqual(["Text of packed 60", "Text of packed 60", "Text of packed 60"]);
  });

  test("what is gone, damaged or none of ours is answered with nothing, and the rest is still read", async () => {
    const subjects = await wanted();
    const broken = mkdtempSync(join(tmpdir(), "rapport-texts-broken-"));
    try {
      writeFileSync(join(broken, "plain.mbox"), mailbox("plain"));
      writeFileSync(join(broken, "packed.mbox.gz"), half(gzipSync(mailbox("packed"))));
      const { texts } = await textsOf([...subjects.keys(), "no reference of ours"], broken);
      expect(texts.size).toBe(subjects.size + 1);
      const read = [...texts].filter(([, text]) => text !== undefined).map(([ref]) => subjects.get(ref)!);
      expect(read.filter((subject) => subject.startsWith("plain"))).toHaveLength(perMailbox);
      const ofPacked = read.filter((subject) => subject.startsWith("packed"));
      expect(ofPacked.length).toBeGreaterThan(0);
      expect(ofPacked.length).toBeLessThan(perMailbox);
      expect(read).toHaveLength(perMailbox + ofPacked.length);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });
});
