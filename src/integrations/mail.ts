/** A mailbox, in our words. Implemented by `archive/` (read-only, sends into an outbox folder), by each provider, and by the sandbox. */
import type { MessageHeaders, MessageText } from "../domain/mail/message.ts";
import type { Cursor, From, Progress, Skipped, Stream, StreamName } from "./scan.ts";
import { type ProviderTrouble, TroubleError } from "./trouble.ts";

/** Where the provider keeps one message: opaque, stable for as long as the message lives, whatever folder it lies in. At most 500 characters. */
export type MessageRef = string;
/** Where the provider keeps one draft. */
export type DraftRef = string;

export type ScannedMessage = {
  ref: MessageRef;
  /** The provider's own thread: an answer there belongs to what was asked there. */
  threadRef?: string;
  headers: MessageHeaders;
};

export type MailPage = {
  /** Messages whose headers came with the page. */
  messages: readonly ScannedMessage[];
  /** Messages of which only the place is known so far: `headers` reads them. */
  listed: readonly MessageRef[];
  /** Deleted, or moved where we do not read (trash, spam). */
  gone: readonly MessageRef[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  /** Nothing more now (fresh), or ever (past). */
  isLast: boolean;
  progress?: Progress;
};

/** What became of one message whose headers were asked for. */
export type HeadersRead =
  | { kind: "read"; message: ScannedMessage }
  /** Not there any more, or nothing that we read (a draft, a chat). */
  | { kind: "gone"; ref: MessageRef }
  /** This one cannot be read, others can: try again later, and tell the owner when it stays so. */
  | { kind: "unreadable"; ref: MessageRef; because: string };

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
  /** Nobody approved it: it says "Auto-Submitted: auto-generated", where the provider lets a letter say so. */
  isAutomatic?: true;
};

/** A letter among the owner's drafts. `marker` is 128 random bits as 32 hex digits: it finds our copy again, whatever the provider does to its ids. */
export type MarkedLetter = OutgoingLetter & {
  marker: string;
  /** Of the provider's thread that it answers in. */
  threadRef?: string;
};

export type StandingDraft = {
  draft: DraftRef;
  subject: string;
  to: readonly string[];
  /** The body as it stands now, line ends "\n", without trailing blank lines. */
  text: string;
};

/** A draft was made, and holds something else than the letter: it can be replaced while it stands as it is told here. */
export class UnfinishedDraft extends TroubleError {
  readonly standing: StandingDraft;
  constructor(trouble: ProviderTrouble, standing: StandingDraft) {
    super(trouble);
    this.standing = standing;
  }
}

export interface Drafts {
  /**
   * Not tried again by itself: throws unknown_outcome when nobody knows whether it is there; `find` tells. Throws
   * UnfinishedDraft where the provider needs two steps and the second one failed.
   */
  put(letter: MarkedLetter, signal: AbortSignal): Promise<{ draft: DraftRef }>;
  replace(draft: DraftRef, letter: MarkedLetter, signal: AbortSignal): Promise<{ draft: DraftRef }>;
  find(marker: string, signal: AbortSignal): Promise<DraftRef | undefined>;
  /** Undefined when it is no draft any more: deleted, or sent. */
  read(draft: DraftRef, signal: AbortSignal): Promise<StandingDraft | undefined>;
  remove(draft: DraftRef, signal: AbortSignal): Promise<void>;
  /** Sends what stands in the draft, once: the draft is the one-shot token (throws gone when it was used up). */
  send(draft: DraftRef, signal: AbortSignal): Promise<{ ref?: MessageRef }>;
  /** The message that our draft became, found by its marker in the sent mail. */
  findSent(marker: string, signal: AbortSignal): Promise<ScannedMessage | undefined>;
}

export interface MailAccount {
  readonly streams: readonly Stream[];
  /** Ends after the last page. Throws TroubleError: cursor_spent when the cursor is too old. */
  pages(stream: StreamName, from: From, signal: AbortSignal): AsyncIterable<MailPage>;
  /** Each asked one once, in any order, as they come. Throws TroubleError when it concerns all of them. */
  headers(refs: readonly MessageRef[], signal: AbortSignal): AsyncIterable<HeadersRead>;
  /** The text of one message; undefined when it is gone. */
  text(ref: MessageRef, signal: AbortSignal): Promise<MessageText | undefined>;
  /** How many messages the provider counts: the sum that proves completeness; undefined when it does not say. */
  count(stream: StreamName, signal: AbortSignal): Promise<number | undefined>;
  /** Absent where nothing may be written (scope not granted). */
  readonly drafts?: Drafts;
}

/** The archive hands letters over as files. */
export interface LetterBox {
  /** Writes `<messageId>.eml` into its outbox folder; the same letter twice is one file. */
  send(letter: OutgoingLetter, signal: AbortSignal): Promise<{ ref: MessageRef }>;
}
