/** One event of Graph in our words. Outlook tells each occurrence of a series by itself, so no rule has to be followed. */
import { z } from "zod";
import { htmlToText } from "../../domain/mail/html.ts";
import type { Address } from "../../domain/mail/message.ts";
import type {
  Attendee,
  AttendeeResponse,
  CalendarEvent,
  EventKind,
  EventTime,
  OccurrenceKey,
} from "../../domain/meeting/event.ts";
import {
  addDays,
  after,
  type Instant,
  instantOf,
  millisOf,
  type PlainDate,
  parseInstant,
  utc,
} from "../../domain/time.ts";
import { millisOfWall } from "../../domain/wall-time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import { cleanLine } from "../archive/header-text.ts";
import { personIn } from "./message.ts";

/** A field of a shape that we do not know counts as absent: one odd value must not cost the event. */
const lenient = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().catch(null);

const time = z.object({ dateTime: z.string(), timeZone: lenient(z.string()) });
const person = z.object({
  emailAddress: lenient(z.object({ address: lenient(z.string()), name: lenient(z.string()) })),
});
const response = lenient(z.object({ response: lenient(z.string()) }));

export const eventShape = z.object({
  id: z.string().min(1).max(1_100),
  /** Occurrences in a round of changes carry an id, their series and their time, and nothing else. */
  type: lenient(z.string()),
  seriesMasterId: lenient(z.string()),
  start: lenient(time),
  end: lenient(time),
  isAllDay: lenient(z.boolean()),
  iCalUId: lenient(z.string()),
  subject: lenient(z.string()),
  body: lenient(z.object({ contentType: lenient(z.string()), content: lenient(z.string()) })),
  location: lenient(z.object({ displayName: lenient(z.string()) })),
  onlineMeeting: lenient(z.object({ joinUrl: lenient(z.string()) })),
  onlineMeetingUrl: lenient(z.string()),
  isCancelled: lenient(z.boolean()),
  isOrganizer: lenient(z.boolean()),
  showAs: lenient(z.string()),
  responseStatus: response,
  organizer: lenient(person),
  attendees: lenient(
    z.array(
      person
        .extend({
          type: lenient(z.string()),
          status: response,
          proposedNewTime: lenient(z.object({ start: lenient(time), end: lenient(time) })),
        })
        .catch(nobody()),
    ),
  ),
  recurrence: lenient(z.looseObject({})),
  originalStart: lenient(z.string()),
  originalStartTimeZone: lenient(z.string()),
  lastModifiedDateTime: lenient(z.string()),
});
export type GraphEvent = z.output<typeof eventShape>;

function nobody() {
  return { emailAddress: null, type: null, status: null, proposedNewTime: null };
}

/** Everything that `eventIn` reads, for requests that may choose. */
export const eventFields = Object.keys(eventShape.shape).join(",");

export type EventContext = {
  calendar: string;
  /** The owner's own addresses: in Outlook their answer stands apart from everybody else's. */
  own: ReadonlySet<Address>;
  /** Of an occurrence, the series that it is of. */
  series?: GraphEvent;
};

/** Undefined when it has no readable time: then nobody can say when it is. */
export function eventIn(told: GraphEvent, { calendar, own, series }: EventContext): CalendarEvent | undefined {
  const placed = timeOf(told, series);
  if (placed === undefined) return undefined;
  const { time, notes } = placed;
  const full =
    series === undefined || told.subject !== undefined || told.showAs !== undefined
      ? told
      : { ...series, ...times(told) };
  const place = cleanLine(full.location?.displayName ?? "", textMax);
  const description = descriptionOf(full);
  const link = linkOf(full);
  const organiser = personIn(full.organizer);
  const changedAt = parseInstant(told.lastModifiedDateTime ?? series?.lastModifiedDateTime ?? "");
  const occurrence = series === undefined ? undefined : occurrenceOf(told, time);
  return {
    calendar,
    uid: series?.iCalUId ?? told.iCalUId ?? series?.id ?? told.id,
    ...(occurrence !== undefined && { occurrence }),
    sequence: 0,
    title: cleanLine(full.subject ?? "", textMax),
    ...(place !== "" && { place }),
    ...(description !== "" && { description }),
    ...(link !== undefined && { link }),
    time,
    status: full.isCancelled === true ? "cancelled" : full.showAs === "tentative" ? "tentative" : "confirmed",
    kind: kinds.get(full.showAs ?? "") ?? "busy",
    ...(organiser !== undefined && { organiser }),
    attendees: attendeesOf(full, own),
    ...(isSeries(told) && { recurrence: toldOneByOne(time) }),
    ...(changedAt !== undefined && { changedAt }),
    notes: [...notes],
    ...(notes.length > 0 && { zoneUnknown: true as const }),
  };
}

/** Whether it says when it is. */
export const isPlaced = ({ start }: GraphEvent): boolean => instantIn(start) !== undefined;

export const isSeries = ({ type, recurrence, seriesMasterId }: GraphEvent): boolean =>
  type === "seriesMaster" || (recurrence != null && seriesMasterId == null);

/** Its occurrences stand beside it, each by itself, so that it has none of its own: not even the first. */
const toldOneByOne = (time: EventTime) => ({
  rules: [],
  extra: [],
  excluded: [time.kind === "timed" ? time.startsAt : time.firstDay],
});

/** What a bare occurrence says for itself; the rest is as in its series. */
const times = ({ id, type, start, end, seriesMasterId, originalStart }: GraphEvent) => ({
  id,
  type,
  start,
  end,
  seriesMasterId,
  originalStart,
});

const textMax = 1_000;
const descriptionChars = 2_000;

/** What Graph says of the time; unknown values are busy. */
const kinds = new Map<string, EventKind>([
  ["free", "free"],
  ["workingElsewhere", "working_location"],
  ["oof", "out_of_office"],
]);

type Placed = { time: EventTime; notes: readonly string[] };

/** An hour is assumed of what ends before it starts: an unknown length must not look free. */
const assumedHours = 1;

function timeOf(told: GraphEvent, series: GraphEvent | undefined): Placed | undefined {
  const isAllDay = told.isAllDay ?? series?.isAllDay ?? false;
  if (isAllDay) {
    const first = dayOf(told.start?.dateTime);
    if (first === undefined) return undefined;
    const last = addDays(dayOf(told.end?.dateTime) ?? addDays(first, 1), -1);
    return { time: { kind: "all_day", firstDay: first, lastDay: last < first ? first : last }, notes: [] };
  }
  const start = instantIn(told.start);
  if (start === undefined) return undefined;
  const end = instantIn(told.end);
  const endsAt = end !== undefined && end.at >= start.at ? end.at : after(start.at, { hours: assumedHours });
  const zone = zoneNamed(told.originalStartTimeZone ?? series?.originalStartTimeZone ?? "") ?? utc;
  const unknown = [start, end].flatMap((one) => one?.unknownZone ?? []);
  return {
    time: { kind: "timed", startsAt: start.at, endsAt, zone },
    notes: unknown.slice(0, 1).map((name) => `Zone '${name}' is unknown: taken as UTC.`),
  };
}

/** "2026-11-16T09:00:00.0000000" with "UTC", or with the name that Windows or IANA has for a zone. */
function instantIn(told: GraphEvent["start"]): { at: Instant; unknownZone?: string } | undefined {
  const wall = parseInstant(`${told?.dateTime.replace(/Z$/i, "")}Z`);
  if (wall === undefined) return undefined;
  const name = told?.timeZone ?? "UTC";
  const zone = zoneNamed(name);
  if (zone === undefined) return { at: wall, unknownZone: cleanLine(name, 60) };
  return { at: instantOf(millisOfWall(zone, millisOf(wall))) };
}

/** Midnights of whole days are days, whatever zone stands beside them. */
const dayOf = (dateTime: string | undefined): PlainDate | undefined =>
  parseInstant(`${dateTime?.replace(/Z$/i, "")}Z`)?.slice(0, 10) as PlainDate | undefined;

const halfDayMs = 43_200_000;

/** The start that it would have had; of whole days the day whose midnight, somewhere, is nearest. */
function occurrenceOf({ originalStart }: GraphEvent, time: EventTime): OccurrenceKey {
  const told = parseInstant(originalStart ?? "");
  if (time.kind === "timed") return told ?? time.startsAt;
  return told === undefined ? time.firstDay : (instantOf(millisOf(told) + halfDayMs).slice(0, 10) as PlainDate);
}

function descriptionOf({ body }: GraphEvent): string {
  const content = body?.content ?? "";
  const text = body?.contentType === "html" ? htmlToText(content).text : content;
  return text.replaceAll("\0", "").slice(0, descriptionChars).toWellFormed().trim();
}

function linkOf({ onlineMeeting, onlineMeetingUrl }: GraphEvent): string | undefined {
  const link = onlineMeeting?.joinUrl ?? onlineMeetingUrl ?? "";
  return /^https:\/\/\S{1,2000}$/i.test(link) ? link : undefined;
}

const responses = new Map<string, AttendeeResponse>([
  ["organizer", "accepted"],
  ["accepted", "accepted"],
  ["declined", "declined"],
  ["tentativelyAccepted", "tentative"],
  ["notResponded", "needs_action"],
]);
const attendeesMax = 2_000;

function attendeesOf(told: GraphEvent, own: ReadonlySet<Address>): Attendee[] {
  const organiser = personIn(told.organizer)?.address;
  const answered = responses.get(told.responseStatus?.response ?? "");
  const attendees = (told.attendees ?? []).slice(0, attendeesMax).flatMap((one): Attendee[] => {
    const someone = personIn(one);
    if (someone === undefined) return [];
    // Only the organiser is told of answers: to everybody else "none" says nothing.
    const silent = told.isOrganizer === true ? "needs_action" : "unknown";
    const said = responses.get(one.status?.response ?? "") ?? silent;
    return [
      {
        ...someone,
        response: own.has(someone.address) ? (answered ?? said) : someone.address === organiser ? "accepted" : said,
        ...(someone.address === organiser && { organiser: true as const }),
        ...proposalIn(one.proposedNewTime),
        ...(one.type === "optional" && { optional: true as const }),
        ...(one.type === "resource" && { resource: true as const }),
      },
    ];
  });
  // Who was asked through a list stands in no list of attendees, but has answered all the same.
  const [self] = own;
  const isAsked = answered !== undefined && told.responseStatus?.response !== "organizer" && attendees.length > 0;
  if (isAsked && self !== undefined && !attendees.some(({ address }) => own.has(address)))
    attendees.push({ address: self, response: answered });
  return attendees;
}

type Proposed = NonNullable<GraphEvent["attendees"]>[number]["proposedNewTime"];

/** A time of which only half can be read is none. */
function proposalIn(proposed: Proposed): Pick<Attendee, "proposes"> {
  const [start, end] = [instantIn(proposed?.start), instantIn(proposed?.end)];
  if (start === undefined || end === undefined || end.at <= start.at) return {};
  return { proposes: { startsAt: start.at, endsAt: end.at } };
}
