/**
 * Calendar files: one or many calendars of iCalendar 2.0 or vCalendar 1.0 in one file. Never throws: what is broken
 * is said, and the rest is read. The lines are parsed here and not by a library, because each event must stand alone:
 * one broken VEVENT costs itself only.
 */
import type { CalendarEvent, EventTime } from "../../domain/meeting/event.ts";
import { utc, type Zone } from "../../domain/time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import type { CalendarFound } from "../archive.ts";
import type { Skipped } from "../scan.ts";
import { contentLines, paramsOf, textValue } from "./content-lines.ts";
import { type CalendarParts, type Component, calendarsIn } from "./ics-components.ts";
import { type EventContext, readEvent, readPeriod } from "./ics-event.ts";
import { addressIn } from "./ics-people.ts";
import { readOwnZone } from "./ics-vtimezone.ts";
import { FileZones } from "./ics-zone.ts";
import { Skips } from "./skips.ts";
import { textOfBytes } from "./text-of-bytes.ts";

export type IcsReading = { events: CalendarEvent[]; calendars: CalendarFound[]; skipped: Skipped[] };

/**
 * `where` names the file in messages. `floatingZone` is the zone of times that name none when the calendar has no
 * X-WR-TIMEZONE either: usually the owner's.
 */
export function readIcs(bytes: Uint8Array, where: string, floatingZone?: Zone): IcsReading {
  const skips = new Skips(where);
  const { text, linesRepaired, bytesDropped } = textOfBytes(bytes);
  skips.addMany("not_utf8", linesRepaired, "Lines that are not UTF-8 were read as Windows-1252.");
  if (bytesDropped > 0)
    skips.add("file_too_large", `The file is too large; its last ${bytesDropped} bytes were not read.`);
  const parts = calendarsIn(text);
  if (parts.length === 0) skips.add("not_a_calendar", "No calendar was found in the file; nothing was kept.");

  const found: Found[] = [];
  const calendars: CalendarFound[] = [];
  for (const part of parts) {
    const header = headerOf(text, part);
    const name = header.name ?? fileName(where);
    if (!calendars.some((calendar) => calendar.name === name)) calendars.push({ name, where });
    const context: EventContext = {
      calendar: name,
      ...(header.method !== undefined && { method: header.method }),
      zones: new FileZones(header.zone ?? floatingZone, ownZonesOf(text, part)),
    };
    readComponents(text, part.components, context, skips, found);
  }
  return { events: latestOfEach(found, skips), calendars, skipped: skips.all() };
}

type Found = { event: CalendarEvent; line: number; method?: string };

type Header = { name?: string; zone?: Zone; method?: string };

function headerOf(text: string, part: CalendarParts): Header {
  const header: Header = {};
  for (const { from, to, line } of part.headers) {
    for (const property of contentLines(text, from, to, line)) {
      if ("unreadable" in property) continue;
      const value = textValue(property);
      if (value === "") continue;
      if (property.name === "X-WR-CALNAME") header.name = value.slice(0, 200);
      else if (property.name === "NAME") header.name ??= value.slice(0, 200);
      else if (property.name === "METHOD") header.method = value.toUpperCase();
      else if (zoneProperties.has(property.name)) {
        // vCalendar 1.0 writes an offset ("TZ:-05"), the others a name.
        const zone = zoneNamed(value);
        if (zone !== undefined) header.zone = zone;
      }
    }
  }
  return header;
}

const zoneProperties = new Set(["X-WR-TIMEZONE", "TIMEZONE-ID", "TZ"]);

const ownZonesOf = (text: string, { components }: CalendarParts) =>
  components
    .filter(({ kind }) => kind === "VTIMEZONE")
    .map((component) => readOwnZone(text, component))
    .filter((zone) => zone !== undefined);

const fileName = (where: string) => (where.split("/").at(-1) ?? where).replace(/\.(ics|ical|vcs|icalendar)$/i, "");

/** Kinds of component that are no events, and how they are counted. */
const otherKinds: ReadonlyMap<string, [because: string, message: string]> = new Map([
  ["VTODO", ["task", "Tasks are not read."]],
  ["VJOURNAL", ["journal", "Journal entries are not read."]],
  ["VAVAILABILITY", ["availability", "Published availability is not read."]],
]);

function readComponents(
  text: string,
  components: readonly Component[],
  context: EventContext,
  skips: Skips,
  found: Found[],
): void {
  const others = new Map<string, number>();
  for (const component of components) {
    if (component.kind === "VFREEBUSY") {
      found.push(...busyTimesOf(text, component, context, skips));
    } else if (component.kind !== "VEVENT") {
      others.set(component.kind, (others.get(component.kind) ?? 0) + 1);
    } else {
      const read = readEvent(text, component, context);
      const position = `line ${component.line - 1}`;
      if (read.kind === "unplaced") {
        skips.add(read.repair.because, read.repair.message, position);
        continue;
      }
      for (const repair of read.repairs) skips.add(repair.because, repair.message, position);
      for (const { line, unreadable } of read.unreadable) {
        skips.add(
          "unreadable_line",
          `'${unreadable}' is no calendar line; the rest of the event was kept.`,
          `line ${line}`,
        );
      }
      for (const event of [read.event, ...read.extras]) {
        found.push({
          event,
          line: component.line - 1,
          ...(context.method !== undefined && { method: context.method }),
        });
      }
    }
  }
  for (const [kind, count] of others) {
    const known = otherKinds.get(kind);
    if (known !== undefined) skips.addMany(known[0], count, known[1]);
  }
}

/** Published busy times become events without a title of their own. */
function busyTimesOf(text: string, component: Component, context: EventContext, skips: Skips): Found[] {
  const found: Found[] = [];
  let uid = "";
  for (const line of contentLines(text, component.from, component.to, component.line)) {
    if ("unreadable" in line) continue;
    if (line.name === "UID") uid = line.value.trim();
    if (line.name === "ORGANIZER" && uid === "") uid = addressIn(line.value) ?? "";
    if (line.name !== "FREEBUSY") continue;
    const busyType = (paramsOf(line).get("FBTYPE") ?? "BUSY").toUpperCase();
    if (busyType === "FREE") continue;
    for (const written of line.value.split(",")) {
      const period = readPeriod(written, utc);
      if (period === undefined) {
        skips.add("impossible_time", `The busy time '${written.slice(0, 60)}' cannot be read.`, `line ${line.line}`);
        continue;
      }
      found.push({
        line: line.line,
        event: {
          calendar: context.calendar,
          uid: `${uid}#${period.startsAt}`,
          sequence: 0,
          title: "Busy",
          time: { kind: "timed", ...period, zone: utc },
          status: busyType === "BUSY-TENTATIVE" ? "tentative" : "confirmed",
          kind: busyType === "BUSY-UNAVAILABLE" ? "out_of_office" : "busy",
          attendees: [],
          notes: ["From published busy times: no title, no attendees."],
        },
      });
    }
  }
  if (found.length === 0)
    skips.add("free_busy", "A free/busy answer without busy times was left out.", `line ${component.line - 1}`);
  return found;
}

/**
 * One event for each UID and occurrence in a calendar: the higher SEQUENCE wins, then the later change, then the
 * later in the file (RFC 5546 §2.1.5). An answer (REPLY) never replaces the event; it tells what its sender answered.
 */
function latestOfEach(found: readonly Found[], skips: Skips): CalendarEvent[] {
  const chosen = new Map<string, Found>();
  let older = 0;
  for (const candidate of found) {
    const { event } = candidate;
    let key = `${event.calendar}\n${event.uid}\n${event.occurrence ?? ""}`;
    const known = chosen.get(key);
    if (known === undefined) {
      chosen.set(key, candidate);
      continue;
    }
    if (isAnswer(known) !== isAnswer(candidate)) {
      const [asked, answer] = isAnswer(known) ? [candidate, known] : [known, candidate];
      chosen.set(key, { ...asked, event: answered(asked.event, answer) });
    } else if (areStrangers(known.event, event)) {
      key = `${key}\n${startText(event.time)}`;
      if (!chosen.has(key))
        skips.add(
          "same_uid",
          `Two different events share the UID '${event.uid.slice(0, 80)}'; both were kept.`,
          `line ${candidate.line}`,
        );
      chosen.set(key, { ...candidate, event: { ...event, uid: `${event.uid}#${startText(event.time)}` } });
    } else {
      older += 1;
      if (isNewer(event, known.event)) chosen.set(key, candidate);
    }
  }
  skips.addMany("older_version", older, "Older versions of the same events were left out.");
  return [...chosen.values()].map(({ event }) => event);
}

const isAnswer = ({ method }: Found) => method === "REPLY" || method === "COUNTER";

function isNewer(event: CalendarEvent, than: CalendarEvent): boolean {
  if (event.sequence !== than.sequence) return event.sequence > than.sequence;
  return (event.changedAt ?? "") >= (than.changedAt ?? "");
}

/** Some exporters give all their events one UID: with nothing to tell versions apart, different starts are different events. */
const areStrangers = (one: CalendarEvent, other: CalendarEvent) =>
  one.sequence === other.sequence &&
  one.changedAt === other.changedAt &&
  startText(one.time) !== startText(other.time) &&
  one.title !== other.title;

const startText = (time: EventTime) => (time.kind === "timed" ? time.startsAt : time.firstDay);

/** A REPLY counts for its own attendee only. */
function answered(event: CalendarEvent, answer: Found): CalendarEvent {
  const [own] = answer.event.attendees;
  if (own === undefined || answer.event.attendees.length > 1) return event;
  const note = answer.method === "COUNTER" ? [`${own.address} proposes ${startText(answer.event.time)}.`] : [];
  return {
    ...event,
    attendees: event.attendees.map((attendee) =>
      attendee.address === own.address && answer.method === "REPLY"
        ? { ...attendee, response: own.response }
        : attendee,
    ),
    notes: [...event.notes, ...note],
  };
}
