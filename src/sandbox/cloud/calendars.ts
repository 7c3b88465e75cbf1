/** The calendars of one account: events as their owner sees them, each calendar with a log of what changed. */
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import type { Window } from "../../domain/meeting/recurrence.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import { ChangeLog, type LogLimits } from "./change-log.ts";
import type { Ids } from "./ids.ts";

export type CloudCalendar = {
  id: string;
  name: string;
  isMain: boolean;
  isShown: boolean;
  /** Of the account in this calendar. */
  role: "owner" | "writer" | "reader" | "free_busy_reader";
  zone: Zone;
  isDeleted?: true;
};

/** What it means for the time that it covers; the domain knows fewer words. */
export type Shows =
  | "busy"
  | "free"
  | "tentative"
  | "out_of_office"
  | "focus"
  | "working_location"
  | "working_elsewhere"
  | "birthday";

export type CloudEvent = Omit<CalendarEvent, "calendar" | "kind" | "notes" | "zoneUnknown" | "changedAt"> & {
  /** Within its calendar, and never given out again there. */
  id: string;
  /** Of a changed or cancelled occurrence: the event that repeats. */
  seriesId?: string;
  shows: Shows;
  isPrivate?: true;
  createdAt: Instant;
  changedAt: Instant;
  /** What a program keeps with the event and nobody else sees. */
  properties: Readonly<Record<string, string>>;
  /** Of the newest entry in the log about it. */
  change: number;
};

/** An event before its calendar dated it. */
export type NewEvent = Omit<CloudEvent, "createdAt" | "changedAt" | "change">;

export type EventChange = { event: CloudEvent };

export class Calendars {
  readonly list: CloudCalendar[] = [];
  readonly #ids: Ids;
  readonly #limits: LogLimits | undefined;
  readonly #events = new Map<string, Map<string, CloudEvent>>();
  readonly #logs = new Map<string, ChangeLog<EventChange>>();
  readonly #heard: (calendarId: string) => void;
  /** What happened to the list itself: ids of calendars. */
  readonly listLog: ChangeLog<string>;

  constructor(how: { ids: Ids; log?: LogLimits; heard?: (calendarId: string) => void }) {
    this.#ids = how.ids;
    this.#limits = how.log;
    this.#heard = how.heard ?? (() => undefined);
    this.listLog = new ChangeLog(1000, how.log);
  }

  /** Where meetings go; every account has one. */
  get main(): CloudCalendar {
    const main = this.list.find(({ isMain }) => isMain);
    if (main === undefined) throw new Error("an account without a main calendar");
    return main;
  }

  calendar(id: string): CloudCalendar | undefined {
    return this.list.find((calendar) => calendar.id === id && calendar.isDeleted === undefined);
  }

  /** A new calendar, or one known by its id with other settings. */
  putCalendar(calendar: CloudCalendar, at: Instant): void {
    const index = this.list.findIndex(({ id }) => id === calendar.id);
    if (index === -1) this.list.push(calendar);
    else this.list[index] = calendar;
    this.listLog.append(at, calendar.id);
  }

  log(calendarId: string): ChangeLog<EventChange> {
    const known = this.#logs.get(calendarId);
    if (known !== undefined) return known;
    const log = new ChangeLog<EventChange>(1000, this.#limits);
    this.#logs.set(calendarId, log);
    return log;
  }

  newEventId(): string {
    return this.#ids.base32(26);
  }

  /** Cancelled ones included: their ids stay taken. */
  find(calendarId: string, id: string): CloudEvent | undefined {
    return this.#events.get(calendarId)?.get(id);
  }

  /** Cancelled ones included, in the order in which they were entered. */
  events(calendarId: string): CloudEvent[] {
    return [...(this.#events.get(calendarId)?.values() ?? [])];
  }

  /** The copies of one meeting: a series with its changed occurrences, or a single event. */
  findByUid(uid: string): { calendarId: string; event: CloudEvent }[] {
    return [...this.#events].flatMap(([calendarId, events]) =>
      [...events.values()].filter((event) => event.uid === uid).map((event) => ({ calendarId, event })),
    );
  }

  /** Enters an event, or changes the one with its id. */
  put(calendarId: string, event: NewEvent, at: Instant): CloudEvent {
    const events = this.#events.get(calendarId) ?? new Map<string, CloudEvent>();
    this.#events.set(calendarId, events);
    const log = this.log(calendarId);
    const createdAt = events.get(event.id)?.createdAt ?? at;
    const stored: CloudEvent = { ...event, createdAt, changedAt: at, change: log.newest + 1 };
    events.set(event.id, stored);
    log.append(at, { event: stored });
    this.#heard(calendarId);
    return stored;
  }

  /** Cancelled, with the changed occurrences of a series. False when there was nothing to cancel. */
  cancel(calendarId: string, id: string, at: Instant): boolean {
    const event = this.find(calendarId, id);
    if (event === undefined || event.status === "cancelled") return false;
    for (const one of this.events(calendarId)) {
      if (one.seriesId === id && one.status !== "cancelled") this.put(calendarId, { ...one, status: "cancelled" }, at);
    }
    this.put(calendarId, { ...event, status: "cancelled" }, at);
    return true;
  }

  /** Every time at which something takes place inside the window, in order of starts. */
  occurrences(calendarId: string, window: Window): { event: CloudEvent; startsAt: Instant; endsAt: Instant }[] {
    const zone = this.list.find(({ id }) => id === calendarId)?.zone ?? this.main.zone;
    const events = this.events(calendarId).map((event) => ({
      eventId: event.id,
      event: asCalendarEvent(calendarId, event),
    }));
    return expandAll(events, window, zone)
      .flatMap(({ eventId, times }) =>
        times.map(({ startsAt, endsAt }) => ({
          event: this.find(calendarId, eventId) as CloudEvent,
          startsAt,
          endsAt,
        })),
      )
      .filter(({ event }) => event.status !== "cancelled")
      .sort((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0));
  }
}

/** As the domain tells it. */
export function asCalendarEvent(calendar: string, stored: CloudEvent): CalendarEvent {
  const { id, seriesId, shows, isPrivate, createdAt, properties, change, ...event } = stored;
  return { ...event, calendar, kind: kindOf(shows), notes: [] };
}

function kindOf(shows: Shows): CalendarEvent["kind"] {
  if (shows === "tentative") return "busy";
  return shows === "working_elsewhere" ? "free" : shows;
}
