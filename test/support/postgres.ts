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
import { asAdmin, fail, inDatabase } from "./global-setup.ts";

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
  readonly max?: number;
}

const standing = new Set<() => Promise<void>>();

export async function testDatabase({ isEmpty = false, max = 8 }: TestDatabaseWish = {}): Promise<TestDatabase> {
  const { admin, product, template } = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const owner = product.kind === "socket" ? `owner ${product.user}` : "";
  await asAdmin(admin, (client) =>
    client.query(`create database ${name} template ${isEmpty ? "template0" : template} ${owner} strategy file_copy`),
  );
  const address = inDatabase(product, name);
  // A connection that was asked to close may still hear that its database is dropped.
  const fault = (error: Error) => (standing.has(drop) ? fail(error) : undefined);
  // A file with a database for each test would use up the server's connections, were idle ones kept.
  const pool = openPool(address, { max, name: "test", onError: fault, idleMilliseconds: 250 });
  const drop = async () => {
    if (!standing.delete(drop)) return;
    await pool.end();
    await asAdmin(admin, (client) => client.query(`drop database ${name} with (force)`));
  };
  standing.add(drop);
  atEndOfFile(drop);
  return { address, pool, db: openDatabase(pool), drop };
}
