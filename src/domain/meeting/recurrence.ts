/**
 * A series in a window: its rule, extra and excluded dates and changed occurrences, as the times that really happen.
 * Wall time is kept across clock changes; a wall time that is skipped moves forward, one that shows twice is its first
 * showing. A rule that cannot be followed to the end is never half an answer: the window is unknown, and says why.
 *
 * Nearly all rules are followed by the arithmetic of `recurrence-rule.ts`: ten times and more faster than rrule-temporal,
 * which follows the rest (parts below a day with gaps). The two are compared in the tests.
 */
import { RRuleTemporal } from "rrule-temporal";
import { type Instant, instantOf, millisOf, type PlainDate, utc, type Zone } from "../time.ts";
import { millisOfWall, wallAt } from "../wall-time.ts";
import type { CalendarEvent, EventTime, OccurrenceKey } from "./event.ts";
import { asDaily, isPlain, parseRule, type Rule, wallTimes } from "./recurrence-rule.ts";

/** From the first instant on, up to but without the last. */
export type Window = { from: Instant; to: Instant };

export type Occurrence = {
  /** The start it would have had by the rule. */
  key: OccurrenceKey;
  time: EventTime;
  /** What happens then: the series itself, or the changed occurrence that took its place. */
  event: CalendarEvent;
};

export type Expansion =
  | { kind: "expanded"; occurrences: readonly Occurrence[] }
  /** Nothing can be said about this stretch, so that all of it must be taken as busy. `note` is for the owner. */
  | { kind: "unreadable"; because: "not_a_rule" | "too_many" | "too_costly"; unknown: Window; note: string };

export type Limits = {
  /** Occurrences of one series in the window. */
  occurrencesMax: number;
  /** Days that the common rules of one series may look at: some 50 ms at the default. */
  stepsMax: number;
  /** Rules of one series that may need the library, and how far it may look: some 50 ms at the defaults. */
  rareRulesMax: number;
  rareStepsMax: number;
};

export const usualLimits: Limits = { occurrencesMax: 5_000, stepsMax: 100_000, rareRulesMax: 1, rareStepsMax: 1_000 };

/**
 * The occurrences that touch the window, in order of their starts. `overrides` are the changed occurrences of the same
 * UID, cancelled ones included. All-day occurrences are given when their days touch the window in any zone. A single
 * event is its own only occurrence.
 */
export function expand(
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
  window: Window,
  limits: Limits = usualLimits,
): Expansion {
  const series = seriesOf(event);
  const starts = startsOf(series, event, stretchOf(series, window), limits);
  if (starts.kind === "unreadable") {
    const begins = instantOf(millisOfWall(series.zone, series.startWall) - (series.allDay ? eastmostMs : 0));
    const unknown = { from: begins > window.from ? begins : window.from, to: window.to };
    return { kind: "unreadable", because: starts.because, unknown, note: noteFor(event, starts.because) };
  }
  const gone = keysGone(event, overrides);
  const fromRule = starts.startsMs
    .map((startMs) => occurrenceAt(series, event, startMs))
    .filter(({ key }) => !gone.keys.has(key) && !(gone.daysToo && gone.keys.has(dayOf(series, key))));
  const changed = overrides
    .filter((override) => override.status !== "cancelled")
    .map((override) => ({ key: override.occurrence ?? startOf(override.time), time: override.time, event: override }));
  const occurrences = [...fromRule, ...changed].filter(({ time }) => touches(time, window));
  if (occurrences.length > limits.occurrencesMax) {
    return { kind: "unreadable", because: "too_many", unknown: window, note: noteFor(event, "too_many") };
  }
  return {
    kind: "expanded",
    occurrences: occurrences.sort((one, other) => order(startOf(one.time), startOf(other.time))),
  };
}

type Because = "not_a_rule" | "too_many" | "too_costly";

function noteFor({ title, recurrence }: CalendarEvent, because: Because): string {
  const rule = (recurrence?.rules.join(" ") ?? "").slice(0, 80);
  const reason = {
    not_a_rule: "is no valid rule",
    too_many: "repeats too often",
    too_costly: "takes too long to follow",
  }[because];
  return `The rule '${rule}' of '${title.slice(0, 80)}' ${reason}: the time is taken as busy.`;
}

/** The walls of a series: timed ones on the clock of their zone, all-day ones on days. Milliseconds that read as UTC. */
type Series = { allDay: boolean; zone: Zone; startWall: number; lengthMs: number };

function seriesOf({ time }: CalendarEvent): Series {
  if (time.kind === "all_day") {
    const startWall = Date.parse(time.firstDay);
    return { allDay: true, zone: utc, startWall, lengthMs: Date.parse(time.lastDay) - startWall };
  }
  const startMs = millisOf(time.startsAt);
  return {
    allDay: false,
    zone: time.zone,
    startWall: wallAt(time.zone, startMs),
    lengthMs: millisOf(time.endsAt) - startMs,
  };
}

const dayMs = 86_400_000;
/** No zone is further east than 14 hours, none further west than 12. */
const eastmostMs = 14 * 3_600_000;
const westmostMs = 12 * 3_600_000;

/** Starts that may touch the window, a day or two wider than needed: walls and instants differ by up to 14 hours. */
function stretchOf({ lengthMs }: Series, { from, to }: Window): Stretch {
  return {
    fromWall: millisOf(from) - lengthMs - 2 * dayMs,
    toWall: Math.min(millisOf(to) + 2 * dayMs, latestMs - lengthMs - 2 * dayMs),
  };
}

type Stretch = { fromWall: number; toWall: number };
const latestMs = 253_402_300_799_999;

/** `startsMs` are instants; of all-day series the midnights of their days in UTC. */
type Starts = { kind: "found"; startsMs: number[] } | { kind: "unreadable"; because: Because };

function startsOf(series: Series, event: CalendarEvent, stretch: Stretch, limits: Limits): Starts {
  const { rules = [], extra = [] } = event.recurrence ?? {};
  const inStretch = (startMs: number) => startMs >= stretch.fromWall && startMs <= stretch.toWall;
  const starts = new Set(extra.map((key) => millisOfKey(series, key)).filter(inStretch));
  // With extra dates alone, the first start is one more of them.
  if (rules.length === 0) starts.add(millisOfWall(series.zone, series.startWall));
  const left = { steps: limits.stepsMax, rareRules: limits.rareRulesMax };
  for (const text of rules) {
    const rule = parseRule(text);
    if (rule === undefined) return { kind: "unreadable", because: "not_a_rule" };
    const bounds = { ...stretch, startWall: series.startWall, untilWall: untilWallOf(rule, series) };
    const found = startsOfRule(text, rule, series, bounds, left, limits);
    if (found.kind === "unreadable") return found;
    for (const startMs of found.startsMs) starts.add(startMs);
    if (starts.size > limits.occurrencesMax * 2) return { kind: "unreadable", because: "too_many" };
  }
  return { kind: "found", startsMs: [...starts] };
}

type Bounds = Stretch & { startWall: number; untilWall: number };

function startsOfRule(
  text: string,
  rule: Rule,
  series: Series,
  bounds: Bounds,
  left: { steps: number; rareRules: number },
  limits: Limits,
): Starts {
  if (isEvenlySpaced(rule)) return evenlySpaced(rule, series, bounds, limits.occurrencesMax * 2);
  let walls: readonly number[] | undefined;
  const plain = asDaily(rule);
  if (isPlain(plain)) {
    const found = wallTimes(plain, { ...bounds, stepsMax: left.steps });
    if (found.kind === "found") {
      left.steps -= found.steps;
      walls = found.wallTimes;
    }
  } else if (left.rareRules > 0) {
    left.rareRules -= 1;
    walls = rareWallTimes(text, bounds, limits);
  }
  if (walls === undefined) return { kind: "unreadable", because: "too_costly" };
  if (walls.length > limits.occurrencesMax * 2) return { kind: "unreadable", because: "too_many" };
  return { kind: "found", startsMs: walls.map((wall) => millisOfWall(series.zone, wall)) };
}

/** An UNTIL that is only a date includes that day, also for timed series; days are compared by the date that is written. */
function untilWallOf({ until }: Rule, { allDay, zone }: Series): number {
  if (until === undefined) return Number.POSITIVE_INFINITY;
  if (until.kind === "day" || allDay) return Math.floor(until.ms / dayMs) * dayMs + dayMs - 1;
  return until.kind === "utc" ? wallAt(zone, until.ms) : until.ms;
}

/** "Every 4 hours" and its kin without further parts: elapsed time, whatever the clocks do. */
const isEvenlySpaced = (rule: Rule): boolean =>
  unitMs.has(rule.frequency) && Object.values(rule).every((part) => !Array.isArray(part) || part.length === 0);

const unitMs: ReadonlyMap<string, number> = new Map([
  ["SECONDLY", 1_000],
  ["MINUTELY", 60_000],
  ["HOURLY", 3_600_000],
]);

function evenlySpaced(
  rule: Rule,
  { zone }: Series,
  { startWall, fromWall, toWall, untilWall }: Bounds,
  most: number,
): Starts {
  const stepMs = (unitMs.get(rule.frequency) ?? 1_000) * rule.interval;
  const startMs = millisOfWall(zone, startWall);
  const lastMs = Math.min(toWall, millisOfWall(zone, Math.min(untilWall, latestMs)));
  const first = Math.max(0, Math.ceil((fromWall - startMs) / stepMs));
  const last = Math.min(Math.floor((lastMs - startMs) / stepMs), (rule.count ?? Number.POSITIVE_INFINITY) - 1);
  if (last - first >= most) return { kind: "unreadable", because: "too_many" };
  return {
    kind: "found",
    startsMs: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => startMs + (first + index) * stepMs),
  };
}

/** By the library, on a clock without changes, so that what it yields are wall times. Undefined when its limits were reached. */
function rareWallTimes(
  text: string,
  { startWall, fromWall, toWall, untilWall }: Bounds,
  limits: Limits,
): number[] | undefined {
  const last = Math.min(toWall, untilWall);
  if (last < startWall) return [];
  const parts = text.split(";").filter((part) => !/^\s*(UNTIL|X-[^=]*)=/i.test(part));
  if (untilWall < latestMs) parts.push(`UNTIL=${compact(untilWall)}`);
  try {
    const rule = new RRuleTemporal({
      rruleString: `RRULE:${parts.join(";")}`,
      dtstart: { timeZoneId: "UTC", toString: () => new Date(startWall).toISOString().replace("Z", "+00:00[UTC]") },
      maxIterations: limits.rareStepsMax,
      maxCandidateEvaluations: limits.rareStepsMax,
      cache: false,
    });
    const found = rule.between(new Date(Math.max(fromWall, startWall)), new Date(last), true);
    return found.map(({ epochMilliseconds }) => epochMilliseconds);
  } catch (problem) {
    // The rule was parsed before, so what the library throws (plain Errors) are its limits and dates beyond its calendar.
    if (problem instanceof Error) return undefined;
    throw problem;
  }
}

const compact = (wallMs: number) => new Date(wallMs).toISOString().replace(/[-:]|\.\d+/g, "");

function occurrenceAt({ allDay, zone, lengthMs }: Series, event: CalendarEvent, startMs: number): Occurrence {
  if (allDay) {
    const firstDay = dayText(startMs);
    return { key: firstDay, time: { kind: "all_day", firstDay, lastDay: dayText(startMs + lengthMs) }, event };
  }
  const startsAt = instantOf(startMs);
  return { key: startsAt, time: { kind: "timed", startsAt, endsAt: instantOf(startMs + lengthMs), zone }, event };
}

const dayText = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10) as PlainDate;
const isDay = (key: OccurrenceKey): key is PlainDate => key.length === 10;

/** The start that a key names: of a day in a timed series, that day at the wall time of the first start. */
function millisOfKey({ allDay, zone, startWall }: Series, key: OccurrenceKey): number {
  if (!isDay(key)) return allDay ? Date.parse(nearestDay(key)) : millisOf(key);
  return allDay
    ? Date.parse(key)
    : millisOfWall(zone, Date.parse(key) + startWall - Math.floor(startWall / dayMs) * dayMs);
}

/** The day that an instant near midnight of some zone stands for: exporters write all-day keys as midnights. */
const nearestDay = (key: Instant): PlainDate => dayText(millisOf(key) + dayMs / 2);

/**
 * The keys that the rule must not yield: excluded ones, and those whose place a changed occurrence took. `daysToo`:
 * some are only dates in a timed series, and mean all of that day.
 */
function keysGone(
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
): { keys: ReadonlySet<OccurrenceKey>; daysToo: boolean } {
  const keys = [...(event.recurrence?.excluded ?? []), ...overrides.flatMap(({ occurrence }) => occurrence ?? [])];
  const isAllDay = event.time.kind === "all_day";
  return {
    keys: new Set(keys.map((key) => (isAllDay && !isDay(key) ? nearestDay(key) : key))),
    daysToo: !isAllDay && keys.some(isDay),
  };
}

/** The day in its own zone on which an occurrence starts. */
const dayOf = ({ zone }: Series, key: OccurrenceKey): PlainDate =>
  isDay(key) ? key : dayText(wallAt(zone, millisOf(key)));

const startOf = (time: EventTime): Instant | PlainDate => (time.kind === "timed" ? time.startsAt : time.firstDay);
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Something without length touches the window when it starts inside. */
function touches(time: EventTime, { from, to }: Window): boolean {
  if (time.kind === "timed") return time.startsAt < to && (time.endsAt > from || time.startsAt >= from);
  const begins = Date.parse(time.firstDay) - eastmostMs;
  const ends = Date.parse(time.lastDay) + dayMs + westmostMs;
  return begins < millisOf(to) && ends > millisOf(from);
}
