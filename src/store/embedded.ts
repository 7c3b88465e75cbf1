/**
 * A real PostgreSQL of the product's own: adopted when it runs, started when it does not, made when there is none.
 *
 * The postmaster outlives whoever started it, even when that one is killed; a keeper process (keeper.ts) stops it
 * some seconds after the last client left. Any number of processes may open one home at the same time, and may be
 * killed at any moment: the folders appear by one rename each, PostgreSQL lets only one postmaster hold a data folder,
 * and advisory locks, which end with their holder, say who uses it.
 */
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client, type ClientConfig, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import { besideOf, type ClusterAbout, clusterAbout, makeCluster, removeLeftovers } from "./embedded-cluster.ts";
import { EmbeddedTrouble, type HomePaths, makeHome, pathsOf, type Runner, runnerFor } from "./embedded-home.ts";
import {
  isPostmasterOf,
  KEEPER_LOCK,
  LOCK_CLASS,
  PORT,
  readPostmasterFile,
  removeStaleFile,
  startPostmaster,
  stopWhenUnused,
  USE_LOCK,
} from "./embedded-postmaster.ts";
import { type PackagedPrograms, placePrograms } from "./embedded-programs.ts";

export interface EmbeddedWish {
  /** From chooseHome; made when it is missing. */
  readonly home: string;
  /** From packagedPrograms. */
  readonly binaries: PackagedPrograms;
  readonly random: (bytes: number) => Uint8Array;
  /** One line for each thing that takes time. */
  readonly log?: (line: string) => void;
  /** The database stops this long after its last client left. */
  readonly idleSeconds?: number;
  /** For tests: nothing is synced, and the keeper removes the home with the database. */
  readonly isTemporary?: boolean;
}

export interface EmbeddedConnection {
  /** The folder of the socket; it is what pg takes as `host`. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Embedded {
  /** The product's own role, which owns the database `rapport` and is no superuser. */
  readonly connection: EmbeddedConnection;
  /** For tests and repair. */
  readonly superConnection: EmbeddedConnection;
  readonly home: string;
  readonly pid: number;
  readonly found: "made" | "started" | "adopted";
  /** Ends this process's use: the keeper stops the database later, when nobody else uses it. */
  release(): Promise<void>;
  /** Ends this process's use and stops the database now, unless somebody else uses it. Close your pools first. */
  stop(): Promise<"stopped" | "in_use">;
  /** Starts the database again whenever it is lost, until release or stop. For the process that serves. */
  keep(): void;
}

const PRODUCT = "rapport";
const SUPERUSER = "postgres";
const MAINTENANCE = "postgres";
const REPAIR_LOCK = 3;
const IDLE_SECONDS = 30;
const LOOK_MILLISECONDS = 25;
/** Two minutes: a server killed under load first replays up to 256 MB of its log. */
const LOOKS_MAX = 4800;
const STOP_ATTEMPTS_MAX = 12;
const ANSWER_MILLISECONDS_MAX = 10_000;
const AGAIN_MILLISECONDS_MIN = 250;
const AGAIN_MILLISECONDS_MAX = 5_000;

/** What PostgreSQL answers while it starts, recovers or stops; 53300 is too many clients. */
const BUSY_STATES = new Set(["57P03", "57P01", "57P02", "53300"]);
const DUPLICATE_STATES = new Set(["42710", "42P04", "23505"]);

/**
 * @throws {EmbeddedTrouble} with a sentence for the person who started the product
 */
export async function openEmbedded(wish: EmbeddedWish): Promise<Embedded> {
  const runner = runnerFor(process);
  const paths = pathsOf(makeHome(wish.home, runner));
  let hold = await holdOrStart(wish, paths, runner);
  const { found } = hold;
  let isWanted = true;
  const release = async () => {
    isWanted = false;
    letExit(hold.client, false);
    await hold.client.end().catch(ignoreLostConnection);
  };
  return {
    connection: await connectionOf(paths, hold.host),
    superConnection: await superConnectionOf(paths, hold.host),
    home: paths.home,
    get pid() {
      return hold.pid;
    },
    found,
    release,
    async stop() {
      await release();
      return stopNow(paths, hold.host);
    },
    keep() {
      const watch = () =>
        hold.client.once("end", async () => {
          if (!isWanted) return;
          wish.log?.("The database was lost and is started again.");
          hold = await untilHeld(wish, paths, runner, () => isWanted);
          watch();
        });
      watch();
    },
  };
}

/** A connection that holds the lock of those who use the database. */
interface Hold {
  readonly client: Client;
  readonly host: string;
  readonly pid: number;
  readonly found: Embedded["found"];
}

async function holdOrStart(wish: EmbeddedWish, paths: HomePaths, runner: Runner): Promise<Hold> {
  const programs = join(paths.programs, `${wish.binaries.version}-${process.arch}`);
  let found: Embedded["found"] = "adopted";
  for (let look = 0; look < LOOKS_MAX; look++) {
    const about = await clusterAbout(paths);
    if (about !== undefined) refuseOtherVersion(about, wish.binaries, paths);
    const running = about === undefined ? undefined : await readPostmasterFile(paths);
    if (running !== undefined && running.socketFolder !== "") {
      const answer = await tryHold(paths, running.socketFolder);
      if (answer.kind === "held") {
        if (!answer.isKept) startKeeper(wish, paths);
        return { client: answer.client, host: running.socketFolder, pid: running.pid, found };
      }
      if (answer.kind === "unfinished") {
        await makeProduct(paths, running.socketFolder);
        continue;
      }
    }
    if (running !== undefined && isPostmasterOf(paths, running.pid)) {
      await wait(LOOK_MILLISECONDS);
      continue;
    }
    if (running !== undefined) await removeStaleFile(paths, running);
    await removeLeftovers(paths.home);
    await removeLeftovers(paths.programs);
    await placePrograms(wish.binaries, programs, besideOf(programs));
    if (about === undefined) {
      wish.log?.(`Making a new database in ${paths.home}.`);
      found = "made";
      await makeCluster({
        paths,
        programs,
        runner,
        about: { postgresMajor: majorOf(wish.binaries), madeBy: wish.binaries.version, arch: process.arch },
        random: wish.random,
        isDurable: wish.isTemporary !== true,
      });
    } else if (found === "adopted") found = "started";
    const settings = wish.isTemporary === true ? TEMPORARY_SETTINGS : {};
    if ((await startPostmaster({ paths, programs, runner, settings })) === "another_runs")
      await wait(LOOK_MILLISECONDS);
  }
  throw new EmbeddedTrouble(
    "does_not_start",
    `The database in ${paths.home} has not answered for two minutes; it may still be recovering. See ${paths.log}.`,
  );
}

type Answer =
  | { readonly kind: "held"; readonly client: Client; readonly isKept: boolean }
  /** The cluster is new: the product's role or database is not there yet. */
  | { readonly kind: "unfinished" }
  /** Starting, stopping, or gone. */
  | { readonly kind: "silent" };

async function tryHold(paths: HomePaths, host: string): Promise<Answer> {
  let client: Client;
  try {
    client = await connect({ ...(await connectionOf(paths, host)), database: MAINTENANCE });
  } catch (fault) {
    if (isWrongPassword(fault)) return { kind: "unfinished" };
    if (isSilence(fault)) return { kind: "silent" };
    throw fault;
  }
  try {
    const { rows } = await client.query<{ held: boolean; is_made: boolean; is_kept: boolean }>(
      `select pg_try_advisory_lock_shared($1, $2) as held,
              exists (select from pg_database where datname = $3) as is_made,
              exists (select from pg_locks
                      where locktype = 'advisory' and classid = $1 and objid = $4 and granted) as is_kept`,
      [LOCK_CLASS, USE_LOCK, PRODUCT, KEEPER_LOCK],
    );
    const [row] = rows;
    if (row?.held && row.is_made) {
      letExit(client, true);
      return { kind: "held", client, isKept: row.is_kept };
    }
    await client.end();
    return { kind: row?.held ? "unfinished" : "silent" };
  } catch (fault) {
    await client.end().catch(ignoreLostConnection);
    if (isSilence(fault)) return { kind: "silent" };
    throw fault;
  }
}

/** Whether the process may end although this connection is open, as one does that forgets to release it. */
function letExit(client: Client, isAllowed: boolean): void {
  // pg has both methods and its types have neither.
  const socket = client as Client & Record<"ref" | "unref", () => void>;
  if (isAllowed) socket.unref();
  else socket.ref();
}

/** Asks more than once, because a closed connection's backend takes a moment to leave. */
async function stopNow(paths: HomePaths, host: string): Promise<"stopped" | "in_use"> {
  const client = await connect(await superConnectionOf(paths, host)).catch((fault) => {
    if (!isSilence(fault)) throw fault;
  });
  // Already down or going down. Should it be coming up, its keeper ends it.
  if (client === undefined) return "stopped";
  try {
    for (let attempt = 1; attempt < STOP_ATTEMPTS_MAX; attempt++) {
      if ((await stopWhenUnused(client, paths)) === "stopped") return "stopped";
      await wait(LOOK_MILLISECONDS);
    }
    return await stopWhenUnused(client, paths);
  } finally {
    await client.end().catch(ignoreLostConnection);
  }
}

/** Makes the product's role and database, or what of them is missing; two processes take turns. */
async function makeProduct(paths: HomePaths, host: string): Promise<void> {
  const { password } = await connectionOf(paths, host);
  let client: Client;
  try {
    client = await connect(await superConnectionOf(paths, host));
  } catch (fault) {
    if (isSilence(fault)) return;
    if (!isWrongPassword(fault)) throw fault;
    const text = `The database in ${paths.home} does not accept its own password: ${paths.superPassword} was changed.`;
    throw new EmbeddedTrouble("wrong_password", text, { cause: fault });
  }
  try {
    await client.query("select pg_advisory_lock($1, $2)", [LOCK_CLASS, REPAIR_LOCK]);
    const role = escapeIdentifier(PRODUCT);
    await client.query(`create role ${role} login`).catch(ignoreDuplicate);
    await client.query(`alter role ${role} password ${escapeLiteral(password)}`);
    await client.query(`create database ${role} owner ${role}`).catch(ignoreDuplicate);
  } finally {
    await client.end().catch(ignoreLostConnection);
  }
}

async function untilHeld(wish: EmbeddedWish, paths: HomePaths, runner: Runner, isWanted: () => boolean): Promise<Hold> {
  for (let pause = AGAIN_MILLISECONDS_MIN; ; pause = Math.min(2 * pause, AGAIN_MILLISECONDS_MAX)) {
    try {
      return await holdOrStart(wish, paths, runner);
    } catch (fault) {
      wish.log?.(`The database could not be started again: ${(fault as Error).message}`);
      if (!isWanted()) throw fault;
      await wait(pause);
    }
  }
}

/** For tests: nothing has to survive, and each of many databases keeps connections of its own. */
const TEMPORARY_SETTINGS = { fsync: "off", full_page_writes: "off", autovacuum: "off", max_connections: "200" };

/** The keeper is a process of its own, so that it works when whoever started it was killed. */
function startKeeper({ idleSeconds, isTemporary }: EmbeddedWish, { home, log }: HomePaths): void {
  const program = fileURLToPath(new URL("keeper.ts", import.meta.url));
  const args = [program, home, String(idleSeconds ?? IDLE_SECONDS), ...(isTemporary === true ? ["--temporary"] : [])];
  const trouble = openSync(log, "a", 0o600);
  const keeper = spawn(process.execPath, args, {
    cwd: "/",
    detached: true,
    env: {},
    stdio: ["ignore", trouble, trouble],
  });
  closeSync(trouble);
  // Without a keeper the database only runs longer than it has to, and the next process tries again.
  keeper.on("error", () => undefined);
  keeper.unref();
}

export async function superConnectionOf(paths: HomePaths, host: string): Promise<EmbeddedConnection> {
  const password = await readFile(paths.superPassword, "utf8");
  return { host, port: PORT, user: SUPERUSER, password, database: MAINTENANCE };
}

async function connectionOf(paths: HomePaths, host: string): Promise<EmbeddedConnection> {
  const password = await readFile(paths.productPassword, "utf8");
  return { host, port: PORT, user: PRODUCT, password, database: PRODUCT };
}

/** A connection without the time-outs that a role or a server may have set. */
export async function connect(connection: ClientConfig): Promise<Client> {
  const options = "-c idle_session_timeout=0 -c statement_timeout=0 -c lock_timeout=0";
  // PGSSLMODE in the environment must not ask for encryption on a local socket.
  const client = new Client({ ...connection, options, ssl: false, connectionTimeoutMillis: ANSWER_MILLISECONDS_MAX });
  // A lost connection is told by the "end" event; without a listener its error would end the process.
  client.on("error", () => undefined);
  await client.connect().catch(async (fault) => {
    await client.end().catch(ignoreLostConnection);
    throw fault;
  });
  return client;
}

function refuseOtherVersion(about: ClusterAbout, binaries: PackagedPrograms, { home, cluster }: HomePaths): void {
  if (about.postgresMajor === majorOf(binaries) && about.arch === process.arch) return;
  throw new EmbeddedTrouble(
    "other_version",
    `The database in ${home} was made by PostgreSQL ${about.postgresMajor} on ${about.arch}, ` +
      `and this is PostgreSQL ${majorOf(binaries)} on ${process.arch}. With the version of Rapport that made it run ` +
      `"rapport backup FILE", move ${cluster} away, and run "rapport restore FILE" here.`,
  );
}

function majorOf(binaries: PackagedPrograms): number {
  return Number.parseInt(binaries.version, 10);
}

function isWrongPassword(fault: unknown): boolean {
  return fault instanceof DatabaseError && (fault.code === "28P01" || fault.code === "28000");
}

/** Nobody listens, or the one who does is on the way up or down. */
export function isSilence(fault: unknown): boolean {
  if (fault instanceof DatabaseError) return BUSY_STATES.has(fault.code ?? "");
  const { code, message } = fault as NodeJS.ErrnoException;
  if (["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"].includes(code ?? "")) return true;
  return /^(Connection terminated|timeout expired|Client has encountered a connection error)/.test(message ?? "");
}

function ignoreDuplicate(fault: unknown): void {
  if (!(fault instanceof DatabaseError && DUPLICATE_STATES.has(fault.code ?? ""))) throw fault;
}

function ignoreLostConnection(fault: unknown): void {
  if (!isSilence(fault)) throw fault;
}
