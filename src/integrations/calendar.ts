/** Calendars of one account, in our words. */
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { Cursor, Progress, Skipped } from "./scan.ts";

export type CalendarPage = {
  events: readonly CalendarEvent[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  progress?: Progress;
};

export interface CalendarAccount {
  /** Pages after the cursor, or everything. Throws TroubleError. */
  pages(after: Cursor | undefined, signal: AbortSignal): AsyncIterable<CalendarPage>;
}
