/**
 * Backup and restore of a running system. A backup is one snapshot in one file; a restore happens whole or not at all.
 * Master keys are never in it: what it holds sealed opens only with the keys of the installation that made it.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { escapeIdentifier, Pool, type PoolClient } from "pg";
import type { Instant } from "../domain/time.ts";
import {
  type BackupManifest,
  type BackupPart,
  type BackupTable,
  BackupTrouble,
  backupParts,
  damaged,
  ROWS_END,
  type VerifiedBackup,
  verifyBackup,
} from "./backup-file.ts";
import { copyIn, copyOut } from "./copy.ts";
import { type Migration, readMigrations } from "./migrate.ts";

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  /** Number of the last migration that had run. */
  readonly schema: number;
  readonly rowsOf: ReadonlyMap<string, number>;
}

export interface RestoreReport {
  readonly madeAt: string;
  readonly appVersion: string;
  /** Number of the last migration when the backup was made; its rows were brought to today's schema. */
  readonly schema: number;
  readonly rowsOf: ReadonlyMap<string, number>;
}

export interface BackupWish {
  readonly appVersion: string;
  readonly now: Instant;
}

const PRODUCT_SCHEMA = "public";
const STAGING_SCHEMA = "rapport_restore";
const BOOKKEEPING = "schema_migration";
const KEPT_BEFORE_MIGRATION = 3;
/** The lock that migrate.ts takes, so that no migration runs during a restore. */
const MIGRATION_LOCK = 0x52415050;

/**
 * Writes the whole database into `file`, replacing it when it is there. The file appears when it is complete.
 *
 * @throws {BackupTrouble} not_written
 */
export async function backup(pool: Pool, file: string, wish: BackupWish): Promise<BackupReport> {
  const unfinished = `${file}.part`;
  const client = await pool.connect();
  let isClean = false;
  try {
    await begin(client, "isolation level repeatable read read only");
    const migrations = await appliedMigrations(client);
    const rowsOf = new Map<string, number>();
    const text = backupText(client, { ...wish, migrations }, rowsOf);
    await pipeline(text, createGzip({ level: 3 }), createWriteStream(unfinished, { mode: 0o600 }));
    await client.query("commit");
    isClean = true;
    await syncFile(unfinished);
    await rename(unfinished, file);
    return { file, bytes: (await stat(file)).size, schema: migrations.at(-1)?.number ?? 0, rowsOf };
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (!("syscall" in (cause as object))) throw cause;
    throw new BackupTrouble("not_written", `The backup ${file} could not be written: ${(cause as Error).message}`, {
      cause,
    });
  } finally {
    // In the middle of a COPY the connection is of no further use.
    client.release(!isClean);
  }
}

/**
 * A backup into `folder` before a migration changes the schema; the last three are kept. For migrate's `before`.
 */
export async function backupBeforeMigration(pool: Pool, folder: string, wish: BackupWish): Promise<BackupReport> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `before-migration-${wish.now.replaceAll(":", "-")}.backup.gz`);
  // The only connection of `pool` may be the one that holds the migrations' lock.
  const { options } = pool;
  // A password is no property that spreads.
  const own = new Pool({ ...options, password: options.password, max: 1 });
  const report = await backup(own, file, wish).finally(() => own.end());
  const made = (await readdir(folder)).filter((name) => /^before-migration-.*\.backup\.gz$/.test(name)).sort();
  for (const name of made.slice(0, -KEPT_BEFORE_MIGRATION)) await rm(join(folder, name));
  return report;
}

/**
 * Replaces everything in the database by what the file holds, in one transaction. The database must have been
 * migrated. A backup of an older schema is loaded into that schema first and then migrated like any database.
 *
 * @param migrations those of src/store/migrations, unless a test brings its own
 * @throws {BackupTrouble} and then nothing was changed
 */
export async function restore(pool: Pool, file: string, migrations?: readonly Migration[]): Promise<RestoreReport> {
  const verified = await verifyBackup(file);
  const known = migrations ?? (await readMigrations());
  const client = await pool.connect();
  let isClean = false;
  try {
    await begin(client, "");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    const missing = migrationsAfter(verified, await appliedMigrations(client), known);
    if (missing.length === 0) await replaceRows(client, file, verified);
    else await replaceThroughStaging(client, file, verified, known, missing);
    await client.query("commit");
    isClean = true;
    return reportOf(verified);
  } catch (fault) {
    isClean = await client.query("rollback").then(
      () => true,
      () => false,
    );
    throw fault;
  } finally {
    client.release(!isClean);
  }
}

function reportOf({ head, rowsOf }: VerifiedBackup): RestoreReport {
  const { madeAt, appVersion, migrations } = head;
  return { madeAt, appVersion, schema: migrations.at(-1)?.number ?? 0, rowsOf };
}

async function* backupText(
  client: PoolClient,
  head: BackupWish & { readonly migrations: readonly AppliedMigration[] },
  rowsOf: Map<string, number>,
): AsyncGenerator<Buffer> {
  const whole = createHash("sha256");
  const counted: BackupManifest["tables"] = [];
  const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);
  const hashed = (bytes: Buffer) => {
    whole.update(bytes);
    return bytes;
  };
  const { appVersion, now, migrations } = head;
  yield hashed(line({ format: "rapport-backup", version: 1, appVersion, madeAt: now, migrations }));
  for (const table of await tablesOf(client, PRODUCT_SCHEMA)) {
    yield hashed(line(table));
    const hash = createHash("sha256");
    let rows = 0;
    for await (const block of copyOut(client, `copy ${namesOf(PRODUCT_SCHEMA, table)} to stdout`)) {
      hash.update(block);
      rows += linesIn(block);
      yield hashed(block);
    }
    yield hashed(ROWS_END);
    counted.push({ table: table.table, rows, sha256: hash.digest("hex") });
    rowsOf.set(table.table, rows);
  }
  yield line({ tables: counted, sha256: whole.digest("hex") });
}

async function replaceRows(client: PoolClient, file: string, verified: VerifiedBackup): Promise<void> {
  const tables = await tablesOf(client, PRODUCT_SCHEMA);
  await emptyTables(client, tables);
  await load(client, file, PRODUCT_SCHEMA, tables, verified);
  await setTriggers(client, tables, "enable");
}

async function replaceThroughStaging(
  client: PoolClient,
  file: string,
  verified: VerifiedBackup,
  known: readonly Migration[],
  missing: readonly Migration[],
): Promise<void> {
  const staging = escapeIdentifier(STAGING_SCHEMA);
  await client.query(`create schema ${staging}; set local search_path to ${staging}`);
  for (const migration of known) {
    if (!missing.includes(migration) && isIn(verified.head.migrations, migration)) await client.query(migration.sql);
  }
  const oldTables = await tablesOf(client, STAGING_SCHEMA);
  await setTriggers(client, oldTables, "disable", STAGING_SCHEMA);
  await load(client, file, STAGING_SCHEMA, oldTables, verified);
  await setTriggers(client, oldTables, "enable", STAGING_SCHEMA);
  for (const migration of missing) await client.query(migration.sql);
  const tables = await tablesOf(client, PRODUCT_SCHEMA);
  await emptyTables(client, tables);
  for (const table of tables) {
    const columns = table.columns.map(escapeIdentifier).join(", ");
    await client.query(
      `insert into ${namesOf(PRODUCT_SCHEMA, table)} select ${columns} from ${staging}.${escapeIdentifier(table.table)}`,
    );
  }
  await setTriggers(client, tables, "enable");
  await client.query(`set local search_path to default; drop schema ${staging} cascade`);
}

/** Tables come in the file in an order in which none refers to a later one. */
async function load(
  client: PoolClient,
  file: string,
  schema: string,
  tables: readonly BackupTable[],
  { rowsOf }: VerifiedBackup,
): Promise<void> {
  const expected = new Map(tables.map((table) => [table.table, sortedColumns(table)]));
  const parts = backupParts(file);
  try {
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      if (next.value.kind !== "table") continue;
      const { table } = next.value;
      if (expected.get(table.table) !== sortedColumns(table)) {
        throw new BackupTrouble(
          "other_schema",
          `The backup's table ${table.table} has other columns than this database.`,
        );
      }
      expected.delete(table.table);
      const count = await copyIn(client, `copy ${namesOf(schema, table)} from stdin`, rowsOfNext(parts));
      if (count !== rowsOf.get(table.table) || count !== (await rowsIn(client, schema, table))) {
        throw damaged(file, `${table.table} took ${count} rows of ${rowsOf.get(table.table)}`);
      }
    }
  } finally {
    await parts.return(undefined);
  }
  if (expected.size > 0) {
    throw new BackupTrouble("other_schema", `The backup lacks ${[...expected.keys()].join(", ")}.`);
  }
}

function sortedColumns({ columns }: BackupTable): string {
  return [...columns].sort().join(", ");
}

async function rowsIn(client: PoolClient, schema: string, { table }: BackupTable): Promise<number> {
  const name = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
  const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${name}`);
  return Number(rows[0]?.count);
}

async function* rowsOfNext(parts: AsyncGenerator<BackupPart>): AsyncGenerator<Buffer> {
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    if (next.value.kind !== "rows") return;
    yield next.value.block;
  }
}

/** Those that the database has and the backup has not. */
function migrationsAfter(
  { head }: VerifiedBackup,
  standing: readonly AppliedMigration[],
  known: readonly Migration[],
): readonly Migration[] {
  const newest = standing.at(-1)?.number ?? 0;
  const made = head.migrations.at(-1)?.number ?? 0;
  if (made > newest) {
    throw new BackupTrouble(
      "newer",
      `The backup was made by Rapport ${head.appVersion} with schema ${made}, and this database has schema ${newest}. ` +
        "Restore it with that version or a newer one. Nothing was changed.",
    );
  }
  const stranger = head.migrations.find((migration) => !isIn(standing, migration));
  if (stranger !== undefined) {
    const text = `The backup's migration ${stranger.number} is not the one of this database. Nothing was changed.`;
    throw new BackupTrouble("other_schema", text);
  }
  const missing = standing.filter((migration) => !isIn(head.migrations, migration));
  return missing.map((migration) => {
    const ours = known.find(({ number }) => number === migration.number);
    if (ours !== undefined) return ours;
    throw new BackupTrouble("newer", `This version of Rapport does not know migration ${migration.number}.`);
  });
}

interface AppliedMigration {
  readonly number: number;
  readonly checksum: string;
}

function isIn(migrations: readonly AppliedMigration[], { number, checksum }: AppliedMigration): boolean {
  return migrations.some((one) => one.number === number && one.checksum === checksum);
}

async function appliedMigrations(client: PoolClient): Promise<AppliedMigration[]> {
  const { rows } = await client.query("select to_regclass($1) is not null as there", [
    `${PRODUCT_SCHEMA}.${BOOKKEEPING}`,
  ]);
  if (!rows[0]?.there)
    throw new BackupTrouble("not_migrated", "The database has no tables of Rapport yet: run `migrate`.");
  const from = `${PRODUCT_SCHEMA}.${BOOKKEEPING}`;
  return (await client.query<AppliedMigration>(`select number, checksum from ${from} order by number`)).rows;
}

/** Without time-outs, because a COPY may be long, and reading values as the backup text has them. */
async function begin(client: PoolClient, mode: string): Promise<void> {
  await client.query(`begin ${mode}`);
  await client.query(
    `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC';
     set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1;
     set local bytea_output = 'hex'`,
  );
}

/**
 * Every table with its columns, those that are referred to first. Columns that the database computes are left out.
 */
async function tablesOf(client: PoolClient, schema: string): Promise<BackupTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; refers_to: string[] }>(
    `select relname as table,
            array(select attname::text from pg_attribute
                  where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
                  order by attnum) as columns,
            array(select distinct target.relname::text from pg_constraint join pg_class target on target.oid = confrelid
                  where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as refers_to
     from pg_class
     where relnamespace = to_regnamespace($1) and relkind = 'r' and relname <> $2
     order by relname`,
    [schema, BOOKKEEPING],
  );
  const ordered: BackupTable[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ refers_to }) => !waiting.some(({ table }) => refers_to.includes(table)));
    const [next] = waiting.splice(at, 1);
    if (at < 0 || next === undefined) throw new Error(`tables refer to each other in a circle: ${waiting[0]?.table}`);
    ordered.push({ table: next.table, columns: next.columns });
  }
  return ordered;
}

/** The owner of a table may not switch all triggers off, but their own: those that keep the audit append-only. */
async function emptyTables(client: PoolClient, tables: readonly BackupTable[]): Promise<void> {
  await setTriggers(client, tables, "disable");
  const names = tables.map(({ table }) => `${PRODUCT_SCHEMA}.${escapeIdentifier(table)}`);
  await client.query(`truncate ${names.join(", ")}`);
}

async function setTriggers(
  client: PoolClient,
  tables: readonly BackupTable[],
  state: "enable" | "disable",
  schema = PRODUCT_SCHEMA,
): Promise<void> {
  for (const { table } of tables) {
    await client.query(`alter table ${escapeIdentifier(schema)}.${escapeIdentifier(table)} ${state} trigger user`);
  }
}

function namesOf(schema: string, { table, columns }: BackupTable): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(", ")})`;
}

function linesIn(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) count++;
  return count;
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r");
  await handle.sync().finally(() => handle.close());
}
