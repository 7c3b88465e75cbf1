/**
 * The home of an embedded database: one folder per checkout that holds the programs, the cluster with its two
 * passwords, the server's log, the master key and the automatic backups.
 *
 *     HOME/                      0711 for root (the database's own uid has to pass through), else 0700
 *       programs/VERSION-ARCH/   PostgreSQL's programs and libraries
 *       cluster/                 made whole beside its place and renamed into it, so it is there or it is not
 *         data/                  PGDATA, 0700, belongs to the database's uid
 *         about.json             ClusterAbout
 *         superuser.password     0600
 *         product.password       0600
 *       socket/                  0700, unless the path is too long for a socket
 *       postgres.log
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** A reason that the person at the keyboard can act on; its message says what to do. */
export class EmbeddedTrouble extends Error {
  readonly because: EmbeddedTroubleReason;
  constructor(because: EmbeddedTroubleReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedTrouble";
    this.because = because;
  }
}

export type EmbeddedTroubleReason =
  | "no_programs"
  | "odd_path"
  | "not_writable"
  | "not_reachable"
  | "not_ours"
  | "disk_full"
  | "other_version"
  | "wrong_password"
  | "does_not_start";

/** Who PostgreSQL's processes run as: it refuses root, so root lends it the uid that owns nothing else. */
export interface Runner {
  readonly uid: number;
  readonly gid: number;
  /** True when the database's uid is not the one of this process, so that files have to be handed over. */
  readonly isLent: boolean;
}

export interface HomePaths {
  readonly home: string;
  readonly programs: string;
  readonly cluster: string;
  readonly data: string;
  readonly about: string;
  readonly superPassword: string;
  readonly productPassword: string;
  readonly log: string;
}

export interface HomeWish {
  /** RAPPORT_DATA_DIR, when it was given. */
  readonly dataDir?: string | undefined;
  readonly checkout: string;
  /** XDG_STATE_HOME, when it was given. */
  readonly stateDir?: string | undefined;
}

const NOBODY = 65534;
/** initdb hands its own path to a shell between double quotes. */
const ODD_CHARACTERS = /["\\$`\n\r]/;
const SOCKET_NAME = ".s.PGSQL.5432";
/** sockaddr_un holds 108 bytes, the last of which is the closing NUL. */
const SOCKET_PATH_BYTES_MAX = 107;

export function runnerFor(process: Pick<NodeJS.Process, "geteuid" | "getegid">): Runner {
  const uid = process.geteuid?.() ?? NOBODY;
  const gid = process.getegid?.() ?? NOBODY;
  return uid === 0 ? { uid: NOBODY, gid: NOBODY, isLent: true } : { uid, gid, isLent: false };
}

/**
 * The folder that this checkout's database lives in: the one that was asked for, else `.rapport` in the checkout
 * when the database's uid can get there and we may write, else a folder of the checkout's own under the system's
 * state directory. Makes the folder.
 *
 * @throws {EmbeddedTrouble} not_writable, not_reachable, not_ours, odd_path
 */
export function chooseHome(wish: HomeWish, runner: Runner): string {
  if (wish.dataDir !== undefined && wish.dataDir !== "") {
    return makeHome(isAbsolute(wish.dataDir) ? wish.dataDir : resolve(wish.checkout, wish.dataDir), runner);
  }
  const checkout = realpathSync(wish.checkout);
  if (canPass(checkout, runner) && canWrite(checkout)) return makeHome(join(checkout, ".rapport"), runner);
  const state = runner.isLent ? "/var/lib" : (wish.stateDir ?? join(homedir(), ".local", "state"));
  return makeHome(join(state, `rapport-${shortHash(checkout)}`), runner);
}

/** Makes the folder when it is missing and looks whether this process and the database can both use it. */
export function makeHome(home: string, runner: Runner): string {
  if (ODD_CHARACTERS.test(home)) {
    throw new EmbeddedTrouble(
      "odd_path",
      `The data folder ${home} has one of the characters " \\ $ \` or a line break in its path, ` +
        "which PostgreSQL's initdb cannot take. Set RAPPORT_DATA_DIR to another folder.",
    );
  }
  try {
    mkdirSync(home, { recursive: true, mode: runner.isLent ? 0o711 : 0o700 });
  } catch (fault) {
    throw notWritable(home, fault);
  }
  const owner = statSync(home).uid;
  const self = runner.isLent ? 0 : runner.uid;
  if (owner !== self && owner !== runner.uid) {
    throw new EmbeddedTrouble(
      "not_ours",
      `The data folder ${home} belongs to another user (uid ${owner}, this is uid ${self}). ` +
        "Start Rapport as that user, or set RAPPORT_DATA_DIR to a folder of your own.",
    );
  }
  if (!canWrite(home)) throw notWritable(home);
  if (!canPass(home, runner)) {
    throw new EmbeddedTrouble(
      "not_reachable",
      `PostgreSQL refuses to run as root, and the user it runs as instead (uid ${runner.uid}) cannot reach ${home}. ` +
        "Allow passing through its parent folders (chmod o+x), or set RAPPORT_DATA_DIR to another folder.",
    );
  }
  return realpathSync(home);
}

export function pathsOf(home: string): HomePaths {
  const cluster = join(home, "cluster");
  return {
    home,
    programs: join(home, "programs"),
    cluster,
    data: join(cluster, "data"),
    about: join(cluster, "about.json"),
    superPassword: join(cluster, "superuser.password"),
    productPassword: join(cluster, "product.password"),
    log: join(home, "postgres.log"),
  };
}

/**
 * The folder for the server's socket, made 0700 for the database's uid: in the home, or under a short path when the
 * home's is too long. Which one a running server uses is written in its postmaster.pid, so nothing else records it.
 */
export function makeSocketFolder(home: string, runner: Runner): string {
  const inside = join(home, "socket");
  const fits = Buffer.byteLength(join(inside, SOCKET_NAME)) <= SOCKET_PATH_BYTES_MAX;
  const wanted = fits ? inside : join(runner.isLent ? "/run" : tmpdir(), `rapport-${runner.uid}-${shortHash(home)}`);
  const folder = makePrivateFolder(wanted, runner) ? wanted : mkdtempSync(join(tmpdir(), "rapport-"));
  if (folder !== wanted) giveTo(runner, folder);
  return folder;
}

/** Hands a file or folder to the database's uid, when that is not our own. */
export function giveTo(runner: Runner, path: string): void {
  if (runner.isLent) chownSync(path, runner.uid, runner.gid);
}

/** False when somebody else already holds that name, as anybody may in a shared temporary folder. */
function makePrivateFolder(folder: string, runner: Runner): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  if (runner.isLent && found.uid === 0) chownSync(folder, runner.uid, runner.gid);
  else if (found.uid !== runner.uid) return false;
  chmodSync(folder, 0o700);
  return true;
}

/** Asks the system itself, as that user, so that groups and access lists count as they will for the server. */
function canPass(folder: string, runner: Runner): boolean {
  if (!runner.isLent) return true;
  const nearest = existingAncestor(folder);
  const { uid, gid } = runner;
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", nearest], { uid, gid, cwd: "/", env: {} }).status === 0;
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function existingAncestor(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return existingAncestor(dirname(path));
  }
}

function notWritable(home: string, cause?: unknown): EmbeddedTrouble {
  return new EmbeddedTrouble(
    isDiskFull(cause) ? "disk_full" : "not_writable",
    isDiskFull(cause)
      ? `There is no space left on the disk for the data folder ${home}.`
      : `The data folder ${home} cannot be written. Give this user the right to, or set RAPPORT_DATA_DIR.`,
    { cause },
  );
}

export function isDiskFull(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | undefined)?.code;
  return code === "ENOSPC" || code === "EDQUOT";
}

/** Eight hexadecimal digits that tell one path from another. */
function shortHash(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 8);
}
