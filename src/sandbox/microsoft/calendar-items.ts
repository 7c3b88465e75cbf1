/** What takes place in a calendar within a window: single events, occurrences, changed ones, and the series behind them. */
import type { Window } from "../../domain/meeting/recurrence.ts";
import { dayIn, instantOf, parseInstant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudCalendar, CloudEvent } from "../cloud/calendars.ts";
import { type Call, GraphFault, invalid, notFound } from "./door.ts";
import type { Item } from "./event-json.ts";
import { readItemId } from "./ids.ts";

/** "primary" when the path names none. */
export function calendarOf({ account, param }: Call): CloudCalendar {
  const id = param("calendar");
  const calendar = id === "" ? account.calendars.main : account.calendars.calendar(id);
  if (calendar === undefined) throw notFound();
  return calendar;
}

const spanDaysMost = 1_825;

export function windowIn(query: URLSearchParams): Window {
  const from = momentIn(query, "startDateTime");
  const to = momentIn(query, "endDateTime");
  if (to <= from) throw invalid("endDateTime before startDateTime");
  if (Date.parse(to) - Date.parse(from) > spanDaysMost * 86_400_000) {
    throw new GraphFault(400, "ErrorCalendarViewRangeTooBig", "The requested time duration is too long.");
  }
  return { from, to };
}

/** Without an offset it is UTC. */
function momentIn(query: URLSearchParams, name: string) {
  const given = query.get(name) ?? "";
  const at = parseInstant(given);
  if (at !== undefined) return at;
  const ms = Date.parse(`${given}Z`);
  if (Number.isNaN(ms)) throw invalid(name);
  return instantOf(ms);
}

/** In order of starts, without the series themselves. */
export function itemsIn(account: CloudAccount, calendar: CloudCalendar, window: Window): Item[] {
  return account.calendars.occurrences(calendar.id, window).map(({ event, startsAt }): Item => {
    const seen = calendar.role === "free_busy_reader" ? hidden(event) : event;
    if (event.recurrence === undefined)
      return { kind: event.seriesId === undefined ? "single" : "exception", event: seen };
    return {
      kind: "occurrence",
      event: seen,
      key: event.time.kind === "timed" ? startsAt : dayIn(calendar.zone, startsAt),
    };
  });
}

/** The same, with each series once before its first occurrence. */
export function itemsWithSeries(account: CloudAccount, calendar: CloudCalendar, window: Window): Item[] {
  const told = new Set<string>();
  return itemsIn(account, calendar, window).flatMap((item): Item[] => {
    const seriesId = item.kind === "occurrence" ? item.event.id : item.event.seriesId;
    const series =
      seriesId === undefined || told.has(seriesId) ? undefined : account.calendars.find(calendar.id, seriesId);
    if (series === undefined) return [item];
    told.add(series.id);
    return [{ kind: "master", event: series }, item];
  });
}

/** Of a calendar in which the account sees only when somebody is busy. */
function hidden({ description: _, place: __, link: ___, organiser: ____, ...event }: CloudEvent): CloudEvent {
  return { ...event, title: "Busy", attendees: [] };
}

/** The item of an id, in whichever calendar of the account it is. Throws when it is not there, or was cancelled. */
export function itemOf({ account, param }: Call): { calendar: CloudCalendar; item: Item } {
  const [id = "", key] = (readItemId("e", param("id")) ?? "").split(" ");
  for (const calendar of account.calendars.list) {
    const event = account.calendars.find(calendar.id, id);
    if (event === undefined || event.status === "cancelled" || calendar.isDeleted) continue;
    if (key === undefined)
      return { calendar, item: { kind: event.recurrence === undefined ? "single" : "master", event } };
    const item = occurrenceOf(account, calendar, event, key);
    if (item !== undefined) return { calendar, item };
  }
  throw notFound();
}

function occurrenceOf(
  account: CloudAccount,
  calendar: CloudCalendar,
  series: CloudEvent,
  key: string,
): Item | undefined {
  const changed = account.calendars
    .events(calendar.id)
    .find(({ seriesId, occurrence }) => seriesId === series.id && occurrence === key);
  if (changed !== undefined) return changed.status === "cancelled" ? undefined : { kind: "exception", event: changed };
  const at = Date.parse(key);
  // Whole days begin up to half a day away from midnight in UTC.
  const window = { from: instantOf(at - 86_400_000), to: instantOf(at + 2 * 86_400_000) };
  return itemsIn(account, calendar, window).find(
    (item) => item.kind === "occurrence" && item.event.id === series.id && item.key === key,
  );
}
