/**
 * How often one person may be written to, over all rules: one unsolicited letter in 7 days and four in 90 (defaults table).
 * A thank-you and an answer are free; a nudge belongs to its invitation, so it counts towards the four and not the one.
 */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant } from "../time.ts";

/** unsolicited: begins something new. answer: to a letter of theirs, or about a meeting that stands. */
export type LetterWeight = "thank_you" | "answer" | "nudge" | "unsolicited";

export type SentLetter = { at: Instant; weight: LetterWeight };

/** now: it may be written. later: not before `from`. */
export type MayWrite = { kind: "now" } | { kind: "later"; from: Instant; because: Because };

/** Whether one more letter of that weight may go to a person who got `letters`, in any order; those of the future are left out. */
export function mayWrite(letters: readonly SentLetter[], weight: LetterWeight, policy: Policy, now: Instant): MayWrite {
  if (weight === "thank_you" || weight === "answer") return { kind: "now" };
  const { gapDays, perQuarterMax, perQuarterDays } = policy.letters;
  const counted = letters.filter((one) => isCounted(one) && one.at <= now).map(({ at }) => at);
  counted.sort();
  // With four in the last 90 days, the next may go when the fourth last is 90 days old.
  const fourth = counted.at(-perQuarterMax);
  const quarterFrom = fourth === undefined ? undefined : after(fourth, { days: perQuarterDays });
  if (quarterFrom !== undefined && quarterFrom > now) {
    const text = `They got ${perQuarterMax} letters in ${perQuarterDays} days, and no more than that.`;
    return { kind: "later", from: quarterFrom, because: because("caps.per_quarter", text, { from: quarterFrom }) };
  }
  if (weight === "nudge") return { kind: "now" };
  const last = letters.reduce<Instant | undefined>(
    (found, one) =>
      one.weight === "unsolicited" && one.at <= now && (found === undefined || one.at > found) ? one.at : found,
    undefined,
  );
  const gapFrom = last === undefined ? undefined : after(last, { days: gapDays });
  if (gapFrom === undefined || gapFrom <= now) return { kind: "now" };
  const text = `You wrote to them less than ${gapDays} days ago.`;
  return { kind: "later", from: gapFrom, because: because("caps.gap", text, { from: gapFrom }) };
}

const isCounted = ({ weight }: SentLetter): boolean => weight === "nudge" || weight === "unsolicited";

/** How many letters may still go today, the owner's day. */
export function lettersLeftToday(sentAt: readonly Instant[], policy: Policy, now: Instant): number {
  const { dayOf } = localDays(policy.zone);
  const today = dayOf(now);
  const sentToday = sentAt.filter((at) => at <= now && dayOf(at) === today).length;
  return Math.max(0, policy.letters.perDayMax - sentToday);
}

/** Why every other letter waits when the day's letters are out. */
export const dailyCapBecause = ({ letters: { perDayMax } }: Policy): Because =>
  because("caps.per_day", `You sent ${perDayMax} letters today; tomorrow is another day.`, { perDayMax });

/** They answer, or were agreed to, or are about a meeting that stands. */
const answers: ReadonlySet<string> = new Set([
  "reschedule",
  "new_times",
  "confirmation",
  "calling_off",
  "own_answer",
  "late_running",
  "after_decline",
  "connection_note",
  "introduction",
]);

/** What a letter of that kind weighs in the caps. */
export function weightOf(kind: string): LetterWeight {
  if (kind === "thank_you") return "thank_you";
  if (kind === "nudge" || kind === "closing_note") return "nudge";
  return answers.has(kind) ? "answer" : "unsolicited";
}
