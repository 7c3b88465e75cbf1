/** What one approval covers (requirements, "One approval covers"): exactly what was shown beside the button, and nothing else. */
import { z } from "zod";
import type { Instant } from "../time.ts";
import { isBookingLink } from "./booking-link.ts";

const instant = z.string().transform((text) => text as Instant);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Reminders by the owner's first yes: only their times may differ. */
const coveredNudge = z.object({
  step: z.enum(["nudge", "closing_note"]),
  /** Hex digits, of the words without their times. */
  wordsHash: hash,
});

export const covers = z.object({
  /** Hex digits, of recipient, words and times together. */
  textHash: hash,
  /** Booked when one of them is plainly accepted. */
  times: z.array(z.object({ startsAt: instant, endsAt: instant })),
  /** Empty where they were not wished. */
  nudges: z.array(coveredNudge).default([]),
  /** Of the letter that confirms a booking, as far as its words were shown. */
  confirmation: z.object({ hash }).optional(),
});
export type Covers = z.output<typeof covers>;

/** A text without the lines that offer times, in one form whatever its blank lines: what an approval of words is about. */
export function wordsWithoutTimes(body: string, lines: readonly string[]): string {
  const times = new Set(lines.map((line) => line.trim()));
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !times.has(line) && !isBookingLink(line))
    .join("\n");
}

/** Whether a reminder that comes due now says what the owner said yes to. */
export const isCoveredNudge = (
  { nudges }: Pick<Covers, "nudges">,
  { step, wordsHash }: { step: string; wordsHash: string },
): boolean => nudges.some((one) => one.step === step && one.wordsHash === wordsHash);

/** Ways that are the owner's own hand on this very letter. */
export const ownersHand = ["page", "digest_link", "digest_reply"] as const;
/** covered: an earlier approval covers it, and says so. unasked: the owner lets its kind go without being asked. */
export const approvalWays = [...ownersHand, "covered", "unasked"] as const;
export type ApprovalWay = (typeof approvalWays)[number];

/**
 * A kind of letter may go without asking when the owner switched it on after so many approvals of it as it was written, and
 * never to somebody whom they write to for the first time.
 */
export const mayGoUnasked = (
  { isOn, unedited, wroteBefore }: { isOn: boolean; unedited: number; wroteBefore: boolean },
  uneditedMin: number,
): boolean => isOn && unedited >= uneditedMin && wroteBefore;
