/**
 * A few times that differ, out of many: the more they differ, the likelier one of them fits a person whose calendar is
 * not known. The rule, and what it gains over "the first few", is written down in docs/decisions/0020-diverse-times.md.
 */
import { dayMs, minuteMs } from "./day-number.ts";
import { type WallClock, wallMs } from "./wall-clock.ts";

export type DiverseWish = {
  /** Whose mornings and afternoons count: the reader's clock, or the owner's while the reader's zone is unknown. */
  clock: WallClock;
  most: number;
  /** How welcome a time is beside being different (optional guests who can come, neighbours at the same place): 0 to 1. */
  welcome?: (startMs: number) => number;
};

/**
 * Picks up to `most` of the starts, in order of time. Each next one is the least like those already picked; among equals
 * the more welcome, then the rounder (full hour, half hour), then the earlier.
 */
export function diverseTimes(startsMs: readonly number[], { clock, most, welcome }: DiverseWish): readonly number[] {
  const candidates = startsMs.map((startMs) => {
    const wall = wallMs(clock, startMs);
    const minute = Math.floor((wall % dayMs) / minuteMs);
    return { startMs, day: Math.floor(wall / dayMs), minute, welcome: welcome?.(startMs) ?? 0, likeness: 0 };
  });
  const picked: Candidate[] = [];
  while (picked.length < most) {
    let best: Candidate | undefined;
    for (const candidate of candidates) {
      if (!picked.includes(candidate) && (best === undefined || isBetter(candidate, best))) best = candidate;
    }
    if (best === undefined) break;
    picked.push(best);
    for (const candidate of candidates) candidate.likeness += likeness(candidate, best);
  }
  return picked.map(({ startMs }) => startMs).sort((one, other) => one - other);
}

type Candidate = { startMs: number; day: number; minute: number; welcome: number; likeness: number };

/** Morning, noon, early and late afternoon, evening: people tend to be taken for a part of a day, not for a minute. */
const partEndsMinutes = [630, 780, 930, 1_080];
const partOf = (minute: number) => partEndsMinutes.filter((end) => minute >= end).length;

/** Sharing the day weighs most (people are away for days), sharing the part of the day half of that. */
function likeness(one: Candidate, other: Candidate): number {
  const sameDay = one.day === other.day;
  const samePart = partOf(one.minute) === partOf(other.minute);
  return (sameDay ? 4 : 0) + (samePart ? 2 : 0) + (sameDay && samePart ? 4 : 0);
}

const roughness = (minute: number) => (minute % 60 === 0 ? 0 : minute % 30 === 0 ? 1 : 2);

function isBetter(one: Candidate, other: Candidate): boolean {
  const byLikeness = one.likeness - one.welcome - (other.likeness - other.welcome);
  if (byLikeness !== 0) return byLikeness < 0;
  const byRoughness = roughness(one.minute) - roughness(other.minute);
  return byRoughness === 0 ? one.startMs < other.startMs : byRoughness < 0;
}
