/** Events of Google Calendar as they are read: lists by sync token, single events and occurrences. */
import type { EventTime } from "../../domain/meeting/event.ts";
import { expand, type Window } from "../../domain/meeting/recurrence.ts";
import {
  addDays,
  after,
  dayIn,
  daysBetween,
  type Instant,
  parseDay,
  parseInstant,
  startOfDay,
  utc,
  type Zone,
} from "../../domain/time.ts";
import { asCalendarEvent, type CloudCalendar, type CloudEvent } from "../cloud/calendars.ts";
import { occurrenceId } from "../cloud/occurrence-id.ts";
import { type Call, flag, GoogleFault, invalid, type Json, notFound, pageSize, readToken, tokenOf } from "./door.ts";
import { cancelledJson, etagOf, eventJson, eventTypeOf } from "./event-json.ts";

/** Where lists without bounds begin, and how far ahead they follow series that never end. */
const earliest = "1970-01-01T00:00:00.000Z" as Instant;
const aheadDays = 2 * 365;

export function calendarOf({ account, param }: Call): CloudCalendar {
  const id = param("calendarId");
  const calendar = id === "primary" ? account.calendars.main : account.calendars.calendar(id);
  if (calendar === undefined) throw notFound("the calendar");
  return calendar;
}

const roles = { owner: "owner", writer: "writer", reader: "reader", free_busy_reader: "freeBusyReader" } as const;
export const accessRole = ({ role }: CloudCalendar): string => roles[role];

/** What a sync token remembers of the list that it came from. Its window is not: changes are told wherever they are. */
type Sync = { after: number; single: boolean };

export function listEvents(call: Call): Json {
  const { account, query, now } = call;
  const calendar = calendarOf(call);
  const log = account.calendars.log(calendar.id);
  const sync = readSync(query, log.newest);
  const since = query.get("syncToken") === null ? undefined : log.after(sync.after);
  if (query.get("syncToken") !== null && since === undefined)
    throw new GoogleFault(410, "fullSyncRequired", "The sync token is no longer valid: a full sync is required.");
  const all =
    since === undefined
      ? listed(call, calendar, sync)
      : [...new Map(since.map(({ change: { event } }) => [event.id, event])).values()];
  const size = pageSize(query, "maxResults", pages);
  const page = readToken(query.get("pageToken"));
  const start = Number(page?.start ?? 0);
  const newest = Number(page?.newest ?? log.newest);
  const isMore = start + size < all.length;
  const shown = { account, zone: calendar.zone, hidesWhat: calendar.role === "free_busy_reader" };
  return {
    ...listHead(calendar, now, newest),
    ...(isMore
      ? { nextPageToken: tokenOf({ start: start + size, newest }) }
      : { nextSyncToken: tokenOf({ ...sync, after: newest }) }),
    items: all
      .slice(start, start + size)
      .map((event) => (event.status === "cancelled" ? cancelledJson(event, calendar.zone) : eventJson(event, shown))),
  };
}

const pages = { usual: 250, most: 2_500 };

const listHead = (calendar: CloudCalendar, now: Instant, newest: number): Json => ({
  kind: "calendar#events",
  etag: etagOf(newest),
  summary: calendar.name,
  updated: now,
  timeZone: calendar.zone,
  accessRole: accessRole(calendar),
  defaultReminders: [],
});

function readSync(query: URLSearchParams, newest: number): Sync {
  const single = flag(query, "singleEvents");
  const token = readToken(query.get("syncToken"));
  if (token === undefined) return { after: newest, single };
  const other = notWithSyncToken.find((name) => query.has(name));
  if (other !== undefined) throw invalid(`syncToken together with ${other}`);
  if (token.single !== single) throw invalid("syncToken with other parameters than before");
  return { after: Number(token.after), single };
}

const notWithSyncToken = [
  "iCalUID",
  "orderBy",
  "privateExtendedProperty",
  "q",
  "sharedExtendedProperty",
  "timeMin",
  "timeMax",
  "updatedMin",
];

/** The stretch that a list asks for. */
const windowOf = ({ query, now }: Call): Window => ({
  from: instantParam(query, "timeMin") ?? earliest,
  to: instantParam(query, "timeMax") ?? after(now, { days: aheadDays }),
});

/** A full list: no cancelled events unless they are asked for. */
function listed(call: Call, calendar: CloudCalendar, sync: Sync): CloudEvent[] {
  const { account, query } = call;
  const uid = query.get("iCalUID");
  const updatedMin = instantParam(query, "updatedMin");
  const properties = query.getAll("privateExtendedProperty").map((one) => one.split("=", 2));
  const words = query.get("q")?.toLowerCase();
  const types = query.getAll("eventTypes");
  // A series that lives shows which of its occurrences do not.
  const isLeftOut = ({ seriesId }: CloudEvent) =>
    seriesId !== undefined && account.calendars.find(calendar.id, seriesId)?.status !== "cancelled";
  const base = sync.single ? singles(call, calendar, windowOf(call)) : account.calendars.events(calendar.id);
  const found = base.filter(
    (event) =>
      (event.status !== "cancelled" || flag(query, "showDeleted") || (!sync.single && isLeftOut(event))) &&
      (uid === null || event.uid === uid) &&
      (updatedMin === undefined || event.changedAt >= updatedMin) &&
      (types.length === 0 || types.includes(eventTypeOf(event.shows))) &&
      properties.every(([name = "", value]) => event.properties[name] === value) &&
      (words === undefined ||
        `${event.title} ${event.place ?? ""} ${event.description ?? ""}`.toLowerCase().includes(words)),
  );
  const inWindow = sync.single ? found : found.filter(isWithin(call, calendar));
  if (query.get("orderBy") === "updated")
    return inWindow.toSorted((one, other) =>
      one.changedAt < other.changedAt ? -1 : one.changedAt > other.changedAt ? 1 : 0,
    );
  return inWindow;
}

/** Series taken apart into their occurrences, in order of starts. */
export function singles({ account }: Call, calendar: CloudCalendar, window: Window): CloudEvent[] {
  return account.calendars.occurrences(calendar.id, window).map(({ event, startsAt, endsAt }) => {
    if (event.recurrence === undefined) return event;
    const { recurrence: _, ...rest } = event;
    const time = timeAt(event.time, { startsAt, endsAt }, calendar.zone);
    const occurrence = time.kind === "timed" ? time.startsAt : time.firstDay;
    return { ...rest, id: occurrenceId(event.id, occurrence), seriesId: event.id, occurrence, time };
  });
}

function timeAt(time: EventTime, { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: Zone): EventTime {
  if (time.kind === "timed") return { ...time, startsAt, endsAt };
  const firstDay = dayIn(zone, startsAt);
  return { kind: "all_day", firstDay, lastDay: addDays(firstDay, daysBetween(time.firstDay, time.lastDay)) };
}

/** Touches the window of the list, series by any occurrence; which occurrences do not take place is told in any case. */
function isWithin(call: Call, calendar: CloudCalendar): (event: CloudEvent) => boolean {
  if (!call.query.has("timeMin") && !call.query.has("timeMax")) return () => true;
  const window = windowOf(call);
  const all = call.account.calendars.events(calendar.id);
  const changedOf = Map.groupBy(all, ({ seriesId }) => seriesId);
  return (event) => {
    if (event.status === "cancelled") return true;
    const changed = event.recurrence === undefined ? [] : (changedOf.get(event.id) ?? []);
    const expansion = expand(
      asCalendarEvent(calendar.id, event),
      changed.map((one) => asCalendarEvent(calendar.id, one)),
      window,
    );
    return expansion.kind === "unreadable" || expansion.occurrences.length > 0;
  };
}

function instantParam(query: URLSearchParams, name: string): Instant | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  const at = parseInstant(given);
  if (at === undefined) throw invalid(name);
  return at;
}

/** The event itself, or an occurrence of a series by the id that it would have. */
export function eventOf(call: Call, calendar: CloudCalendar): CloudEvent {
  const { calendars } = call.account;
  const id = call.param("eventId");
  const stored = calendars.find(calendar.id, id);
  if (stored !== undefined) return stored;
  const [, seriesId = "", year, month, day] = /^(.+)_(\d{4})(\d{2})(\d{2})(?:T\d{6}Z)?$/.exec(id) ?? [];
  const on = parseDay(`${year}-${month}-${day}`);
  if (on === undefined || calendars.find(calendar.id, seriesId)?.recurrence === undefined) throw notFound("the event");
  const window = { from: startOfDay(utc, addDays(on, -1)), to: startOfDay(utc, addDays(on, 2)) };
  const single = singles(call, calendar, window).find((one) => one.id === id);
  if (single === undefined) throw notFound("the event");
  return single;
}

export function getEvent(call: Call): Json {
  const calendar = calendarOf(call);
  return eventJson(eventOf(call, calendar), { account: call.account, zone: calendar.zone });
}

export function listInstances(call: Call): Json {
  const { account, query, now, param } = call;
  const calendar = calendarOf(call);
  const all = singles(call, calendar, windowOf(call)).filter((one) => one.seriesId === param("eventId"));
  const size = pageSize(query, "maxResults", pages);
  const start = Number(readToken(query.get("pageToken"))?.start ?? 0);
  return {
    ...listHead(calendar, now, account.calendars.log(calendar.id).newest),
    items: all.slice(start, start + size).map((event) => eventJson(event, { account, zone: calendar.zone })),
    ...(start + size < all.length && { nextPageToken: tokenOf({ start: start + size }) }),
  };
}
