/** Backup and restore of a running system, design §2 "Embedded database" and "Keys". */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Pool } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { backup, backupBeforeMigration, restore } from "../../src/store/backup.ts";
import { openPool } from "../../src/store/database.ts";
import { type Migration, migrate, readMigrations } from "../../src/store/migrate.ts";
import { type TestDatabase, testDatabase } from "../support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "rapport-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `${++files}.backup.gz`);
const wish = { appVersion: "0.1.0", now: "2026-11-16T09:00:00.000Z" as Instant };

const ada = "018f0000-0000-7000-8000-000000000001";

/** One table with each type that the schema uses, and values that text formats stumble over. */
const oddTable = `create table odd (
  owner_id uuid not null references owner, it int, big bigint, real real, price numeric, sure boolean, t text,
  b bytea, j jsonb, words text[], day date, at timestamptz(3), span tstzrange, long interval,
  made text generated always as (t || '!') stored, primary key (owner_id, it))`;
const oddRows: readonly (readonly unknown[])[] = [
  [
    1,
    "9007199254740993",
    0.1,
    "1.10",
    true,
    "a\tb\nc\\.\r\0".replace("\0", ""),
    Buffer.from([0, 10, 92, 255]),
    '{"a": "\\n", "n": 1e400}'.replace("1e400", "1e30"),
    ["a,b", 'c"d', "", "NULL", "\\N"],
    "2026-03-29",
    "2026-03-29T01:59:59.999Z",
    "[2026-01-01 00:00+00,2026-01-02 00:00+00)",
    "1 mon 2 days 03:04:05.678",
  ],
  [2, null, "NaN", null, null, "", Buffer.alloc(0), "null", [], "0001-01-01 BC", null, "empty", null],
  [3, 0, "Infinity", "NaN", false, "\\.", null, '"größe 名 😀"', [null, "x"], "infinity", "infinity", "(,)", "-1 days"],
  [
    4,
    -1,
    1e-40,
    `${"9".repeat(40)}.5`,
    false,
    "x".repeat(300_000),
    Buffer.alloc(100_000, 7),
    "[]",
    ["{}"],
    null,
    null,
    null,
    null,
  ],
];

describe("a round trip", () => {
  test("brings back every row of every column type, to the byte", async () => {
    const [from, to] = [await withOddTable(), await withOddTable()];
    await addOwner(from.pool, ada);
    for (const row of oddRows) {
      await from.pool.query(`insert into odd values ($1, ${row.map((_, at) => `$${at + 2}`).join(", ")})`, [
        ada,
        ...row,
      ]);
    }
    const file = newFile();
    const saved = await backup(from.pool, file, wish);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(saved).toMatchObject({ bytes: statSync(file).size, schema: await schemaOf(from.pool) });
    expect(saved.rowsOf.get("odd")).toBe(4);

    const restored = await restore(to.pool, file);
    expect(restored).toEqual({ madeAt: wish.now, appVersion: "0.1.0", schema: saved.schema, rowsOf: saved.rowsOf });
    expect(await contentOf(to.pool)).toEqual(await contentOf(from.pool));
    // The other way round the same bytes are written.
    await backup(to.pool, newFile(), wish);
    expect(gunzipSync(await readFile(join(folder, `${files}.backup.gz`)))).toEqual(gunzipSync(await readFile(file)));
  });

  test("into a database in use replaces what is there, the append-only audit too, and leaves it append-only", async () => {
    const { pool } = await testDatabase();
    await addOwner(pool, ada);
    await addAudit(pool, 1);
    const file = newFile();
    await backup(pool, file, wish);
    await addOwner(pool, ada.replace(/1$/, "2"));
    await addAudit(pool, 2);
    await restore(pool, file);
    expect((await pool.query("select owner_id from owner")).rows).toEqual([{ owner_id: ada }]);
    expect((await pool.query("select count(*) from audit")).rows).toEqual([{ count: 1 }]);
    for (const change of ["delete from audit", "update audit set what = 'x'", "truncate audit"]) {
      await expect(pool.query(change)).rejects.toThrow("append-only");
    }
  });

  test("is one moment of a database that others write to", async () => {
    const { pool } = await testDatabase();
    await pool.query("create table a (n int); create table z (n int)");
    let isOver = false;
    const writing = (async () => {
      for (let n = 0; !isOver; n++) {
        await pool.query(`with one as (insert into a values (${n})) insert into z values (${n})`);
      }
    })();
    await expect.poll(async () => (await pool.query("select count(*) from z")).rows[0].count).toBeGreaterThan(20);
    const { rowsOf } = await backup(pool, newFile(), wish);
    isOver = true;
    await writing;
    expect(rowsOf.get("a")).toBeGreaterThan(20);
    expect(rowsOf.get("a")).toBe(rowsOf.get("z"));
  });

  test("of rows beyond any block size streams", async () => {
    const [from, to] = [await testDatabase(), await testDatabase()];
    const create = "create table long (n int primary key, t text)";
    await Promise.all([from, to].map(({ pool }) => pool.query(create)));
    await from.pool.query("insert into long select n, repeat(md5(n::text), 40) from generate_series(1, 5000) n");
    await from.pool.query("insert into long values (0, repeat('line\n', 200000))");
    const file = newFile();
    await backup(from.pool, file, wish);
    await restore(to.pool, file);
    const sum = "select count(*), sum(length(t)), md5(string_agg(md5(t), '' order by n)) from long";
    expect((await to.pool.query(sum)).rows).toEqual((await from.pool.query(sum)).rows);
  });
});

describe("what does not fit is refused, and nothing is changed", () => {
  test("a file with any byte altered, or cut off anywhere", async () => {
    const { pool, file, before } = await standing();
    const good = await readFile(file);
    const places = Array.from({ length: 40 }, (_, at) => Math.floor(((at + 0.5) * good.length) / 40));
    for (const at of places) {
      const altered = Buffer.from(good);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      await writeFile(file, altered);
      await expect(restore(pool, file), `byte ${at}`).rejects.toMatchObject({ name: "BackupTrouble" });
      await writeFile(file, good.subarray(0, at));
      await expect(restore(pool, file), `cut at ${at}`).rejects.toMatchObject({ name: "BackupTrouble" });
    }
    expect(await contentOf(pool)).toEqual(before);
  });

  test.each`
    how                             | alter                                                                            | because
    ${"a row less"}                 | ${(text: string) => text.replace(/^.*Ada.*\n/m, "")}                             | ${"damaged"}
    ${"another value"}              | ${(text: string) => text.replace("Ada", "Eve")}                                  | ${"damaged"}
    ${"a table less"}               | ${(text: string) => text.replace(/^\{"table":"audit".*\n(?:.*\n)*?\\\.\n/m, "")} | ${"damaged"}
    ${"no manifest"}                | ${(text: string) => text.replace(/^\{"tables":.*\n/m, "")}                       | ${"damaged"}
    ${"a version that we know not"} | ${(text: string) => text.replace('"version":1', '"version":2')}                  | ${"not_a_backup"}
    ${"another text"}               | ${() => "Dear Ada,\n"}                                                           | ${"not_a_backup"}
    ${"nothing in it"}              | ${() => ""}                                                                      | ${"damaged"}
  `("a file with $how: $because", async ({ alter, because }) => {
    const { pool, file, before } = await standing();
    await writeFile(file, gzipSync(alter(gunzipSync(await readFile(file)).toString("latin1"))));
    await expect(restore(pool, file)).rejects.toMatchObject({ because });
    expect(await contentOf(pool)).toEqual(before);
  });

  test("a file that is no gzip, and one that is not there", async () => {
    const { pool, file } = await standing();
    await writeFile(file, "just text");
    await expect(restore(pool, file)).rejects.toMatchObject({ because: "not_a_backup" });
    await expect(restore(pool, join(folder, "nowhere"))).rejects.toThrow(/There is no file/);
  });

  test("rows that the database itself refuses, in the last table of all", async () => {
    const [from, to] = [await testDatabase(), await testDatabase()];
    await from.pool.query("create table zz (n int); insert into zz values (1), (-1)");
    await to.pool.query("create table zz (n int check (n > 0)); insert into zz values (7)");
    await addOwner(to.pool, ada);
    const before = await contentOf(to.pool);
    const file = newFile();
    await backup(from.pool, file, wish);
    await expect(restore(to.pool, file)).rejects.toThrow(/violates check constraint/);
    expect(await contentOf(to.pool)).toEqual(before);
    await expect(to.pool.query("truncate audit")).rejects.toThrow("append-only");
  });

  test("tables or columns that this database has not, or has beside", async () => {
    const plain = await testDatabase();
    const more = await testDatabase();
    await more.pool.query("create table extra (n int)");
    const other = await testDatabase();
    await other.pool.query("create table extra (m int)");
    const [small, large] = [newFile(), newFile()];
    await backup(plain.pool, small, wish);
    await backup(more.pool, large, wish);
    await expect(restore(plain.pool, large)).rejects.toMatchObject({ because: "other_schema" });
    await expect(restore(other.pool, large)).rejects.toMatchObject({ because: "other_schema" });
    await expect(restore(more.pool, small)).rejects.toThrow(/lacks extra/);
  });

  test("a database without tables", async () => {
    const { pool } = await testDatabase({ isEmpty: true });
    await expect(backup(pool, newFile(), wish)).rejects.toMatchObject({ because: "not_migrated" });
    expect(existsSync(join(folder, `${files}.backup.gz`))).toBe(false);
  });

  test("a folder that cannot be written is told, and no part stays", async () => {
    const { pool } = await testDatabase();
    const file = join(folder, "no", "such", "folder");
    await expect(backup(pool, file, wish)).rejects.toMatchObject({ because: "not_written" });
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});

describe("another schema", () => {
  const first = migration(1, "create table person (id int primary key, name text not null)");
  const second = migration(
    2,
    `alter table person add column initial text;
     update person set initial = left(name, 1);
     alter table person alter column initial set not null;
     create table note (person_id int not null references person, t text)`,
  );

  test("an older backup is brought to today's schema by the migrations themselves", async () => {
    const old = await migrated([first]);
    await old.pool.query("insert into person values (1, 'Ada'), (2, 'Grace')");
    const file = newFile();
    await backup(old.pool, file, wish);
    const today = await migrated([first, second]);
    await today.pool.query("insert into person values (9, 'Zoe', 'Z'); insert into note values (9, 'gone')");
    expect(await restore(today.pool, file, [first, second])).toMatchObject({ schema: 1 });
    expect((await today.pool.query("select * from person order by id")).rows).toEqual([
      { id: 1, name: "Ada", initial: "A" },
      { id: 2, name: "Grace", initial: "G" },
    ]);
    expect((await today.pool.query("select * from note")).rows).toEqual([]);
    expect((await today.pool.query("select number from schema_migration")).rows).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    const left = "select nspname from pg_namespace where nspname like 'rapport%'";
    expect((await today.pool.query(left)).rows).toEqual([]);
  });

  test("a newer backup, or one of another history, is refused", async () => {
    const newer = await migrated([first, second]);
    const file = newFile();
    await backup(newer.pool, file, wish);
    const older = await migrated([first]);
    await expect(restore(older.pool, file, [first])).rejects.toMatchObject({ because: "newer" });
    const changed = await migrated([{ ...first, checksum: "other" }, second]);
    await expect(restore(changed.pool, file, [first, second])).rejects.toMatchObject({ because: "other_schema" });
  });
});

test("before migrations the last three backups are kept", async () => {
  const { pool } = await testDatabase();
  const backups = join(folder, "automatic");
  for (const day of ["10", "11", "12", "13", "14"]) {
    await backupBeforeMigration(pool, backups, { ...wish, now: `2026-11-${day}T09:00:00.000Z` as Instant });
  }
  expect(readdirSync(backups)).toEqual([
    "before-migration-2026-11-12T09-00-00.000Z.backup.gz",
    "before-migration-2026-11-13T09-00-00.000Z.backup.gz",
    "before-migration-2026-11-14T09-00-00.000Z.backup.gz",
  ]);
});

test("before migrations a backup is made also where the pool has one connection, which migrates", async () => {
  const [first, second] = (await readMigrations()) as [Migration, Migration];
  const { address, pool: asBefore } = await testDatabase({ isEmpty: true });
  await asBefore.query(
    "create table schema_migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz(3) not null)",
  );
  await asBefore.query(first.sql);
  await asBefore.query("insert into schema_migration values ($1, $2, $3, $4)", [
    first.number,
    first.name,
    first.checksum,
    wish.now,
  ]);
  const pool = openPool(address, { max: 1, name: "test", onError: () => undefined });
  const backups = join(folder, "one-connection");
  const before = async () => void (await backupBeforeMigration(pool, backups, wish));
  const ran = await migrate(pool, wish.now, before);
  await pool.end();
  expect(ran[0]).toBe(second.name);
  expect(readdirSync(backups)).toHaveLength(1);
});

async function withOddTable(): Promise<TestDatabase> {
  const database = await testDatabase();
  await database.pool.query(oddTable);
  return database;
}

/** A database with an owner and a good backup of it. */
async function standing(): Promise<{ pool: Pool; file: string; before: Record<string, string[]> }> {
  const { pool } = await testDatabase();
  await addOwner(pool, ada);
  await addAudit(pool, 1);
  const file = newFile();
  await backup(pool, file, wish);
  return { pool, file, before: await contentOf(pool) };
}

async function migrated(migrations: readonly Migration[]): Promise<TestDatabase> {
  const database = await testDatabase({ isEmpty: true });
  await database.pool.query("create table schema_migration (number int primary key, checksum text not null)");
  for (const { number, sql, checksum } of migrations) {
    await database.pool.query(sql);
    await database.pool.query("insert into schema_migration values ($1, $2)", [number, checksum]);
  }
  return database;
}

function migration(number: number, sql: string): Migration {
  return { number, name: `${number}.sql`, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

async function addOwner(pool: Pool, id: string): Promise<void> {
  await pool.query("insert into owner (owner_id, name, locale, created_at) values ($1, 'Ada', 'en', $2)", [
    id,
    wish.now,
  ]);
}

async function addAudit(pool: Pool, number: number): Promise<void> {
  await pool.query("insert into audit (owner_id, audit_id, at, what, subject_kind) values ($1, $2, $3, 'x', 'y')", [
    ada,
    ada.replace(/1$/, String(number)),
    wish.now,
  ]);
}

async function schemaOf(pool: Pool): Promise<number> {
  return (await pool.query("select max(number) as newest from schema_migration")).rows[0].newest;
}

/** Every row of every table as the database itself writes it. */
async function contentOf(pool: Pool): Promise<Record<string, string[]>> {
  const { rows } = await pool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const content: Record<string, string[]> = {};
  for (const { name } of rows) {
    const query = `select one::text as text from "${name}" one order by 1`;
    content[name] = (await pool.query<{ text: string }>(query)).rows.map(({ text }) => text);
  }
  return content;
}
