/** Where one message lies in an archive: file, entries of zips, offset, length, and a check that it is still the same. */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { MessageRef } from "../mail.ts";

export type MessagePlace = {
  /** Relative to what was named, "" for a single file; `#` and a digest when it is too long for a reference. */
  path: string;
  /** Number of the entry in a zip, and in the zip inside it. */
  entries: readonly number[];
  /** Of the message's first header byte. */
  offset: number;
  length: number;
  /** It stands in an mbox, where lines that begin with "From " were quoted. */
  isQuoted: boolean;
  /** CRC-32 of the header section, 8 hex digits. */
  check: string;
};

const pathMax = 400;

export const writeRef = ({ path, entries, offset, length, isQuoted, check }: MessagePlace): MessageRef =>
  `${offset}${isQuoted ? "q" : "+"}${length}:${check}:${entries.join(".")}:${shortPath(path)}`;

/** Undefined when the text is no reference of this archive. */
export function readRef(ref: MessageRef): MessagePlace | undefined {
  const parts = /^(\d{1,15})([q+])(\d{1,16}):([0-9a-f]{8}):([\d.]*):(.*)$/s.exec(ref);
  if (parts === null) return undefined;
  const [, offset, mark, length, check = "", entries = "", path = ""] = parts;
  return {
    path,
    entries: entries === "" ? [] : entries.split(".").map(Number),
    offset: Number(offset),
    length: Number(length),
    isQuoted: mark === "q",
    check,
  };
}

/** The path itself, or a digest of one that would not fit. */
export const shortPath = (path: string): string =>
  path.length <= pathMax && !path.startsWith("#") ? path : `#${createHash("sha256").update(path).digest("hex")}`;

/** Over the header section as latin1 text, so that a file that was changed since is told from the one that was read. */
export const checkOf = (head: string): string => crc32(Buffer.from(head, "latin1")).toString(16).padStart(8, "0");
