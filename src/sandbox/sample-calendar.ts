/** Meetings as iCalendar files: local times with their zone, folded lines, CRLF, one file per calendar. */
import { addDays, after, type Instant, type PlainDate, type Zone } from "../domain/time.ts";
import { owner, paris } from "./people.ts";
import { type Guest, type Meeting, startOf } from "./world.ts";

/** One calendar as an .ics file. Meetings of other calendars are left out. */
export function writeCalendar(meetings: readonly Meeting[], calendar: Meeting["calendar"]): string {
  const name = calendar === "work" ? owner.address : "Famille";
  const mine = meetings.filter((meeting) => meeting.calendar === calendar);
  const zones = [...new Set(mine.flatMap(({ time }) => (time.kind === "timed" ? [time.zone] : [])))].toSorted();
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Nordlys//Sample//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${name}`,
    `X-WR-TIMEZONE:${paris.zone}`,
    ...zones.flatMap(zoneLines),
    ...mine.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** One meeting as it travels by mail: an invitation to all, or the answer of one guest. */
export function writeInvitation(meeting: Meeting, method: "REQUEST" | "REPLY", guests: readonly Guest[]): string {
  const zones = meeting.time.kind === "timed" ? zoneLines(meeting.time.zone) : [];
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Nordlys//Sample//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    ...zones,
    ...eventLines({ ...meeting, guests }),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n").replaceAll("\r\n", "\n");
}

/** The event and its changed occurrences. */
function eventLines(meeting: Meeting): string[] {
  const {
    uid,
    title,
    place,
    description,
    link,
    time,
    organiser,
    guests,
    status,
    shows,
    rule,
    leftOut = [],
    changes = [],
    dayFromLast,
  } = meeting;
  const common = [
    `UID:${uid}`,
    `DTSTAMP:${stamp(enteredAt(meeting))}`,
    `CREATED:${stamp(enteredAt(meeting))}`,
    `LAST-MODIFIED:${stamp(after(enteredAt(meeting), { hours: 3 }))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${escapeText(place)}`]),
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(link === undefined ? [] : [`X-GOOGLE-CONFERENCE:${link}`]),
    ...(organiser === undefined ? [] : [`ORGANIZER${parameter("CN", organiser.name)}:mailto:${organiser.address}`]),
    ...guests.map(guestLine),
    `STATUS:${status}`,
    `TRANSP:${shows === "FREE" ? "TRANSPARENT" : "OPAQUE"}`,
    ...(shows === undefined ? [] : [`X-MICROSOFT-CDO-BUSYSTATUS:${shows === "FOCUS" ? "BUSY" : shows}`]),
    ...(shows === "FOCUS" ? ["CATEGORIES:Focus time"] : []),
    ...(dayFromLast === undefined ? [] : [`X-SAMPLE-DAY:${dayFromLast}`]),
  ];
  const master = [
    "BEGIN:VEVENT",
    ...timeLines(meeting),
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    ...leftOut.map((day) => leftOutLine(meeting, day)),
    ...common,
    "SEQUENCE:0",
    "END:VEVENT",
  ];
  if (time.kind !== "timed") return master;
  const changed = changes.flatMap(({ day, startMinute }) => [
    "BEGIN:VEVENT",
    ...timeLines({ time: { ...time, day, startMinute } }),
    `RECURRENCE-ID;TZID=${time.zone}:${local(day, time.startMinute)}`,
    ...common,
    "SEQUENCE:1",
    "END:VEVENT",
  ]);
  return [...master, ...changed];
}

function timeLines({ time }: Pick<Meeting, "time">): string[] {
  if (time.kind === "all_day")
    return [`DTSTART;VALUE=DATE:${compact(time.firstDay)}`, `DTEND;VALUE=DATE:${compact(addDays(time.lastDay, 1))}`];
  const { zone, day, startMinute, lengthMinutes } = time;
  return [
    `DTSTART;TZID=${zone}:${local(day, startMinute)}`,
    `DTEND;TZID=${zone}:${local(day, startMinute + lengthMinutes)}`,
  ];
}

const leftOutLine = ({ time }: Meeting, day: PlainDate): string =>
  time.kind === "timed"
    ? `EXDATE;TZID=${time.zone}:${local(day, time.startMinute)}`
    : `EXDATE;VALUE=DATE:${compact(day)}`;

function guestLine({ address, name, response, room, optional }: Guest): string {
  const kind = room ? ";CUTYPE=RESOURCE" : ";CUTYPE=INDIVIDUAL";
  return `ATTENDEE${kind};ROLE=${optional ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT"};PARTSTAT=${response}${parameter("CN", name)};X-NUM-GUESTS=0:mailto:${address}`;
}

const enteredAt = (meeting: Meeting): Instant => after(startOf(meeting), { days: -meeting.enteredDaysBefore });

const compact = (day: PlainDate) => day.replaceAll("-", "");
const local = (day: PlainDate, minute: number) =>
  `${compact(minute >= 1440 ? addDays(day, 1) : day)}T${two(Math.floor((minute % 1440) / 60))}${two(minute % 60)}00`;
const two = (number: number) => String(number).padStart(2, "0");
const stamp = (at: Instant) => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;
const escapeText = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll("\n", "\\n");
const parameter = (name: string, value: string | undefined) =>
  value === undefined ? "" : `;${name}=${/[;:,]/.test(value) ? `"${value}"` : value}`;

/** RFC 5545 folding: at most 75 octets a line, never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 74) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** The European zones of the sample change on the last Sundays of March and October, at one moment. */
function zoneLines(zone: Zone): string[] {
  const offsets =
    zone === "Europe/London"
      ? { winter: "+0000", summer: "+0100", hour: 1 }
      : { winter: "+0100", summer: "+0200", hour: 2 };
  const part = (kind: "DAYLIGHT" | "STANDARD", from: string, to: string, month: number, hour: number) => [
    `BEGIN:${kind}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `DTSTART:1970${two(month)}${month === 3 ? "29" : "25"}T${two(hour)}0000`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `END:${kind}`,
  ];
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...part("DAYLIGHT", offsets.winter, offsets.summer, 3, offsets.hour),
    ...part("STANDARD", offsets.summer, offsets.winter, 10, offsets.hour + 1),
    "END:VTIMEZONE",
  ];
}
