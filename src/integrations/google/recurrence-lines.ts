/** The lines in which Google writes how an event repeats: RRULE, RDATE and EXDATE of iCalendar, one property each. */
import type { EventTime, OccurrenceKey, Recurrence } from "../../domain/meeting/event.ts";
import { instantOf, type Zone } from "../../domain/time.ts";
import { millisOfWall } from "../../domain/wall-time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import { type ContentLine, contentLines, paramsOf } from "../archive/content-lines.ts";
import { dayOfWall, readTime } from "../archive/ics-time.ts";

/** Undefined when there is no rule and no date. What cannot be read is said in `notes`. */
export function recurrenceIn(lines: readonly string[], time: EventTime, notes: string[]): Recurrence | undefined {
  const rules: string[] = [];
  const extra: OccurrenceKey[] = [];
  const excluded: OccurrenceKey[] = [];
  for (const text of lines) {
    for (const line of contentLines(text, 0, text.length, 1)) {
      if ("unreadable" in line) notes.push("A line of how it repeats cannot be read.");
      else if (line.name === "RRULE") rules.push(line.value.trim());
      else if (line.name === "RDATE") extra.push(...keysIn(line, time, notes));
      else if (line.name === "EXDATE") excluded.push(...keysIn(line, time, notes));
      else notes.push(`How it repeats has a part that is not known: ${line.name.slice(0, 20)}.`);
    }
  }
  return rules.length + extra.length === 0 ? undefined : { rules, extra, excluded };
}

function keysIn(line: ContentLine, time: EventTime, notes: string[]): OccurrenceKey[] {
  const named = paramsOf(line).get("TZID");
  const own = time.kind === "timed" ? time.zone : undefined;
  const zone = named === undefined ? own : (zoneNamed(named) ?? own);
  return line.value.split(",").flatMap((value): OccurrenceKey[] => {
    // Of a period only its start names the occurrence.
    const key = keyOf(value.split("/")[0] ?? "", time, zone);
    if (key === undefined) notes.push(`A date of how it repeats cannot be read: ${value.slice(0, 40)}.`);
    return key === undefined ? [] : [key];
  });
}

/** A day for events of whole days; otherwise an instant, or a day where only a date is written. */
function keyOf(text: string, time: EventTime, zone: Zone | undefined): OccurrenceKey | undefined {
  const at = readTime(text);
  if (at === undefined) return undefined;
  if (at.kind === "day") return dayOfWall(at.wallMs);
  if (time.kind === "all_day" || zone === undefined) return dayOfWall(at.kind === "utc" ? at.ms : at.wallMs);
  return instantOf(at.kind === "utc" ? at.ms : millisOfWall(zone, at.wallMs));
}
