/**
 * When the clock of a zone changes. To ask what it keeps at one moment costs microseconds, and is asked a hundred times in each
 * decision; so the changes of a zone and year are found once and kept.
 */
import type { Zone } from "./time.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Two changes closer than this would be missed; the closest on record (Morocco's around Ramadan) are four weeks apart. */
const probeMs = 14 * dayMs;
const earliestMs = -62_135_596_800_000;
const latestMs = 253_402_300_799_999;
const clamp = (ms: number) => Math.min(Math.max(ms, earliestMs), latestMs);

/** `offsets[i]` holds before `changes[i]`; the last offset holds after the last change. In milliseconds, ascending. */
type ZoneYear = { changes: readonly number[]; offsets: readonly number[] };

export type ClockChanges = {
  /** Offset from UTC in milliseconds, east positive, that a zone keeps at an instant. */
  offsetAt(zone: Zone, atMs: number): number;
  /** The instants inside a UTC year at which a zone's clock changes, ascending. */
  changesIn(zone: Zone, year: number): readonly number[];
};

/** `ask` tells the offset from UTC in milliseconds at one instant. */
export function keptClockChanges(ask: (zone: Zone, atMs: number) => number): ClockChanges {
  const zoneYears = new Map<Zone, Map<number, ZoneYear>>();
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
    const found = zoneYear((atMs) => ask(zone, atMs), year);
    years.set(year, found);
    yearCount += 1;
    return found;
  }

  return {
    offsetAt(zone, atMs) {
      const { changes, offsets } = yearOf(zone, new Date(clamp(atMs)).getUTCFullYear());
      let kept = 0;
      while (kept < changes.length && (changes[kept] as number) <= atMs) kept += 1;
      return offsets[kept] as number;
    },
    changesIn: (zone, year) => yearOf(zone, year).changes,
  };
}

const yearsKept = 20_000;

function zoneYear(ask: (atMs: number) => number, year: number): ZoneYear {
  const end = clamp(startOfYear(year + 1));
  const changes: number[] = [];
  let at = clamp(startOfYear(year));
  const offsets = [ask(at)];
  while (at < end) {
    const next = Math.min(at + probeMs, end);
    const offset = ask(next);
    if (offset !== offsets.at(-1)) {
      changes.push(changeBetween(ask, at, next));
      offsets.push(offset);
    }
    at = next;
  }
  return { changes, offsets };
}

/** Bisects to the minute: every change on record falls on a full minute of UTC, or before clocks were standardised. */
function changeBetween(ask: (atMs: number) => number, from: number, to: number): number {
  const before = ask(from);
  let low = from;
  let high = to;
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (ask(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** `Date.UTC` reads years below 100 as 19xx. */
function startOfYear(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime();
}
