/** A mailbox, in our words. Implemented by `archive/` (read-only, sends into an outbox folder) and by each provider. */
import type { MessageHeaders, MessageText } from "../domain/mail/message.ts";
import type { Cursor, Progress, Skipped } from "./scan.ts";

/** Where the provider keeps one message: opaque, stable enough to fetch its body later. At most 500 characters. */
export type MessageRef = string;

export type ScannedMessage = {
  ref: MessageRef;
  headers: MessageHeaders;
};

export type MailPage = {
  messages: readonly ScannedMessage[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  progress?: Progress;
};

/** A letter ready to leave: everything that decides its bytes, so that two tries give the same bytes. */
export type OutgoingLetter = {
  messageId: string;
  /** RFC 5322 date is made from this. */
  writtenAt: string;
  from: { address: string; name?: string };
  to: readonly { address: string; name?: string }[];
  subject: string;
  text: string;
  inReplyTo?: string;
  references: readonly string[];
};

export interface MailAccount {
  /** Pages after the cursor, or everything. Ends when there is nothing newer. Throws TroubleError. */
  pages(after: Cursor | undefined, signal: AbortSignal): AsyncIterable<MailPage>;
  /** The text of one message; undefined when it is gone. */
  text(ref: MessageRef, signal: AbortSignal): Promise<MessageText | undefined>;
  /** Hands the letter over. The archive writes `<messageId>.eml` into its outbox folder; the same letter twice is one file. */
  send(letter: OutgoingLetter, signal: AbortSignal): Promise<{ ref: MessageRef }>;
}
