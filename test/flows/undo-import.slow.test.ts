import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { undoImport } from "../../src/flows/imports/undo-import.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { World } from "../../src/flows/world.ts";
import { exportedAt, layOutPart, olivia } from "../support/export-files.ts";
import { begin, importAll, readOn } from "../support/imports.ts";
import { type Office, office } from "../support/office.ts";
import { differences, type Rows, rowsOf } from "../support/rows.ts";
import { temporaryFolder, testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";

let whole = "";
let part = "";
/** Of all files, read once. */
let imported: Rows;
beforeAll(async () => {
  const made = await office();
  whole = made.files;
  part = layOutPart(whole, join(temporaryFolder(), "part"));
  imported = asItStands(await rowsOf(made.database.pool, made.owner));
});

/** After steps from the import of all files on. */
async function rowsAfterImport(steps: (made: Office) => Promise<unknown>): Promise<Rows> {
  const made = await office();
  await steps(made);
  expect(made.faults).toEqual([]);
  return asItStands(await rowsOf(made.database.pool, made.owner));
}

/** After steps from nothing on. */
async function rowsAfter(steps: (world: World, owner: OwnerId) => Promise<unknown>): Promise<Rows> {
  const { world, owner, database, faults } = await testWorld({ clock: exportedAt, reader: "in_test" });
  await steps(world, owner);
  expect(faults).toEqual([]);
  return asItStands(await rowsOf(database.pool, owner));
}

/**
 * Without the way here: how often a row changed, letters that were proposed on it and withdrawn, and their wording, which
 * keeps off the words that others were written on that way.
 */
const asItStands = (rows: Rows): Rows =>
  new Map(
    [...rows].map(([table, lines]) => [
      table,
      lines
        .filter((line) => table !== "draft" || line.includes('"state": "proposed"'))
        .map((line) => (table === "draft" ? letterIn(line) : line))
        .map((line) => line.replace(/"version": \d+/, '"version": 0').replace(/"draft \d+ /, '"draft '))
        .sort(),
    ]),
  );

/** To whom, which letter, for what: all of a draft but its words. */
const letterIn = (line: string): string =>
  ["contact_id", "follow_up_id", "kind", "locale", "voice", "to_address"]
    .map((name) => new RegExp(`"${name}": ("(?:[^"\\\\]|\\\\.)*")`).exec(line)?.[1] ?? "")
    .join(" ");

/** Texts of a person who qualified before and still does stay, be they among the newest or not. */
const withoutTexts = (rows: Rows): Rows => {
  const text = /"(text_kept|text_kept_until|text_read_at)": (?:null|"(?:[^"\\]|\\.)*")/g;
  return new Map(
    [...rows].map(([table, lines]) => [table, lines.map((line) => line.replace(text, '"$1": null')).sort()]),
  );
};

/** What an import says of itself stays when it was undone. */
const imports = ["import", "import_file", "import_skipped"];

async function undo(world: World, owner: OwnerId, importId: Awaited<ReturnType<typeof importAll>>): Promise<void> {
  expect(await undoImport(world, owner, importId)).toBe("done");
  await refresh(world, owner);
}

describe("an import taken back (R2)", () => {
  test("alone, it leaves nothing but its own line", async () => {
    const nothing = await rowsAfter((world, owner) => refresh(world, owner));
    const undone = await rowsAfterImport(({ world, owner, importId }) => undo(world, owner, importId));
    const ours = ["account", "owner_address", "owner", "timer"];
    expect(differences(nothing, undone, [...imports, ...ours])).toEqual([]);
    expect(undone.get("owner_address")).toEqual([]);
  });

  test("the whole of two overlapping ones, read first: everything is as if the part had been the only one", async () => {
    const alone = await rowsAfter((world, owner) => importAll(world, owner, part));
    const undone = await rowsAfterImport(async ({ world, owner, importId }) => {
      await importAll(world, owner, part);
      await undo(world, owner, importId);
    });
    expect(differences(withoutTexts(alone), withoutTexts(undone), imports)).toEqual([]);
  });

  test("the part of two overlapping ones, read first: everything is as if the whole had been the only one", async () => {
    const undone = await rowsAfter(async (world, owner) => {
      const partId = await importAll(world, owner, part);
      await importAll(world, owner, whole);
      await undo(world, owner, partId);
    });
    expect(differences(withoutTexts(imported), withoutTexts(undone), imports)).toEqual([]);
  });

  test("in the middle of its reading: the reader gives way, nothing is left, and it can be read anew", async () => {
    const { world, owner, database } = await testWorld({ clock: exportedAt, reader: "in_test" });
    const importId = await begin(world, owner, whole);
    await readOn(world, owner, importId, { batchesMax: 1 });
    let undone: Promise<string> | undefined;
    // With a batch in the reader's hands.
    const archive: World["archive"] = {
      ...world.archive,
      async *read(...asked: Parameters<World["archive"]["read"]>) {
        for await (const batch of world.archive.read(...asked)) {
          undone ??= undoImport(world, owner, importId);
          await undone;
          yield batch;
        }
      },
    };
    const outcome = await readOn({ ...world, archive }, owner, importId);
    expect([outcome.kind, await undone]).toEqual(["called_off", "done"]);
    expect(await undoImport(world, owner, importId)).toBe("not_now");
    const left = await rowsOf(database.pool, owner);
    expect(["message", "message_source", "event", "card"].flatMap((table) => left.get(table))).toEqual([]);
    expect(await importAll(world, owner, whole)).not.toBe(importId);
    expect(differences(imported, asItStands(await rowsOf(database.pool, owner)), imports)).toEqual([]);
  });
});

describe("whose mail it is", () => {
  /** Refused guesses are remembered; everything else is derived. */
  const said = [...imports, "owner_address", "owner"];

  test("said after the import, everything is read by it as if it had been said before", async () => {
    const before = await rowsAfter(async (world, owner) => {
      await sayOwnerAddresses(world, owner, ["ben@stone.example"]);
      await importAll(world, owner, whole);
    });
    const after = await rowsAfterImport(async ({ world, owner }) => {
      expect(await sayOwnerAddresses(world, owner, ["Ben@Stone.example "])).toEqual({ kind: "done" });
      await refresh(world, owner);
    });
    expect(differences(withoutTexts(before), withoutTexts(after), said)).toEqual([]);
    expect(after.get("identity")!.some((line) => line.includes(olivia))).toBe(true);
    expect(after.get("identity")!.some((line) => line.includes("ben@stone.example"))).toBe(false);
  });

  test("said wrongly and corrected, everything is as it was guessed", async () => {
    const corrected = await rowsAfterImport(async ({ world, owner }) => {
      for (const address of ["ben@stone.example", olivia]) {
        await sayOwnerAddresses(world, owner, [address]);
        await refresh(world, owner);
      }
    });
    expect(differences(withoutTexts(imported), withoutTexts(corrected), said)).toEqual([]);
  });

  test("what is no address changes nothing", async () => {
    const { world, owner, database } = await testWorld({ clock: exportedAt, reader: "in_test" });
    const before = await rowsOf(database.pool, owner);
    const refused = await sayOwnerAddresses(world, owner, [olivia, "nobody at all"]);
    expect(refused).toEqual({ kind: "not_an_address", text: "nobody at all" });
    expect(differences(before, await rowsOf(database.pool, owner))).toEqual([]);
  });
});

describe("two owners with the very same files in one database", () => {
  test("each has all of it, and what one takes back stays with the other", async () => {
    const { world, owner, database, importId } = await office();
    const other = await seedOwner(world);
    await importAll(world, other, whole);
    const [mine, theirs] = [await rowsOf(database.pool, owner), await rowsOf(database.pool, other)];
    expect(differences(mine, theirs)).toEqual([]);
    expect(mine.get("message")!.length).toBeGreaterThan(1_000);

    await undo(world, owner, importId);
    expect(differences(theirs, await rowsOf(database.pool, other))).toEqual([]);
    expect((await rowsOf(database.pool, owner)).get("message")).toEqual([]);
  });
});
