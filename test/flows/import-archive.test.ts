import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cast, exportedAt, letterCounts, olivia } from "../support/export-files.ts";
import { begin, importAll, readOn } from "../support/imports.ts";
import { office } from "../support/office.ts";
import { differences, type Rows, rowCounts, rowsOf } from "../support/rows.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

let files = "";
let standing: TestWorld;
beforeAll(async () => {
  const made = await office("threads");
  files = made.files;
  standing = made;
});

const ask = async <Row extends object>({ database }: TestWorld, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.pool.query<Row>(text, values)).rows;

describe("an export of mail, calendar, address book and connections (R1, R2)", () => {
  test("everything in the files is stored once and counted", async () => {
    const answered = (count: number) => count - Math.floor(count / 3);
    const letters = letterCounts.mailbox + letterCounts.zipped;
    const messages = letters + answered(letterCounts.mailbox) + answered(letterCounts.zipped) + 6;
    expect(await rowCounts(standing.database.pool)).toMatchObject({
      message: messages,
      event: 5,
      card: 4,
      import: 1,
      owner: 1,
    });
    expect(
      await ask(
        standing,
        "select state, messages, events, cards, repeated, bytes_done = bytes_total as whole from import",
      ),
    ).toEqual([{ state: "read", messages, events: 5, cards: 4, repeated: 0, whole: true }]);
    expect(standing.faults).toEqual([]);
  });

  test("the owner is found in the files, with the name", async () => {
    expect(await ask(standing, "select address, standing from owner_address where standing = 'inferred'")).toEqual([
      { address: olivia, standing: "inferred" },
    ]);
    expect(await ask(standing, "select name from owner")).toEqual([{ name: "Olivia Öz" }]);
  });

  test.each(Object.entries(cast).map(([address, row]) => ({ address, ...row })))(
    "$shows: $address, proposed $proposed",
    async ({ address, proposed }) => {
      const contacts = await ask<{ class: string }>(
        standing,
        "select class from contact join identity using (owner_id, contact_id) where value = $1",
        [address],
      );
      expect(contacts.map((one) => one.class === "candidate" || one.class === "unsure")).toEqual(
        proposed ? [true] : [],
      );
    },
  );

  test("Priya is one contact, with where and when they met, from the calendar, the book and the connections", async () => {
    expect(
      await ask(
        standing,
        `select name, company, title, class, met_on, met_where, met_at, (select count(*)::int from card_address where address = value) as cards
         from contact join identity using (owner_id, contact_id) where value = 'priya@acme.example'`,
      ),
    ).toEqual([
      {
        name: "Priya Nair",
        company: "Acme",
        title: "Head of Data",
        class: "candidate",
        met_on: "2026-11-16",
        met_where: "Coffee, Café Moka",
        met_at: "2026-11-16T13:00:00.000Z",
        cards: 2,
      },
    ]);
  });

  test("a connection without an address is known by the link (R2), the empty row is said", async () => {
    expect(
      await ask(
        standing,
        "select name, class, kind from contact join identity using (owner_id, contact_id) where kind = 'profile'",
      ),
    ).toEqual([{ name: "Noa Post", class: "known", kind: "profile" }]);
    expect(await ask(standing, "select because, count from import_skipped")).toEqual([
      { because: "empty_row", count: 1 },
    ]);
  });
});

/** The path is where the files lay last: the one thing that naming them again may change. */
const withoutPaths = (rows: Rows): Rows =>
  new Map(
    [...rows].map(([table, lines]) => [table, lines.map((line) => line.replace(/"path": "[^"]*"/, '"path": ""'))]),
  );

describe("the same files again (R2: importing the same file three times)", () => {
  test("where they lay, elsewhere, and under another name: no row more or less in any table", async () => {
    const { world, owner, database, folder } = standing;
    const before = await rowsOf(database.pool, owner);
    const moved = join(folder, "elsewhere", "renamed");
    cpSync(files, moved, { recursive: true });
    for (const path of [files, files, moved]) await importAll(world, owner, path);
    const path = moved;
    renameSync(path, `${path}-2`);
    await importAll(world, owner, `${path}-2`);
    expect(differences(withoutPaths(before), withoutPaths(await rowsOf(database.pool, owner)))).toEqual([]);
  });

  test("a part of them, as an export of its own, adds an import and nothing else", async () => {
    const { world, owner, database, folder } = standing;
    const before = await rowCounts(database.pool);
    cpSync(join(files, "Mail"), join(folder, "part", "Mail"), { recursive: true });
    await importAll(world, owner, join(folder, "part"));
    const after = await rowCounts(database.pool);
    const [row] = await ask<{ messages: number; repeated: number }>(
      standing,
      "select messages, repeated from import order by import_id desc limit 1",
    );
    expect(row!.repeated).toBe(row!.messages);
    expect(after).toEqual({
      ...before,
      import: 2,
      import_file: before.import_file! + 1,
      message_source: before.message_source! + row!.messages,
    });
  });
});

test("a first import tells the planner of its rows while it is being read (measured: ten times slower without)", async () => {
  const fresh = await testWorld({ clock: exportedAt, reader: "in_test" });
  const known = async () =>
    (await ask<{ rows: number }>(fresh, "select reltuples::int as rows from pg_class where relname = 'message'"))[0]!
      .rows;
  expect(await known()).toBeLessThanOrEqual(0);
  await readOn(fresh.world, fresh.owner, await begin(fresh.world, fresh.owner, files), { batchesMax: 1 });
  expect(await known()).toBeGreaterThan(100);
});
