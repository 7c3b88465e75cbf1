/** Migrations: raced safely, checked, never half done; and the schema that they lead to, as a text that a reviewer reads. */
import { expect, test } from "vitest";
import { openPool } from "../../src/store/database.ts";
import { migrate, readMigrations, SchemaError, schemaState } from "../../src/store/migrate.ts";
import { testDatabase } from "../support/postgres.ts";
import { schemaText } from "../support/schema-text.ts";

const at = "2026-11-22T10:00:00.000Z";

test("the schema is the one that was committed", async () => {
  const { pool } = await testDatabase();
  await expect(await schemaText(pool)).toMatchFileSnapshot("schema.txt");
});

test("every product table begins with its owner, in its primary key too", async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query<{ table: string; first: string }>(`
    select c.relname as table, (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) as first
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and k.contype = 'p' order by 1`);
  const withoutOwner = rows.filter(({ first }) => first !== "owner_id").map(({ table }) => table);
  expect(withoutOwner).toEqual(["key_check", "oauth_client", "pace", "pace_turn", "schema_migration"]);
});

test("no default reads a clock or makes chance", async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query<{ value: string }>("select pg_get_expr(adbin, adrelid) as value from pg_attrdef");
  expect(rows.filter(({ value }) => /now\(|current_|random|uuid/i.test(value))).toEqual([]);
});

test("eight processes that migrate at once run each file once", async () => {
  const { address, pool } = await testDatabase({ isEmpty: true });
  const pools = Array.from({ length: 8 }, () => openPool(address, { max: 1, name: "racer", onError: () => undefined }));
  const ran = await Promise.all(pools.map((one) => migrate(one, at)));
  await Promise.all(pools.map((one) => one.end()));
  expect(ran.flat().sort()).toEqual((await readMigrations()).map(({ name }) => name));
  expect(await schemaState(pool)).toMatchObject({ at: (await readMigrations()).at(-1)?.number });
});

test("a process refuses a schema newer than itself, and a file that changed after it ran", async () => {
  const { pool } = await testDatabase();
  await pool.query("insert into schema_migration values (9999, '9999-from-the-future.sql', 'x', $1)", [at]);
  await expect(schemaState(pool)).rejects.toThrow(
    /9999-from-the-future\.sql, which this version of Rapport does not know/,
  );
  await pool.query("delete from schema_migration where number = 9999");
  await pool.query("update schema_migration set checksum = 'other' where number = 1");
  await expect(migrate(pool, at)).rejects.toThrow(SchemaError);
});

test("the audit can only be added to", async () => {
  const { pool } = await testDatabase();
  const ids = ["0192f000-0000-7000-8000-000000000001", "0192f000-0000-7000-8000-000000000002"];
  await pool.query(
    "insert into audit (owner_id, audit_id, at, what, subject_kind) values ($1, $2, $3, 'approved', 'draft')",
    [...ids, at],
  );
  for (const change of ["update audit set what = 'other'", "delete from audit", "truncate audit"]) {
    await expect(pool.query(change)).rejects.toThrow(/append-only/);
  }
});

test("instants and days come out of the database as our texts", async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query(
    "select '2026-11-16T13:00:00.5Z'::timestamptz as at, '2026-11-16'::date as day, 7::bigint as count",
  );
  expect(rows).toEqual([{ at: "2026-11-16T13:00:00.500Z", day: "2026-11-16", count: 7 }]);
});
