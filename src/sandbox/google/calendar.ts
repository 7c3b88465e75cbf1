/** The Calendar API of the sandbox. */
import type { Hono } from "hono";
import { type Instant, parseInstant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudCalendar } from "../cloud/calendars.ts";
import { blocks } from "../cloud/meetings.ts";
import type { Limit } from "../quota.ts";
import type { CalendarPush } from "./calendar-push.ts";
import {
  type Call,
  GoogleFault,
  type GoogleWorld,
  googleApi,
  invalid,
  type Json,
  notFound,
  pageSize,
  type Route,
  readToken,
  tokenOf,
} from "./door.ts";
import { etagOf, withOffset } from "./event-json.ts";
import { accessRole, calendarOf, getEvent, listEvents, listInstances } from "./event-lists.ts";
import { deleteEvent, insertEvent, patchEvent } from "./event-writes.ts";

const all = "calendar";
const readsEvents = [
  all,
  "calendar.events",
  "calendar.events.owned",
  "calendar.events.readonly",
  "calendar.events.owned.readonly",
  "calendar.events.freebusy",
  "calendar.readonly",
];
const writesEvents = [all, "calendar.events", "calendar.events.owned"];
const readsList = [all, "calendar.calendarlist", "calendar.calendarlist.readonly", "calendar.readonly"];
const asksBusy = [all, "calendar.events.freebusy", "calendar.freebusy", "calendar.readonly"];
const readsSettings = [all, "calendar.readonly", "calendar.settings.readonly"];

/** Calls: of one user and of the project in a minute, and of the project in a day. */
export const calendarQuota = { userMinute: 600, projectMinute: 10_000, projectDay: 1_000_000 } as const;

const limitsOf = ({ address }: CloudAccount, units: number): Limit[] => [
  { key: `calendar/user/${address}`, units, windowMs: 60_000, windowUnits: calendarQuota.userMinute },
  { key: "calendar/project", units, windowMs: 60_000, windowUnits: calendarQuota.projectMinute },
  { key: "calendar/project/day", units, windowMs: 86_400_000, windowUnits: calendarQuota.projectDay },
];

export function calendarApi(world: GoogleWorld, push: CalendarPush): Hono {
  const route = (method: Route["method"], path: string, scopes: readonly string[], answer: Route["answer"]): Route => ({
    method,
    path: `/calendar/v3${path}`,
    scopes,
    units: 1,
    answer,
  });
  const events = "/calendars/:calendarId/events";
  return googleApi(
    world,
    [
      route("GET", "/users/me/calendarList", readsList, listCalendars),
      route("GET", "/users/me/calendarList/:calendarId", readsList, (call) => entryJson(calendarOf(call))),
      route("GET", "/users/me/settings/:setting", readsSettings, getSetting),
      route("GET", events, readsEvents, listEvents),
      route("POST", events, writesEvents, (call) => insertEvent(world, call)),
      route("POST", `${events}/watch`, readsEvents, (call) => push.watch(call, calendarOf(call).id)),
      route("GET", `${events}/:eventId`, readsEvents, getEvent),
      route("PATCH", `${events}/:eventId`, writesEvents, (call) => patchEvent(world, call)),
      route("DELETE", `${events}/:eventId`, writesEvents, (call) => deleteEvent(world, call)),
      route("GET", `${events}/:eventId/instances`, readsEvents, listInstances),
      route("POST", "/freeBusy", asksBusy, freeBusy),
      route("POST", "/channels/stop", [...readsEvents, ...readsList], (call) => push.stop(call)),
    ],
    limitsOf,
  );
}

/** By sync token too: only the calendars that changed. */
function listCalendars({ account: { calendars }, query }: Call): Json {
  const { listLog } = calendars;
  const token = readToken(query.get("syncToken"));
  const changed = token === undefined ? undefined : listLog.after(Number(token.after));
  if (token !== undefined && changed === undefined)
    throw new GoogleFault(410, "fullSyncRequired", "The sync token is no longer valid: a full sync is required.");
  const ids = changed === undefined ? undefined : new Set(changed.map(({ change }) => change));
  const wanted = calendars.list.filter(
    ({ id, isDeleted }) =>
      (ids === undefined || ids.has(id)) &&
      (isDeleted === undefined || ids !== undefined || query.get("showDeleted") === "true"),
  );
  const size = pageSize(query, "maxResults", { usual: 100, most: 250 });
  const page = readToken(query.get("pageToken"));
  const start = Number(page?.start ?? 0);
  const newest = Number(page?.newest ?? listLog.newest);
  return {
    kind: "calendar#calendarList",
    etag: etagOf(newest),
    ...(start + size < wanted.length
      ? { nextPageToken: tokenOf({ start: start + size, newest }) }
      : { nextSyncToken: tokenOf({ after: newest }) }),
    items: wanted.slice(start, start + size).map(entryJson),
  };
}

const entryJson = (calendar: CloudCalendar): Json => ({
  kind: "calendar#calendarListEntry",
  etag: etagOf(1),
  id: calendar.id,
  summary: calendar.name,
  timeZone: calendar.zone,
  accessRole: accessRole(calendar),
  defaultReminders: [],
  ...(calendar.isShown && { selected: true }),
  ...(calendar.isMain && { primary: true }),
  ...(calendar.isDeleted && { deleted: true }),
});

function getSetting({ account, param }: Call): Json {
  if (param("setting") !== "timezone") throw notFound("the setting");
  return { kind: "calendar#setting", etag: etagOf(1), id: "timezone", value: account.zone };
}

const calendarsMost = 50;

function freeBusy({ account, body }: Call): Json {
  const [from, to] = [body.timeMin, body.timeMax].map((value) => parseInstant(String(value)));
  if (from === undefined || to === undefined || to <= from) throw invalid("timeMin and timeMax");
  const items = Array.isArray(body.items) ? body.items.map((item) => String((item as Json).id)) : [];
  const isTooMany = items.length > calendarsMost;
  const { calendars } = account;
  const answers = items.map((id): [string, Json] => {
    if (isTooMany) return [id, { errors: [{ domain: "global", reason: "tooManyCalendarsRequested" }], busy: [] }];
    const calendar = id === "primary" ? calendars.main : calendars.calendar(id);
    if (calendar === undefined) return [id, { errors: [{ domain: "global", reason: "notFound" }], busy: [] }];
    const taken = calendars
      .occurrences(calendar.id, { from, to })
      .filter(({ event }) => blocks(account, event))
      .map(({ startsAt, endsAt }) => ({
        startsAt: startsAt < from ? from : startsAt,
        endsAt: endsAt > to ? to : endsAt,
      }));
    return [
      id,
      {
        busy: joined(taken).map(({ startsAt, endsAt }) => ({
          start: withOffset(startsAt, calendar.zone),
          end: withOffset(endsAt, calendar.zone),
        })),
      },
    ];
  });
  return { kind: "calendar#freeBusy", timeMin: from, timeMax: to, calendars: Object.fromEntries(answers) };
}

type Span = { startsAt: Instant; endsAt: Instant };

/** Spans that touch, as one. They come in order of starts. */
function joined(spans: readonly Span[]): Span[] {
  const done: Span[] = [];
  for (const span of spans) {
    const last = done.at(-1);
    if (last === undefined || span.startsAt > last.endsAt) done.push({ ...span });
    else if (span.endsAt > last.endsAt) last.endsAt = span.endsAt;
  }
  return done;
}
