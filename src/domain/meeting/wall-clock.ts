/**
 * The clock on somebody's wall over a window of time, as stretches with one offset each. Zones are asked here,
 * once per zone and window (and the answer is kept by `clock-changes.ts`); hours, days, weeks, caps and words then need additions only.
 */
import { clockChangesIn, offsetMsAt, type PlainDate, parseZone, type Zone } from "../time.ts";
import { dayMs, dayNumberOf } from "./day-number.ts";

/** From `fromMs` until before `untilMs` the wall shows UTC plus `offsetMs`. */
export type Stretch = { fromMs: number; untilMs: number; offsetMs: number; zone: Zone };

/** Stretches that follow each other without a hole. */
export type WallClock = readonly Stretch[];

/** Where somebody is: the zone holds from the first moment of that day in it; the earliest entry holds before, too. */
export type DatedZone = { zone: Zone; fromDay?: PlainDate };

/**
 * The wall clock of one person between two instants. Entries may come in any order; an entry takes over at the first
 * instant of its day in its own zone, so a flight west repeats some hours of that day and a flight east skips some.
 * Throws a RangeError for a name that is no zone, and for no zone at all.
 */
export function wallClock(zones: readonly DatedZone[], fromMs: number, untilMs: number): WallClock {
  const entries = zones.length < 2 ? zones : [...zones].sort((one, other) => firstDay(one) - firstDay(other));
  const clock: Stretch[] = [];
  let endsMs = untilMs;
  // From the last entry back: each holds until a later one takes over.
  for (let at = entries.length - 1; at >= 0 && endsMs > fromMs; at -= 1) {
    const { zone, fromDay } = entries[at]!;
    const startsMs = at === 0 || fromDay === undefined ? fromMs : Math.max(startOfDayMs(zone, fromDay), fromMs);
    if (startsMs >= endsMs) continue;
    clock.unshift(...stretchesOf(zone, startsMs, endsMs));
    endsMs = startsMs;
  }
  if (clock.length === 0) throw new RangeError("a wall clock needs at least one zone and a window");
  return clock;
}

/** The wall clock of another zone over the same window. */
export const clockElsewhere = (clock: WallClock, zone: Zone): WallClock =>
  wallClock([{ zone }], clock[0]!.fromMs, clock[clock.length - 1]!.untilMs);

/** What the wall shows at an instant, as milliseconds of a UTC clock that reads the same. Clamped to the clock's ends. */
export const wallMs = (clock: WallClock, ms: number): number => ms + stretchAt(clock, ms).offsetMs;

/** The day, as a number, that the wall shows at an instant. */
export const dayNumberAt = (clock: WallClock, ms: number): number => Math.floor(wallMs(clock, ms) / dayMs);

export function stretchAt(clock: WallClock, ms: number): Stretch {
  for (let at = 0; at < clock.length - 1; at += 1) if (ms < clock[at]!.untilMs) return clock[at]!;
  return clock[clock.length - 1]!;
}

/** The first instant at which the wall shows that day or a later one; the clock's end when it never does. */
export function dayStartMs(clock: WallClock, dayNumber: number): number {
  for (const { fromMs, untilMs, offsetMs } of clock) {
    const start = dayNumber * dayMs - offsetMs;
    if (start < untilMs) return Math.max(start, fromMs);
  }
  return clock[clock.length - 1]!.untilMs;
}

const firstDay = (entry: DatedZone) =>
  entry.fromDay === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(entry.fromDay);

function startOfDayMs(zone: Zone, day: PlainDate): number {
  const midnight = dayNumberOf(day) * dayMs;
  return dayStartMs(stretchesOf(zone, midnight - 2 * dayMs, midnight + 2 * dayMs), dayNumberOf(day));
}

function stretchesOf(zone: Zone, fromMs: number, untilMs: number): Stretch[] {
  if (parseZone(zone) === undefined) throw new RangeError(`not a zone: ${zone}`);
  const stretches: Stretch[] = [];
  const lastYear = new Date(untilMs).getUTCFullYear();
  let startsMs = fromMs;
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year += 1) {
    for (const changeMs of clockChangesIn(zone, year)) {
      if (changeMs <= startsMs || changeMs >= untilMs) continue;
      stretches.push({ fromMs: startsMs, untilMs: changeMs, offsetMs: offsetMsAt(zone, startsMs), zone });
      startsMs = changeMs;
    }
  }
  stretches.push({ fromMs: startsMs, untilMs, offsetMs: offsetMsAt(zone, startsMs), zone });
  return stretches;
}
