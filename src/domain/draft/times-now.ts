/** Whether a letter that was written earlier may still offer its times. */
import { type Because, because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant } from "../time.ts";
import type { OfferedTime } from "./offer.ts";

/** A time that the letter offers; `taken` is a sentence about what has it now. */
export type TimeNow = { startsAt: Instant; endsAt: Instant; taken?: string };

/** The instant from which too few of these times can still be chosen, nothing of them being taken; undefined where none is offered. */
export function timesLapseAt(
  times: readonly OfferedTime[],
  { offers: { lapseHours, timesLeftMin } }: Pick<Policy, "offers">,
): Instant | undefined {
  const starts = times.map(({ startsAt }) => startsAt).sort();
  const last = starts.at(-Math.min(times.length, timesLeftMin));
  return last && before(last, { hours: lapseHours });
}

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
  const text =
    open.length === 0
      ? "The times that it offers have passed, or are too near by now."
      : `Of the times that it offers ${open.length} ${open.length === 1 ? "is" : "are"} still far enough away.`;
  return because(timesLapsed, text, { left: open.length });
}

/** What is said of a letter whose times have run out. */
export const timesLapsed = "Q5.times_lapsed";
