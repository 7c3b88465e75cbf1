/**
 * Days as integers: the number of days since 1970-01-01, so that the slot engine can step, compare and name days
 * without a date library. The Gregorian calendar, years 1 to 9999.
 */
import type { PlainDate } from "../time.ts";

export const dayMs = 86_400_000;
export const minuteMs = 60_000;

/** `Date.UTC` would read a year below 100 as 19xx, so the text is parsed as a whole. */
export const dayNumberOf = (day: PlainDate): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / dayMs);

export const dayOfNumber = (dayNumber: number): PlainDate =>
  new Date(dayNumber * dayMs).toISOString().slice(0, 10) as PlainDate;

/** 0 is Monday, 6 is Sunday. */
export const weekdayIndex = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** A number that all days of one ISO week (Monday to Sunday) share, and that rises by one each week. */
export const weekNumber = (dayNumber: number): number => Math.floor((dayNumber + 3) / 7);
