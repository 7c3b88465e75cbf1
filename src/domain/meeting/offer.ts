/** Which part of the free time a letter offers (R28, Q5): the ranges of one week by day, and a few named times among them. */
import type { PlainDate } from "../time.ts";
import { dayNumberOf, dayOfNumber, minuteMs, weekNumber } from "./day-number.ts";
import { diverseTimes } from "./diverse.ts";
import { type Loosening, loosenFirst } from "./loosen.ts";
import type { Prepared, PreparedInvitee } from "./prepare.ts";
import { adjacentStarts } from "./rules.ts";
import { allowedStarts, firstOnGrid, gridStarts, type Slot } from "./slots.ts";
import { spanAt } from "./spans.ts";
import { clockElsewhere, dayNumberAt, dayStartMs } from "./wall-clock.ts";

export type OfferDay = { day: PlainDate; ranges: readonly Slot[] };

export type OfferedTimes =
  | {
      kind: "times";
      /** At most five days, in order; the day is the owner's. */
      days: readonly OfferDay[];
      /** 3 to 5 one-click times inside those ranges (fewer when there are fewer starts), in order. */
      named: readonly Slot[];
      /** The ISO week had fewer than three ranges, so the offer runs on. */
      runsOn: boolean;
    }
  | { kind: "none"; loosen?: Loosening };

const daysMax = 5;
const rangesWanted = 3;
const namedMost = 5;

export function offerTimes(prepared: Prepared): OfferedTimes {
  const all = firstDays(prepared);
  const week = weekNumber(dayNumberAt(prepared.clock, prepared.earliestMs));
  const thisWeek = all.filter(({ day }) => weekNumber(dayNumberOf(day)) === week);
  const runsOn = thisWeek.reduce((count, { ranges }) => count + ranges.length, 0) < rangesWanted;
  const days = (runsOn ? all : thisWeek).slice(0, daysMax);
  if (days.length === 0) {
    const loosen = loosenFirst(prepared);
    return { kind: "none", ...(loosen !== undefined && { loosen }) };
  }
  return { kind: "times", days, named: namedTimes(prepared, days), runsOn: runsOn && days.length > thisWeek.length };
}

/**
 * How many optional guests can come, and whether a meeting at the same place is next to it: 0 to 1, less than the least
 * likeness of two times, so that it decides among equally different ones.
 */
export function welcomeOf(prepared: Prepared): (startMs: number) => number {
  const near = adjacentStarts(prepared);
  const { optional } = prepared;
  const wishes = optional.length + 1;
  return (startMs) =>
    (optional.filter((guest) => canCome(guest, startMs)).length + (spanAt(near, startMs) >= 0 ? 1 : 0)) / wishes;
}

/** The optional invitees who can come to a slot. */
export const optionalWhoCan = (prepared: Prepared, { startMs }: Slot): readonly string[] =>
  prepared.optional.filter((guest) => canCome(guest, startMs)).map(({ id }) => id);

const canCome = (guest: PreparedInvitee, startMs: number) =>
  spanAt(guest.closedStarts(), startMs) < 0 && spanAt(guest.busyStarts(), startMs) < 0;

function namedTimes(prepared: Prepared, days: readonly OfferDay[]): readonly Slot[] {
  const { lengthMs } = prepared;
  const shown = days.flatMap(({ ranges }) => ranges);
  const starts = gridStarts(
    prepared,
    shown.flatMap(({ startMs, endMs }) => [startMs, endMs - lengthMs + 1]),
  );
  const reader = prepared.required[0];
  const clock = reader === undefined ? prepared.clock : clockElsewhere(prepared.clock, reader.zone);
  return diverseTimes(starts, { clock, most: namedMost, welcome: welcomeOf(prepared) }).map((startMs) => ({
    startMs,
    endMs: startMs + lengthMs,
  }));
}

/**
 * The first days with free ranges, by the owner's day, each range from its first start on the grid. A range that runs over
 * midnight is cut there, unless it ends in the same night: then it belongs to the evening.
 */
function firstDays(prepared: Prepared): readonly OfferDay[] {
  const { clock, lengthMs, question } = prepared;
  const byDay = new Map<number, Slot[]>();
  const starts = allowedStarts(prepared);
  for (let at = 0; at < starts.length && byDay.size <= daysMax; at += 2) {
    const until = starts[at + 1]!;
    const lastEndMs = until - 1 + lengthMs;
    let first = firstOnGrid(prepared, starts[at]!, until);
    while (first !== undefined) {
      const day = dayNumberAt(clock, first);
      const midnightMs = dayStartMs(clock, day + 1);
      const isEvening = lastEndMs <= midnightMs + nightMs;
      const endMs = isEvening ? lastEndMs : Math.max(midnightMs, first + lengthMs);
      const ranges = byDay.get(day) ?? [];
      ranges.push({ startMs: first, endMs: roundedEnd(endMs, first + lengthMs) });
      byDay.set(day, ranges);
      first = isEvening ? undefined : firstOnGrid(prepared, Math.max(midnightMs, first + 1), until);
    }
  }
  return [...byDay].map(([day, ranges]) => ({
    day: dayOfNumber(day),
    ranges: longestFew(ranges, question.availability.rangesPerDayMax),
  }));
}

/** An evening may last until four in the morning. */
const nightMs = 4 * 3_600_000;

const endStepMs = 5 * minuteMs;
const roundedEnd = (endMs: number, leastMs: number) => Math.max(Math.floor(endMs / endStepMs) * endStepMs, leastMs);

function longestFew(ranges: readonly Slot[], most: number | undefined): readonly Slot[] {
  if (most === undefined || ranges.length <= most) return ranges;
  return [...ranges]
    .sort((one, other) => other.endMs - other.startMs - (one.endMs - one.startMs) || one.startMs - other.startMs)
    .slice(0, most)
    .sort((one, other) => one.startMs - other.startMs);
}
