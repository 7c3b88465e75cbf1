/**
 * What an operator does to an installation as a whole, while it runs or not: back it up, put a backup in its place,
 * bring its schema up to date, give it a new master key. Joins the store's own tools with the home and the keys.
 */
import { join } from "node:path";
import { bringUpToDate, type Installation, packageVersion } from "./installation.ts";
import { type BackupReport, backup, type RestoreReport, restore } from "./store/backup.ts";
import { type VerifiedBackup, verifyBackup } from "./store/backup-file.ts";
import type { Database } from "./store/database.ts";
import { keyChecks, wrappedKeyChecks } from "./store/key-checks.ts";
import { addMasterKey, KeyTrouble, openKeyring, rotate, wrapsWithOlder } from "./store/keys.ts";
import { schemaState } from "./store/migrate.ts";
import { wrappedClientKeys } from "./store/oauth-clients.ts";
import { wrappedTokenKeys } from "./store/tokens.ts";
import { random, wallClock } from "./world.ts";

export const backUp = ({ pool }: Installation, file: string): Promise<BackupReport> =>
  backup(pool, file, { appVersion: packageVersion(), now: wallClock.now() });

/** What a backup file holds, after all of it was read and compared with its manifest. */
export const lookInto = (file: string): Promise<VerifiedBackup> => verifyBackup(file);

export type Restored = RestoreReport & {
  /** The master key does not open what the backup holds sealed: what to do, for the operator. */
  keyTrouble: string | undefined;
};

/** Replaces everything in the database, then tries whether our master key opens what came with it. */
export async function restoreFrom(installation: Installation, file: string): Promise<Restored> {
  const report = await restore(installation.pool, file);
  return { ...report, keyTrouble: report.rowsOf.get("key_check") === 0 ? undefined : await keyTroubleOf(installation) };
}

async function keyTroubleOf(installation: Installation): Promise<string | undefined> {
  try {
    await installation.keyring();
    return undefined;
  } catch (fault) {
    if (fault instanceof KeyTrouble) return fault.message;
    throw fault;
  }
}

export type Rotated = {
  /** finished: an earlier rotation had stopped half way and is done now, with the key that it had added. */
  kind: "rotated" | "finished" | "nothing_to_do";
  keysWrapped: number;
  /** Where the new key stands; undefined when the keys come from RAPPORT_MASTER_KEYS. */
  file: string | undefined;
};

/**
 * Wraps everything with a new first master key: one added to master.key, or the first of RAPPORT_MASTER_KEYS. May be
 * stopped and run again at any time: while something is wrapped by an older key no other key is added.
 *
 * @throws {KeyTrouble} missing, malformed, wrong_key, corrupt
 */
export async function rotateKeys({ given, file, database }: KeyPlaces): Promise<Rotated> {
  const checks = keyChecks(database, wallClock);
  const stores = [wrappedKeyChecks(database), wrappedClientKeys(database), wrappedTokenKeys(database)];
  const open = () => openKeyring({ given, file, checks, random });
  const before = await open();
  const isHalfWay = await wrapsWithOlder(before, stores);
  if (file === undefined) {
    const keysWrapped = await rotate(before, stores);
    return { kind: isHalfWay ? "rotated" : "nothing_to_do", keysWrapped, file };
  }
  if (isHalfWay) return { kind: "finished", keysWrapped: await rotate(before, stores), file };
  await addMasterKey(file, random);
  return { kind: "rotated", keysWrapped: await rotate(await open(), stores), file };
}

/** RAPPORT_MASTER_KEYS, or the file of an embedded database; and what they wrap. */
export type KeyPlaces = { given: string | undefined; file: string | undefined; database: Database };

export const keyPlacesOf = ({ config, home, embedded, world }: Installation): KeyPlaces => ({
  given: config.RAPPORT_MASTER_KEYS,
  file: config.RAPPORT_MASTER_KEYS === undefined && embedded !== undefined ? join(home, "master.key") : undefined,
  database: world.database,
});

export type Migrated = { from: number; to: number; done: string[] };

/** Runs the migrations that are missing; a backup of an older schema is made first. */
export async function migrateSchema({ pool, home }: Installation): Promise<Migrated> {
  const { at, newest } = await schemaState(pool);
  return { from: at, to: newest, done: await bringUpToDate(pool, home) };
}
