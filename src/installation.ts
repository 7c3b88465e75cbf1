/**
 * Opens what stands behind every verb: the home, the database (embedded, or a server's), its schema, and the world that
 * flows take. Whoever opens it closes it.
 */
import { existsSync, readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pool } from "pg";
import { type Config, ConfigError } from "./config.ts";
import { isDemoHome, openStoredClock, type StoredClock } from "./demo/stored-clock.ts";
import type { Clock } from "./domain/clock.ts";
import type { Nudge, World } from "./flows/world.ts";
import { openArchiveReader } from "./integrations/archive/reader.ts";
import { openFeedReader } from "./integrations/feeds/https-feed.ts";
import { openOwnPage } from "./integrations/feeds/own-page.ts";
import { letterBytes } from "./integrations/letter-bytes.ts";
import { openOutbox } from "./integrations/outbox/zip-outbox.ts";
import { type Log, openLog } from "./log.ts";
import { clientsGiven, openAccounts, pushGiven } from "./provider-accounts.ts";
import { makeSample } from "./sample.ts";
import { providersAt } from "./sandbox/loopback.ts";
import { backupBeforeMigration } from "./store/backup.ts";
import { type DatabaseAddress, openDatabase, openPool } from "./store/database.ts";
import { type Embedded, openEmbedded } from "./store/embedded.ts";
import { chooseHome, runnerFor } from "./store/embedded-home.ts";
import { packagedPrograms } from "./store/embedded-programs.ts";
import { keyChecks } from "./store/key-checks.ts";
import { type Keyring, openKeyring } from "./store/keys.ts";
import { migrate, SchemaError, schemaState } from "./store/migrate.ts";
import { mailboxHash } from "./store/suppressions.ts";
import { hostZone, random, timeout, uuids, wallClock } from "./world.ts";

export type Installation = {
  config: Config;
  home: string;
  address: DatabaseAddress;
  embedded: Embedded | undefined;
  pool: Pool;
  /** Proven against the database; opened when first asked for. */
  keyring(): Promise<Keyring>;
  world: World;
  /** The world's clock where this is a demo. */
  demoClock: StoredClock | undefined;
  log: Log;
  close(): Promise<void>;
};

export type Opening = {
  /** Which process it is: stands in logs and in the database's list of clients. */
  name: string;
  clock?: Clock;
  poolMax?: number;
  nudge?: (nudge: Nudge) => Promise<void>;
  /** How to bring the schema up to date: by itself (an embedded database, or when told so), always, or never. */
  schema?: "if_ours" | "always" | "never";
  /** Lines about things that take time, such as the first start of the database. */
  say?: (line: string) => void;
};

const checkout = fileURLToPath(new URL("..", import.meta.url));

/** The folder of this installation: database, keys, inbox, outbox. Made when it is missing. */
export const homeOf = (config: Config): string =>
  chooseHome({ dataDir: config.RAPPORT_DATA_DIR, checkout, stateDir: config.XDG_STATE_HOME }, runnerFor(process));

export async function openInstallation(config: Config, opening: Opening): Promise<Installation> {
  const log = openLog({ name: opening.name, level: config.LOG_LEVEL, pretty: process.stdout.isTTY === true });
  const home = homeOf(config);
  const demoClock = demoClockOf(config, home);
  const clock = opening.clock ?? demoClock ?? wallClock;
  const embedded = config.DATABASE_URL === undefined ? await openHome(home, opening.say) : undefined;
  const address: DatabaseAddress =
    embedded === undefined ? { kind: "url", url: config.DATABASE_URL! } : { kind: "socket", ...embedded.connection };
  const pool = openPool(address, {
    max: opening.poolMax ?? 6,
    name: `rapport-${opening.name}`,
    onError: (error) => log.warn({ err: error }, "a database connection was lost"),
  });
  try {
    await settleSchema(pool, home, config, opening, embedded !== undefined);
  } catch (error) {
    await pool.end();
    await embedded?.release();
    throw error;
  }
  const database = openDatabase(pool);
  let opened: Promise<Keyring> | undefined;
  const keyring = (): Promise<Keyring> => {
    opened ??= openKeyring({
      given: config.RAPPORT_MASTER_KEYS,
      file: embedded === undefined ? undefined : join(home, "master.key"),
      checks: keyChecks(database, wallClock),
      random,
    });
    return opened;
  };
  const push = pushGiven(config);
  return {
    config,
    home,
    address,
    embedded,
    pool,
    log,
    keyring,
    demoClock,
    world: {
      clock,
      wall: wallClock,
      ids: uuids(),
      random,
      hostZone: hostZone(),
      database,
      archive: openArchiveReader(),
      feeds: openFeedReader({ timeout }),
      ...publicAddressOf(config),
      letterBytes,
      keyring,
      ...openAccounts({
        database,
        clock,
        keyring,
        givenClients: clientsGiven(config),
        ...(push !== undefined && { push }),
        ...(config.RAPPORT_SANDBOX !== undefined && providersAt(config.RAPPORT_SANDBOX)),
      }),
      hashAddress: async (address) => mailboxHash((await keyring()).pepper, address),
      makeSample: (now) => makeSample(join(home, "inbox"), now),
      removeFromInbox: (path) => removeFromInbox(join(home, "inbox"), path),
      outbox: openOutbox(join(home, "outbox")),
      removeKeptFiles: () => removeKeptFiles(home),
      nudge: opening.nudge ?? (async () => undefined),
      failpoint: async () => undefined,
      log,
    },
    async close() {
      await database.destroy();
      // The builder ends only a pool that it was asked through; an idle connection would hold the process for a while.
      if (!pool.ending) await pool.end();
      await embedded?.release();
    },
  };
}

const publicAddressOf = ({ RAPPORT_PUBLIC_URL: url }: Config): Pick<World, "publicAddress"> =>
  url === undefined ? {} : { publicAddress: { url, read: openOwnPage(url, { timeout }) } };

/** A demo runs on a clock of its own, and its folder is opened with its sandbox only: nothing of it is asked of real providers. */
function demoClockOf({ RAPPORT_SANDBOX }: Config, home: string): StoredClock | undefined {
  if (!isDemoHome(home)) return undefined;
  if (RAPPORT_SANDBOX !== undefined) return openStoredClock(home, wallClock);
  throw new ConfigError(`${home} is the folder of a demo: start it with \`npm run rapport -- demo\`.`);
}

async function removeFromInbox(inbox: string, path: string): Promise<void> {
  const inside = relative(inbox, path);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) return;
  await rm(path, { recursive: true, force: true });
}

/** Not the database and its keys, nor backups that somebody made elsewhere. */
async function removeKeptFiles(home: string): Promise<void> {
  for (const folder of ["inbox", "outbox", "backups"].map((name) => join(home, name)))
    for (const name of existsSync(folder) ? await readdir(folder) : [])
      await rm(join(folder, name), { recursive: true, force: true });
}

const openHome = async (home: string, say: Opening["say"]): Promise<Embedded> =>
  openEmbedded({
    home,
    binaries: await packagedPrograms(process.platform, process.arch),
    random,
    ...(say !== undefined && { log: say }),
  });

async function settleSchema(
  pool: Pool,
  home: string,
  config: Config,
  { schema = "if_ours", say }: Opening,
  isEmbedded: boolean,
): Promise<void> {
  const state = await schemaState(pool);
  if (state.at === state.newest || schema === "never") return;
  if (schema === "if_ours" && !isEmbedded && !config.RAPPORT_MIGRATE) {
    throw new SchemaError(
      `The database is at schema ${state.at} and this version needs ${state.newest}. Run \`npm run rapport -- migrate\`, or set RAPPORT_MIGRATE=1.`,
    );
  }
  for (const name of await bringUpToDate(pool, home)) say?.(`Schema: ${name}`);
}

/** Runs the migrations that are missing and gives their names. Before an older schema changes it is backed up in the home. */
export const bringUpToDate = (pool: Pool, home: string): Promise<string[]> =>
  migrate(pool, wallClock.now(), async () => {
    await backupBeforeMigration(pool, join(home, "backups"), { appVersion: packageVersion(), now: wallClock.now() });
  });

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;
