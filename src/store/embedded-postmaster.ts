/**
 * The postmaster as a process: reading the file in which it says who and where it is, starting it so that it outlives
 * us, and stopping it only when nobody uses it.
 *
 * Who uses the database holds a shared advisory lock for as long; who stops it must hold the same lock exclusively.
 * So a process that has the lock is never stopped, and one that cannot get it knows that the server is going down.
 */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { EmbeddedTrouble, type HomePaths, makeSocketFolder, type Runner } from "./embedded-home.ts";

export const PORT = 5432;
/** Both advisory locks of the supervisor live in the database `postgres`, under this first key. */
export const LOCK_CLASS = 0x5261_7070;
export const USE_LOCK = 1;
export const KEEPER_LOCK = 2;
export const KEEPER_NAME = "rapport-keeper";

/** What postmaster.pid tells. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly status: string;
  readonly text: string;
}

const READY_LOOK_MILLISECONDS = 10;
const END_LOOKS_MAX = 6000;
const STRAY_LOOK_MILLISECONDS = 100;
const STRAY_LOOKS_MAX = 100;
const LOG_BYTES_MAX = 5_000_000;
const SAID_BYTES_MAX = 4000;

/** For one person's machine: little memory, no parallel plans, every commit on the disk before it is answered. */
const SETTINGS = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  port: String(PORT),
  max_connections: "60",
  shared_buffers: "128MB",
  // Not /dev/shm: containers keep that small, and a system may empty it when its user signs out.
  dynamic_shared_memory_type: "mmap",
  huge_pages: "off",
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  autovacuum_max_workers: "2",
  fsync: "on",
  synchronous_commit: "on",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  min_wal_size: "64MB",
  max_wal_size: "256MB",
  deadlock_timeout: "50ms",
  timezone: "UTC",
  log_timezone: "UTC",
  datestyle: "ISO",
  lc_messages: "C",
  log_min_messages: "warning",
  log_checkpoints: "off",
} as const;

export async function readPostmasterFile(paths: HomePaths): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(paths.data, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4] ?? "", status: (lines[7] ?? "").trim(), text };
}

/**
 * Whether that process is a postmaster of this very data folder and not a later process with the same id. Its command
 * line says so, and may be read by everybody; its working directory may not.
 */
export function isPostmasterOf(paths: HomePaths, pid: number): boolean {
  try {
    const [program = "", option, data] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return program.endsWith("/postgres") && option === "-D" && data === paths.data;
  } catch {
    return false;
  }
}

export interface StartWish {
  readonly paths: HomePaths;
  readonly programs: string;
  readonly runner: Runner;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Starts a postmaster and waits until it takes connections.
 *
 * @returns "another_runs" when the data folder is already held, which is an answer and no fault.
 * @throws {EmbeddedTrouble} disk_full, not_writable, does_not_start
 */
export async function startPostmaster(wish: StartWish): Promise<"ready" | "another_runs"> {
  const { paths, programs, runner } = wish;
  const socketFolder = makeSocketFolder(paths.home, runner);
  const settings = { ...SETTINGS, unix_socket_directories: quoted(socketFolder), ...wish.settings };
  const args = ["-D", paths.data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const logBytes = turnLog(paths.log);
  const logFile = openSync(paths.log, "a", 0o600);
  const child = spawn(join(programs, "bin", "postgres"), args, {
    cwd: paths.data,
    detached: true,
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
    stdio: ["ignore", logFile, logFile],
    ...(runner.isLent && { uid: runner.uid, gid: runner.gid }),
  });
  closeSync(logFile);
  child.unref();
  let ended: string | undefined;
  child.on("error", (fault) => {
    ended = fault.message;
  });
  child.on("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  for (;;) {
    const file = await readPostmasterFile(paths);
    if (file?.pid === child.pid && file?.status === "ready") return "ready";
    if (ended !== undefined) {
      const said = await readFrom(paths.log, logBytes);
      if (isHeldByAnother(said)) return "another_runs";
      throw startTrouble(paths, ended, said);
    }
    await wait(READY_LOOK_MILLISECONDS);
  }
}

/** Removes a postmaster.pid whose process is gone or is somebody else's, which PostgreSQL cannot tell by itself. */
export async function removeStaleFile(paths: HomePaths, stale: PostmasterFile): Promise<void> {
  const current = await readPostmasterFile(paths);
  if (current?.text === stale.text) await rm(join(paths.data, "postmaster.pid"), { force: true });
}

/** Signed-in clients beside `client` itself and the keepers, who say who they are as they connect. */
export async function clientsOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ clients: number }>(
    `select count(*)::int as clients from pg_stat_activity
     where backend_type = 'client backend' and usesysid is not null and pid <> pg_backend_pid() and application_name <> $1`,
    [KEEPER_NAME],
  );
  return rows[0]?.clients ?? 0;
}

/**
 * Stops the postmaster when nobody uses it. First it only refuses new clients; whoever slipped in between the count
 * and the signal may finish within ten seconds.
 *
 * @param client a superuser's connection to the database `postgres`; it is closed by the server.
 */
export async function stopWhenUnused(client: Client, paths: HomePaths): Promise<"stopped" | "in_use"> {
  const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [
    LOCK_CLASS,
    USE_LOCK,
  ]);
  if (rows[0]?.got !== true) return "in_use";
  const file = await readPostmasterFile(paths);
  if (file === undefined || !isPostmasterOf(paths, file.pid) || (await clientsOf(client)) > 0) {
    await client.query("select pg_advisory_unlock($1, $2)", [LOCK_CLASS, USE_LOCK]);
    return "in_use";
  }
  process.kill(file.pid, "SIGTERM");
  for (let look = 0; look < STRAY_LOOKS_MAX && (await clientsOf(client)) > 0; look++)
    await wait(STRAY_LOOK_MILLISECONDS);
  process.kill(file.pid, "SIGINT");
  await postmasterEnd(paths, file.pid);
  return "stopped";
}

/** Resolves when that postmaster is gone; gives up after a minute. */
export async function postmasterEnd(paths: HomePaths, pid: number): Promise<void> {
  for (let look = 0; look < END_LOOKS_MAX && isPostmasterOf(paths, pid); look++) await wait(READY_LOOK_MILLISECONDS);
}

/**
 * Another postmaster, which may have made its file a moment ago and written nothing into it yet; or the last processes of a killed
 * one, which end by themselves within moments.
 */
function isHeldByAnother(said: string): boolean {
  return /lock file ".*" (already exists|is empty)|pre-existing shared memory block/.test(said);
}

function startTrouble(paths: HomePaths, ended: string, said: string): EmbeddedTrouble {
  const last = said.trim().split("\n").at(-1) ?? "";
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new EmbeddedTrouble("disk_full", `There is no space left on the disk for the database in ${paths.home}.`);
  }
  return new EmbeddedTrouble(
    "does_not_start",
    `PostgreSQL does not start in ${paths.home}: ${last === "" ? ended : last} (more in ${paths.log})`,
  );
}

/** Keeps one older log. @returns the length of the current one */
function turnLog(log: string): number {
  const bytes = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes <= LOG_BYTES_MAX) return bytes;
  renameSync(log, `${log}.old`);
  return 0;
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SAID_BYTES_MAX), 0, SAID_BYTES_MAX, position);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** unix_socket_directories is a list, in which a quoted entry may hold commas and spaces. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}
