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

/** What is known after reading so far; `found` says that something readable was there. */
export type Standing = { at?: Position | undefined; tally: Tally; found: boolean };

export const writeCursor = ({ at, tally, found }: Standing): Cursor => JSON.stringify({ at, tally: [...tally], found });

/**
 * Throws a RangeError when the text was not written by `writeCursor`: a caller that mixes up cursors has a bug. Checked
 * by hand, because the schema library alone would take most of the start of a reading thread.
 */
export function readCursor(cursor: Cursor | undefined): Standing {
  if (cursor === undefined) return { tally: new Map(), found: false };
  const read: unknown = cursor.startsWith("{") ? JSON.parse(cursor) : undefined;
  if (!isWritten(read)) throw new RangeError(`not a cursor of an archive: ${cursor.slice(0, 100)}`);
  return { at: read.at, tally: new Map(read.tally), found: read.found };
}

type Written = { at?: Position; tally: [string, { count: number; first: string }][]; found: boolean };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isWritten = (value: unknown): value is Written =>
  isObject(value) &&
  (value.at === undefined || isPosition(value.at)) &&
  typeof value.found === "boolean" &&
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
