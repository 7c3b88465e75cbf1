/** The day's fixed times as a calendar file (RFC 5545): a block on each working day that a calendar keeps free (R22, R23). */
import { addDays, isWeekend, type PlainDate, type Zone } from "../time.ts";

export type Block = { uid: string; title: string; fromMinute: number; minutes: number };

/** Weekly on working days from the first one on, at the wall time of the zone. `stamp` is in basic UTC form. */
export function writeBlocks(
  blocks: readonly Block[],
  { firstDay, zone, stamp }: { firstDay: PlainDate; zone: Zone; stamp: string },
): string {
  const day = isWeekend(firstDay) ? addDays(firstDay, isWeekend(addDays(firstDay, 1)) ? 2 : 1) : firstDay;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rapport//Day//EN",
    ...blocks.flatMap(({ uid, title, fromMinute, minutes }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;TZID=${zone}:${wall(day, fromMinute)}`,
      `DURATION:PT${minutes}M`,
      "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      `SUMMARY:${title}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

const wall = (day: PlainDate, minute: number): string =>
  `${day.replaceAll("-", "")}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
const two = (number: number) => String(number).padStart(2, "0");
