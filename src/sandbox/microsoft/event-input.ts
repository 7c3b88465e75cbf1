/** Events as a program writes them in Graph's JSON. */
import type { Address } from "../../domain/mail/message.ts";
import type { Attendee, EventTime } from "../../domain/meeting/event.ts";
import {
  addDays,
  type Instant,
  instantOf,
  type PlainDate,
  parseDay,
  parseInstant,
  type Zone,
} from "../../domain/time.ts";
import { millisOfWall } from "../../domain/wall-time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { NewEvent, Shows } from "../cloud/calendars.ts";
import { GraphFault, invalid, type Json } from "./door.ts";
import { transactionProperty } from "./event-json.ts";
import { readProperties } from "./odata.ts";

/** The event of a body on top of an earlier one; a new one must say when it is. `link` is made for those who want one at work. */
export function readEvent(
  body: Json,
  { base, account, link }: { base: NewEvent; account: CloudAccount; link: () => string },
): NewEvent {
  if (body.recurrence !== undefined && body.recurrence !== null)
    throw invalid("recurrence: the sandbox makes no series");
  const { title, place, description, shows, isPrivate, link: oldLink, ...rest } = base;
  const time = readTime(body, base.time);
  const attendees = body.attendees === undefined ? base.attendees : readAttendees(body.attendees, base.attendees);
  const wantsLink = body.isOnlineMeeting === true && account.kind === "work";
  const keptLink = oldLink ?? (wantsLink ? link() : undefined);
  const told = {
    place: body.location === undefined ? place : textIn((body.location as Json | null)?.displayName),
    description: body.body === undefined ? description : textIn((body.body as Json | null)?.content),
  };
  const sensitivity =
    body.sensitivity === undefined
      ? isPrivate === true
      : /^(private|personal|confidential)$/i.test(String(body.sensitivity));
  return {
    ...rest,
    title: body.subject === undefined ? title : (textIn(body.subject) ?? ""),
    ...(told.place !== undefined && { place: told.place }),
    ...(told.description !== undefined && { description: told.description }),
    ...(keptLink !== undefined && { link: keptLink }),
    ...(sensitivity && { isPrivate: true as const }),
    time,
    shows: body.showAs === undefined ? shows : readShows(body.showAs),
    attendees,
    ...(attendees.length > 0 && { organiser: base.organiser ?? organiserOf(account) }),
    sequence: JSON.stringify(time) === JSON.stringify(base.time) ? base.sequence : base.sequence + 1,
    properties: {
      ...readProperties(body, base.properties),
      ...(typeof body.transactionId === "string" && { [transactionProperty]: body.transactionId }),
    },
  };
}

const organiserOf = ({ address, given, family }: CloudAccount): { address: Address; name: string } => ({
  address,
  name: `${given} ${family}`,
});

const textIn = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

function readTime(body: Json, known: EventTime): EventTime {
  if (body.start === undefined && body.end === undefined && body.isAllDay === undefined) return known;
  if (body.start === undefined || body.end === undefined) throw invalid("start without end, or end without start");
  const [start, end] = [momentIn(body.start), momentIn(body.end)];
  if (end.at <= start.at) {
    throw new GraphFault(400, "ErrorCalendarEndDateIsEarlierThanStartDate", "The end must be after the start.");
  }
  if (body.isAllDay !== true) return { kind: "timed", startsAt: start.at, endsAt: end.at, zone: start.zone };
  const [firstDay, after] = [midnightDay(start.wall), midnightDay(end.wall)];
  return { kind: "all_day", firstDay, lastDay: addDays(after, -1) };
}

function momentIn(given: unknown): { at: Instant; wall: string; zone: Zone } {
  const { dateTime, timeZone } = (given ?? {}) as Json;
  const zone = zoneNamed(typeof timeZone === "string" ? timeZone : "UTC");
  if (typeof dateTime !== "string" || zone === undefined) throw invalid("a time");
  const absolute = parseInstant(dateTime);
  if (absolute !== undefined) return { at: absolute, wall: dateTime.slice(0, 19), zone };
  const wallMs = Date.parse(`${dateTime.slice(0, 23)}Z`);
  if (Number.isNaN(wallMs)) throw invalid("a time");
  return { at: instantOf(millisOfWall(zone, wallMs)), wall: dateTime.slice(0, 19), zone };
}

function midnightDay(wall: string): PlainDate {
  const day = parseDay(wall.slice(0, 10));
  if (day === undefined || !wall.endsWith("T00:00:00")) {
    throw new GraphFault(400, "ErrorPropertyValidationFailure", "An all-day event must begin and end at midnight.");
  }
  return day;
}

/** Who stays keeps their answer. */
function readAttendees(given: unknown, known: readonly Attendee[]): Attendee[] {
  if (!Array.isArray(given)) throw invalid("attendees");
  return given.map(({ emailAddress, type }: Json) => {
    const { address, name } = (emailAddress ?? {}) as Json;
    if (typeof address !== "string" || !address.includes("@")) throw invalid("attendees");
    const kind = String(type ?? "required").toLowerCase();
    const lower = address.toLowerCase();
    return {
      address: lower,
      ...(typeof name === "string" && name !== "" && { name }),
      response: known.find((one) => one.address === lower)?.response ?? "needs_action",
      ...(kind === "optional" && { optional: true as const }),
      ...(kind === "resource" && { resource: true as const }),
    };
  });
}

const shows: Readonly<Record<string, Shows>> = {
  free: "free",
  tentative: "tentative",
  busy: "busy",
  oof: "out_of_office",
  workingelsewhere: "working_elsewhere",
  unknown: "busy",
};

function readShows(given: unknown): Shows {
  const known = shows[String(given).toLowerCase()];
  if (known === undefined) throw invalid("showAs");
  return known;
}
