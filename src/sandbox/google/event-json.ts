/** Events as Google Calendar shows them, and as programs hand them in. */
import type { Attendee, EventTime, OccurrenceKey, Recurrence } from "../../domain/meeting/event.ts";
import {
  addDays,
  after,
  dayIn,
  type Instant,
  instantAt,
  minuteOfDayIn,
  offsetMinutesIn,
  type PlainDate,
  parseDay,
  parseInstant,
  parseZone,
  utc,
  type Zone,
} from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudEvent, NewEvent, Shows } from "../cloud/calendars.ts";
import { isOwn } from "../cloud/meetings.ts";
import { invalid, type Json } from "./door.ts";

const responses = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentative",
  needs_action: "needsAction",
  unknown: "needsAction",
} as const;

export type Shown = { account: CloudAccount; zone: Zone /** Of a free/busy reader. */; hidesWhat?: boolean };

export function eventJson(event: CloudEvent, { account, zone, hidesWhat = false }: Shown): Json {
  const times = timesJson(event.time, zone);
  const head = { ...stub(event), ...times };
  if (hidesWhat) return { ...head, visibility: "private" };
  const { organiser, attendees, title, description, place, link, recurrence, isPrivate, properties } = event;
  const self = (address: string) => (isOwn(account, address) ? { self: true } : {});
  const who = ({ address, name }: { address: string; name?: string }): Json => ({
    email: address,
    ...(name !== undefined && { displayName: name }),
    ...self(address),
  });
  const main = organiser ?? { address: account.address };
  return {
    ...head,
    htmlLink: `https://www.google.com/calendar/event?eid=${event.id}`,
    created: event.createdAt,
    updated: event.changedAt,
    summary: title,
    ...(description !== undefined && { description }),
    ...(place !== undefined && { location: place }),
    creator: who(main),
    organizer: who(main),
    ...(recurrence !== undefined && { recurrence: recurrenceLines(recurrence, event.time) }),
    ...occurrenceJson(event, zone),
    ...(event.shows === "free" || event.shows === "working_location" ? { transparency: "transparent" } : {}),
    ...(isPrivate && { visibility: "private" }),
    iCalUID: event.uid,
    sequence: event.sequence,
    ...(attendees.length > 0 && {
      attendees: attendees.map((one) => ({
        ...who(one),
        ...(one.organiser && { organizer: true }),
        ...(one.optional && { optional: true }),
        ...(one.resource && { resource: true }),
        responseStatus: responses[one.response],
      })),
    }),
    ...(Object.keys(properties).length > 0 && { extendedProperties: { private: properties } }),
    ...conferenceJson(link),
    eventType: eventTypeOf(event.shows),
    reminders: { useDefault: true },
  };
}

/** What is told of a cancelled event: that it is, and of an occurrence which. */
export const cancelledJson = (event: CloudEvent, zone: Zone): Json => ({
  ...stub(event),
  ...occurrenceJson(event, zone),
});

const stub = ({ id, status, change }: CloudEvent): Json => ({
  kind: "calendar#event",
  etag: etagOf(change),
  id,
  status,
});

export const etagOf = (change: number): string => `"${change}000"`;

const occurrenceJson = ({ seriesId, occurrence }: CloudEvent, zone: Zone): Json =>
  seriesId === undefined || occurrence === undefined
    ? {}
    : { recurringEventId: seriesId, originalStartTime: momentJson(occurrence, zone) };

const timesJson = (time: EventTime, zone: Zone): Json =>
  time.kind === "all_day"
    ? { start: { date: time.firstDay }, end: { date: addDays(time.lastDay, 1) } }
    : {
        start: { dateTime: withOffset(time.startsAt, zone), timeZone: time.zone },
        end: { dateTime: withOffset(time.endsAt, zone), timeZone: time.zone },
      };

const momentJson = (key: OccurrenceKey, zone: Zone): Json =>
  isDay(key) ? { date: key } : { dateTime: withOffset(key, zone), timeZone: zone };

const isDay = (key: OccurrenceKey): key is PlainDate => key.length === 10;

/** RFC 3339 with the offset that the zone keeps then, e.g. `2026-11-20T09:15:00+01:00`. */
export function withOffset(at: Instant, zone: Zone): string {
  const offset = offsetMinutesIn(zone, at);
  if (offset === 0) return `${at.slice(0, 19)}Z`;
  const size = Math.abs(offset);
  const local = after(at, { minutes: offset }).slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const two = (number: number) => String(number).padStart(2, "0");

/** RFC 5545 lines: rules, then the days that are left out and added. */
function recurrenceLines({ rules, excluded, extra }: Recurrence, time: EventTime): string[] {
  const list = (name: string, keys: readonly OccurrenceKey[]) => {
    if (keys.length === 0) return [];
    if (time.kind === "all_day")
      return [`${name};VALUE=DATE:${keys.map((key) => key.slice(0, 10).replaceAll("-", "")).join()}`];
    return [`${name};TZID=${time.zone}:${keys.map((key) => wallText(key, time.zone)).join()}`];
  };
  return [...rules.map((rule) => `RRULE:${rule}`), ...list("EXDATE", excluded), ...list("RDATE", extra)];
}

function wallText(key: OccurrenceKey, zone: Zone): string {
  if (isDay(key)) return `${key.replaceAll("-", "")}T000000`;
  const minute = minuteOfDayIn(zone, key);
  return `${dayIn(zone, key).replaceAll("-", "")}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
}

function conferenceJson(link: string | undefined): Json {
  const code = link === undefined ? undefined : /^https:\/\/meet\.google\.com\/([a-z-]+)$/.exec(link)?.[1];
  if (link === undefined || code === undefined) return {};
  return {
    hangoutLink: link,
    conferenceData: {
      conferenceId: code,
      conferenceSolution: { key: { type: "hangoutsMeet" }, name: "Google Meet" },
      entryPoints: [{ entryPointType: "video", uri: link, label: link.slice("https://".length) }],
    },
  };
}

const eventTypes: Partial<Record<Shows, string>> = {
  out_of_office: "outOfOffice",
  focus: "focusTime",
  working_location: "workingLocation",
  birthday: "birthday",
};
export const eventTypeOf = (shows: Shows): string => eventTypes[shows] ?? "default";

/** The event that a body describes, on top of an earlier one when it is a change; `undefined` fields of `base` must be given. */
export function readEvent(
  body: Json,
  { base, account, zone }: { base: NewEvent | undefined; account: CloudAccount; zone: Zone },
): Omit<NewEvent, "id" | "uid"> {
  const start = body.start ?? (base === undefined ? undefined : timesJson(base.time, zone).start);
  const end = body.end ?? (base === undefined ? undefined : timesJson(base.time, zone).end);
  const time = readTime(start as Json | undefined, end as Json | undefined, zone);
  const text = (name: string, known: string | undefined) => {
    const given = body[name];
    return given === undefined ? known : typeof given === "string" ? given : undefined;
  };
  const place = text("location", base?.place);
  const description = text("description", base?.description);
  const recurrence = Array.isArray(body.recurrence) ? readRecurrence(body.recurrence, time, zone) : base?.recurrence;
  const attendees = Array.isArray(body.attendees)
    ? body.attendees.map((one) => readAttendee(one as Json, base))
    : (base?.attendees ?? []);
  const given = ((body.extendedProperties as Json | undefined)?.private ?? {}) as Record<string, string>;
  return {
    ...(base?.seriesId !== undefined && { seriesId: base.seriesId }),
    ...(base?.occurrence !== undefined && { occurrence: base.occurrence }),
    ...(base?.link !== undefined && { link: base.link }),
    sequence: base === undefined ? 0 : base.sequence + (body.start === undefined && body.end === undefined ? 0 : 1),
    title: text("summary", base?.title) ?? "",
    ...(place !== undefined && { place }),
    ...(description !== undefined && { description }),
    time,
    status: body.status === "tentative" ? "tentative" : body.status === "cancelled" ? "cancelled" : "confirmed",
    shows:
      body.transparency === "transparent" ? "free" : body.transparency === "opaque" ? "busy" : (base?.shows ?? "busy"),
    ...((body.visibility === "private" || (body.visibility === undefined && base?.isPrivate)) && {
      isPrivate: true as const,
    }),
    organiser: base?.organiser ?? { address: account.address, name: `${account.given} ${account.family}` },
    attendees,
    ...(recurrence !== undefined && { recurrence }),
    properties: { ...base?.properties, ...given },
  };
}

function readAttendee(one: Json, base: NewEvent | undefined): Attendee {
  const address = typeof one.email === "string" ? one.email.toLowerCase() : "";
  if (!address.includes("@")) throw invalid("attendees.email");
  const known = base?.attendees.find((guest) => guest.address === address);
  const name = typeof one.displayName === "string" ? one.displayName : known?.name;
  const response = (Object.keys(responses) as (keyof typeof responses)[]).find(
    (key) => key !== "unknown" && responses[key] === one.responseStatus,
  );
  return {
    address,
    ...(name !== undefined && { name }),
    response: response ?? known?.response ?? "needs_action",
    ...(one.optional === true && { optional: true }),
    ...(one.resource === true && { resource: true }),
  };
}

/** All-day ends are exclusive on the wire. */
function readTime(start: Json | undefined, end: Json | undefined, zone: Zone): EventTime {
  if (start === undefined || end === undefined) throw invalid("start and end");
  if (typeof start.date === "string" && typeof end.date === "string") {
    const [firstDay, endDay] = [parseDay(start.date), parseDay(end.date)];
    if (firstDay === undefined || endDay === undefined || endDay <= firstDay) throw invalid("the days of the event");
    return { kind: "all_day", firstDay, lastDay: addDays(endDay, -1) };
  }
  const startsAt = readMoment(start, zone);
  const endsAt = readMoment(end, zone);
  if (startsAt === undefined || endsAt === undefined || endsAt < startsAt) throw invalid("the times of the event");
  return { kind: "timed", startsAt, endsAt, zone: parseZone(String(start.timeZone ?? "")) ?? zone };
}

/** Without an offset it is the wall clock of its zone. */
function readMoment({ dateTime, timeZone }: Json, zone: Zone): Instant | undefined {
  if (typeof dateTime !== "string") return undefined;
  const at = parseInstant(dateTime);
  if (at !== undefined) return at;
  const [, day = "", hours = "", minutes = ""] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(dateTime) ?? [];
  const on = parseDay(day);
  const within = parseZone(String(timeZone ?? "")) ?? zone;
  return on === undefined ? undefined : instantAt(within, on, Number(hours) * 60 + Number(minutes));
}

function readRecurrence(lines: readonly unknown[], time: EventTime, zone: Zone): Recurrence {
  const rules: string[] = [];
  const excluded: OccurrenceKey[] = [];
  const extra: OccurrenceKey[] = [];
  for (const line of lines) {
    const [, name, parameters = "", value = ""] = /^(RRULE|EXDATE|RDATE)((?:;[^:]*)?):(.*)$/.exec(String(line)) ?? [];
    if (name === undefined) throw invalid("recurrence");
    if (name === "RRULE") rules.push(value);
    else {
      const within =
        parseZone(/TZID=([^;:]+)/.exec(parameters)?.[1] ?? "") ?? (time.kind === "timed" ? time.zone : zone);
      (name === "EXDATE" ? excluded : extra).push(...value.split(",").map((one) => readKey(one, within, time)));
    }
  }
  return { rules, excluded, extra };
}

function readKey(text: string, zone: Zone, time: EventTime): OccurrenceKey {
  const [, year, month, day, hours = "0", minutes = "0", z] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(text) ?? [];
  const on = parseDay(`${year}-${month}-${day}`);
  if (on === undefined) throw invalid("recurrence");
  return time.kind === "all_day" ? on : instantAt(z === "Z" ? utc : zone, on, Number(hours) * 60 + Number(minutes));
}
