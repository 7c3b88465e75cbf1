/** The times that a letter offers, as the people of the sandbox read them: lines with a day and times of the clock. */
import { addDays, dayIn, type Instant, type PlainDate, type Zone } from "../../domain/time.ts";

/** On the writer's clock; a single time begins and ends at once. */
export type OfferedTime = { day: PlainDate; fromMinute: number; toMinute: number };

const offerLine = /^\W*(\p{L}{2,12})[.,]?\s+(\d{1,2})\b[^:\d]{0,20}:\s+(.+)$/u;
const clock = String.raw`(\d{1,2})(?:(?:[:.h])(\d{2})?)?\s*(am|pm)?`;
const range = new RegExp(`${clock}(?:\\s*[-–]\\s*${clock})?`, "gi");
/** A day of the month is looked for so far ahead. */
const aheadDaysMost = 62;

/** In the order of the letter. Quoted lines and what stands in brackets (the reader's own clock) are left out. */
export function offeredTimes(text: string, { writtenAt, zone }: { writtenAt: Instant; zone: Zone }): OfferedTime[] {
  const today = dayIn(zone, writtenAt);
  return text.split("\n").flatMap((line) => {
    const [, , number = "", rest = ""] = line.startsWith(">") ? [] : (offerLine.exec(line.trim()) ?? []);
    const day = number === "" ? undefined : nextDay(today, Number(number));
    if (day === undefined) return [];
    return [...rest.replace(/\([^)]*\)/g, "").matchAll(range)].flatMap((found) => timesOf(day, found));
  });
}

function timesOf(day: PlainDate, found: RegExpMatchArray): OfferedTime[] {
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = found;
  const from = minuteOf(fromHour, fromMinute, fromHalf ?? toHalf);
  const to = toHour === undefined ? from : minuteOf(toHour, toMinute, toHalf);
  return from === undefined || to === undefined || to < from ? [] : [{ day, fromMinute: from, toMinute: to }];
}

function minuteOf(hour: string | undefined, minute = "0", half: string | undefined): number | undefined {
  const read = Number(hour);
  const hours = half === undefined ? read : (read % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return hours < 24 && Number(minute) < 60 ? hours * 60 + Number(minute) : undefined;
}

function nextDay(today: PlainDate, number: number): PlainDate | undefined {
  for (let ahead = 0; ahead <= aheadDaysMost; ahead++) {
    const day = addDays(today, ahead);
    if (Number(day.slice(8)) === number) return day;
  }
  return undefined;
}
