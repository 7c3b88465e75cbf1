/** When a letter left, as the owner tells it afterwards: a day of their zone, today being now. */
import { addDays, dayIn, type Instant, instantAt, type PlainDate, type Zone } from "../time.ts";

/** Older letters are found in the sent mail, or were never written here. */
export const toldWithinDays = 30;

const noonMinute = 12 * 60;

/** Undefined for a day to come, and for one too long ago. */
export function sentOn(day: PlainDate, { zone, now }: { zone: Zone; now: Instant }): Instant | undefined {
  const today = dayIn(zone, now);
  if (day > today || day < addDays(today, -toldWithinDays)) return undefined;
  return day === today ? now : instantAt(zone, day, noonMinute);
}
