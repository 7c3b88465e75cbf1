/** Weekly hours laid on a wall clock. A time is open when the clock on the wall shows that day and a time inside a block. */

import type { Block, Override, WeeklyHours } from "./availability.ts";
import { dayMs, dayNumberOf, minuteMs, weekdayIndex } from "./day-number.ts";
import { append, both, merged, type Spans } from "./spans.ts";
import type { WallClock } from "./wall-clock.ts";

/** Blocks of one day laid flat, `[from, until, …]` in minutes since 00:00 of that day; `until` may reach into the next day. */
export type DayBlocks = readonly number[];

/** The blocks of a day, by its number. */
export type BlocksOf = (dayNumber: number) => DayBlocks;

export const wholeDay: DayBlocks = [0, 1_440];
export const noBlocks: DayBlocks = [];

/** Hours of a week, the same every week. Settings are read once for each object that holds them. */
export function weekly(hours: WeeklyHours): BlocksOf {
  const known = compiled.get(hours);
  if (known !== undefined) return known;
  const { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = hours;
  const week = [monday, tuesday, wednesday, thursday, friday, saturday, sunday].map(dayBlocks);
  const blocksOf: BlocksOf = week.every((blocks) => blocks.length === 0)
    ? never
    : (dayNumber) => week[weekdayIndex(dayNumber)]!;
  compiled.set(hours, blocksOf);
  return blocksOf;
}

const compiled = new WeakMap<WeeklyHours, BlocksOf>();

/** No hours on any day. */
export const never: BlocksOf = () => noBlocks;

/** The blocks that overrides give a day, or undefined when none names it. */
export function overridden(overrides: readonly Override[]): (dayNumber: number) => DayBlocks | undefined {
  if (overrides.length === 0) return noDayNamed;
  const known = overrides.map((override) => ({
    first: dayNumberOf(override.firstDay),
    last: dayNumberOf(override.lastDay),
    blocks: dayBlocks(override.blocks),
  }));
  return (dayNumber) => {
    let blocks: DayBlocks | undefined;
    for (const override of known) {
      if (dayNumber < override.first || dayNumber > override.last) continue;
      blocks = blocks === undefined ? override.blocks : both(blocks, override.blocks);
    }
    return blocks;
  };
}

const noDayNamed = () => undefined;

/** The instants of a wall clock at which it shows a time inside the blocks of its day. */
export function openSpans(clock: WallClock, blocksOf: BlocksOf): Spans {
  const spans: number[] = [];
  for (const { fromMs, untilMs, offsetMs } of clock) {
    const lastDay = Math.floor((untilMs - 1 + offsetMs) / dayMs);
    // The day before may reach over midnight into this stretch. Days come in order, and blocks by their start.
    for (let day = Math.floor((fromMs + offsetMs) / dayMs) - 1; day <= lastDay; day += 1) {
      const blocks = blocksOf(day);
      const midnightMs = day * dayMs - offsetMs;
      for (let at = 0; at < blocks.length; at += 2) {
        const from = midnightMs + blocks[at]! * minuteMs;
        const until = midnightMs + blocks[at + 1]! * minuteMs;
        append(spans, from < fromMs ? fromMs : from, until > untilMs ? untilMs : until);
      }
    }
  }
  return spans;
}

const minuteOf = (wallTime: string) => Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));

/** Sorted and merged, so that days follow each other in order when they are laid on a clock. */
function dayBlocks(blocks: readonly Block[]): DayBlocks {
  const pairs = blocks.flatMap(({ from, until }) => {
    const start = minuteOf(from);
    const end = minuteOf(until);
    return [start, end <= start ? end + 1_440 : end];
  });
  return merged(pairs);
}
