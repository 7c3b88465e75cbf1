/**
 * A population of guests whose calendars nobody knows, to measure how well a few offered times are chosen. Not people:
 * a seeded model with the three habits that matter, whole days away, parts of the day that never suit, scattered meetings.
 */
import type { Dice } from "./slot-cases.ts";

export type Guest = {
  /** Whether a half hour that starts at that hour (fractions count) of that day suits. */
  suits: (day: number, hour: number) => boolean;
};

/** Everything is drawn at once, so that a guest is the same whatever is asked. The ranges are assumptions. */
export function guestOf(dice: Dice, firstDay: number): Guest {
  const awayShare = dice.one([0, 0.1, 0.2, 0.4]);
  const load = dice.one([0.3, 0.5, 0.7, 0.85]);
  // Closed at the same hours every day: school runs, other zones, early and late workers.
  const closed = Array.from({ length: dice.below(3) }, () => {
    const from = 8 + dice.below(19) / 2;
    return { from, until: from + 1.5 + dice.below(7) / 2 };
  });
  let isAway = false;
  const days = Array.from({ length: daysDrawn }, () => {
    // Who is away one day is likelier to be away the next.
    isAway = dice.chance(isAway ? Math.min(0.9, awayShare * 2.5) : awayShare);
    return { isAway, busyHours: Array.from({ length: 24 }, () => dice.chance(load)) };
  });
  return {
    suits: (day, hour) => {
      const drawn = days[day - firstDay]!;
      return (
        !drawn.isAway &&
        !drawn.busyHours[Math.floor(hour)] &&
        !closed.some(({ from, until }) => hour + 0.5 > from && hour < until)
      );
    },
  };
}

const daysDrawn = 21;
