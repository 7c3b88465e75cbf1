import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readArchive } from "../../../src/integrations/archive/read.ts";
import { openArchiveReader } from "../../../src/integrations/archive/reader.ts";
import type { ArchiveBatch } from "../../../src/integrations/archive.ts";

const count = 20_000;
let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-reader-"));
  file = join(folder, "All.mbox");
  const letter = (n: number) =>
    `From 17${n}@xxx Mon Jan 05 10:00:00 +0000 2026\nX-Gmail-Labels: Inbox\nFrom: Person ${n % 500} <p${n % 500}@acme.example>\nTo: Owner <owner@home.example>, Other <o${n % 70}@acme.example>\nSubject: Letter ${n}\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMessage-ID: <${n}@acme.example>\nReferences: <${n - 1}@acme.example> <${n - 2}@acme.example>\n\nText of ${n}\n\n`;
  writeFileSync(file, Array.from({ length: count }, (_, n) => letter(n)).join(""));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const live = () => new AbortController().signal;

test("the thread gives what the reading itself gives, and the caller's event loop stays free", async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const apart: ArchiveBatch[] = [];
  for await (const batch of openArchiveReader().read(folder, { signal: live() })) apart.push(batch);
  delay.disable();
  const here: ArchiveBatch[] = [];
  for await (const batch of readArchive(folder, { signal: live() })) here.push(batch);
  expect(apart.map((batch) => JSON.stringify(batch))).toEqual(here.map((batch) => JSON.stringify(batch)));
  expect(apart.flatMap(({ messages }) => messages).length).toBe(count);
  // Read here it would stand still for the whole reading; the allowance is for a machine that does other things as well.
  expect(delay.percentile(99) / 1e6).toBeLessThan(300);
});

test("a reader that is not asked waits: what is added meanwhile at the end is still read", async () => {
  const growing = join(folder, "..", `${basename(folder)}-growing.mbox`);
  writeFileSync(growing, readFileSync(file));
  try {
    const batches = openArchiveReader().read(growing, { signal: live() })[Symbol.asyncIterator]();
    await batches.next();
    await new Promise((resolve) => setTimeout(resolve, 500));
    appendFileSync(
      growing,
      "From a@b.example Mon Jan  5 10:00:00 2026\nFrom: late@acme.example\nSubject: late\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\nx\n\n",
    );
    let last: ArchiveBatch | undefined;
    for (let next = await batches.next(); next.done !== true; next = await batches.next())
      if (next.value.messages.length > 0) last = next.value;
    expect(last?.messages.at(-1)?.headers.subject).toBe("late");
  } finally {
    rmSync(growing);
  }
});

test("a stopped reading ends at once with the caller's reason, before and between batches", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { messages } of openArchiveReader().read(folder, { signal: stop.signal })) {
      seen.push(messages.length);
      stop.abort(new Error("enough"));
    }
  })();
  await expect(reading).rejects.toThrow("enough");
  expect(seen.length).toBe(1);
  await expect(openArchiveReader().fingerprint(folder, AbortSignal.abort(new Error("never begun")))).rejects.toThrow(
    "never begun",
  );
});

test("a thread that crashes becomes one clear error with its cause", async () => {
  const reading = (async () => {
    for await (const _ of openArchiveReader().read(folder, { signal: live(), after: "no cursor of ours" }))
      expect.unreachable();
  })();
  await expect(reading).rejects.toMatchObject({
    message: "reading the archive failed in its thread",
    cause: expect.any(Error),
  });
});

test("texts come one by one from the thread, and their caller stops them at any moment", async () => {
  const reader = openArchiveReader();
  const first = (await reader.read(folder, { signal: live() })[Symbol.asyncIterator]().next()).value as ArchiveBatch;
  const refs = first.messages.slice(0, 40).map(({ ref }) => ref);
  const texts: (string | undefined)[] = [];
  for await (const { text } of reader.texts(folder, refs, live())) texts.push(text?.plain?.trim());
  expect(texts).toEqual(refs.map((_, n) => `Text of ${n}`));

  const stop = new AbortController();
  const stopped = (async () => {
    for await (const _ of reader.texts(folder, refs, stop.signal)) stop.abort(new Error("not this one"));
  })();
  await expect(stopped).rejects.toThrow("not this one");
});

test("one text is the texts of one; nothing is there of a folder that went away", async () => {
  const reader = openArchiveReader();
  const first = (await reader.read(folder, { signal: live() })[Symbol.asyncIterator]().next()).value as ArchiveBatch;
  const ref = first.messages[3]?.ref ?? "";
  expect((await reader.text(folder, ref, live()))?.plain?.trim()).toBe("Text of 3");
  expect(await reader.text(join(folder, "nowhere"), ref, live())).toBeUndefined();
});
