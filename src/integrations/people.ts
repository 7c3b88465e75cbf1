/** The address book of one account, in our words. */
import type { Card } from "../domain/contact/card.ts";
import type { Cursor, From, Progress, Skipped, Stream, StreamName } from "./scan.ts";

/** Where the provider keeps one card. */
export type CardRef = string;

export type ScannedCard = { ref: CardRef; card: Card };

export type PeoplePage = {
  cards: readonly ScannedCard[];
  gone: readonly CardRef[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  isLast: boolean;
  progress?: Progress;
};

export interface PeopleAccount {
  /** "contacts", and where the provider has them "others" (people written to, never saved). */
  readonly streams: readonly Stream[];
  pages(stream: StreamName, from: From, signal: AbortSignal): AsyncIterable<PeoplePage>;
  /** Absent where nothing may be written. */
  readonly write?: {
    /** A new card. `key` (32 hex digits) is kept in the card, so that `find` tells after an unknown outcome. */
    put(card: Card, key: string, signal: AbortSignal): Promise<{ ref: CardRef }>;
    find(key: string, signal: AbortSignal): Promise<CardRef | undefined>;
    /** Whether it is a card of the address book, not somebody who was only written to. */
    holds(ref: CardRef): boolean;
    /** Fills only fields that are empty there. False when there was nothing to fill. Throws gone. */
    fill(ref: CardRef, card: Card, signal: AbortSignal): Promise<boolean>;
  };
}
