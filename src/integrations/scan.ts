/**
 * What every reading of an outside source has in common: it comes in pages, each page carries the cursor that stands
 * after it, and whatever could not be read is said. The caller stores a page and its cursor in one transaction.
 */

/** Opaque to everyone but the integration that made it; at most 4,000 characters. */
export type Cursor = string;

export type { Skipped } from "../domain/skipped.ts";

export type Progress = {
  bytesDone: number;
  bytesTotal: number;
};
