/** The cursor of an archive: which file, and where inside it, reading goes on. */
import type { Cursor } from "../scan.ts";

/** Inside a file: an offset of an mbox, the number of an item in a list, or an entry of a zip and a place inside that. */
export type InnerPosition =
  | { offset: number }
  | { item: number }
  | { entry: number; inside?: InnerPosition | undefined };

export type Position = {
  /** Relative path of the file; everything before it in the walk is done. */
  path: string;
  /** Absent when the file itself is done as well. */
  inside?: InnerPosition | undefined;
};

/** Files that were passed over so far, counted by what they look like; said once, at the end. */
export type Tally = Map<string, { count: number; first: string }>;

export function writeCursor({ at, tally }: { at: Position | undefined; tally: Tally }): Cursor {
  return JSON.stringify({ at, tally: [...tally] });
}

/**
 * Throws a RangeError when the text was not written by `writeCursor`: a caller that mixes up cursors has a bug. Checked
 * by hand, because the schema library alone would take most of the start of a reading thread.
 */
export function readCursor(cursor: Cursor | undefined): { at?: Position | undefined; tally: Tally } {
  if (cursor === undefined) return { tally: new Map() };
  const read: unknown = cursor.startsWith("{") ? JSON.parse(cursor) : undefined;
  if (!isWritten(read)) throw new RangeError(`not a cursor of an archive: ${cursor.slice(0, 100)}`);
  return { at: read.at, tally: new Map(read.tally) };
}

type Written = { at?: Position; tally: [string, { count: number; first: string }][] };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isWritten = (value: unknown): value is Written =>
  isObject(value) &&
  (value.at === undefined || isPosition(value.at)) &&
  Array.isArray(value.tally) &&
  value.tally.every(isCounted);

const isPosition = (value: unknown): boolean =>
  isObject(value) && typeof value.path === "string" && (value.inside === undefined || isInner(value.inside));

const isInner = (value: unknown): boolean =>
  isObject(value) &&
  ["offset", "item", "entry"].filter((key) => isCount(value[key])).length === 1 &&
  (value.inside === undefined || isInner(value.inside));

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isCounted = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === "string" &&
  isObject(value[1]) &&
  isCount(value[1].count) &&
  typeof value[1].first === "string";
