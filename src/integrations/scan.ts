/**
 * What every reading of an outside source has in common: an account is read in streams, each stream comes in pages, each
 * page carries the cursor that stands after it, and whatever could not be read is said. The caller stores a page and its
 * cursor in one transaction.
 */
import type { Instant } from "../domain/time.ts";

/** Opaque to everyone but the integration that made it; at most 8,000 characters. */
export type Cursor = string;

/** One line of reading with a cursor of its own, as "mail", "sent", "inbox"; at most 600 characters, unique in its account and noun. */
export type StreamName = string;

export type Stream = {
  name: StreamName;
  /** fresh: what is new comes here for ever. past: what lies behind, newest first, read once. */
  kind: "fresh" | "past";
};

/** Where a stream is read from. */
export type From =
  /** On from here: the cursor of an earlier page. */
  | { after: Cursor }
  /**
   * From the start. A fresh stream takes its new cursor before it lists anything, then lists what came since `since`
   * (nothing when left out); a past stream goes back to `since`.
   */
  | { since?: Instant };

export type { Skipped } from "../domain/skipped.ts";

export type Progress = {
  bytesDone: number;
  bytesTotal: number;
};
