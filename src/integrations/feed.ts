/** A published calendar that anybody may read by its address (an ICS feed), in our words. */
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { Skipped } from "../domain/skipped.ts";

/** What the publisher said about the copy that is known, so that an unchanged one is not sent again. */
export type FeedValidators = { etag?: string; lastModified?: string };

export type FeedRead =
  | { kind: "unchanged" }
  | { kind: "read"; name: string | undefined; events: CalendarEvent[]; skipped: Skipped[]; validators: FeedValidators };

export interface FeedReader {
  /** Throws TroubleError: refused (the address, or what lies there), gone, unreachable. */
  read(url: string, known: FeedValidators, signal: AbortSignal): Promise<FeedRead>;
}
