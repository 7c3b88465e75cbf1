/** Series across clock changes: the first occurrences of each rule, compared with a reference set of instants. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CalendarEvent } from "../../src/domain/meeting/event.ts";
import { expand } from "../../src/domain/meeting/recurrence.ts";
import { after, instantOf, millisOf, parseInstant, type Zone } from "../../src/domain/time.ts";
import { millisOfWall, wallAt } from "../../src/domain/wall-time.ts";
import { zoneNamed } from "../../src/domain/zones.ts";

const Corpus = z.object({
  cases: z.array(
    z.object({
      tz: z.string(),
      /** Wall time, `20260105T090000`. */
      dtstart: z.string(),
      rrule: z.string(),
      /** The first instants of the series, without milliseconds. */
      utc: z.array(z.string()).nonempty(),
    }),
  ),
});

export type RecurrenceResult = {
  set: "recurrence-dst";
  cases: number;
  /** Cases in which every instant agrees. */
  exact: number;
  /** Of the others, those whose reference instant does not show the written wall time: it follows other zone rules than this Node's. */
  otherZoneRules: number;
  /** The version of the zone rules in this Node. */
  zoneRules: string;
  /** All the others, with the first instant that differs. */
  wrong: readonly { zone: string; start: string; rule: string; expected: string; found: string }[];
};

/** Reads `recurrence-dst.json` in the folder. Throws when it is missing or of another shape. */
export async function evaluateRecurrence(folder: string): Promise<RecurrenceResult> {
  const { cases } = Corpus.parse(JSON.parse(await readFile(join(folder, "recurrence-dst.json"), "utf8")));
  const wrong = cases.flatMap(({ tz, dtstart, rrule, utc }) => {
    const expected = utc.map((text) => parseInstant(text) ?? text);
    const found = firstStarts(tz, dtstart, rrule, expected.length);
    const at = expected.findIndex((instant, index) => instant !== found[index]);
    return at < 0
      ? []
      : [{ zone: tz, start: dtstart, rule: rrule, expected: expected[at] ?? "", found: found[at] ?? "none" }];
  });
  const otherZoneRules = wrong.filter(isOfOtherZoneRules).length;
  const zoneRules = process.versions.tz ?? "unknown";
  return {
    set: "recurrence-dst",
    cases: cases.length,
    exact: cases.length - wrong.length,
    otherZoneRules,
    zoneRules,
    wrong,
  };
}

function firstStarts(tz: string, dtstart: string, rrule: string, count: number): string[] {
  const startsAt = instantOf(millisOfWall(zoneNamed(tz) as Zone, wallOf(dtstart)));
  const event: CalendarEvent = {
    calendar: "reference",
    uid: "reference",
    sequence: 0,
    title: "",
    time: { kind: "timed", startsAt, endsAt: after(startsAt, { minutes: 30 }), zone: zoneNamed(tz) as Zone },
    status: "confirmed",
    kind: "busy",
    attendees: [],
    recurrence: { rules: [rrule], extra: [], excluded: [] },
    notes: [],
  };
  const expansion = expand(event, [], { from: startsAt, to: after(startsAt, { days: 366 * 6 }) });
  return expansion.kind === "expanded" ? expansion.occurrences.slice(0, count).map(({ key }) => key) : [expansion.note];
}

function wallOf(text: string): number {
  const iso = text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/, "$1-$2-$3T$4:$5:$6Z");
  return Date.parse(iso);
}

/** The reference kept the wall time by its own rules; ours does and the reference's does not when they are read here. */
function isOfOtherZoneRules({ zone, start, expected, found }: RecurrenceResult["wrong"][number]): boolean {
  const showsStart = (text: string) => {
    const at = parseInstant(text);
    return at !== undefined && (wallAt(zoneNamed(zone) as Zone, millisOf(at)) - wallOf(start)) % 86_400_000 === 0;
  };
  return showsStart(found) && !showsStart(expected);
}
