import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { refresh } from "../../src/flows/refresh.ts";
import { type BrokenInput, brokenInputs } from "../support/broken-inputs.ts";
import { exportedAt } from "../support/export-files.ts";
import { begin, importAll, readOn } from "../support/imports.ts";
import { type TestWorld, temporaryFolder, testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";

let home = "";
let standing: TestWorld;
beforeAll(async () => {
  home = temporaryFolder();
  // A hundred small imports, each of which would start two threads.
  standing = await testWorld({ clock: exportedAt, reader: "in_test" });
});

function layOut({ files, also }: BrokenInput, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of Object.entries(files())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  also?.(folder);
  return folder;
}

/** One sender, one Message-ID and one date are one message to the store, whatever the subject says. */
const sameMessage = ["again"];

type Line = { because: string; place: string; message: string; position: string | null; count: number };

describe("what cannot be read, or only in part, is said and stops nothing (issue: broken inputs)", () => {
  test.each(brokenInputs.map((input, index) => ({ ...input, index })))("$name", async (input) => {
    const { world, database, faults } = standing;
    const owner = await seedOwner(world);
    const importId = await begin(world, owner, layOut(input, join(home, `case-${input.index}`)));
    expect(await readOn(world, owner, importId)).toEqual({ kind: "read" });
    const { rows: lines } = await database.pool.query<Line>(
      "select because, place, message, position, count from import_skipped where owner_id = $1 order by skipped_no",
      [owner],
    );
    const said = [...new Set(lines.map(({ because }) => because))].sort();
    const isNothing = input.subjects.length === 0 && (input.others ?? []).length === 0;
    expect(said.filter((because) => because !== "nothing_to_read")).toEqual([...input.says].sort());
    if (isNothing) expect(lines).not.toEqual([]);
    expect(lines.every(({ message, count }) => message.endsWith(".") && count > 0)).toBe(true);
    const { rows: kept } = await database.pool.query<{ name: string }>(
      `select subject as name from message where owner_id = $1 union all select title from event where owner_id = $1
       union all select name from card where owner_id = $1`,
      [owner],
    );
    expect(kept.map(({ name }) => name).sort()).toEqual(
      [...input.subjects, ...(input.others ?? [])].filter((name) => !sameMessage.includes(name)).sort(),
    );
    expect(faults).toEqual([]);
  });

  test("what they hold together can be derived from", async () => {
    const { world } = standing;
    const owner = await seedOwner(world);
    await importAll(world, owner, home);
    await refresh(world, owner);
    expect(standing.faults).toEqual([]);
  }, 60_000);

  test("a folder that holds nothing, or nothing to read, is one line", async () => {
    const { world, database } = standing;
    const owner = await seedOwner(world);
    const empty = join(home, "..", `${home.split("/").at(-1)}-empty`);
    mkdirSync(join(empty, "inside"), { recursive: true });
    await importAll(world, owner, empty);
    const { rows } = await database.pool.query("select because, count from import_skipped where owner_id = $1", [
      owner,
    ]);
    expect(rows).toEqual([{ because: "nothing_to_read", count: 1 }]);
  });
});
