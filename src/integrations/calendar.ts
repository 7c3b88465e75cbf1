/** Calendars of one account, in our words. */
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { Instant, Zone } from "../domain/time.ts";
import type { Cursor, From, Progress, Skipped } from "./scan.ts";

/** Where the provider keeps a calendar, and an event in it. At most 1,100 characters. */
export type CalendarRef = string;
export type EventRef = string;

export type ListedCalendar = {
  ref: CalendarRef;
  name: string;
  /** The owner's main one: bookings go there. */
  isMain: boolean;
  mayWrite: boolean;
  /** Shown in the owner's own view of the provider: blocks time unless the owner says otherwise. */
  isShown: boolean;
  zone?: Zone;
};

export type ScannedEvent = { ref: EventRef; event: CalendarEvent };

export type CalendarPage = {
  events: readonly ScannedEvent[];
  /** Deleted, cancelled without a word, or out of the window. */
  gone: readonly EventRef[];
  /** What is gone may also have moved out of the window, or the window away from it. */
  mayHaveLeftWindow?: true;
  /** UIDs that are told in full on this page: whatever else of this calendar stands under them is gone without a word. */
  whole?: readonly string[];
  skipped: readonly Skipped[];
  cursor: Cursor;
  isLast: boolean;
  progress?: Progress;
};

export type Window = { from: Instant; to: Instant };

/** When somebody is busy, without why. A calendar that cannot be asked is named: it counts as busy throughout. */
export type BusyAnswer = {
  busy: readonly { calendar: CalendarRef; startsAt: Instant; endsAt: Instant }[];
  unreadable: readonly { calendar: CalendarRef; because: string }[];
};

/** A meeting to write into the owner's calendar. The same `key` again is the same event. */
export type OutgoingEvent = {
  /** 32 hex digits, made from the booking and its generation. */
  key: string;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  zone: Zone;
  place?: string;
  description?: string;
  /** They are told by the provider. */
  guests: readonly { address: string; name?: string }[];
  /** Ask for a video link of the provider (Meet, Teams). */
  wantsLink: boolean;
  /** A time that is only kept: shown as not sure yet. */
  isTentative?: true;
};

export type WrittenEvent = { ref: EventRef; event: CalendarEvent; link?: string };

export interface CalendarAccount {
  calendars(signal: AbortSignal): Promise<readonly ListedCalendar[]>;
  /**
   * Pages of one calendar. From the start: everything that touches the window. Throws TroubleError: cursor_spent when the
   * cursor, or the window that it was made with, is too old.
   */
  pages(calendar: CalendarRef, from: From & { window: Window }, signal: AbortSignal): AsyncIterable<CalendarPage>;
  /** Asked live, before a time is promised. */
  busy(calendars: readonly CalendarRef[], window: Window, signal: AbortSignal): Promise<BusyAnswer>;
  /** Absent where nothing may be written. Throws unknown_outcome; `find` tells. */
  readonly write?: {
    put(calendar: CalendarRef, event: OutgoingEvent, signal: AbortSignal): Promise<WrittenEvent>;
    find(calendar: CalendarRef, key: string, signal: AbortSignal): Promise<WrittenEvent | undefined>;
    move(calendar: CalendarRef, ref: EventRef, to: OutgoingEvent, signal: AbortSignal): Promise<WrittenEvent>;
    cancel(calendar: CalendarRef, ref: EventRef, signal: AbortSignal): Promise<void>;
  };
}
