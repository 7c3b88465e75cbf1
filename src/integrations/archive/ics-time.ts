/** Dates, times and durations as iCalendar writes them, and the looser forms that exporters really produce. */
import type { PlainDate } from "../../domain/time.ts";

/** A wall time is in milliseconds that read as UTC, see `domain/wall-time.ts`. */
export type WrittenTime =
  | { kind: "day"; wallMs: number }
  | { kind: "utc"; ms: number }
  | { kind: "wall"; wallMs: number };

const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Undefined for what is no date of the years 1 to 9999: 00000101T000000, 20260230, "tomorrow". */
export function readTime(text: string): WrittenTime | undefined {
  const found = form.exec(text.trim());
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = "0", zone] = found;
  const midnight = wallOf(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  if (hour === undefined) return { kind: "day", wallMs: midnight };
  // 24:00 is the next midnight; a leap second is the second after.
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const wallMs = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  if (zone === undefined) return { kind: "wall", wallMs };
  return { kind: "utc", ms: wallMs - offsetMs(zone) };
}

function wallOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

/** "Z", "+0530", "-08:00", "+013045" in milliseconds east of UTC. Undefined digits count as zero. */
export function offsetMs(text: string): number {
  const found = /^([+-])(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text.trim());
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = found;
  return (sign === "-" ? -1000 : 1000) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds));
}

/** "P1DT2H30M" in milliseconds; days and weeks are counted apart because they follow the wall clock. */
export function readDuration(text: string): { days: number; ms: number } | undefined {
  const found = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/i.exec(
    text.trim(),
  );
  if (found === null) return undefined;
  const [, sign, weeks = "0", days = "0", hours = "0", minutes = "0", seconds = "0"] = found;
  const direction = sign === "-" ? -1 : 1;
  return {
    days: direction * (Number(weeks) * 7 + Number(days)),
    ms: direction * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
  };
}

export const dayMs = 86_400_000;

/** The day on which a wall time falls. */
export const dayOfWall = (wallMs: number): PlainDate => new Date(wallMs).toISOString().slice(0, 10) as PlainDate;
