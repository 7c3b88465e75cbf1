/** One item of a Google calendar as an event of ours. What cannot be known is said in its notes, and is busy. */
import { z } from "zod";
import type {
  Attendee,
  AttendeeResponse,
  CalendarEvent,
  EventKind,
  EventTime,
  OccurrenceKey,
} from "../../domain/meeting/event.ts";
import { addDays, after, type Instant, instantAt, parseDay, parseInstant, type Zone } from "../../domain/time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import { recurrenceIn } from "./recurrence-lines.ts";

const Text = z.string().optional().catch(undefined);
const Flag = z.boolean().optional().catch(undefined);
const Person = z.object({ email: Text, displayName: Text, self: Flag });
const When = z.object({ date: Text, dateTime: Text, timeZone: Text });

/** Every field may be missing or of a kind that is not known yet: only the id must be there. */
export const GoogleEvent = z.object({
  id: z.string().min(1).max(1_024),
  iCalUID: Text,
  status: Text,
  summary: Text,
  location: Text,
  description: Text,
  eventType: Text,
  transparency: Text,
  sequence: z.number().int().optional().catch(undefined),
  updated: Text,
  start: When.optional().catch(undefined),
  end: When.optional().catch(undefined),
  recurrence: z.array(z.string()).optional().catch(undefined),
  recurringEventId: Text,
  originalStartTime: When.optional().catch(undefined),
  organizer: Person.optional().catch(undefined),
  attendees: z
    .array(Person.extend({ responseStatus: Text, organizer: Flag, optional: Flag, resource: Flag }))
    .optional()
    .catch(undefined),
  attendeesOmitted: Flag,
  hangoutLink: Text,
  conferenceData: z
    .object({
      entryPoints: z
        .array(z.object({ entryPointType: Text, uri: Text }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type GoogleEvent = z.output<typeof GoogleEvent>;

/** What is asked for: the fields above and nothing else. */
export const eventFields = [
  ...["id", "iCalUID", "status", "summary", "location", "description", "eventType", "transparency", "sequence"],
  ...["updated", "start", "end", "recurrence", "recurringEventId", "originalStartTime", "organizer", "attendees"],
  ...["attendeesOmitted", "hangoutLink", "conferenceData/entryPoints", "extendedProperties/private"],
].join(",");

const titleMax = 1_000;
const descriptionMax = 2_000;
const attendeesMax = 2_000;

export type ReadEvent = { kind: "event"; event: CalendarEvent } | { kind: "unplaced"; because: string };

/** `uid` is that of its series where the item itself carries none; `zone` is the calendar's own. */
export function readEvent(
  item: GoogleEvent,
  { calendar, zone, uid }: { calendar: string; zone: Zone; uid: string },
): ReadEvent {
  const notes: string[] = [];
  const isCancelled = item.status === "cancelled";
  const occurrence = item.originalStartTime && keyOf(item.originalStartTime);
  if (item.recurringEventId !== undefined && occurrence === undefined)
    return { kind: "unplaced", because: "unknown_occurrence" };
  // Of a cancelled occurrence often only its place in the series is told.
  const start = item.start ?? item.originalStartTime;
  const time = start && timeOf(start, item.end ?? start, zone, notes);
  if (time === undefined) return { kind: "unplaced", because: "impossible_time" };
  if (item.attendeesOmitted === true) notes.push("Google does not list all of its attendees.");
  const recurrence = item.recurrence && recurrenceIn(item.recurrence, time, notes);
  const organiser = item.organizer && personIn(item.organizer);
  const link = linkOf(item);
  const changedAt = parseInstant(item.updated ?? "");
  return {
    kind: "event",
    event: {
      calendar,
      uid: item.iCalUID ?? uid,
      ...(occurrence !== undefined && { occurrence }),
      sequence: Math.max(0, item.sequence ?? 0),
      title: (item.summary ?? "").slice(0, titleMax),
      ...(item.location !== undefined && { place: item.location.slice(0, titleMax) }),
      ...(item.description !== undefined && { description: item.description.slice(0, descriptionMax).trimEnd() }),
      ...(link !== undefined && { link }),
      time,
      status: isCancelled ? "cancelled" : item.status === "tentative" ? "tentative" : "confirmed",
      kind: kindOf(item),
      ...(organiser !== undefined && { organiser }),
      attendees: attendeesOf(item),
      ...(recurrence !== undefined && { recurrence }),
      ...(changedAt !== undefined && { changedAt }),
      notes,
    },
  };
}

/** An unknown kind is busy. */
function kindOf({ eventType, transparency, attendees }: GoogleEvent): EventKind {
  if (eventType === "workingLocation") return "working_location";
  if (eventType === "birthday") return "birthday";
  if (attendees?.some(({ self, responseStatus }) => self === true && responseStatus === "declined")) return "free";
  if (transparency === "transparent") return "free";
  if (eventType === "outOfOffice") return "out_of_office";
  return eventType === "focusTime" ? "focus" : "busy";
}

function timeOf(
  start: z.output<typeof When>,
  end: z.output<typeof When>,
  calendarZone: Zone,
  notes: string[],
): EventTime | undefined {
  const firstDay = parseDay(start.date ?? "");
  if (firstDay !== undefined) {
    // The written end is the day after the last one.
    const endDay = parseDay(end.date ?? "") ?? addDays(firstDay, 1);
    return { kind: "all_day", firstDay, lastDay: endDay > firstDay ? addDays(endDay, -1) : firstDay };
  }
  const startsAt = parseInstant(start.dateTime ?? "");
  if (startsAt === undefined) return undefined;
  const zone = start.timeZone === undefined ? calendarZone : zoneNamed(start.timeZone);
  if (zone === undefined) notes.push("Its zone is unknown: that of the calendar was taken.");
  const endsAt = parseInstant(end.dateTime ?? "");
  if (endsAt !== undefined && endsAt >= startsAt)
    return { kind: "timed", startsAt, endsAt, zone: zone ?? calendarZone };
  notes.push("Its end cannot be read: an hour was taken.");
  return { kind: "timed", startsAt, endsAt: after(startsAt, { hours: 1 }), zone: zone ?? calendarZone };
}

const keyOf = ({ date, dateTime, timeZone }: z.output<typeof When>): OccurrenceKey | undefined =>
  parseDay(date ?? "") ?? parseInstant(dateTime ?? "") ?? wallTime(dateTime, timeZone);

/** A time without an offset stands in its zone. */
function wallTime(dateTime: string | undefined, timeZone: string | undefined): Instant | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(dateTime ?? "");
  const zone = zoneNamed(timeZone ?? "");
  const day = parseDay(found?.[1] ?? "");
  return day === undefined || zone === undefined
    ? undefined
    : instantAt(zone, day, Number(found?.[2]) * 60 + Number(found?.[3]));
}

function attendeesOf({ attendees = [], organizer }: GoogleEvent): Attendee[] {
  const byAddress = new Map<string, Attendee>();
  for (const one of attendees.slice(0, attendeesMax)) {
    const person = personIn(one);
    if (person === undefined || byAddress.has(person.address)) continue;
    const isOrganiser = one.organizer === true || person.address === organizer?.email?.toLowerCase();
    const isResource = one.resource === true || /@(?:resource|group)\.calendar\.google\.com$/.test(person.address);
    byAddress.set(person.address, {
      ...person,
      response: responses.get(one.responseStatus ?? "") ?? "unknown",
      ...(isOrganiser && { organiser: true }),
      ...(one.optional === true && { optional: true }),
      ...(isResource && { resource: true }),
    });
  }
  return [...byAddress.values()];
}

const responses: ReadonlyMap<string, AttendeeResponse> = new Map([
  ["accepted", "accepted"],
  ["declined", "declined"],
  ["tentative", "tentative"],
  ["needsAction", "needs_action"],
]);

function personIn({ email, displayName }: z.output<typeof Person>): { address: string; name?: string } | undefined {
  const address = email?.trim().toLowerCase() ?? "";
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return undefined;
  const name = displayName?.replace(/\s+/g, " ").trim() ?? "";
  return { address, ...(name !== "" && name.toLowerCase() !== address && { name }) };
}

/** The video link: Meet's own, else whichever the conference of another provider has. */
export function linkOf({ hangoutLink, conferenceData }: GoogleEvent): string | undefined {
  const video = conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === "video")?.uri;
  return [hangoutLink, video].find((link) => link !== undefined && /^https:\/\/\S{1,2000}$/.test(link));
}
