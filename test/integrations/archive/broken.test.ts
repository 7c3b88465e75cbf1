import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMessageText } from "../../../src/integrations/archive/find-message.ts";
import { readArchive } from "../../../src/integrations/archive/read.ts";
import type { ArchiveBatch } from "../../../src/integrations/archive.ts";
import { type BrokenInput, brokenInputs } from "../../support/broken-inputs.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "rapport-broken-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const neighbour = (subject: string) =>
  `From: Nina <nina@acme.example>\nTo: owner@home.example\nSubject: ${subject}\nDate: Tue, 6 Jan 2026 10:00:00 +0000\n\nHello.\n`;

function layOut({ files, also }: BrokenInput, folder: string): void {
  const sound = {
    "!first.eml": Buffer.from(neighbour("first neighbour")),
    "~last.eml": Buffer.from(neighbour("last neighbour")),
  };
  for (const [path, bytes] of Object.entries({ ...sound, ...files() })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  also?.(folder);
}

async function readAll(folder: string): Promise<ArchiveBatch[]> {
  const batches: ArchiveBatch[] = [];
  for await (const batch of readArchive(folder, { signal: new AbortController().signal })) batches.push(batch);
  return batches;
}

test("the table holds at least sixty kinds, each named once (issue: broken inputs)", () => {
  expect(new Set(brokenInputs.map(({ name }) => name)).size).toBe(brokenInputs.length);
  expect(brokenInputs.length).toBeGreaterThanOrEqual(60);
});

test.each(brokenInputs.map((input, index) => ({ ...input, index })))("$name", async (input) => {
  const folder = join(home, `case-${input.index}`);
  layOut(input, folder);
  const batches = await readAll(folder);
  const messages = batches.flatMap((batch) => batch.messages);
  const skipped = batches.flatMap((batch) => batch.skipped);

  const subjects = messages.map(({ headers }) => headers.subject).sort();
  expect(subjects).toEqual(["first neighbour", "last neighbour", ...input.subjects].sort());
  const others = batches.flatMap(({ events, cards }) => [
    ...events.map(({ title }) => title),
    ...cards.map(({ name }) => name ?? ""),
  ]);
  expect(others.sort()).toEqual([...(input.others ?? [])].sort());
  expect([...new Set(skipped.map(({ because }) => because))].sort()).toEqual([...input.says].sort());

  for (const line of skipped) {
    expect(line.where.startsWith(`case-${input.index}`), line.where).toBe(true);
    expect(line.message).toMatch(/^\S.*\.$/);
    expect(line.message).not.toMatch(/[\x00-\x1f]/);
    expect(line.count).toBeGreaterThan(0);
    if (input.position !== undefined) expect(line.position).toContain(input.position);
  }
  // Whatever was kept can be asked for its text, and gives some without a fault.
  for (const { ref } of messages) expect(await findMessageText(folder, ref), ref).toBeDefined();
});

test("a file that is not there is said", async () => {
  const batches = await readAll(join(home, "nowhere"));
  expect(batches.flatMap(({ skipped }) => skipped.map(({ where, because }) => `${where} ${because}`))).toEqual([
    "nowhere unreadable_file",
  ]);
});
