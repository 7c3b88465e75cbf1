/**
 * The inbox of the home: one tray per owner, where export files lie from their upload until the owner says "read them".
 * Then the tray becomes the folder of one import and the next upload begins a new one. Partial files lie beside it,
 * named by what the browser says they are, so that an upload goes on where it broke off.
 */
import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Clock } from "../../domain/clock.ts";
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import { after, before, type Instant, millisOf } from "../../domain/time.ts";

export type InboxSettings = {
  dir: string;
  quotaBytes: number;
  freeDiskMinBytes: number;
  wall: Clock;
  detect(head: Buffer, name: string): { kind: string };
};

export type TrayFile = { name: string; bytes: number; kind: string };

export type Room = { kind: "room" } | { kind: "over_quota"; quotaBytes: number } | { kind: "disk_full" };

export type Inbox = {
  /** Files that wait to be read, by name, with the kind that their content shows. At most `trayFilesShownMax` are looked into. */
  tray(owner: OwnerId): Promise<{ files: TrayFile[]; more: number; bytes: number }>;
  /** Whether that many more bytes may be taken in. */
  room(owner: OwnerId, bytes: number): Promise<Room>;
  trayPath(owner: OwnerId, name: string): string;
  partPath(owner: OwnerId, print: string): string;
  takeOut(owner: OwnerId, name: string): Promise<void>;
  empty(owner: OwnerId): Promise<void>;
  /** Makes the tray the folder of an import; undefined when nothing lies in it. */
  hand(owner: OwnerId, folder: ImportId): Promise<{ path: string; name: string } | undefined>;
};

export const trayFilesShownMax = 200;
const headBytes = 64 * 1024;
/** A partial file that nobody took up again for this long is given up. */
const partDaysMax = 7;
const weighedSeconds = 10;

export function openInbox(settings: InboxSettings): Inbox {
  const home = (owner: OwnerId) => join(settings.dir, owner);
  const trayDir = (owner: OwnerId) => join(home(owner), "tray");
  const partsDir = (owner: OwnerId) => join(home(owner), "parts");
  const weights = new Map<OwnerId, { bytes: number; until: Instant }>();

  /** What lies in the inbox, weighed anew now and then: a folder of ten thousand letters must not be walked for each of them. */
  async function weigh(owner: OwnerId): Promise<{ bytes: number }> {
    const known = weights.get(owner);
    const now = settings.wall.now();
    if (known !== undefined && now < known.until) return known;
    await dropOldParts(partsDir(owner), settings.wall);
    const bytes = (await filesUnder(home(owner))).reduce((sum, file) => sum + file.bytes, 0);
    const weighed = { bytes, until: after(now, { seconds: weighedSeconds }) };
    weights.set(owner, weighed);
    return weighed;
  }

  return {
    async tray(owner) {
      const found = await filesUnder(trayDir(owner));
      const files: TrayFile[] = [];
      for (const { name, bytes } of found.slice(0, trayFilesShownMax)) {
        const head = await readHead(join(trayDir(owner), name));
        files.push({ name, bytes, kind: settings.detect(head, name).kind });
      }
      return { files, more: found.length - files.length, bytes: found.reduce((sum, file) => sum + file.bytes, 0) };
    },
    async room(owner, bytes) {
      await mkdir(trayDir(owner), { recursive: true, mode: 0o700 });
      await mkdir(partsDir(owner), { recursive: true, mode: 0o700 });
      const lying = await weigh(owner);
      if (lying.bytes + bytes > settings.quotaBytes) return { kind: "over_quota", quotaBytes: settings.quotaBytes };
      const { bavail, bsize } = await statfs(settings.dir);
      if (bavail * bsize - bytes < settings.freeDiskMinBytes) return { kind: "disk_full" };
      lying.bytes += bytes;
      return { kind: "room" };
    },
    trayPath: (owner, name) => join(trayDir(owner), name),
    partPath: (owner, print) => join(partsDir(owner), `${print}.part`),
    async takeOut(owner, name) {
      weights.delete(owner);
      await rm(join(trayDir(owner), name), { force: true });
    },
    async empty(owner) {
      weights.delete(owner);
      await rm(trayDir(owner), { recursive: true, force: true });
    },
    async hand(owner, folder) {
      const files = await filesUnder(trayDir(owner));
      if (files.length === 0) return undefined;
      const path = join(home(owner), folder);
      await rename(trayDir(owner), path);
      const [first] = files;
      return { path, name: files.length === 1 ? first!.name : `${first!.name} and ${files.length - 1} more` };
    },
  };
}

/**
 * The name of an uploaded file as a path below the tray, or undefined when it is none: no way up or out, no control
 * characters, no hidden files, each part at most 255 bytes as file systems have it.
 */
export function trayName(text: string): string | undefined {
  const parts = text
    .normalize("NFC")
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "");
  const sound = parts.every(
    (part) => !part.startsWith(".") && !/[\x00-\x1f\x7f]/.test(part) && Buffer.byteLength(part) <= 255,
  );
  return sound && parts.length > 0 && parts.length <= 20 ? parts.join("/") : undefined;
}

/** Relative names and sizes of all files in a folder tree, in name order; none when the folder is not there. */
async function filesUnder(dir: string): Promise<{ name: string; bytes: number }[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(noneWhenAbsent);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: { name: string; bytes: number }[] = [];
  for (const path of names.sort()) {
    // A file may be taken away between listing and looking.
    const size = await stat(path).then(
      ({ size }) => size,
      () => undefined,
    );
    if (size !== undefined) files.push({ name: relative(dir, path).split(sep).join("/"), bytes: size });
  }
  return files;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function dropOldParts(dir: string, wall: Clock): Promise<void> {
  const oldestMs = millisOf(before(wall.now(), { days: partDaysMax }));
  for (const name of await readdir(dir)) {
    const { mtimeMs } = await stat(join(dir, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < oldestMs) await rm(join(dir, name), { force: true });
  }
}

function noneWhenAbsent(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
