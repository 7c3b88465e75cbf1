/** What is read of a time: spans of days, hours with all their readings, and the phrases that join them. */

import type { Language } from "../mail/language.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  type PlainDate,
  parseDay,
  weekdayOf,
  type Zone,
} from "../time.ts";

/** Both ends included. */
export type DaySpan = { first: PlainDate; last: PlainDate };

/** Minutes since 00:00 on the wall. */
export type ClockSpan =
  /** Every reading of one hour: "at 3" may be 180 or 900. */
  | { kind: "at"; minutes: readonly number[] }
  | { kind: "between"; from: number; until: number; isPart: boolean }
  | { kind: "from"; minute: number }
  | { kind: "until"; minute: number };

export type TimePhrase = {
  /** Where it stands in the sentence as it was read (lower case, single spaces). */
  from: number;
  to: number;
  text: string;
  /** Readings of the day; absent when only a time of day is given. */
  days?: readonly DaySpan[];
  /** 1 is Monday: "Mondays", "any Tuesday". */
  everyWeekday?: number;
  /** A weekday and nothing more names the day: in an offer it may be the offered one of a later week. */
  isBareWeekday: boolean;
  /** The whole span is meant, not one day in it: "next week", "in March". */
  isStretch: boolean;
  /** Days before or after the named ones are meant as well: "by Friday", "from Tuesday on". */
  openSide?: "before" | "after";
  /** Named as what does not fit: "any day except Friday". */
  isExcluded?: true;
  clock?: ClockSpan;
  /** The words leave open when exactly: "around 3", "early next week". */
  approximate: boolean;
  /** The zone that the writer named, or "theirs" for "my time". */
  zone?: Zone | "theirs" | "unknown";
};

export type TimeContext = {
  language: Language;
  /** The day of writing, in the zone in which the times are read. */
  writtenOn: PlainDate;
  /** Minutes since 00:00 between which a bare hour is read. */
  workingHours: { from: number; until: number };
};

export const one = (days: PlainDate): DaySpan => ({ first: days, last: days });
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));
export const weekOf = (day: PlainDate): DaySpan => ({ first: mondayOf(day), last: addDays(mondayOf(day), 6) });
export const monthOf = (first: PlainDate): DaySpan => ({ first: firstOfMonth(first), last: lastOfMonth(first) });

export const plainDay = (year: number, month: number, day: number): PlainDate | undefined =>
  parseDay(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

export function agreeing(
  weekday: number,
  dates: readonly DaySpan[],
  otherwise: readonly DaySpan[],
  writtenOn: PlainDate,
): readonly DaySpan[] {
  const right = dates.filter(({ first }) => weekdayOf(first) === weekday);
  if (right.length > 0) return right;
  // "Tuesday the 3rd" may be of a later month.
  const [date] = dates;
  if (date !== undefined) {
    const later = plainDay(
      Number(addMonths(firstOfMonth(writtenOn), 1).slice(0, 4)),
      Number(addMonths(firstOfMonth(writtenOn), 1).slice(5, 7)),
      Number(date.first.slice(8)),
    );
    if (later !== undefined && weekdayOf(later) === weekday && daysBetween(writtenOn, later) < 45) return [one(later)];
  }
  return [...otherwise, ...dates];
}
