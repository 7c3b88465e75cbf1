/** The address book of one account, in our words. */
import type { Card } from "../domain/contact/card.ts";
import type { Cursor, Progress, Skipped } from "./scan.ts";

export type PeoplePage = {
  cards: readonly Card[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  progress?: Progress;
};

export interface PeopleAccount {
  /** Pages after the cursor, or everything. Throws TroubleError. */
  pages(after: Cursor | undefined, signal: AbortSignal): AsyncIterable<PeoplePage>;
}
