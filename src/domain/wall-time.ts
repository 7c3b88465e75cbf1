/**
 * Wall clock times to instants, in bulk. `time.ts` asks luxon each time (tens of microseconds); an import or a series
 * asks for thousands in few zones and years, so the clock changes of a zone and year are found once and kept.
 *
 * A wall time is a count of milliseconds that reads as UTC: 09:00 on 2026-11-16 is `Date.UTC(2026, 10, 16, 9)`.
 */
import { instantOf, offsetMinutesIn, utc, type Zone } from "./time.ts";

/**
 * Milliseconds since 1970 UTC at which the wall clock of a zone shows that time: the first showing when it shows twice,
 * moved forward by the gap when it never shows. Throws a RangeError outside the years 1 to 9999.
 */
export function millisOfWall(zone: Zone, wallMs: number): number {
  if (zone === utc) return wallMs;
  // The offset is one of those kept around the wall time; the larger offset gives the earlier moment, the first showing.
  const before = offsetMsAt(zone, wallMs - dayMs);
  const after = offsetMsAt(zone, wallMs + dayMs);
  if (before === after && offsetMsAt(zone, wallMs - before) === before) return wallMs - before;
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetMsAt(zone, wallMs - offset) === offset) return wallMs - offset;
  }
  return wallMs - before;
}

/** The wall time that a zone shows at an instant. */
export const wallAt = (zone: Zone, atMs: number): number => atMs + offsetMsAt(zone, atMs);

/** Offset from UTC in milliseconds, east positive, that a zone keeps at an instant. */
export function offsetMsAt(zone: Zone, atMs: number): number {
  if (zone === utc) return 0;
  const { changes, offsets } = yearOf(zone, new Date(clamp(atMs)).getUTCFullYear());
  let kept = 0;
  while (kept < changes.length && (changes[kept] as number) <= atMs) kept += 1;
  return offsets[kept] as number;
}

/** The instants inside a UTC year at which a zone's clock changes, ascending. */
export const clockChangesIn = (zone: Zone, year: number): readonly number[] => yearOf(zone, year).changes;

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Two changes closer than this would be missed; the closest on record (Morocco's around Ramadan) are four weeks apart. */
const probeMs = 14 * dayMs;
const earliestMs = -62_135_596_800_000;
const latestMs = 253_402_300_799_999;
const clamp = (ms: number) => Math.min(Math.max(ms, earliestMs), latestMs);

/** `offsets[i]` holds before `changes[i]`; the last offset holds after the last change. */
type ZoneYear = { changes: readonly number[]; offsets: readonly number[] };

const zoneYears = new Map<Zone, Map<number, ZoneYear>>();
const yearsKept = 20_000;
let yearCount = 0;

function yearOf(zone: Zone, year: number): ZoneYear {
  let years = zoneYears.get(zone);
  const known = years?.get(year);
  if (known !== undefined) return known;
  if (yearCount >= yearsKept) {
    zoneYears.clear();
    yearCount = 0;
    years = undefined;
  }
  if (years === undefined) {
    years = new Map();
    zoneYears.set(zone, years);
  }
  const found = changesOf(zone, year);
  years.set(year, found);
  yearCount += 1;
  return found;
}

function changesOf(zone: Zone, year: number): ZoneYear {
  const end = clamp(startOfYear(year + 1));
  const changes: number[] = [];
  let at = clamp(startOfYear(year));
  const offsets = [offsetAsked(zone, at)];
  while (at < end) {
    const next = Math.min(at + probeMs, end);
    const offset = offsetAsked(zone, next);
    if (offset !== offsets.at(-1)) {
      changes.push(changeBetween(zone, at, next));
      offsets.push(offset);
    }
    at = next;
  }
  return { changes, offsets };
}

/** Bisects to the minute: every change on record falls on a full minute of UTC, or before clocks were standardised. */
function changeBetween(zone: Zone, from: number, to: number): number {
  const before = offsetAsked(zone, from);
  let low = from;
  let high = to;
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetAsked(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

const offsetAsked = (zone: Zone, atMs: number) => Math.round(offsetMinutesIn(zone, instantOf(atMs)) * minuteMs);

/** `Date.UTC` reads years below 100 as 19xx. */
function startOfYear(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime();
}
