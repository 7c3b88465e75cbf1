/**
 * The cluster: PGDATA with the passwords that open it. initdb writes beside the place, everything is synced, and one
 * rename makes all of it appear at once; a process killed before that leaves only a folder that the next one removes.
 */
import { spawn } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EmbeddedTrouble, giveTo, type HomePaths, isDiskFull, type Runner } from "./embedded-home.ts";

/** What about.json says: enough to refuse programs that could not read these files. */
export interface ClusterAbout {
  readonly postgresMajor: number;
  /** Version of the package whose initdb wrote the cluster. */
  readonly madeBy: string;
  /** Node's name for the processor; PostgreSQL's files are not portable between processors. */
  readonly arch: string;
}

export interface ClusterWish {
  readonly paths: HomePaths;
  readonly programs: string;
  readonly about: ClusterAbout;
  readonly runner: Runner;
  readonly random: (bytes: number) => Uint8Array;
  /** False only for databases that may be lost, as those of tests. */
  readonly isDurable: boolean;
}

const PASSWORD_BYTES = 32;
const SYNC_AT_ONCE_MAX = 8;
const OTHERS_LOOK_MILLISECONDS = 25;
const OTHERS_LOOKS_MAX = 800;

/** @returns undefined when there is no cluster yet. */
export async function clusterAbout(paths: HomePaths): Promise<ClusterAbout | undefined> {
  try {
    return JSON.parse(await readFile(paths.about, "utf8")) as ClusterAbout;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new EmbeddedTrouble("not_ours", `${paths.about} cannot be read: ${(fault as Error).message}`, {
      cause: fault,
    });
  }
}

/**
 * Makes the cluster unless somebody else is first.
 *
 * @throws {EmbeddedTrouble} disk_full, not_writable, does_not_start
 */
export async function makeCluster(wish: ClusterWish): Promise<void> {
  const { paths } = wish;
  if (await othersFinished(paths)) return;
  const beside = besideOf(paths.cluster);
  try {
    await fillCluster(wish, beside);
    if (wish.isDurable) await syncTree(beside);
    await rename(beside, paths.cluster);
    if (wish.isDurable) await syncPath(dirname(paths.cluster));
  } catch (fault) {
    await rm(beside, { recursive: true, force: true, maxRetries: 5 });
    if ((await clusterAbout(paths)) !== undefined) return;
    throw asTrouble(fault, paths.home);
  }
}

/** A name beside `place` that tells which process works on it. */
export function besideOf(place: string): string {
  return `${place}.new-${process.pid}-${processStart(process.pid)}`;
}

/** Removes what killed processes left beside the cluster and the programs. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (workerOf(name) === undefined || isWorking(name)) continue;
    // An initdb that outlived its parent may still be writing: what cannot be removed now is removed next time.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Waits while another process makes the cluster, so that two first starts do not do the work twice. */
async function othersFinished(paths: HomePaths): Promise<boolean> {
  for (let look = 0; look < OTHERS_LOOKS_MAX; look++) {
    if ((await clusterAbout(paths)) !== undefined) return true;
    const names = await readdir(paths.home);
    if (!names.some((name) => name.startsWith(basename(paths.cluster)) && isWorking(name))) return false;
    await wait(OTHERS_LOOK_MILLISECONDS);
  }
  return false;
}

async function fillCluster({ paths, programs, about, runner, random }: ClusterWish, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o711 });
  chmodSync(folder, runner.isLent ? 0o711 : 0o700);
  const superPassword = password(random);
  await writeSecret(join(folder, basename(paths.superPassword)), superPassword);
  await writeSecret(join(folder, basename(paths.productPassword)), password(random));
  await writeFile(join(folder, basename(paths.about)), `${JSON.stringify(about)}\n`);
  const data = join(folder, basename(paths.data));
  await mkdir(data, { mode: 0o700 });
  giveTo(runner, data);
  const passwordFile = join(folder, "initdb.password");
  await writeSecret(passwordFile, superPassword);
  giveTo(runner, passwordFile);
  await runInitdb({ programs, data, passwordFile, runner });
  await rm(passwordFile);
}

interface Initdb {
  readonly programs: string;
  readonly data: string;
  readonly passwordFile: string;
  readonly runner: Runner;
}

/** Without initdb's own sync, which would also go through temporary files: syncTree does it once, at the end. */
function runInitdb({ programs, data, passwordFile, runner }: Initdb): Promise<void> {
  const args = ["--pgdata", data, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256"];
  args.push("--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8");
  args.push("--no-sync", "--no-instructions");
  const env = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" };
  const child = spawn(join(programs, "bin", "initdb"), args, {
    env,
    cwd: dirname(data),
    stdio: ["ignore", "ignore", "pipe"],
    ...(runner.isLent && { uid: runner.uid, gid: runner.gid }),
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((fulfil, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? fulfil() : reject(new Error(said.trim() || `initdb ended with ${code}`)),
    );
  });
}

async function syncTree(folder: string): Promise<void> {
  const waiting = [folder];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) waiting.push(join(entry.parentPath, entry.name));
  }
  const syncSome = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await syncPath(path);
  };
  await Promise.all(Array.from({ length: SYNC_AT_ONCE_MAX }, syncSome));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

async function writeSecret(file: string, secret: string): Promise<void> {
  await writeFile(file, secret, { mode: 0o600, flag: "wx" });
}

function password(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(PASSWORD_BYTES)).toString("base64url");
}

function workerOf(name: string): { pid: number; start: string } | undefined {
  const found = /\.new-(\d+)-(\d+)$/.exec(name);
  return found === null ? undefined : { pid: Number(found[1]), start: found[2] ?? "" };
}

/** Whether the process that a name tells of still lives; its start tells it from a later one with the same id. */
function isWorking(name: string): boolean {
  const worker = workerOf(name);
  return worker !== undefined && processStart(worker.pid) === worker.start;
}

/** Clock ticks between the boot and the start of the process, or "0" when there is none. See proc(5), starttime. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in parentheses and may hold anything, so count behind it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  } catch {
    return "0";
  }
}

function asTrouble(fault: unknown, home: string): EmbeddedTrouble {
  if (fault instanceof EmbeddedTrouble) return fault;
  const { message, code } = fault as NodeJS.ErrnoException;
  if (isDiskFull(fault) || /No space left on device|Disk quota exceeded/.test(message)) {
    const text = `There is no space left on the disk for a new database (60 MB) in ${home}.`;
    return new EmbeddedTrouble("disk_full", text, { cause: fault });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || /Permission denied/.test(message)) {
    const text = `A new database could not be made in ${home}: ${message}`;
    return new EmbeddedTrouble("not_writable", text, { cause: fault });
  }
  return new EmbeddedTrouble("does_not_start", `initdb failed in ${home}: ${message}`, { cause: fault });
}
