/**
 * Every rule that can refuse a time, once. A rule names all starts that it forbids; `freeSlots` offers what no rule
 * forbids, and `whyNot` asks the same rules about one start, so that what is offered is accepted.
 */
import { instantOf, type PlainDate } from "../time.ts";
import type { Busy } from "./busy.ts";
import { touching } from "./busy-index.ts";
import { dayNumberOf, dayOfNumber, minuteMs, weekNumber } from "./day-number.ts";
import { type BlocksOf, never, noBlocks, openSpans, wholeDay } from "./hours.ts";
import type { Prepared } from "./prepare.ts";
import type { Refusal, RuleName, WallRange } from "./refusal.ts";
import {
  allTime,
  either,
  merged,
  noSpans,
  oneSpan,
  type Spans,
  spanAt,
  startsOutside,
  startsTouching,
  without,
} from "./spans.ts";
import { dayNumberAt } from "./wall-clock.ts";

export type Rule = {
  name: RuleName;
  /** All starts, in milliseconds, that the rule forbids inside the prepared window (and beyond it where it can tell). */
  forbids: (prepared: Prepared) => Spans;
  /** The facts for one start that it forbids. */
  because: (prepared: Prepared, startMs: number) => Refusal;
};

const reasonsMax = 5;

export const rules: readonly Rule[] = [
  {
    name: "lead_time",
    forbids: ({ earliestMs }) => oneSpan(Number.NEGATIVE_INFINITY, earliestMs),
    because: ({ earliestMs }) => ({ rule: "lead_time", earliestAt: instantOf(earliestMs) }),
  },
  {
    name: "horizon",
    forbids: ({ latestMs, lengthMs }) => oneSpan(latestMs - lengthMs + 1, Number.POSITIVE_INFINITY),
    because: ({ latestMs }) => ({ rule: "horizon", latestAt: instantOf(latestMs) }),
  },
  {
    name: "deadline",
    forbids: ({ deadlineMs, lengthMs }) =>
      deadlineMs === undefined ? noSpans : oneSpan(deadlineMs - lengthMs + 1, Number.POSITIVE_INFINITY),
    because: ({ deadlineMs }) => ({ rule: "deadline", deadlineAt: instantOf(deadlineMs!) }),
  },
  {
    name: "unreadable_calendar",
    forbids: ({ question }) => ((question.unreadable ?? []).length > 0 ? allTime : noSpans),
    because: ({ question }) => ({ rule: "unreadable_calendar", calendars: question.unreadable ?? [] }),
  },
  {
    name: "other_days",
    forbids: (prepared) => {
      const { onlyDays } = prepared.question;
      if (onlyDays === undefined) return noSpans;
      const allowed = onlyDays.map(({ firstDay, lastDay }) => [dayNumberOf(firstDay), dayNumberOf(lastDay)] as const);
      const inTown = onOwnersClock(prepared, (day) =>
        allowed.some(([first, last]) => day >= first && day <= last) ? wholeDay : noBlocks,
      );
      return startsOutside(inTown, prepared.lengthMs);
    },
    because: (prepared, startMs) => ({
      rule: "other_days",
      day: dayAt(prepared, startMs),
      onlyDays: prepared.question.onlyDays ?? [],
    }),
  },
  {
    name: "holiday",
    forbids: (prepared) => {
      if (prepared.holidays.size === 0) return noSpans;
      const closed = onOwnersClock(prepared, (day) => (prepared.holidays.has(day) ? wholeDay : noBlocks));
      return startsTouching(closed, prepared.lengthMs);
    },
    because: (prepared, startMs) => {
      const first = dayNumberAt(prepared.clock, startMs);
      const day = prepared.holidays.has(first) ? first : dayNumberAt(prepared.clock, startMs + prepared.lengthMs - 1);
      return { rule: "holiday", day: dayOfNumber(day), name: prepared.holidays.get(day) ?? "" };
    },
  },
  {
    name: "outside_hours",
    forbids: (prepared) => startsOutside(onOwnersClock(prepared, prepared.hoursOf), prepared.lengthMs),
    because: (prepared, startMs) => ({ rule: "outside_hours", ...hoursOn(prepared, startMs, prepared.hoursOf) }),
  },
  {
    name: "focus_hours",
    forbids: (prepared) =>
      prepared.focusOf === never
        ? noSpans
        : startsTouching(onOwnersClock(prepared, prepared.focusOf), prepared.lengthMs),
    because: (prepared, startMs) => ({ rule: "focus_hours", ...hoursOn(prepared, startMs, prepared.focusOf) }),
  },
  {
    name: "busy",
    forbids: ({ index, lengthMs }) => startsTouching(index.taken, lengthMs),
    because: ({ index, lengthMs }, startMs) => ({
      rule: "busy",
      with: touching(index, startMs, startMs + lengthMs, reasonsMax),
    }),
  },
  {
    name: "buffer",
    forbids: ({ index, lengthMs, bufferBeforeMs, bufferAfterMs }) =>
      bufferBeforeMs + bufferAfterMs === 0
        ? noSpans
        : startsTouching(index.taken, lengthMs, bufferBeforeMs, bufferAfterMs),
    because: ({ index, lengthMs, bufferBeforeMs, bufferAfterMs }, startMs) => ({
      rule: "buffer",
      beforeMinutes: bufferBeforeMs / minuteMs,
      afterMinutes: bufferAfterMs / minuteMs,
      with: touching(index, startMs - bufferBeforeMs, startMs + lengthMs + bufferAfterMs, reasonsMax),
    }),
  },
  {
    name: "meeting_gap",
    forbids: (prepared) =>
      prepared.meetingGapMs === 0
        ? noSpans
        : startsNear(prepared, (item) => (isMeeting(item) ? prepared.meetingGapMs : 0)),
    because: (prepared, startMs) => ({
      rule: "meeting_gap",
      gapMinutes: prepared.meetingGapMs / minuteMs,
      with: itemsNear(prepared, startMs, prepared.meetingGapMs, (item) =>
        isMeeting(item) ? prepared.meetingGapMs : 0,
      ),
    }),
  },
  {
    name: "travel",
    forbids: (prepared) =>
      prepared.travelMaxMs === 0
        ? noSpans
        : startsNear(prepared, prepared.travelMsTo, prepared.bufferBeforeMs, prepared.bufferAfterMs),
    because: (prepared, startMs) => ({
      rule: "travel",
      with: itemsNear(
        prepared,
        startMs,
        prepared.travelMaxMs,
        prepared.travelMsTo,
        prepared.bufferBeforeMs,
        prepared.bufferAfterMs,
      ).map((item) => ({ ...item, travelMinutes: prepared.travelMsTo(item) / minuteMs })),
    }),
  },
  {
    name: "not_adjacent",
    forbids: (prepared) => {
      const { nextTo } = prepared.question;
      return nextTo?.strength === "only" ? without(allTime, adjacentStarts(prepared)) : noSpans;
    },
    because: ({ question }) => ({ rule: "not_adjacent", withinMinutes: question.nextTo?.withinMinutes ?? 0 }),
  },
  {
    name: "day_cap",
    forbids: (prepared) => {
      const { meetingsPerDayMax: most } = prepared.question.availability;
      if (most === undefined) return noSpans;
      const { perDay } = prepared.counted();
      return most === 0 ? allTime : startsOn(prepared, (day) => (perDay.get(day) ?? 0) >= most);
    },
    because: (prepared, startMs) => ({
      rule: "day_cap",
      day: dayAt(prepared, startMs),
      most: prepared.question.availability.meetingsPerDayMax ?? 0,
      already: prepared.counted().perDay.get(dayNumberAt(prepared.clock, startMs)) ?? 0,
    }),
  },
  {
    name: "week_cap",
    forbids: (prepared) => {
      const { meetingsPerWeekMax: most } = prepared.question.availability;
      if (most === undefined) return noSpans;
      const { perWeek } = prepared.counted();
      return most === 0 ? allTime : startsOn(prepared, (day) => (perWeek.get(weekNumber(day)) ?? 0) >= most);
    },
    because: (prepared, startMs) => {
      const day = dayNumberAt(prepared.clock, startMs);
      return {
        rule: "week_cap",
        monday: dayOfNumber(weekNumber(day) * 7 - 3),
        most: prepared.question.availability.meetingsPerWeekMax ?? 0,
        already: prepared.counted().perWeek.get(weekNumber(day)) ?? 0,
      };
    },
  },
  {
    name: "invitee_hours",
    forbids: (prepared) => prepared.required.reduce((all, invitee) => either(all, invitee.closedStarts()), noSpans),
    because: (prepared, startMs) => ({
      rule: "invitee_hours",
      invitees: prepared.required.filter((invitee) => spanAt(invitee.closedStarts(), startMs) >= 0).map(({ id }) => id),
    }),
  },
  {
    name: "invitee_busy",
    forbids: (prepared) => prepared.required.reduce((all, invitee) => either(all, invitee.busyStarts()), noSpans),
    because: (prepared, startMs) => ({
      rule: "invitee_busy",
      invitees: prepared.required.filter((invitee) => spanAt(invitee.busyStarts(), startMs) >= 0).map(({ id }) => id),
    }),
  },
];

/** Starts at which the meeting would follow, or be followed by, a meeting at the same place closely enough. */
export function adjacentStarts(prepared: Prepared): Spans {
  const { nextTo } = prepared.question;
  if (nextTo === undefined) return noSpans;
  const withinMs = nextTo.withinMinutes * minuteMs;
  const { lengthMs, bufferBeforeMs, bufferAfterMs } = prepared;
  const pairs: number[] = [];
  for (const item of prepared.index.items) {
    if (item.place === undefined || !nextTo.isThere(item.place)) continue;
    const firstAfter = item.endMs + bufferBeforeMs;
    const lastBefore = item.startMs - bufferAfterMs - lengthMs;
    pairs.push(firstAfter, firstAfter + withinMs + 1, lastBefore - withinMs, lastBefore + 1);
  }
  return merged(pairs);
}

export const isMeeting = (item: Busy): boolean =>
  item.kind === "booking" || item.kind === "hold" || item.withPeople === true;

const onOwnersClock = (prepared: Prepared, blocksOf: BlocksOf) => openSpans(prepared.clock, blocksOf);

/** All instants of the days that a condition names: a cap counts a meeting on the day on which it starts. */
const startsOn = (prepared: Prepared, applies: (dayNumber: number) => boolean) =>
  onOwnersClock(prepared, (day) => (applies(day) ? wholeDay : noBlocks));

const dayAt = (prepared: Prepared, startMs: number): PlainDate => dayOfNumber(dayNumberAt(prepared.clock, startMs));

function hoursOn(prepared: Prepared, startMs: number, blocksOf: BlocksOf): { day: PlainDate; hours: WallRange[] } {
  const day = dayNumberAt(prepared.clock, startMs);
  const blocks = blocksOf(day);
  const hours: WallRange[] = [];
  for (let at = 0; at < blocks.length; at += 2)
    hours.push({ from: wallText(blocks[at]!), until: wallText(blocks[at + 1]!) });
  return { day: dayOfNumber(day), hours };
}

const twoDigits = (count: number) => String(count).padStart(2, "0");
const wallText = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Starts that come too near to an item for which a distance is asked, beside the buffers. Distance 0 asks for nothing. */
function startsNear(prepared: Prepared, distanceMsTo: (item: Busy) => number, beforeMs = 0, afterMs = 0): Spans {
  const { index, lengthMs } = prepared;
  const pairs: number[] = [];
  for (const item of index.items) {
    const distanceMs = distanceMsTo(item);
    if (distanceMs === 0) continue;
    pairs.push(item.startMs - distanceMs - afterMs - lengthMs + 1, item.endMs + distanceMs + beforeMs);
  }
  return merged(pairs);
}

function itemsNear(
  { index, lengthMs }: Prepared,
  startMs: number,
  mostMs: number,
  distanceMsTo: (item: Busy) => number,
  beforeMs = 0,
  afterMs = 0,
): readonly Busy[] {
  const around = touching(
    index,
    startMs - mostMs - beforeMs,
    startMs + lengthMs + mostMs + afterMs,
    Number.POSITIVE_INFINITY,
  );
  return around
    .filter((item) => {
      const distanceMs = distanceMsTo(item);
      return (
        distanceMs > 0 &&
        item.startMs < startMs + lengthMs + distanceMs + afterMs &&
        item.endMs > startMs - distanceMs - beforeMs
      );
    })
    .slice(0, reasonsMax);
}
