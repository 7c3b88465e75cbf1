/**
 * A database of its own for a test file, cloned from the migrated template in about 25 milliseconds.
 *
 *     const { pool, db } = await testDatabase();
 *
 * It is dropped when the file is done, or earlier by `drop`.
 */
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { inject } from "vitest";
import { type Database, type DatabaseAddress, openDatabase, openPool } from "../../src/store/database.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { asAdmin, fail, inDatabase, nameOf } from "./global-setup.ts";

export interface TestDatabase {
  readonly address: DatabaseAddress;
  readonly pool: Pool;
  readonly db: Database;
  /** Closes the pool and drops the database; done by itself at the end of the file. */
  drop(): Promise<void>;
}

export interface TestDatabaseWish {
  /** Without tables, for tests of migrations. */
  readonly isEmpty?: boolean;
  /** A database of this server that nobody is connected to: a copy of it, in place of an empty one with its tables. */
  readonly like?: string;
  readonly max?: number;
}

/**
 * The name of a database that is the same for the whole run: whoever asks first makes it, the others wait for that and copy
 * it by `testDatabase({ like })`.
 */
export async function sharedDatabase(noun: string, make: (database: TestDatabase) => Promise<void>): Promise<string> {
  const { admin, template } = inject("testServer");
  const name = `${template}_${noun}`;
  await asAdmin(admin, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const made = await testDatabase();
    await make(made);
    await made.pool.end();
    await client.query(`alter database ${nameOf(made.address)} rename to ${name}`);
    standing.delete(made.drop);
  });
  return name;
}

const standing = new Set<() => Promise<void>>();

export async function testDatabase({ isEmpty = false, like, max = 8 }: TestDatabaseWish = {}): Promise<TestDatabase> {
  const { admin, product, template } = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const owner = product.kind === "socket" ? `owner ${product.user}` : "";
  const from = like ?? (isEmpty ? "template0" : template);
  await asAdmin(admin, (client) =>
    client.query(`create database ${name} template ${from} ${owner} strategy file_copy`),
  );
  const address = inDatabase(product, name);
  // A connection that was asked to close may still hear that its database is dropped.
  const fault = (error: Error) => (standing.has(drop) ? fail(error) : undefined);
  // A file with a database for each test would use up the server's connections, were idle ones kept for long; making one anew
  // costs as much as twenty statements.
  const pool = openPool(address, { max, name: "test", onError: fault, idleMilliseconds: 2_000 });
  const drop = async () => {
    if (!standing.delete(drop)) return;
    await pool.end();
    await asAdmin(admin, (client) => client.query(`drop database ${name} with (force)`));
  };
  standing.add(drop);
  atEndOfFile(drop);
  return { address, pool, db: openDatabase(pool), drop };
}
