/**
 * Export files as one stream: whatever was named (a file, a folder tree, a zip of those) is told apart by content and
 * read front to back in bounded memory. The provider-shaped faces (`MailAccount`, `CalendarAccount`, `PeopleAccount`)
 * of an archive stand on the same reader.
 */
import type { Card } from "../domain/contact/card.ts";
import type { CsvMapping } from "../domain/contact/csv-mapping.ts";
import type { MessageText } from "../domain/mail/message.ts";
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { MessageRef, ScannedMessage } from "./mail.ts";
import type { Cursor, Progress, Skipped } from "./scan.ts";

export type ArchiveFileKind = "mbox" | "maildir" | "eml" | "ics" | "vcf" | "linkedin_csv" | "csv" | "zip" | "unknown";

/** One calendar found in the files: evidence of whose it is, and how fresh. */
export type CalendarFound = { name: string; where: string };

export type ArchiveBatch = {
  messages: readonly ScannedMessage[];
  events: readonly CalendarEvent[];
  calendars: readonly CalendarFound[];
  cards: readonly Card[];
  /** Files finished in this batch, with the kind that their content showed. */
  files: readonly { where: string; kind: ArchiveFileKind; bytes: number }[];
  skipped: readonly Skipped[];
  /** Stands after this batch: reading on from here repeats nothing and misses nothing. */
  cursor: Cursor;
  progress: Progress;
};

export type { CsvMapping } from "../domain/contact/csv-mapping.ts";

export type ArchiveOptions = {
  after?: Cursor;
  signal: AbortSignal;
  csvMapping?: CsvMapping;
  /** Upper bound for one batch; a batch also ends after 500 items. */
  batchBytesMax?: number;
};

export interface ArchiveReader {
  /** Reads a file or folder by path. Never throws for bad content: what is bad is in `skipped`. */
  read(path: string, options: ArchiveOptions): AsyncIterable<ArchiveBatch>;
  /**
   * The texts of messages named by `read`, each answered once, in the order in which they lie in the files: what is packed
   * is unpacked once from front to back. Undefined when a file is gone or changed since. Ends with the signal's reason.
   */
  texts(
    path: string,
    refs: readonly MessageRef[],
    signal: AbortSignal,
  ): AsyncIterable<{ ref: MessageRef; text: MessageText | undefined }>;
  /** The text of one message. For several, `texts` is many times faster. */
  text(path: string, ref: MessageRef, signal: AbortSignal): Promise<MessageText | undefined>;
  /** SHA-256 over relative names, sizes and contents, hex: the same files give the same print wherever they lie. */
  fingerprint(path: string, signal: AbortSignal): Promise<string>;
}
