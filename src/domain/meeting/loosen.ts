/** When no time is left: which rule to give way on first. */
import { dayMs, minuteMs } from "./day-number.ts";
import type { Prepared } from "./prepare.ts";
import type { RuleName } from "./refusal.ts";
import { startsWithout } from "./slots.ts";
import { lengthOf, oneSpan } from "./spans.ts";

export type Loosening = {
  rule: RuleName;
  /** Present when no rule alone is in the way. */
  alsoNeeded?: RuleName;
  /** How many minutes of starts it would open. */
  freesMinutes: number;
};

/** From what costs nobody anything to what costs other people something; within a step the one that frees most. */
export const looseningSteps: readonly (readonly RuleName[])[] = [
  ["unreadable_calendar"],
  ["lead_time", "horizon", "buffer", "meeting_gap", "not_adjacent", "day_cap", "week_cap", "focus_hours"],
  ["travel", "other_days", "invitee_hours", "deadline"],
  ["outside_hours", "holiday"],
  ["busy", "invitee_busy"],
];

/** How far past the horizon a longer one is tried; busy time is known that far (`windowOf`). */
const beyondMs = 2 * dayMs;

/** Undefined when neither one rule nor two together would free any time. */
export function loosenFirst(prepared: Prepared): Loosening | undefined {
  const among = oneSpan(prepared.nowMs, prepared.latestMs + beyondMs);
  const freed = (rulesOff: readonly RuleName[]) => lengthOf(startsWithout(prepared, rulesOff, among)) / minuteMs;
  for (const step of looseningSteps) {
    const best = most(step.map((rule) => ({ rule, freesMinutes: freed([rule]) })));
    if (best !== undefined) return best;
  }
  const everyRule = looseningSteps.flat();
  for (const [at, rule] of everyRule.entries()) {
    const pairs = everyRule
      .slice(0, at)
      .map((other) => ({ rule: other, alsoNeeded: rule, freesMinutes: freed([other, rule]) }));
    const best = most(pairs);
    if (best !== undefined) return best;
  }
  return undefined;
}

const most = <T extends { freesMinutes: number }>(candidates: readonly T[]): T | undefined =>
  candidates.reduce<T | undefined>(
    (best, one) => (one.freesMinutes > (best?.freesMinutes ?? 0) ? one : best),
    undefined,
  );
