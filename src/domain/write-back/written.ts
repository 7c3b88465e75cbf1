/**
 * What Rapport writes into the owner's own account (R2, R16, S7): a card in the address book, a reminder among the tasks, a
 * letter among the drafts. Each has one row that is claimed before its provider is asked, so that it is made once whatever
 * dies in between, and never again once the owner threw it away.
 */
import { after, type Instant } from "../time.ts";

export type WrittenKind = "card" | "task" | "draft";

export type WrittenState =
  /** To be made; its provider was not asked yet. */
  | "wanted"
  /** Its provider was asked, and nobody knows yet whether it is there. */
  | "unknown"
  /** There, as it was written. */
  | "standing"
  /** There, and changed by the owner's hand: left alone from then on. */
  | "changed"
  /** A reminder that is being ticked off, since they talked. */
  | "closing"
  /** It is being taken away. */
  | "removing"
  /** A draft that is among the drafts no more, and not yet found among the sent letters. */
  | "missing"
  /** A card that is in the book, a reminder ticked off, a draft sent. */
  | "done"
  /** Taken away again. */
  | "removed"
  /** The owner threw it away: never made again. */
  | "deleted"
  /** Its provider does not take it; `because` says why. */
  | "refused"
  /** A draft that was approved: whoever sends the letter has it now. */
  | "handed_over";

export type Written = {
  kind: WrittenKind;
  /** The contact of a card; the follow-up of a reminder or a draft. */
  subjectId: string;
  /** 32 hex digits, kept in the thing itself. */
  key: string;
  ref: string | undefined;
  /** Of what was written last, in hex. */
  hash: string;
  /** Of what stood there before, while nobody knows whether it was replaced. */
  formerHash: string | undefined;
  /** Of a reminder the day that it is due, of a draft which letter it is, of a card `theirs` when the owner had made it. */
  about: string | undefined;
  state: WrittenState;
  because: string | undefined;
  /** How often its provider was asked to make it. */
  attempts: number;
  changedAt: Instant;
  version: number;
};

/** `about` of a card that the owner had made themselves: only what is empty in it is filled. */
export const theirs = "theirs";

/** As it shall be. */
export type Wanted = { subjectId: string; hash: string; about?: string };

/**
 * Longer than a call may take (30 s), with its waits for pace and token: who asked to make something is answered or dead by
 * then, and what was made can be found.
 */
const settleSeconds = 120;
/** A provider that leaves it open this often does not take this one thing. */
export const attemptsMax = 5;

export const settledAt = ({ changedAt }: Pick<Written, "changedAt">): Instant =>
  after(changedAt, { seconds: settleSeconds });
