import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { stopImport } from "../../src/flows/imports/stop-import.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { exportedAt, layOutPart } from "../support/export-files.ts";
import { begin, readOn } from "../support/imports.ts";
import { office } from "../support/office.ts";
import { differences, type Rows, rowsOf } from "../support/rows.ts";
import { temporaryFolder, testWorld } from "../support/world.ts";

let files = "";
let part = "";
let inOneRun: Rows;
beforeAll(async () => {
  const { database, owner, ...made } = await office();
  files = made.files;
  part = layOutPart(files, join(temporaryFolder(), "part"));
  inOneRun = await rowsOf(database.pool, owner);
});

const row = async (pool: Pool) =>
  (
    await pool.query<{ state: string; messages: number; whole: boolean }>(
      "select state, messages, bytes_total > 0 and bytes_done = bytes_total as whole from import",
    )
  ).rows[0]!;

test("stopped after each batch and read on until the end: the same rows as in one run", async () => {
  const { world, owner, database } = await testWorld({ clock: exportedAt });
  const importId = await begin(world, owner, files);
  const messages: number[] = [];
  for (let batches = 0; batches < 50 && !(await row(database.pool)).whole; batches += 1) {
    expect(await readOn(world, owner, importId, { batchesMax: 1 })).toEqual({ kind: "stopped" });
    messages.push((await row(database.pool)).messages);
  }
  expect(messages.length).toBeGreaterThan(2);
  expect(new Set(messages).size).toBeGreaterThan(2);
  expect(await readOn(world, owner, importId)).toEqual({ kind: "read" });
  await refresh(world, owner);
  expect(differences(inOneRun, await rowsOf(database.pool, owner))).toEqual([]);
});

test("stopped by the owner, it is read on only when it is named again", async () => {
  const { world, owner, database } = await testWorld({ clock: exportedAt });
  const importId = await begin(world, owner, files);
  expect(await readOn(world, owner, importId, { batchesMax: 1 })).toEqual({ kind: "stopped" });
  expect(await stopImport(world, owner, importId)).toBe("done");
  expect((await row(database.pool)).state).toBe("stopped");
  expect(await begin(world, owner, files)).toBe(importId);
  expect(await readOn(world, owner, importId)).toEqual({ kind: "read" });
  await refresh(world, owner);
  expect(differences(inOneRun, await rowsOf(database.pool, owner))).toEqual([]);
});

test("of two readers at once one gives way, and nothing is there twice", async () => {
  const { world, owner, database, faults } = await testWorld({ clock: exportedAt });
  const importId = await begin(world, owner, files);
  const outcomes = await Promise.all([readOn(world, owner, importId), readOn(world, owner, importId)]);
  // Whoever gives way says so, or that it is read, if the other was through by then.
  const kinds = outcomes.map(({ kind }) => kind).sort();
  expect([
    ["not_ours", "read"],
    ["read", "read"],
  ]).toContainEqual(kinds);
  expect(faults).toEqual([]);
  await refresh(world, owner);
  expect(differences(inOneRun, await rowsOf(database.pool, owner))).toEqual([]);
});

test("two imports of overlapping files at once are both read whole", async () => {
  const { world, owner, database, faults } = await testWorld({ clock: exportedAt });
  const ids = [await begin(world, owner, files), await begin(world, owner, part)];
  const outcomes = await Promise.all(ids.map((importId) => readOn(world, owner, importId)));
  expect(outcomes).toEqual([{ kind: "read" }, { kind: "read" }]);
  expect(faults).toEqual([]);
  await refresh(world, owner);
  const rows = await rowsOf(database.pool, owner);
  const ofBoth = ["import", "import_file", "import_skipped", "message_source", "event_source", "card_source"];
  expect(differences(inOneRun, rows, ofBoth)).toEqual([]);
});
