/** When an approved letter is to leave: after the moment of grace, in its window, apart from the letters before it, ten a day. */
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Instant, Zone } from "../time.ts";
import { weightOf } from "./frequency.ts";
import { afterPause, mayLeaveAt } from "./sending-window.ts";

/**
 * at_once: about a meeting that stands, of use for minutes, or in the owner's own words, which are sent when they are. awake: an answer to a letter of theirs, at any hour that is not
 * quiet. thanks: on any day. window: on a weekday in the sending window.
 */
export type Pace = "at_once" | "awake" | "thanks" | "window";

const atOnce: ReadonlySet<string> = new Set(["confirmation", "calling_off", "late_running", "own_answer"]);

export function paceOf(kind: string): Pace {
  if (atOnce.has(kind)) return "at_once";
  const weight = weightOf(kind);
  if (weight === "thank_you") return "thanks";
  return weight === "answer" && kind !== "introduction" && kind !== "connection_note" ? "awake" : "window";
}

export type ToLeave = {
  pace: Pace;
  /** Where the recipient's clock is, when it is known. */
  zone?: Zone;
  /** Of a thank-you. */
  deadlineAt?: Instant;
};

/** The first instant from `from` on at which the recipient's clock allows it; undefined when the settings leave none. */
export function opensAt({ pace, zone, deadlineAt }: ToLeave, policy: Policy, from: Instant): Instant | undefined {
  if (pace === "at_once") return from;
  const isAnyDay = pace !== "window";
  // An answer that no window holds back: as a thank-you past its deadline, it waits for the end of the quiet hours alone.
  const hours = pace === "awake" ? awakeOnly(policy) : policy;
  const leaving = { isThankYou: isAnyDay, ...(zone !== undefined && { zone }) };
  return mayLeaveAt({ ...leaving, ...(pace === "thanks" && deadlineAt !== undefined && { deadlineAt }) }, hours, from);
}

const awakeOnly = (policy: Policy): Policy => ({
  ...policy,
  hours: { ...policy.hours, sendFromMinute: 0, sendUntilMinute: 24 * 60 },
});

/** Letters that keep to the caps and gaps of a day. */
export const isPaced = (pace: Pace): boolean => pace === "window" || pace === "thanks";

/**
 * When it is planned to leave, given the instants of the letters that left today or are planned (any order). `draw` (0 to 1,
 * 1 excluded) is the caller's chance for the pause. Undefined when the settings leave no time.
 */
export function leavesAt(
  letter: ToLeave,
  others: readonly Instant[],
  draw: number,
  policy: Policy,
  from: Instant,
): Instant | undefined {
  let at = opensAt(letter, policy, from);
  if (!isPaced(letter.pace)) return at;
  const days = localDays(policy.zone);
  // Every round passes another letter, or a whole day of them.
  for (let round = 0; at !== undefined && round <= 2 * others.length; round += 1) {
    const planned: Instant = at;
    const day = days.dayOf(planned);
    const isFull = others.filter((one) => days.dayOf(one) === day).length >= policy.letters.perDayMax;
    if (isFull && letter.pace !== "thanks") {
      at = opensAt(letter, policy, days.startOf(days.later(day, 1)));
      continue;
    }
    const freeAt = others.reduce<Instant>((found, one) => {
      const next = afterPause(one, draw, policy);
      return planned < next && afterPause(planned, draw, policy) > one && next > found ? next : found;
    }, planned);
    if (freeAt === planned) return planned;
    at = opensAt(letter, policy, freeAt);
  }
  return at;
}
