/** Letters that the owner wrote by hand, weighed as those by rule are, so that all of them together keep to the caps. */
import type { Policy } from "../policy.ts";
import type { PersonHistory } from "../relationship/person.ts";
import { isSameTime } from "../relationship/same-letter.ts";
import { after, before, type Instant } from "../time.ts";
import type { SentLetter } from "./frequency.ts";

/** By rule and by hand, each letter once; those by hand in answer to a letter of the last days are answers. */
export function allLetters(
  { encounter, interactions }: PersonHistory,
  byRule: readonly SentLetter[],
  { thankYou, letters }: Policy,
  now: Instant,
): readonly SentLetter[] {
  let byHand: SentLetter[] | undefined;
  for (const { at, mode, direction, depth, others } of interactions) {
    if (mode !== "email" || direction !== "outbound" || others !== 1 || depth === "passive" || at > now) continue;
    // Older letters are in nobody's way.
    if (at < before(now, { days: letters.perQuarterDays })) continue;
    // A letter by rule is found again in the sent mail.
    if (byRule.some((one) => isSameTime(one.at, at))) continue;
    const isThanks =
      encounter !== undefined && at >= encounter.at && at <= after(encounter.at, { hours: thankYou.deadlineHours });
    byHand ??= [];
    byHand.push({
      at,
      weight: isThanks ? "thank_you" : isAnswer(interactions, at, letters.gapDays) ? "answer" : "unsolicited",
    });
  }
  return byHand === undefined ? byRule : [...byRule, ...byHand];
}

const isAnswer = (interactions: PersonHistory["interactions"], at: Instant, days: number): boolean => {
  const since = before(at, { days });
  return interactions.some(
    (one) => one.direction !== "outbound" && one.depth !== "passive" && one.at >= since && one.at <= at,
  );
};
