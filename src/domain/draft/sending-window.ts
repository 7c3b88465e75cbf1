/**
 * When a letter may leave, by the recipient's clock: weekdays in the sending window, never in quiet hours, not on a public
 * holiday where they live. A thank-you does not wait for a weekday; nothing waits past its own deadline for the window.
 */

import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant, type PlainDate, type Zone } from "../time.ts";

export type Leaving = {
  isThankYou: boolean;
  /** Where the recipient's clock is; the owner's when that is not known. */
  zone?: Zone | undefined;
  /** Public holidays where the recipient lives, when known. */
  holidays?: ReadonlySet<PlainDate>;
  /** A thank-you that the window would make too late leaves outside of it, though never in quiet hours. */
  deadlineAt?: Instant;
};

/** A year of days: beyond it something is wrong with the settings, not with the calendar. */
const daysMax = 366;

/** The first instant from `from` on at which the letter may leave; undefined when the settings leave no such time. */
export function mayLeaveAt(leaving: Leaving, policy: Policy, from: Instant): Instant | undefined {
  const inWindow = firstWithin(leaving, sendingHours(policy), policy, from);
  const { isThankYou, deadlineAt } = leaving;
  if (!isThankYou || deadlineAt === undefined || (inWindow !== undefined && inWindow <= deadlineAt)) return inWindow;
  const awake = firstWithin(leaving, awakeHours(policy), policy, from);
  return awake !== undefined && awake <= deadlineAt ? awake : inWindow;
}

/** Minutes after midnight, from (included) until (excluded). */
type Hours = { fromMinute: number; untilMinute: number };

/** Quiet hours that end in the morning and begin in the evening, as they usually do, leave the day between. */
function awakeHours({ hours }: Policy): Hours {
  const { quietFromMinute, quietUntilMinute } = hours;
  if (quietFromMinute === quietUntilMinute) return { fromMinute: 0, untilMinute: 1440 };
  return { fromMinute: quietUntilMinute, untilMinute: quietFromMinute > quietUntilMinute ? quietFromMinute : 1440 };
}

function sendingHours(policy: Policy): Hours {
  const awake = awakeHours(policy);
  return {
    fromMinute: Math.max(awake.fromMinute, policy.hours.sendFromMinute),
    untilMinute: Math.min(awake.untilMinute, policy.hours.sendUntilMinute),
  };
}

function firstWithin(leaving: Leaving, hours: Hours, policy: Policy, from: Instant): Instant | undefined {
  if (hours.fromMinute >= hours.untilMinute) return undefined;
  const zone = leaving.zone ?? policy.zone;
  const days = localDays(zone);
  const first = days.dayOf(from);
  for (let count = 0; count < daysMax; count += 1) {
    const day = days.later(first, count);
    if (!isOpenDay(day, leaving, days.orMonday)) continue;
    const opens = days.at(day, hours.fromMinute);
    if (opens >= from) return opens;
    if (days.minuteOf(from) < hours.untilMinute && count === 0) return from;
  }
  return undefined;
}

const isOpenDay = (
  day: PlainDate,
  { isThankYou, holidays }: Leaving,
  orMonday: (day: PlainDate) => PlainDate,
): boolean => isThankYou || (orMonday(day) === day && holidays?.has(day) !== true);

/**
 * The pause after the letter before, as a person who types: `draw` (0 to 1, 1 excluded) is the caller's chance, the pause
 * lies in the policy's range, evenly.
 */
export function afterPause(lastSentAt: Instant, draw: number, { letters }: Policy): Instant {
  const { randomGapSecondsMin: least, randomGapSecondsMax: most } = letters;
  return after(lastSentAt, { seconds: Math.floor(least + draw * (most - least + 1)) });
}
