/** One VEVENT to one CalendarEvent: everything that can be repaired is, and each repair is said. */
import { createHash } from "node:crypto";
import type { Attendee, CalendarEvent, EventTime, OccurrenceKey, Recurrence } from "../../domain/meeting/event.ts";
import { type Instant, instantOf, startOfDay, utc, type Zone } from "../../domain/time.ts";
import { millisOfWall, wallAt } from "../../domain/wall-time.ts";
import {
  type ContentLine,
  contentLines,
  listValue,
  type Params,
  paramsOf,
  textValue,
  type UnreadableLine,
} from "./content-lines.ts";
import type { Component } from "./ics-components.ts";
import { kindOf, statusOf } from "./ics-kind.ts";
import { attendeeIn, type Person, personIn } from "./ics-people.ts";
import { dayMs, dayOfWall, readDuration, readTime, type WrittenTime } from "./ics-time.ts";
import { modernRule } from "./ics-vcalendar1.ts";
import type { FileZones, ZoneReading } from "./ics-zone.ts";

/** What the calendar around an event contributes. */
export type EventContext = {
  calendar: string;
  /** METHOD of the calendar, upper-cased. */
  method?: string;
  zones: FileZones;
};

export type ReadEvent =
  | { kind: "event"; event: CalendarEvent; repairs: Repair[]; unreadable: UnreadableLine[]; extras: CalendarEvent[] }
  | { kind: "unplaced"; repair: Repair };

/** Something that was wrong and what became of it; tags as in `Skipped.because`. */
export type Repair = { because: string; message: string };

/** The properties of one VEVENT as written; repeatable ones in order. */
type Written = {
  one: Map<string, ContentLine>;
  attendees: ContentLine[];
  rules: string[];
  extra: ContentLine[];
  excluded: ContentLine[];
  categories: string[];
  hasExrule: boolean;
  unreadable: UnreadableLine[];
  attendeesDropped: number;
};

const attendeesMax = 2_000;
const descriptionChars = 2_000;
const titleChars = 1_000;
/** RFC 5545 gives no length to an end before its start; an hour is assumed because an unknown length must not look free. */
const assumedMs = 3_600_000;
const earliestMs = Date.parse("0001-01-02T00:00:00Z");
const latestMs = Date.parse("9999-12-30T00:00:00Z");

export function readEvent(text: string, component: Component, context: EventContext): ReadEvent {
  const written = collect(text, component);
  const repairs: Repair[] = [];
  const placed = timeOf(written, context, repairs);
  const title = limited(textOf(written.one, "SUMMARY"), titleChars) ?? "";
  if (placed === undefined) {
    const start = written.one.get("DTSTART")?.value ?? "";
    return {
      kind: "unplaced",
      repair: {
        because: "impossible_time",
        message: `The event '${title.slice(0, 80)}' has no readable start ('${start.slice(0, 40)}') and was left out.`,
      },
    };
  }
  if (!component.complete) {
    repairs.push({
      because: "truncated_event",
      message: `The event '${title.slice(0, 80)}' breaks off; it is kept as far as it was read.`,
    });
  }
  const { time, zoneUnknown } = placed;
  const upper = (name: string) => written.one.get(name)?.value.trim().toUpperCase();
  const busyStatus = upper("X-MICROSOFT-CDO-BUSYSTATUS") ?? upper("X-MICROSOFT-CDO-INTENDEDSTATUS");
  const recurrence = recurrenceOf(written, time, context, repairs);
  const occurrence = occurrenceOf(written.one.get("RECURRENCE-ID"), time, context, repairs);
  const place = textOf(written.one, "LOCATION");
  const description = limited(textOf(written.one, "DESCRIPTION"), descriptionChars);
  const link = linkOf(written.one);
  const organiser = organiserOf(written.one);
  const changedAt = changedAtOf(written.one, context);
  const attendees = attendeesOf(written, organiser, repairs);
  const transparency = upper("TRANSP");
  if (written.attendeesDropped > 0) {
    repairs.push({
      because: "too_many_attendees",
      message: `${written.attendeesDropped} attendees beyond ${attendeesMax} were left out.`,
    });
  }
  for (const line of written.one.values()) {
    if (line.cut)
      repairs.push({ because: "line_too_long", message: `${line.name} is far too long; its beginning was kept.` });
  }
  const base = {
    calendar: context.calendar,
    sequence: Math.max(0, Math.trunc(Number(written.one.get("SEQUENCE")?.value)) || 0),
    title,
    ...(place !== undefined && { place: limited(place, titleChars) as string }),
    ...(description !== undefined && { description }),
    ...(link !== undefined && { link }),
    time,
    status: statusOf(written.one.get("STATUS")?.value.trim(), context.method, busyStatus),
    kind: kindOf({
      title,
      calendarName: context.calendar,
      categories: written.categories,
      allDay: time.kind === "all_day",
      yearly: written.rules.some((rule) => /FREQ=YEARLY/i.test(rule)),
      ...(transparency !== undefined && { transparency }),
      ...(busyStatus !== undefined && { busyStatus }),
    }),
    ...(organiser !== undefined && { organiser }),
    attendees,
    ...(occurrence !== undefined && { occurrence }),
    ...(recurrence !== undefined && { recurrence }),
    ...(changedAt !== undefined && { changedAt }),
    ...(zoneUnknown && { zoneUnknown: true as const }),
  };
  const uid = written.one.get("UID")?.value.trim() || digestOf(base);
  if (!written.one.get("UID")?.value.trim()) {
    repairs.push({
      because: "missing_uid",
      message: `The event '${title.slice(0, 80)}' has no UID; one was made from its content.`,
    });
  }
  const notes = [...repairs.map((repair) => repair.message), ...notesOf(written, context)];
  const event: CalendarEvent = { ...base, uid, notes };
  return { kind: "event", event, repairs, unreadable: written.unreadable, extras: periodsOf(written, event, context) };
}

const textOf = (one: Map<string, ContentLine>, name: string): string | undefined => {
  const line = one.get(name);
  const text = line === undefined ? "" : textValue(line);
  return text === "" ? undefined : text;
};

const limited = (text: string | undefined, chars: number) =>
  text === undefined || text.length <= chars ? text : text.slice(0, chars).trimEnd();

const kept = new Set([
  ...[
    "UID",
    "SEQUENCE",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RECURRENCE-ID",
    "STATUS",
    "TRANSP",
  ],
  ...["CLASS", "URL", "CONFERENCE", "ORGANIZER", "LAST-MODIFIED", "DTSTAMP", "X-GOOGLE-CONFERENCE"],
  ...["X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-CDO-BUSYSTATUS"],
  ...["X-MICROSOFT-CDO-INTENDEDSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT"],
]);

function collect(text: string, component: Component): Written {
  const written: Written = {
    one: new Map(),
    attendees: [],
    rules: [],
    extra: [],
    excluded: [],
    categories: [],
    hasExrule: false,
    unreadable: [],
    attendeesDropped: 0,
  };
  /** Alarms and other components inside the event say nothing about its time. */
  let inside: string | undefined;
  for (const line of contentLines(text, component.from, component.to, component.line)) {
    if ("unreadable" in line) {
      if (inside === undefined) written.unreadable.push(line);
      continue;
    }
    const { name, value } = line;
    if (inside !== undefined) {
      if (name === "END" && value.trim().toUpperCase() === inside) inside = undefined;
    } else if (name === "BEGIN") inside = value.trim().toUpperCase();
    else if (kept.has(name)) {
      if (!written.one.has(name)) written.one.set(name, line);
    } else if (name === "ATTENDEE") {
      if (written.attendees.length < attendeesMax) written.attendees.push(line);
      else written.attendeesDropped += 1;
    } else if (name === "RRULE") written.rules.push(value.trim());
    else if (name === "RDATE") written.extra.push(line);
    else if (name === "EXDATE") written.excluded.push(line);
    else if (name === "CATEGORIES") written.categories.push(...listValue(line));
    else if (name === "EXRULE") written.hasExrule = true;
  }
  return written;
}

type Placed = { time: EventTime; zoneUnknown: boolean };

function timeOf({ one, rules, extra }: Written, context: EventContext, repairs: Repair[]): Placed | undefined {
  const startLine = one.get("DTSTART");
  const start = startLine && readTime(startLine.value);
  if (start === undefined || startLine === undefined) return undefined;
  const end = one.get("DTEND");
  const written = end && readTime(end.value);
  if (end !== undefined && written === undefined) {
    repairs.push({
      because: "impossible_time",
      message: `The end '${end.value.slice(0, 40)}' cannot be read; the start was kept.`,
    });
  }
  const duration = readDuration(one.get("DURATION")?.value ?? "");
  if (start.kind === "day") return allDay(start.wallMs, written, duration, repairs);

  const reading = zoneOf(start, startLine, context);
  const startMs = start.kind === "utc" ? start.ms : millisOfWall(reading.zone, start.wallMs);
  if (!(startMs >= earliestMs && startMs <= latestMs)) return undefined;
  if (reading.note !== undefined) repairs.push({ because: "unknown_zone", message: reading.note });
  let endMs = startMs;
  if (written !== undefined && end !== undefined) {
    const endReading = written.kind === "wall" && !hasZone(end) ? reading : zoneOf(written, end, context);
    endMs = written.kind === "utc" ? written.ms : millisOfWall(endReading.zone, written.wallMs);
  } else if (duration !== undefined) {
    const wall = wallAt(reading.zone, startMs) + duration.days * dayMs;
    endMs = (duration.days === 0 ? startMs : millisOfWall(reading.zone, wall)) + duration.ms;
  }
  if (endMs < startMs) {
    repairs.push({
      because: "end_before_start",
      message: "The event ends before it starts; an hour is assumed from its start.",
    });
    endMs = startMs + assumedMs;
  }
  if (endMs > latestMs) {
    repairs.push({ because: "impossible_time", message: "The event ends beyond the year 9999; it is cut there." });
    endMs = latestMs;
  }
  const isWholeDays = one.get("X-MICROSOFT-CDO-ALLDAYEVENT")?.value.trim().toUpperCase() === "TRUE";
  if (isWholeDays) {
    const [startWall, endWall] = [wallAt(reading.zone, startMs), wallAt(reading.zone, endMs)];
    if (startWall % dayMs === 0 && endWall % dayMs === 0 && endWall > startWall) {
      return {
        time: { kind: "all_day", firstDay: dayOfWall(startWall), lastDay: dayOfWall(endWall - dayMs) },
        zoneUnknown: false,
      };
    }
  }
  const time: EventTime = { kind: "timed", startsAt: instantOf(startMs), endsAt: instantOf(endMs), zone: reading.zone };
  // A series needs its zone at every other occurrence too.
  const repeats = rules.length + extra.length > 0;
  if (repeats && reading.onlyThen) {
    repairs.push({
      because: "unknown_zone",
      message: "The series may be off after a clock change: its whole days are taken as busy.",
    });
  }
  return { time, zoneUnknown: reading.unknown === true || (repeats && reading.onlyThen === true) };
}

function allDay(
  startWall: number,
  end: WrittenTime | undefined,
  duration: { days: number; ms: number } | undefined,
  repairs: Repair[],
): Placed | undefined {
  if (startWall < earliestMs || startWall > latestMs) return undefined;
  // The written end is the day after the last one; an end with a time of day still touches that day.
  let endWall = startWall + dayMs;
  if (end !== undefined) {
    const wall = end.kind === "utc" ? end.ms : end.wallMs;
    endWall = Math.ceil(wall / dayMs) * dayMs;
  } else if (duration !== undefined) {
    endWall = startWall + duration.days * dayMs + Math.ceil(duration.ms / dayMs) * dayMs;
  }
  if (endWall < startWall) {
    repairs.push({ because: "end_before_start", message: "The event ends before it starts; its first day was kept." });
  }
  const lastWall = Math.min(Math.max(endWall - dayMs, startWall), latestMs);
  return {
    time: { kind: "all_day", firstDay: dayOfWall(startWall), lastDay: dayOfWall(lastWall) },
    zoneUnknown: false,
  };
}

const hasZone = (line: ContentLine) => paramsOf(line).has("TZID");

function zoneOf(time: WrittenTime, line: ContentLine, context: EventContext): ZoneReading {
  return time.kind === "utc" ? { zone: utc } : context.zones.reading(paramsOf(line).get("TZID"), time.wallMs);
}

function recurrenceOf(
  written: Written,
  time: EventTime,
  context: EventContext,
  repairs: Repair[],
): Recurrence | undefined {
  if (written.rules.length === 0 && written.extra.length === 0) return undefined;
  return {
    rules: written.rules.map((rule) => modernRule(rule.replace(/^RRULE:/i, ""))).filter((rule) => rule !== ""),
    extra: keysOf(written.extra, time, context, repairs),
    excluded: keysOf(written.excluded, time, context, repairs),
  };
}

function keysOf(
  lines: readonly ContentLine[],
  time: EventTime,
  context: EventContext,
  repairs: Repair[],
): OccurrenceKey[] {
  const keys = new Set<OccurrenceKey>();
  for (const line of lines) {
    const params = paramsOf(line);
    for (const value of line.value.split(/[,;]/)) {
      const text = value.split("/")[0]?.trim() ?? "";
      if (text === "") continue;
      const key = keyOf(text, params, time, context);
      if (key === undefined)
        repairs.push({ because: "impossible_time", message: `${line.name} '${text.slice(0, 40)}' cannot be read.` });
      else keys.add(key);
    }
  }
  return [...keys];
}

/** A key is a day for all-day series; for timed ones it is an instant, or the day where only a date was written. */
function keyOf(text: string, params: Params, time: EventTime, context: EventContext): OccurrenceKey | undefined {
  const at = readTime(text);
  if (at === undefined) return undefined;
  if (at.kind === "day") return dayOfWall(at.wallMs);
  if (time.kind === "all_day") return dayOfWall(at.kind === "utc" ? at.ms + dayMs / 2 : at.wallMs);
  if (at.kind === "utc") return inRange(at.ms);
  const tzid = params.get("TZID");
  return inRange(millisOfWall(tzid === undefined ? time.zone : context.zones.reading(tzid, at.wallMs).zone, at.wallMs));
}

const inRange = (ms: number): Instant | undefined => (ms >= earliestMs && ms <= latestMs ? instantOf(ms) : undefined);

function occurrenceOf(
  line: ContentLine | undefined,
  time: EventTime,
  context: EventContext,
  repairs: Repair[],
): OccurrenceKey | undefined {
  if (line === undefined) return undefined;
  // The override may be all-day while its series is timed, so its own kind must not decide what the key is.
  const at = readTime(line.value);
  const zone: Zone = time.kind === "timed" ? time.zone : context.zones.reading(undefined, 0).zone;
  const key =
    at?.kind === "day" ? dayOfWall(at.wallMs) : keyOf(line.value, paramsOf(line), asTimed(time, zone), context);
  if (key === undefined)
    repairs.push({ because: "impossible_time", message: `RECURRENCE-ID '${line.value.slice(0, 40)}' cannot be read.` });
  return key;
}

const asTimed = (time: EventTime, zone: Zone): EventTime =>
  time.kind === "timed"
    ? time
    : { kind: "timed", startsAt: startOfDay(zone, time.firstDay), endsAt: startOfDay(zone, time.firstDay), zone };

/** RDATE periods have a length of their own: each becomes a changed occurrence. */
function periodsOf(written: Written, event: CalendarEvent, context: EventContext): CalendarEvent[] {
  if (event.time.kind !== "timed" || event.occurrence !== undefined) return [];
  const { zone } = event.time;
  const periods: CalendarEvent[] = [];
  for (const line of written.extra) {
    const tzid = paramsOf(line).get("TZID");
    const lineZone =
      tzid === undefined ? zone : context.zones.reading(tzid, wallAt(zone, Date.parse(event.time.startsAt))).zone;
    for (const value of line.value.split(",")) {
      const period = readPeriod(value, lineZone);
      if (period === undefined) continue;
      const { recurrence: _, ...single } = event;
      periods.push({ ...single, occurrence: period.startsAt, time: { kind: "timed", ...period, zone } });
    }
  }
  return periods;
}

/** "20261122T090000Z/20261122T100000Z" or "…/PT1H"; undefined for anything else, and for periods without length. */
export function readPeriod(text: string, zone: Zone): { startsAt: Instant; endsAt: Instant } | undefined {
  const [first, second] = text.trim().split("/");
  const start = readTime(first ?? "");
  if (start === undefined || start.kind === "day" || second === undefined) return undefined;
  const startMs = start.kind === "utc" ? start.ms : millisOfWall(zone, start.wallMs);
  const duration = readDuration(second);
  const end = readTime(second);
  const endMs =
    duration !== undefined
      ? startMs + duration.days * dayMs + duration.ms
      : end?.kind === "utc"
        ? end.ms
        : end?.kind === "wall"
          ? millisOfWall(zone, end.wallMs)
          : Number.NaN;
  const [startsAt, endsAt] = [inRange(startMs), inRange(endMs)];
  return startsAt !== undefined && endsAt !== undefined && endMs > startMs ? { startsAt, endsAt } : undefined;
}

function attendeesOf(written: Written, organiser: Person | undefined, repairs: Repair[]): Attendee[] {
  const byAddress = new Map<string, Attendee>();
  let nameless = 0;
  for (const line of written.attendees) {
    const attendee = attendeeIn(line);
    if (attendee === undefined) nameless += 1;
    else if (!byAddress.has(attendee.address)) {
      byAddress.set(
        attendee.address,
        attendee.address === organiser?.address ? { ...attendee, organiser: true } : attendee,
      );
    }
  }
  if (nameless > 0)
    repairs.push({
      because: "attendee_without_address",
      message: `${nameless} attendees have no mail address and were left out.`,
    });
  return [...byAddress.values()];
}

function organiserOf(one: Map<string, ContentLine>): Person | undefined {
  const line = one.get("ORGANIZER");
  return line && personIn(line);
}

const linkProperties = [
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
  "CONFERENCE",
  "URL",
];

function linkOf(one: Map<string, ContentLine>): string | undefined {
  for (const name of linkProperties) {
    const link = textOf(one, name);
    if (link !== undefined && /^https?:\/\/[^\s]+$/i.test(link) && link.length <= 2_000) return link;
  }
  return undefined;
}

function changedAtOf(one: Map<string, ContentLine>, context: EventContext): Instant | undefined {
  for (const name of ["LAST-MODIFIED", "DTSTAMP"]) {
    const line = one.get(name);
    const at = line && readTime(line.value);
    if (line === undefined || at === undefined || at.kind === "day") continue;
    return inRange(at.kind === "utc" ? at.ms : millisOfWall(zoneOf(at, line, context).zone, at.wallMs));
  }
  return undefined;
}

function notesOf(written: Written, context: EventContext): string[] {
  const notes: string[] = [];
  if (context.method !== undefined && notedMethods.has(context.method)) notes.push(`Sent as ${context.method}.`);
  const range = written.one.get("RECURRENCE-ID");
  if (range !== undefined && /RANGE=THISANDFUTURE/i.test(range.paramText)) {
    notes.push("The change also holds for later occurrences (THISANDFUTURE): those are shown at their old times.");
  }
  if (written.hasExrule) notes.push("An EXRULE is not applied: the times it takes away stay busy.");
  const privacy = written.one.get("CLASS")?.value.trim().toUpperCase();
  if (privacy === "PRIVATE" || privacy === "CONFIDENTIAL") notes.push(`Marked ${privacy.toLowerCase()}.`);
  return notes;
}

const notedMethods = new Set(["REQUEST", "REPLY", "COUNTER", "DECLINECOUNTER", "ADD", "REFRESH"]);

/** A UID for an event that has none: the same content has the same one. */
function digestOf(content: object): string {
  const { changedAt: _, ...stable } = content as { changedAt?: Instant };
  return `digest:${createHash("sha256").update(JSON.stringify(stable)).digest("hex").slice(0, 32)}`;
}
