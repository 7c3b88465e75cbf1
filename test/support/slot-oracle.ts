/**
 * The slot engine's opposite: every minute of the window judged by itself, slowly and plainly, from the same question.
 * Shares only types and the weekday names with the engine. Wall clocks come from Intl by bisection.
 */
import type { Block, WeeklyHours } from "../../src/domain/meeting/availability.ts";
import type { Busy } from "../../src/domain/meeting/busy.ts";
import type { Question } from "../../src/domain/meeting/prepare.ts";
import type { DaySpan, RuleName } from "../../src/domain/meeting/refusal.ts";
import { intlStretches } from "./zone-oracle.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Rules that look at each minute of the meeting. */
const minuteRules = [
  "other_days",
  "holiday",
  "outside_hours",
  "focus_hours",
  "busy",
  "buffer",
  "meeting_gap",
  "travel",
  "invitee_hours",
  "invitee_busy",
] as const satisfies readonly RuleName[];
/** Rules that look at the start or the end alone. */
const edgeRules = [
  "lead_time",
  "horizon",
  "deadline",
  "unreadable_calendar",
  "day_cap",
  "week_cap",
  "not_adjacent",
] as const;

const bitOf = Object.fromEntries([...minuteRules, ...edgeRules].map((rule, at) => [rule, 1 << at])) as Record<
  RuleName,
  number
>;

export type Judged = {
  /** First judged start, a whole minute at or after `now`; the others follow each minute. */
  firstStartMs: number;
  /** For each start the rules that refuse it, as bits; 0 is free. */
  refused: Uint32Array;
};

export const rulesIn = (bits: number): RuleName[] =>
  (Object.keys(bitOf) as RuleName[]).filter((rule) => (bits & bitOf[rule]) !== 0);

/** Judges every whole minute from `now` to the horizon as a start. Lengths must be whole minutes, offsets too. */
export function judgeEveryMinute(question: Question): Judged {
  const { availability, lengthMinutes } = question;
  const nowMs = Date.parse(question.now);
  const firstStartMs = Math.ceil(nowMs / minuteMs) * minuteMs;
  const horizonMs = nowMs + availability.horizonDays * dayMs;
  const starts = Math.floor((horizonMs - firstStartMs) / minuteMs) + 1;
  const cells = starts + lengthMinutes;
  const bad = new Uint32Array(cells);
  const mark = (rule: RuleName, fromMs: number, untilMs: number) => {
    const first = Math.max(0, Math.floor((fromMs - firstStartMs) / minuteMs));
    const last = Math.min(cells, Math.ceil((untilMs - firstStartMs) / minuteMs));
    for (let cell = first; cell < last; cell += 1) bad[cell] = bad[cell]! | bitOf[rule];
  };

  const owner = ownersWall(question, firstStartMs, cells);
  const focus = weekTable(availability.focus);
  const invitees = (question.invitees ?? []).filter((one) => one.optional !== true);
  const closedTo = invitees.flatMap(({ zone, hours }) =>
    hours === undefined ? [] : [{ wall: wallOf(zone, firstStartMs, cells), open: weekTable(hours) }],
  );
  const isOpen = opening(question);
  const isOff = daysOff(question);
  for (let cell = 0; cell < cells; cell += 1) {
    const wall = owner[cell]!;
    const day = Math.floor(wall / 1_440);
    let bits = 0;
    if (!isOpen(day, wall - day * 1_440)) bits |= bitOf.outside_hours;
    if (focus[(wall + 4_320) % 10_080] === 1) bits |= bitOf.focus_hours;
    if (isOff.holiday?.(day)) bits |= bitOf.holiday;
    if (isOff.otherDay?.(day)) bits |= bitOf.other_days;
    for (const { wall: there, open } of closedTo) {
      if (open[(there[cell]! + 4_320) % 10_080] !== 1) bits |= bitOf.invitee_hours;
    }
    bad[cell] = bits;
  }

  const before = availability.bufferBeforeMinutes * minuteMs;
  const after = availability.bufferAfterMinutes * minuteMs;
  const gap = availability.meetingGapMinutes * minuteMs;
  const blocking = (question.busy as readonly Busy[]).filter(
    (item) => !(item.kind === "hold" && item.contactId !== undefined && item.contactId === question.contactId),
  );
  for (const item of blocking) {
    mark("busy", item.startMs, item.endMs);
    if (before + after > 0) mark("buffer", item.startMs - after, item.endMs + before);
    const meets = item.kind === "booking" || item.kind === "hold" || item.withPeople === true;
    if (meets && gap > 0) mark("meeting_gap", item.startMs - gap, item.endMs + gap);
    const travel = (question.travelMinutesTo?.(item) ?? 0) * minuteMs;
    if (travel > 0) mark("travel", item.startMs - travel - after, item.endMs + travel + before);
  }
  for (const { busy = [] } of invitees) for (const item of busy) mark("invitee_busy", item.startMs, item.endMs);

  const days = new Map<number, number>();
  const weeks = new Map<number, number>();
  for (const item of blocking) {
    const ours = item.kind === "booking" || item.kind === "hold";
    if (!ours && !(availability.capsCount === "all_meetings" && item.withPeople === true)) continue;
    const day = Math.floor(ownersWall(question, item.startMs, 1)[0]! / 1_440);
    days.set(day, (days.get(day) ?? 0) + 1);
    weeks.set(week(day), (weeks.get(week(day)) ?? 0) + 1);
  }

  const { meetingsPerDayMax: dayCap, meetingsPerWeekMax: weekCap } = availability;
  const unreadable = (question.unreadable ?? []).length > 0;
  const refused = new Uint32Array(starts);
  /** For each minute rule the nearest minute at or after this one that it refuses. */
  const nextBad = new Int32Array(minuteRules.length).fill(cells + lengthMinutes);
  const earliestMs = nowMs + availability.leadHours * 3_600_000;
  const deadlineMs = question.deadlineAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(question.deadlineAt);
  for (let cell = cells - 1; cell >= 0; cell -= 1) {
    const here = bad[cell]!;
    let bits = 0;
    for (let at = 0; at < minuteRules.length; at += 1) {
      if ((here & (1 << at)) !== 0) nextBad[at] = cell;
      if (nextBad[at]! < cell + lengthMinutes) bits |= 1 << at;
    }
    if (cell >= starts) continue;
    const startMs = firstStartMs + cell * minuteMs;
    const endMs = startMs + lengthMinutes * minuteMs;
    const day = Math.floor(owner[cell]! / 1_440);
    if (startMs < earliestMs) bits |= bitOf.lead_time;
    if (endMs > horizonMs) bits |= bitOf.horizon;
    if (endMs > deadlineMs) bits |= bitOf.deadline;
    if (unreadable) bits |= bitOf.unreadable_calendar;
    if (dayCap !== undefined && (days.get(day) ?? 0) >= dayCap) bits |= bitOf.day_cap;
    if (weekCap !== undefined && (weeks.get(week(day)) ?? 0) >= weekCap) bits |= bitOf.week_cap;
    if (question.nextTo?.strength === "only" && !isAdjacent(question, blocking, startMs, endMs, before, after)) {
      bits |= bitOf.not_adjacent;
    }
    refused[cell] = bits;
  }
  return { firstStartMs, refused };
}

function isAdjacent(
  question: Question,
  busy: readonly Busy[],
  startMs: number,
  endMs: number,
  before: number,
  after: number,
) {
  const { isThere, withinMinutes } = question.nextTo!;
  return busy.some((item) => {
    if (item.place === undefined || !isThere(item.place)) return false;
    const sinceMs = startMs - before - item.endMs;
    const untilMs = item.startMs - after - endMs;
    return (
      (sinceMs >= 0 && sinceMs <= withinMinutes * minuteMs) || (untilMs >= 0 && untilMs <= withinMinutes * minuteMs)
    );
  });
}

const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;
const week = (day: number) => Math.floor((day + 3) / 7);

/** For each minute of two days, 1 where it lies in a block that began on the first. */
function minuteTable(blocks: readonly Block[]): Uint8Array {
  const table = new Uint8Array(2_880);
  for (const { from, until } of blocks) {
    const [start, end] = [from, until].map((text) => Number(text.split(":")[0]) * 60 + Number(text.split(":")[1]));
    table.fill(1, start, end! > start! ? end : end! + 1_440);
  }
  return table;
}

/** For each minute of a week from Monday 00:00, 1 where it lies in a block, be it one that began the day before. */
function weekTable(hours: WeeklyHours): Uint8Array {
  const table = new Uint8Array(10_080);
  const days = [
    hours.monday,
    hours.tuesday,
    hours.wednesday,
    hours.thursday,
    hours.friday,
    hours.saturday,
    hours.sunday,
  ];
  for (const [day, blocks] of days.entries()) {
    const minutes = minuteTable(blocks);
    for (let at = 0; at < minutes.length; at += 1) if (minutes[at] === 1) table[(day * 1_440 + at) % 10_080] = 1;
  }
  return table;
}

/** Whether a minute of a day is open: weekly hours, or what all overrides of the day agree on; also the day before's night. */
function opening({ availability }: Question): (day: number, minute: number) => boolean {
  const { hours } = availability;
  const days = [
    hours.monday,
    hours.tuesday,
    hours.wednesday,
    hours.thursday,
    hours.friday,
    hours.saturday,
    hours.sunday,
  ];
  const usual = days.map(minuteTable);
  const overrides = availability.overrides.map(({ firstDay, lastDay, blocks }) => ({
    first: Date.parse(firstDay) / dayMs,
    last: Date.parse(lastDay) / dayMs,
    table: minuteTable(blocks),
  }));
  const began = (day: number, minute: number) => {
    let named = false;
    for (const { first, last, table } of overrides) {
      if (day < first || day > last) continue;
      named = true;
      if (table[minute] !== 1) return false;
    }
    return named || usual[weekday(day)]![minute] === 1;
  };
  return (day, minute) => began(day, minute) || began(day - 1, minute + 1_440);
}

type OnDay = (day: number) => boolean;

function daysOff({ availability, holidays = [], onlyDays }: Question): { holiday?: OnDay; otherDay?: OnDay } {
  const spanOf = ({ firstDay, lastDay }: DaySpan) =>
    [Date.parse(firstDay) / dayMs, Date.parse(lastDay) / dayMs] as const;
  const inside = (spans: readonly (readonly [number, number])[], day: number) =>
    spans.some(([first, last]) => day >= first && day <= last);
  const overridden = availability.overrides.map(spanOf);
  const off = holidays.map(({ day }) => Date.parse(day) / dayMs);
  const only = onlyDays?.map(spanOf);
  return {
    ...(off.length > 0 && { holiday: (day: number) => off.includes(day) && !inside(overridden, day) }),
    ...(only !== undefined && { otherDay: (day: number) => !inside(only, day) }),
  };
}

/** Wall minutes since 1970-01-01 00:00 of that wall, for each minute from a start. */
function wallOf(zone: string, startMs: number, cells: number): Int32Array {
  const stretches = intlStretches(zone, startMs, startMs + cells * minuteMs);
  const walls = new Int32Array(cells);
  let stretch = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const ms = startMs + cell * minuteMs;
    while (stretches[stretch]!.untilMs <= ms) stretch += 1;
    walls[cell] = Math.floor((ms + stretches[stretch]!.offsetMs) / minuteMs);
  }
  return walls;
}

/** The wall of a travelling owner: each zone from the first minute that shows its day, found minute by minute. */
function ownersWall({ zones }: Question, startMs: number, cells: number): Int32Array {
  const home = zones.find(({ fromDay }) => fromDay === undefined)!;
  const wall = wallOf(home.zone, startMs, cells);
  const trips = zones.flatMap(({ zone, fromDay }) => (fromDay === undefined ? [] : [{ zone, fromDay }]));
  for (const { zone, fromDay } of trips.sort((one, other) => (one.fromDay < other.fromDay ? -1 : 1))) {
    const firstMinute = Date.parse(fromDay) / minuteMs;
    const there = wallOf(zone, startMs, cells);
    const arrives = there.findIndex((minute) => minute >= firstMinute);
    // Later entries overwrite: they are sorted by day, and the newest place is where the owner is.
    if (arrives >= 0) wall.set(there.subarray(arrives), arrives);
  }
  return wall;
}
