/**
 * Days of one zone, fast: which day an instant falls on and where days begin and end. Each day's start is worked out
 * once and kept, so that deciding about a hundred thousand people asks the zone's rules only once per day.
 */
import {
  type Instant,
  instantAt,
  instantOf,
  millisOf,
  minuteOfDayIn,
  type PlainDate,
  startOfDay,
  type Zone,
} from "./time.ts";

export interface LocalDays {
  dayOf(at: Instant): PlainDate;
  /** First instant of the day. */
  startOf(day: PlainDate): Instant;
  /** Last millisecond of the day. */
  endOf(day: PlainDate): Instant;
  /** Calendar days later. */
  later(day: PlainDate, days: number): PlainDate;
  /** Weekdays later, Saturdays, Sundays and the given holidays not counted; from a weekend the count starts on Monday. */
  weekdaysLater(day: PlainDate, days: number, holidays?: ReadonlySet<PlainDate>): PlainDate;
  /** Minutes since local midnight that the clock on the wall shows (0 to 1439). */
  minuteOf(at: Instant): number;
  /** When the clock on the wall shows that many minutes after 00:00 (0 to 1440) on a day; as `instantAt`. */
  at(day: PlainDate, minuteOfDay: number): Instant;
  /** The day, or the Monday after a weekend. */
  orMonday(day: PlainDate): PlainDate;
  /** The day, or the Friday before a weekend. */
  orFriday(day: PlainDate): PlainDate;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Beyond this many kept days (60 years) nothing more is kept. */
const keptMax = 22_000;
const zonesKeptMax = 1_000;

const zones = new Map<Zone, LocalDays>();

/** The days of a zone; the same object for the same zone. */
export function localDays(zone: Zone): LocalDays {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const made = makeDays(zone);
  if (zones.size < zonesKeptMax) zones.set(zone, made);
  return made;
}

/** A day counted from 1970-01-01, with all that is ever asked about it. */
type Day = { number: number; day: PlainDate; startAt: Instant; startMs: number; endAt: Instant; isPlain: boolean };

function makeDays(zone: Zone): LocalDays {
  const byNumber = new Map<number, Day>();
  const byText = new Map<PlainDate, Day>();
  const numbered = (number: number): Day => {
    const known = byNumber.get(number);
    if (known !== undefined) return known;
    const day = dayNumbered(number);
    const startAt = startOfDay(zone, day);
    const nextAt = startOfDay(zone, dayNumbered(number + 1));
    const startMs = millisOf(startAt);
    const nextMs = millisOf(nextAt);
    // On a day of 24 hours the clock on the wall counts on from midnight.
    const made = { number, day, startAt, startMs, endAt: instantOf(nextMs - 1), isPlain: nextMs - startMs === dayMs };
    if (byNumber.size < keptMax) {
      byNumber.set(number, made);
      byText.set(day, made);
    }
    return made;
  };
  const called = (day: PlainDate): Day => byText.get(day) ?? numbered(Date.parse(day) / dayMs);
  const dayAt = (at: Instant): Day => {
    const ms = millisOf(at);
    let found = numbered(Math.floor(ms / dayMs) + 1);
    while (found.startMs > ms) found = numbered(found.number - 1);
    return found;
  };
  const later = (day: PlainDate, days: number): PlainDate => numbered(called(day).number + days).day;
  /** 0 is Monday: 1970-01-01 was a Thursday. */
  const weekday = (day: PlainDate): number => (((called(day).number + 3) % 7) + 7) % 7;
  return {
    /** The last day that has begun by then: zones run from UTC−12 to UTC+14, so it is one of three. */
    dayOf: (at) => dayAt(at).day,
    startOf: (day) => called(day).startAt,
    endOf: (day) => called(day).endAt,
    later,
    minuteOf: (at) => {
      const { startMs, isPlain } = dayAt(at);
      return isPlain ? Math.floor((millisOf(at) - startMs) / minuteMs) : minuteOfDayIn(zone, at);
    },
    at: (day, minuteOfDay) => {
      const { startMs, isPlain } = called(day);
      return isPlain ? instantOf(startMs + minuteOfDay * minuteMs) : instantAt(zone, day, minuteOfDay);
    },
    weekdaysLater: (day, days, holidays) => {
      let at = day;
      for (let left = days; left > 0; ) {
        at = later(at, 1);
        if (weekday(at) < 5 && holidays?.has(at) !== true) left -= 1;
      }
      return at;
    },
    orMonday: (day) => later(day, weekday(day) < 5 ? 0 : 7 - weekday(day)),
    orFriday: (day) => later(day, weekday(day) < 5 ? 0 : 4 - weekday(day)),
  };
}

const dayNumbered = (number: number): PlainDate => instantOf(number * dayMs).slice(0, 10) as PlainDate;
