/** Whether a letter that was written earlier may still offer its times. */
import { type Because, because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant } from "../time.ts";

/** A time that the letter offers; `taken` is a sentence about what has it now. */
export type TimeNow = { startsAt: Instant; endsAt: Instant; taken?: string };

/** None of them is taken, and three at least can still be chosen; undefined while that holds. A letter with fewer keeps all. */
export function whyTimesFell(
  times: readonly TimeNow[],
  { offers: { lapseHours, timesLeftMin } }: Pick<Policy, "offers">,
  now: Instant,
): Because | undefined {
  const gone = times.find(({ taken }) => taken !== undefined);
  if (gone !== undefined) {
    const text = `A time that it offers is not free any more: ${gone.taken}`;
    return because("Q5.times_taken", text, { startsAt: gone.startsAt });
  }
  const open = times.filter(({ startsAt }) => before(startsAt, { hours: lapseHours }) > now);
  if (open.length >= Math.min(times.length, timesLeftMin)) return undefined;
  const text = `Of the times that it offers ${open.length} are still far enough away.`;
  return because("Q5.times_lapsed", text, { left: open.length });
}
