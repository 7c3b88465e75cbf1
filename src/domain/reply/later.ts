/** Whether a reply puts the meeting off, and until when. */
import { addDays, dayIn, daysBetween } from "../time.ts";
import { answer, excerpt } from "./answer.ts";
import type { Clause } from "./clauses.ts";
import type { OfferMade, ReplyMeaning } from "./meaning.ts";
import * as refusing from "./refusing-words.ts";
import type { TimePhrase } from "./time-spans.ts";

export const isLater = ({ text, isPast, isQuestion, accepts, phrases }: Clause): boolean =>
  refusing.later.test(text) &&
  // "I'll check and come back to you" puts off the answer, not the meeting.
  !(phrases.length === 0 && /(?:come|get|circle|reach|loop) back to (?:you|u)(?![\p{L}])/u.test(text)) &&
  !(isPast && phrases.length === 0) &&
  !(isQuestion && accepts);

/** A stretch that begins after everything that was offered. */
const beyondDays = 14;
export const isFarAway = ({ phrases, isPast }: Clause, offer: OfferMade): boolean =>
  !isPast && phrases.some((phrase) => phrase.isStretch && isBeyond(phrase, offer));
function isBeyond({ days = [] }: TimePhrase, { slots, writtenAt, zone }: OfferMade): boolean {
  const last = slots
    .map(({ startsAt }) => dayIn(zone, startsAt))
    .toSorted()
    .at(-1);
  const written = dayIn(zone, writtenAt);
  const from = last === undefined || last < addDays(written, beyondDays) ? addDays(written, beyondDays) : last;
  return days.some(({ first }) => first > from);
}

export function laterMeaning(clauses: readonly Clause[], { zone, writtenAt }: OfferMade, clause: Clause): ReplyMeaning {
  const written = dayIn(zone, writtenAt);
  const days = clauses
    .flatMap(({ phrases }) => phrases.flatMap(({ days: named = [] }) => named.map(({ first }) => first)))
    .filter((day) => day > written && daysBetween(written, day) < 400);
  const from = days.toSorted().at(-1);
  return answer(
    { kind: "later", ...(from !== undefined && { from }) },
    0.8,
    "M6.later",
    `Not now: "${excerpt(clause.sentence)}".`,
  );
}
