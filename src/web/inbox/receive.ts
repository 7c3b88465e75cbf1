/**
 * Takes one file in, piece by piece and in memory that does not grow with it. A piece that names its place in the file
 * (Content-Range) is added to the partial file only when it begins where that ends, and stays only when its digest is
 * right; the last piece makes the file whole and moves it into the tray.
 */
import { createHash } from "node:crypto";
import { mkdir, open, rename, stat, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import type { OwnerId } from "../../domain/ids.ts";
import type { Inbox, Room } from "./inbox.ts";

export type Piece = {
  name: string;
  /** What the browser takes the file for: a digest of name, size, date and ends. 64 hex digits. */
  print: string;
  /** Where the piece begins, and how long the whole file is, in bytes. */
  from: number;
  wholeBytes: number;
  /** SHA-256 of the piece, when the browser can tell. */
  digest?: Buffer;
};

export type Received =
  | { kind: "whole"; bytes: number }
  | { kind: "more"; offset: number }
  /** The piece does not begin where the partial file ends: go on from there. */
  | { kind: "elsewhere"; offset: number }
  | { kind: "damaged"; offset: number }
  | { kind: "too_long" }
  | Exclude<Room, { kind: "room" }>;

/** How much of a file is here: all of it when it lies in the tray, else the length of its partial file. */
export async function offsetHere(
  inbox: Inbox,
  owner: OwnerId,
  { name, print, wholeBytes }: Pick<Piece, "name" | "print" | "wholeBytes">,
): Promise<number> {
  const whole = await lengthOf(inbox.trayPath(owner, name));
  return whole === wholeBytes && wholeBytes > 0 ? whole : ((await lengthOf(inbox.partPath(owner, print))) ?? 0);
}

export async function receivePiece(
  inbox: Inbox,
  owner: OwnerId,
  piece: Piece,
  body: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const room = await inbox.room(owner, piece.wholeBytes - piece.from);
  if (room.kind !== "room") return room;
  const part = inbox.partPath(owner, piece.print);
  const offset = (await lengthOf(part)) ?? 0;
  if (piece.from !== offset) return { kind: "elsewhere", offset };
  const written = await append(part, body, { from: offset, until: piece.wholeBytes });
  if (written === "too_long") return { kind: "too_long" };
  if (piece.digest !== undefined && !piece.digest.equals(written.digest)) {
    await truncate(part, offset);
    return { kind: "damaged", offset };
  }
  const reached = offset + written.bytes;
  if (reached < piece.wholeBytes) return { kind: "more", offset: reached };
  await moveToTray(inbox, owner, part, piece.name);
  return { kind: "whole", bytes: reached };
}

/** A file sent in one go by a browser without script: its length is known only when it has ended. */
export async function receiveWhole(
  inbox: Inbox,
  owner: OwnerId,
  { name, print, bytesMax }: { name: string; print: string; bytesMax: number },
  body: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const part = inbox.partPath(owner, print);
  const written = await append(part, body, { from: 0, until: bytesMax });
  if (written === "too_long") return { kind: "too_long" };
  await moveToTray(inbox, owner, part, name);
  return { kind: "whole", bytes: written.bytes };
}

/** Writes as fast as the disk takes it. What went beyond `until`, or broke off, leaves the file as it was or shorter than wished, never longer. */
async function append(
  path: string,
  body: AsyncIterable<Uint8Array>,
  { from, until }: { from: number; until: number },
): Promise<{ bytes: number; digest: Buffer } | "too_long"> {
  const file = await open(path, from === 0 ? "w" : "a", 0o600);
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of body) {
      if (from + bytes + chunk.length > until) {
        await file.truncate(from);
        return "too_long";
      }
      hash.update(chunk);
      bytes += (await file.write(chunk)).bytesWritten;
    }
    await file.datasync();
    return { bytes, digest: hash.digest() };
  } finally {
    await file.close();
  }
}

async function moveToTray(inbox: Inbox, owner: OwnerId, part: string, name: string): Promise<void> {
  const target = inbox.trayPath(owner, name);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rename(part, target);
}

const lengthOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw error;
    },
  );
