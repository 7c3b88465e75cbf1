/**
 * Zones that a calendar file defines itself (VTIMEZONE), for names that nobody else knows. Their rules are followed by
 * the same capped arithmetic as any series, so that a hostile one costs little.
 */
import { isPlain, parseRule, wallTimes } from "../../domain/meeting/recurrence-rule.ts";
import { clockChangesIn, instantOf, offsetMinutesIn, offsetMsAt, type Zone } from "../../domain/time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import { contentLines, textValue } from "./content-lines.ts";
import type { Component } from "./ics-components.ts";
import { offsetMs, readTime } from "./ics-time.ts";

export type OwnZone = {
  tzid: string;
  /** X-LIC-LOCATION and the like: the writer's word for the same zone, when it is one. */
  named?: Zone;
  observances: readonly Observance[];
};

/** One stretch of standard or daylight time; wall times are those before its onset. */
type Observance = {
  offsetFromMs: number;
  offsetToMs: number;
  startWall: number;
  rules: readonly string[];
  extraWalls: readonly number[];
};

/** Undefined without a TZID or without any observance that can be read. */
export function readOwnZone(text: string, component: Component): OwnZone | undefined {
  let tzid = "";
  let named: Zone | undefined;
  const observances: Observance[] = [];
  let open: { lines: Map<string, string>; rules: string[]; extra: string[] } | undefined;
  for (const line of contentLines(text, component.from, component.to, component.line)) {
    if ("unreadable" in line) continue;
    const value = textValue(line);
    if (line.name === "BEGIN") open = { lines: new Map(), rules: [], extra: [] };
    else if (line.name === "END") {
      const observance = open && observanceOf(open);
      if (observance !== undefined && observances.length < observancesMax) observances.push(observance);
      open = undefined;
    } else if (open !== undefined) {
      if (line.name === "RRULE") open.rules.push(value);
      else if (line.name === "RDATE") open.extra.push(...line.value.split(","));
      else open.lines.set(line.name, value);
    } else if (line.name === "TZID") tzid = value;
    else if (line.name === "X-LIC-LOCATION" || line.name === "TZID-ALIAS-OF") named ??= zoneNamed(value);
  }
  if (tzid === "" || observances.length === 0) return undefined;
  return { tzid, ...(named !== undefined && { named }), observances };
}

/** Zones with a full history write one observance for each change since 1883. */
const observancesMax = 500;

function observanceOf({
  lines,
  rules,
  extra,
}: {
  lines: Map<string, string>;
  rules: string[];
  extra: string[];
}): Observance | undefined {
  const start = readTime(lines.get("DTSTART") ?? "");
  const to = lines.get("TZOFFSETTO");
  if (start === undefined || to === undefined) return undefined;
  const offsetToMs = offsetMs(to);
  const offsetFromMs = offsetMs(lines.get("TZOFFSETFROM") ?? to);
  const wall = (time: ReturnType<typeof readTime>) => (time?.kind === "utc" ? time.ms + offsetFromMs : time?.wallMs);
  const extraWalls = extra.slice(0, observancesMax).map((text) => wall(readTime(text)));
  return {
    offsetFromMs,
    offsetToMs,
    startWall: wall(start) ?? 0,
    rules: rules.slice(0, 5),
    extraWalls: extraWalls.filter((one) => one !== undefined),
  };
}

/** `offsetsMs[i]` holds before `changesMs[i]`, the last one to the end of the year. */
type YearOfOffsets = { changesMs: readonly number[]; offsetsMs: readonly number[] };

/** What the zone's clock does in a year of UTC. */
export function offsetsIn({ observances }: OwnZone, year: number): YearOfOffsets {
  const from = startOfYear(year);
  const to = startOfYear(year + 1);
  const onsets = observances
    .flatMap((observance) =>
      onsetWalls(observance, from, to).map((wall) => ({ atMs: wall - observance.offsetFromMs, observance })),
    )
    .sort((one, other) => one.atMs - other.atMs);
  const before = onsets.findLast(({ atMs }) => atMs <= from);
  const earliest = onsets[0] ?? { observance: observances[0] as Observance };
  const offsetsMs = [before?.observance.offsetToMs ?? earliest.observance.offsetFromMs];
  const changesMs: number[] = [];
  for (const { atMs, observance } of onsets) {
    if (atMs <= from || atMs >= to || observance.offsetToMs === offsetsMs.at(-1)) continue;
    changesMs.push(atMs);
    offsetsMs.push(observance.offsetToMs);
  }
  return { changesMs, offsetsMs };
}

/** Wall times of the onsets up to the end of the year; at least the last two years, and all of a rule that has ended. */
function onsetWalls(
  { startWall, rules, extraWalls, offsetFromMs }: Observance,
  fromMs: number,
  toMs: number,
): number[] {
  const walls = [startWall, ...extraWalls];
  for (const text of rules) {
    const rule = parseRule(text);
    if (rule === undefined || !isPlain(rule)) continue;
    const untilMs = rule.until === undefined ? Number.POSITIVE_INFINITY : rule.until.ms;
    const untilWall =
      rule.until?.kind === "utc" ? untilMs + offsetFromMs : rule.until?.kind === "day" ? untilMs + dayMs - 1 : untilMs;
    const fromWall = untilWall < toMs ? startWall : fromMs - 2 * 366 * dayMs;
    const found = wallTimes(rule, { startWall, fromWall, toWall: toMs + dayMs, untilWall, stepsMax: 100_000 });
    if (found.kind === "found") walls.push(...found.wallTimes);
  }
  return walls;
}

/** The offset of a wall time: of the first showing, and of before the change for one that is skipped. */
export function offsetOfWall(zone: OwnZone, wallMs: number): number {
  const { changesMs, offsetsMs } = offsetsIn(zone, new Date(wallMs).getUTCFullYear());
  const kept = changesMs.findIndex((change, index) => wallMs - (offsetsMs[index] as number) < change);
  return (kept < 0 ? offsetsMs.at(-1) : offsetsMs[kept]) as number;
}

/** The IANA zone whose clock does the same throughout the year; the well-known ones are asked first. */
export function equalZone(zone: OwnZone, year: number): Zone | undefined {
  const { changesMs, offsetsMs } = offsetsIn(zone, year);
  const start = instantOf(startOfYear(year));
  return candidates(zone).find(
    (candidate) =>
      offsetMinutesIn(candidate, start) * 60_000 === offsetsMs[0] &&
      String(clockChangesIn(candidate, year)) === String(changesMs) &&
      changesMs.every((change, index) => offsetMsAt(candidate, change) === offsetsMs[index + 1]),
  );
}

const wellKnown = [
  "Europe/Paris",
  "Europe/London",
  "Europe/Helsinki",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
];
const wellKnownToo = ["America/Los_Angeles", "Asia/Tokyo", "Asia/Shanghai", "Asia/Kolkata", "Australia/Sydney"];
const allZones = [...new Set([...wellKnown, ...wellKnownToo, ...Intl.supportedValuesOf("timeZone")])] as Zone[];
const candidates = ({ named }: OwnZone) => (named === undefined ? allZones : [named, ...allZones]);

const dayMs = 86_400_000;

function startOfYear(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.min(Math.max(year, 1), 9999), 0, 1);
  return date.getTime();
}
