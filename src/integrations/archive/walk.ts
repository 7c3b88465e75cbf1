/** The files of a folder tree, in one order that stays the same as long as the tree does. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Skipped } from "../scan.ts";
import { maildirLabel } from "./labels.ts";

export type WalkedFile = {
  /** Full path on disk. */
  file: string;
  /** Relative to the named folder, with "/"; "" when a single file was named. */
  path: string;
  /** What the owner sees: the named thing's own name, then `path`. */
  where: string;
  bytes: number;
  /** Folder of a maildir that it stands in ("Inbox", "Sent"); absent outside of one. */
  maildirFolder?: string;
};

export type Walk = {
  /** What was named is a folder. */
  isFolder: boolean;
  files: readonly WalkedFile[];
  skipped: readonly Skipped[];
  bytesTotal: number;
};

const depthMax = 100;
const filesMax = 2_000_000;

/**
 * Lists a file or a folder tree. Links inside a tree are not followed: what they point to is either in the tree, and
 * read there, or was not named. The named path itself may be a link.
 */
export function walk(named: string): Walk {
  const root = resolve(named);
  const name = basename(root) || "files";
  const found: Found = { files: [], links: [], skipped: [] };
  const state = statOf(root);
  if (state === undefined) {
    found.skipped.push(unreadable(name, "It is not there or may not be read"));
  } else if (state.isDirectory()) {
    walkFolder({ folder: root, path: "", where: name, depth: 0 }, found);
    found.files.sort((one, other) => comparePaths(one.path, other.path));
  } else if (state.isFile()) {
    found.files.push({ file: root, path: "", where: name, bytes: state.size });
  } else {
    found.skipped.push(unreadable(name, "It is neither a file nor a folder"));
  }
  if (found.links.length > 0) {
    found.skipped.push({
      where: found.links[0] ?? name,
      because: "link_not_followed",
      message: "Links inside the folder were not followed.",
      count: found.links.length,
    });
  }
  return {
    isFolder: state?.isDirectory() === true,
    files: found.files,
    skipped: found.skipped,
    bytesTotal: found.files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Folder by folder, each sorted by code units. */
export function comparePaths(one: string, other: string): number {
  const left = one.split("/");
  const right = other.split("/");
  for (let level = 0; level < Math.min(left.length, right.length); level += 1) {
    if (left[level]! < right[level]!) return -1;
    if (left[level]! > right[level]!) return 1;
  }
  return left.length - right.length;
}

type Found = { files: WalkedFile[]; links: string[]; skipped: Skipped[] };
type Folder = { folder: string; path: string; where: string; depth: number; maildirFolder?: string };

function walkFolder({ folder, path, where, depth, maildirFolder }: Folder, found: Found): void {
  if (depth > depthMax) {
    found.skipped.push(unreadable(where, `It lies more than ${depthMax} folders deep`));
    return;
  }
  const names = namesIn(folder);
  if (names === undefined) {
    found.skipped.push(unreadable(where, "The folder may not be read"));
    return;
  }
  const isMaildir = names.includes("cur") && names.includes("new");
  for (const name of names) {
    if (found.files.length >= filesMax) return;
    const inside = {
      file: join(folder, name),
      path: path === "" ? name : `${path}/${name}`,
      where: `${where}/${name}`,
    };
    const state = linkStateOf(inside.file);
    if (state === undefined) found.skipped.push(unreadable(inside.where, "It may not be read"));
    else if (state.isSymbolicLink()) found.links.push(inside.where);
    else if (state.isDirectory()) {
      // Messages under "tmp" are still being delivered.
      if (isMaildir && name === "tmp") continue;
      const label = isMaildir && (name === "cur" || name === "new") ? maildirLabel(where, depth === 0) : undefined;
      walkFolder(
        {
          folder: inside.file,
          path: inside.path,
          where: inside.where,
          depth: depth + 1,
          ...(label !== undefined && { maildirFolder: label }),
        },
        found,
      );
    } else if (state.isFile()) {
      found.files.push({ ...inside, bytes: state.size, ...(maildirFolder !== undefined && { maildirFolder }) });
    } else {
      found.skipped.push(unreadable(inside.where, "It is neither a file nor a folder"));
    }
  }
}

const unreadable = (where: string, why: string): Skipped => ({
  where,
  because: "unreadable_file",
  message: `${why}: it was left out.`,
  count: 1,
});

const namesIn = (folder: string) => orUndefined(() => readdirSync(folder).sort());
const statOf = (file: string) => orUndefined(() => statSync(file));
const linkStateOf = (file: string) => orUndefined(() => lstatSync(file));

/** What the system refuses to tell about one file is said about that file and stops nothing. */
function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (fault) {
    if (fault instanceof Error && "code" in fault) return undefined;
    throw fault;
  }
}
