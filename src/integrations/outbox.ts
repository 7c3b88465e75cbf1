/** Archives that we write for the owner to take away, in the folder that holds them until they are fetched. */
import type { Instant } from "../domain/time.ts";

/** One file of an archive, written piece by piece when its turn comes. Text is written as UTF-8. */
export type ArchivedFile = {
  /** With slashes: "data/contact.json". */
  path: string;
  changedAt: Instant;
  content(): AsyncIterable<string | Uint8Array>;
};

export interface Outbox {
  folder: string;
  /**
   * Writes a zip of these files, one after the other, in bounded memory; it appears under its path when it is whole, and
   * nothing is left of one that breaks off. Ends with what a file's content throws, or with the signal's reason.
   */
  write(path: string, files: readonly ArchivedFile[], signal: AbortSignal): Promise<{ bytes: number }>;
  /** Undefined when there is no such file in the folder. */
  open(path: string): Promise<{ bytes: number; content: ReadableStream<Uint8Array> } | undefined>;
  /** A path outside of the folder is left alone. */
  remove(path: string): Promise<void>;
}
