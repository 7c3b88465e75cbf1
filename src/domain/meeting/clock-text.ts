/** Moments and stretches of one wall clock as short texts for pages and terminals: `09:00`, `09:00–10:30`, `22:00–24:00`. */
import { type PlainDate, sayDay } from "../time.ts";
import { dayMs, dayOfNumber, minuteMs } from "./day-number.ts";
import type { Slot } from "./slots.ts";
import { dayNumberAt, stretchAt, type WallClock, wallMs } from "./wall-clock.ts";

/** What the wall shows at a moment, `HH:MM`. */
export const clockText = (clock: WallClock, ms: number): string => minuteText(minuteOfDay(clock, ms));

/** Minutes since 00:00 as `HH:MM`; 1440 is `24:00`. */
export const minuteText = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(Math.floor(minute % 60))}`;

/** The other way round: "8:30" and "08:30" as minutes since 00:00; undefined for what no clock shows. */
export function minuteIn(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** "Tue 24 Nov". */
export const dayText = (day: PlainDate): string => sayDay(day, "ccc d LLL");

/** "Tue 24 Nov, 09:00". */
export const momentText = (clock: WallClock, ms: number): string =>
  `${dayText(dayOfNumber(dayNumberAt(clock, ms)))}, ${clockText(clock, ms)}`;

/**
 * `09:00–10:30` when it stays within one day, midnight at its end being 24:00; with both days when it does not. Where the
 * clock is turned back in between the end may read earlier than the start, so that is said.
 */
export function rangeText(clock: WallClock, { startMs, endMs }: Slot): string {
  const startDay = dayNumberAt(clock, startMs);
  const endsAtMidnight = minuteOfDay(clock, endMs) === 0 && endMs > startMs;
  const endDay = dayNumberAt(clock, endMs) - (endsAtMidnight ? 1 : 0);
  const end = endsAtMidnight ? "24:00" : clockText(clock, endMs);
  if (startDay !== endDay) return `${momentText(clock, startMs)} – ${dayText(dayOfNumber(endDay))}, ${end}`;
  const turnedBack = wallMs(clock, endMs) - wallMs(clock, startMs) < endMs - startMs;
  return `${clockText(clock, startMs)}–${end}${turnedBack ? " (the clock goes back)" : ""}`;
}

/** Part of a day as its clock shows it: minutes since 00:00, from 0 to 1440. */
export type WallPiece = { fromMinute: number; untilMinute: number };

/**
 * Where a stretch of time stands on the clock of one day. Where the clock changes it is cut, so that each piece reads
 * forward: on a day whose clock goes back two pieces may stand over each other, as the hour does.
 */
export function piecesOn(clock: WallClock, dayNumber: number, { startMs, endMs }: Slot): WallPiece[] {
  const pieces: WallPiece[] = [];
  for (let fromMs = startMs; fromMs < endMs; ) {
    const stretch = stretchAt(clock, fromMs);
    const isLast = stretch === clock[clock.length - 1];
    const untilMs = isLast ? endMs : Math.min(endMs, stretch.untilMs);
    const midnight = dayNumber * dayMs - stretch.offsetMs;
    const fromMinute = Math.max(0, (fromMs - midnight) / minuteMs);
    const untilMinute = Math.min(minutesOfDay, (untilMs - midnight) / minuteMs);
    if (fromMinute < untilMinute) pieces.push({ fromMinute, untilMinute });
    fromMs = untilMs;
  }
  return pieces;
}

const minutesOfDay = 1_440;

const minuteOfDay = (clock: WallClock, ms: number) =>
  Math.floor((((wallMs(clock, ms) % dayMs) + dayMs) % dayMs) / minuteMs);

const twoDigits = (count: number) => String(count).padStart(2, "0");
