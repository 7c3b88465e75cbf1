/**
 * The backup file: gzipped lines, so that `zcat` shows everything in it.
 *
 *     {"format":"rapport-backup","version":1,"appVersion":…,"madeAt":…,"migrations":[{"number":1,"checksum":…},…]}
 *     {"table":"owner","columns":["owner_id",…]}
 *     …rows in COPY's text format, in which a line is a row…
 *     \.
 *     …more tables…
 *     {"tables":[{"table":"owner","rows":1,"sha256":…},…],"sha256":…of all lines before this one…}
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";

export const backupHead = z.object({
  format: z.literal("rapport-backup"),
  version: z.literal(1),
  appVersion: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.object({ number: z.int(), checksum: z.string() })),
});
export type BackupHead = z.infer<typeof backupHead>;

const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export type BackupTable = z.infer<typeof tableLine>;

const manifestLine = z.object({
  tables: z.array(z.object({ table: z.string(), rows: z.int(), sha256: z.string() })),
  sha256: z.string(),
});
export type BackupManifest = z.infer<typeof manifestLine>;

export const ROWS_END = Buffer.from("\\.\n");

/** What a file holds, in its order. A block is whole rows. */
export type BackupPart =
  | { readonly kind: "head"; readonly head: BackupHead }
  | { readonly kind: "table"; readonly table: BackupTable }
  | { readonly kind: "rows"; readonly block: Buffer; readonly count: number }
  | { readonly kind: "end_of_rows" }
  | { readonly kind: "manifest"; readonly manifest: BackupManifest };

export type BackupTroubleReason =
  | "damaged"
  | "not_a_backup"
  | "newer"
  | "other_schema"
  | "not_migrated"
  | "not_written";

export class BackupTrouble extends Error {
  readonly because: BackupTroubleReason;
  constructor(because: BackupTroubleReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupTrouble";
    this.because = because;
  }
}

export interface VerifiedBackup {
  readonly head: BackupHead;
  readonly tables: readonly BackupTable[];
  readonly rowsOf: ReadonlyMap<string, number>;
}

/**
 * Reads the whole file once and compares it with its manifest.
 *
 * @throws {BackupTrouble} damaged, not_a_backup
 */
export async function verifyBackup(file: string): Promise<VerifiedBackup> {
  let head: BackupHead | undefined;
  const tables: BackupTable[] = [];
  const found: BackupManifest["tables"] = [];
  const whole = createHash("sha256");
  let hash = createHash("sha256");
  let rows = 0;
  for await (const part of backupParts(file, (line) => whole.update(line))) {
    if (part.kind === "head") head = part.head;
    else if (part.kind === "table") {
      tables.push(part.table);
      hash = createHash("sha256");
      rows = 0;
    } else if (part.kind === "rows") {
      hash.update(part.block);
      rows += part.count;
    } else if (part.kind === "end_of_rows") {
      found.push({ table: tables.at(-1)?.table ?? "", rows, sha256: hash.digest("hex") });
    } else {
      const isSame = JSON.stringify({ tables: found, sha256: whole.digest("hex") }) === JSON.stringify(part.manifest);
      if (!isSame || head === undefined) throw damaged(file, "its content does not fit its manifest");
      return { head, tables, rowsOf: new Map(found.map(({ table, rows }) => [table, rows])) };
    }
  }
  throw damaged(file, "its end is missing");
}

/**
 * The parts of a file in their order, with bounded memory: a chunk of the file and the longest row.
 *
 * @param onBytes sees everything before the manifest, as it was hashed
 * @throws {BackupTrouble} damaged, not_a_backup
 */
export async function* backupParts(
  file: string,
  onBytes: (bytes: Buffer) => void = ignore,
): AsyncGenerator<BackupPart> {
  let expects: "head" | "table" | "rows" = "head";
  for await (const lines of wholeLines(file)) {
    let at = 0;
    while (at < lines.length) {
      if (expects === "rows") {
        const { end, count, isLast } = rowsFrom(lines, at);
        const block = lines.subarray(at, end);
        onBytes(block);
        if (count > 0) yield { kind: "rows", block, count };
        at = end;
        if (!isLast) continue;
        onBytes(ROWS_END);
        yield { kind: "end_of_rows" };
        at += ROWS_END.length;
        expects = "table";
        continue;
      }
      const end = lines.indexOf(10, at) + 1;
      const line = lines.subarray(at, end);
      at = end;
      const value = parseLine(line, file, expects);
      if (expects === "head") {
        onBytes(line);
        yield { kind: "head", head: parsed(backupHead, value, file, "not_a_backup") };
        expects = "table";
      } else if (isObjectWith(value, "table")) {
        onBytes(line);
        yield { kind: "table", table: parsed(tableLine, value, file, "damaged") };
        expects = "rows";
      } else {
        yield { kind: "manifest", manifest: parsed(manifestLine, value, file, "damaged") };
        return;
      }
    }
  }
}

/** Blocks that end with a line break, as large as the chunks they come in. */
async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  // The fault of either stream reaches the reader of the second.
  pipeline(source, unzipped, ignore);
  let pieces: Buffer[] = [];
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(10) + 1;
      if (end > 0) {
        yield pieces.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...pieces, chunk.subarray(0, end)]);
        pieces = [];
      }
      if (end < chunk.length) pieces.push(chunk.subarray(end));
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new BackupTrouble("not_a_backup", `There is no file ${file}.`, { cause });
    if (code === "Z_DATA_ERROR" && message === "incorrect header check") {
      throw new BackupTrouble("not_a_backup", `${file} is not a backup of Rapport.`, { cause });
    }
    throw damaged(file, message, cause);
  }
  if (pieces.length > 0) throw damaged(file, "its last line is cut off");
}

/** The rows from `at` on: where they end, how many they are, and whether the line after them closes the table. */
function rowsFrom(lines: Buffer, at: number): { end: number; count: number; isLast: boolean } {
  let count = 0;
  let end = at;
  while (end < lines.length) {
    if (lines[end] === ROWS_END[0] && lines[end + 1] === ROWS_END[1] && lines[end + 2] === ROWS_END[2]) {
      return { end, count, isLast: true };
    }
    end = lines.indexOf(10, end) + 1;
    count++;
  }
  return { end, count, isLast: false };
}

function parseLine(line: Buffer, file: string, expects: "head" | "table"): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch (cause) {
    if (expects === "head") throw new BackupTrouble("not_a_backup", `${file} is not a backup of Rapport.`, { cause });
    throw damaged(file, "a line between two tables cannot be read", cause);
  }
}

function parsed<Shape>(
  shape: z.ZodType<Shape>,
  value: unknown,
  file: string,
  because: "damaged" | "not_a_backup",
): Shape {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const text = because === "damaged" ? `${file} is damaged` : `${file} is not a backup that this version can read`;
  throw new BackupTrouble(because, `${text}: ${z.prettifyError(result.error)}`);
}

function isObjectWith(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && key in value;
}

export function damaged(file: string, how: string, cause?: unknown): BackupTrouble {
  return new BackupTrouble("damaged", `${file} is damaged: ${how}. Nothing was changed.`, { cause });
}

function ignore(): void {
  // Whoever reads the stream hears of its fault there.
}
