/**
 * Migrations: numbered SQL files, forward only, each in one transaction, raced safely under an advisory lock and
 * recorded with a checksum. A process refuses a schema newer than itself, and a file that changed after it ran.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Pool, PoolClient } from "pg";

/** `RAPP` in ASCII: one lock for all of Rapport's migrations in a database. */
const migrationLock = 0x52415050;
const folder = new URL("./migrations/", import.meta.url);

export type Migration = { number: number; name: string; sql: string; checksum: string };
export type SchemaState = { at: number; newest: number };

export class SchemaError extends Error {}

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** How far the schema is and how far it could be. Throws a SchemaError when the database is newer, or was altered. */
export async function schemaState(pool: Pool): Promise<SchemaState> {
  const client = await pool.connect();
  try {
    const known = await readMigrations();
    return { at: checked(known, await appliedIn(client)), newest: known.at(-1)?.number ?? 0 };
  } finally {
    client.release();
  }
}

/**
 * Brings the schema up to date and says what was run. `at` is the wall time to write beside each.
 * `before` runs once, before the first change, when an older schema with data is about to change: the place for a backup.
 */
export async function migrate(
  pool: Pool,
  at: string,
  before?: (state: SchemaState) => Promise<void>,
): Promise<string[]> {
  const known = await readMigrations();
  const client = await pool.connect();
  const done: string[] = [];
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const standing = checked(known, await appliedIn(client));
    const missing = known.filter(({ number }) => number > standing);
    if (missing.length > 0 && standing > 0) await before?.({ at: standing, newest: known.at(-1)?.number ?? 0 });
    for (const migration of missing) {
      await apply(client, migration, at);
      done.push(migration.name);
    }
    return done;
  } finally {
    // A connection that broke takes its advisory lock with it; one that works must give it back before it is reused.
    const unlocked = await client.query("select pg_advisory_unlock($1)", [migrationLock]).then(
      () => true,
      () => false,
    );
    client.release(!unlocked);
  }
}

type Applied = { number: number; name: string; checksum: string };

async function appliedIn(client: PoolClient): Promise<Applied[]> {
  const { rows } = await client.query("select to_regclass('public.schema_migration') is not null as there");
  if (!rows[0].there) return [];
  return (await client.query<Applied>("select number, name, checksum from schema_migration order by number")).rows;
}

function checked(known: readonly Migration[], applied: readonly Applied[]): number {
  for (const row of applied) {
    const ours = known.find(({ number }) => number === row.number);
    if (ours === undefined) {
      throw new SchemaError(
        `The database has migration ${row.name}, which this version of Rapport does not know. Start the newer version, or restore a backup made by this one.`,
      );
    }
    if (ours.checksum !== row.checksum) {
      throw new SchemaError(
        `Migration ${row.name} was changed after it ran on this database. Restore its original text.`,
      );
    }
  }
  return applied.at(-1)?.number ?? 0;
}

async function apply(client: PoolClient, migration: Migration, at: string): Promise<void> {
  await client.query("begin");
  try {
    // Of a large database an index alone takes longer than any page may.
    await client.query("set local statement_timeout = 0");
    await client.query(
      "create table if not exists schema_migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz(3) not null)",
    );
    await client.query(migration.sql);
    await client.query("insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)", [
      migration.number,
      migration.name,
      migration.checksum,
      at,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new SchemaError(`Migration ${migration.name} failed and was rolled back: ${String(error)}`, { cause: error });
  }
}
