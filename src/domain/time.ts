/**
 * Time, in the only file that knows luxon. Three kinds of value, all plain text so that they travel through
 * JSON, SQL and templates unchanged:
 *
 * - `Instant`: a moment, fixed-width UTC with milliseconds, `2026-11-16T13:00:00.000Z`. Text order is time order.
 * - `PlainDate`: a day that belongs to a place, `2026-11-16`.
 * - `Zone`: an IANA zone name, `Europe/Paris`.
 *
 * Wall times that happen twice (clocks go back) take the first showing; wall times that never happen
 * (clocks go forward) move forward by the size of the gap.
 */
import { DateTime, IANAZone } from "luxon";
import { keptClockChanges } from "./clock-changes.ts";

declare const brand: unique symbol;
export type Instant = string & { readonly [brand]: "instant" };
export type PlainDate = string & { readonly [brand]: "date" };
export type Zone = string & { readonly [brand]: "zone" };

export const utc = "UTC" as Zone;

const dayMs = 86_400_000;
const earliestMs = -62_135_596_800_000;
const latestMs = 253_402_300_799_999;

/** The instant of a count of milliseconds since 1970 UTC. Throws a RangeError outside the years 1 to 9999. */
export function instantOf(milliseconds: number): Instant {
  if (!(milliseconds >= earliestMs && milliseconds <= latestMs)) {
    throw new RangeError(`not an instant between the years 1 and 9999: ${milliseconds}`);
  }
  const whole = Math.trunc(milliseconds);
  const number = Math.floor(whole / dayMs);
  return (dayText(number) + clockText(whole - number * dayMs)) as Instant;
}

/** Milliseconds since 1970 UTC. */
export function millisOf(at: Instant): number {
  if (at.length !== 24) return Date.parse(at);
  const minutes = (digit(at, 11) * 10 + digit(at, 12)) * 60 + digit(at, 14) * 10 + digit(at, 15);
  const seconds = digit(at, 17) * 10 + digit(at, 18);
  const milliseconds = seconds * 1000 + digit(at, 20) * 100 + digit(at, 21) * 10 + digit(at, 22);
  return dayNumber(at) * dayMs + minutes * 60_000 + milliseconds;
}

/** Days since 1970-01-01 of a day, or of an instant's, in the Gregorian calendar. Years begin in March: leap days end them. */
function dayNumber(day: PlainDate | Instant): number {
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  const month = digit(day, 5) * 10 + digit(day, 6);
  const marchYear = month > 2 ? year : year - 1;
  const century = Math.floor(marchYear / 100);
  const monthsDays = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const leapDays = Math.floor(marchYear / 4) - century + Math.floor(century / 4);
  return marchYear * 365 + leapDays + monthsDays + digit(day, 8) * 10 + digit(day, 9) - 719_469;
}

// Instants are made and read a hundred times in every decision, so their text is not left to Date, which takes six times
// as long; that of each day is worked out once and kept.
const keptDaysMax = 50_000;
const dayTexts = new Map<number, string>();

/** "2026-11-16T" of a day counted from 1970-01-01. */
function dayText(number: number): string {
  const known = dayTexts.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * dayMs).toISOString().slice(0, 11);
  if (dayTexts.size < keptDaysMax) dayTexts.set(number, text);
  return text;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

function clockText(ms: number): string {
  const hour = twoDigits[Math.floor(ms / 3_600_000)];
  const minute = twoDigits[Math.floor(ms / 60_000) % 60];
  const second = twoDigits[Math.floor(ms / 1000) % 60];
  return `${hour}:${minute}:${second}.${String(ms % 1000).padStart(3, "0")}Z`;
}

/** Reads an RFC 3339 / ISO 8601 text that carries its offset; undefined when it is none, or outside the years 1 to 9999. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const parsed = DateTime.fromISO(text.replace(" ", "T"), { setZone: true });
  if (!parsed.isValid) return undefined;
  const milliseconds = parsed.toMillis();
  return milliseconds >= earliestMs && milliseconds <= latestMs ? instantOf(milliseconds) : undefined;
}

/** Reads `YYYY-MM-DD`; undefined when there is no such day. */
export function parseDay(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const parsed = DateTime.fromISO(text, { zone: "utc" });
  return parsed.isValid && parsed.year >= 1 ? (text as PlainDate) : undefined;
}

const knownZones = new Map<string, Zone | undefined>();

/** The zone of an IANA name in its usual spelling, or undefined. Windows and Outlook names go through `domain/zones.ts`. */
export function parseZone(name: string): Zone | undefined {
  if (knownZones.has(name)) return knownZones.get(name);
  const zone = name !== "" && name.length < 64 && IANAZone.isValidZone(name) ? (name as Zone) : undefined;
  if (knownZones.size < 5_000) knownZones.set(name, zone);
  return zone;
}

export type Elapsed = { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number };

const elapsedMs = ({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Elapsed) =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;

/** Elapsed time later: 48 hours are 48 times 3,600 seconds whatever the clocks do (a `day` here is 24 hours). */
export const after = (at: Instant, elapsed: Elapsed): Instant => instantOf(millisOf(at) + elapsedMs(elapsed));
export const before = (at: Instant, elapsed: Elapsed): Instant => instantOf(millisOf(at) - elapsedMs(elapsed));
export const hoursBetween = (from: Instant, to: Instant): number => (millisOf(to) - millisOf(from)) / 3_600_000;

/** The calendar day that a zone shows at an instant. */
export const dayIn = (zone: Zone, at: Instant): PlainDate => dayNumbered(Math.floor(wallMsOf(zone, at) / dayMs));

/** Minutes since local midnight that the clock on the wall shows at an instant (0 to 1439). */
export function minuteOfDayIn(zone: Zone, at: Instant): number {
  const wallMs = wallMsOf(zone, at);
  return Math.floor((wallMs - Math.floor(wallMs / dayMs) * dayMs) / 60_000);
}

/** What the wall's clock shows, read as UTC. */
function wallMsOf(zone: Zone, at: Instant): number {
  const ms = millisOf(at);
  return ms + offsetMsAt(zone, ms);
}

/**
 * The instant at which the wall clock of a zone shows that day and that many minutes after 00:00 (0 to 1440, 1440
 * being the next midnight). First showing when it shows twice; moved forward by the gap when it never shows.
 */
export function instantAt(zone: Zone, day: PlainDate, minuteOfDay: number): Instant {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000;
  // The library guesses from today's offset, which fails near changes of the standard offset: so look at both sides.
  const before = offsetMsAt(zone, wallMs - dayMs);
  const after = offsetMsAt(zone, wallMs + dayMs);
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetMsAt(zone, wallMs - offset) === offset) return instantOf(wallMs - offset);
  }
  return instantOf(wallMs - before);
}

const clocks = keptClockChanges((zone, atMs) => Math.round(DateTime.fromMillis(atMs, { zone }).offset * 60_000));

/** Offset from UTC in milliseconds, east positive, that a zone keeps at an instant. */
export const offsetMsAt = (zone: Zone, atMs: number): number => (zone === utc ? 0 : clocks.offsetAt(zone, atMs));

/** The instants inside a UTC year at which a zone's clock changes, in milliseconds, ascending. */
export const clockChangesIn = (zone: Zone, year: number): readonly number[] => clocks.changesIn(zone, year);

/** The first instant of a day in a zone; where midnight is skipped, the first moment that exists. */
export const startOfDay = (zone: Zone, day: PlainDate): Instant => instantAt(zone, day, 0);

const date = (day: PlainDate) => DateTime.fromISO(day, { zone: "utc" });

// Calendar days need no zone, so they are counted: decisions ask for them a hundred times for each person.
const dayNumbered = (number: number): PlainDate => dayText(number).slice(0, 10) as PlainDate;

export const addDays = (day: PlainDate, days: number): PlainDate => dayNumbered(dayNumber(day) + days);

/** Calendar months from an anchor, never chained: 31 Jan + 1 = 28 Feb, + 2 = 31 Mar. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const counted = year * 12 + (month - 1) + months;
  const first = monthText(counted);
  const length = dayNumber(monthText(counted + 1)) - dayNumber(first);
  return addDays(first, Math.min(dayOfMonth, length) - 1);
}

/** The first day of a month counted from the year 0. */
const monthText = (counted: number): PlainDate =>
  `${String(Math.floor(counted / 12)).padStart(4, "0")}-${twoDigits[(counted % 12) + 1]}-01` as PlainDate;

/** 1 is Monday, 7 is Sunday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: PlainDate): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);
export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) >= 6;
/** The day itself, or the Monday after when it falls on a weekend. */
export const orNextWeekday = (day: PlainDate): PlainDate => (isWeekend(day) ? orNextWeekday(addDays(day, 1)) : day);
/** That many weekdays later, Saturdays and Sundays not counted. */
export function addBusinessDays(day: PlainDate, days: number): PlainDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}
export const firstOfMonth = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate;
export const lastOfMonth = (day: PlainDate): PlainDate => addDays(addMonths(firstOfMonth(day), 1), -1);

/** A calendar day later at the same wall time, e.g. "30 days after the encounter" in the owner's zone. */
export const sameTimeDaysLater = (zone: Zone, at: Instant, days: number): Instant =>
  instantAt(zone, addDays(dayIn(zone, at), days), minuteOfDayIn(zone, at));

/** Words for people: `style` follows luxon's tokens, in a language and a zone. */
export const sayInstant = (at: Instant, zone: Zone, style: string, locale = "en"): string =>
  DateTime.fromISO(at, { zone }).setLocale(locale).toFormat(style);
export function sayDay(day: PlainDate, style: string, locale = "en"): string {
  const key = `${day} ${locale} ${style}`;
  const known = daysSaid.get(key);
  if (known !== undefined) return known;
  const said = date(day).setLocale(locale).toFormat(style);
  if (daysSaid.size >= daysSaidMax) daysSaid.clear();
  daysSaid.set(key, said);
  return said;
}

/** Long lists say the same few days again and again, and each takes 20 microseconds to be put into words. */
const daysSaid = new Map<string, string>();
const daysSaidMax = 2_000;

/** Offset from UTC in minutes that a zone keeps at an instant (east is positive). */
export const offsetMinutesIn = (zone: Zone, at: Instant): number => offsetMsAt(zone, millisOf(at)) / 60_000;
