/**
 * Which of several ways of saying a thing a letter takes. The same inputs choose the same: what the facts tell comes first,
 * then what this letter said before, then what others have not read lately, then a number made of person and text.
 */
import { type FactName, type LetterFacts, openQuestionMark, tellingWeight } from "./catalogue.ts";
import { fingerprint, type Variant } from "./template.ts";

export type Choice = {
  facts: LetterFacts;
  /** Facts that tell something and were already said in this letter. */
  said: ReadonlySet<FactName>;
  /** Whom and what the letter is for: any text that stays the same. */
  seed: string;
  /** How often each variant was used for other people in the last 30 days, by variant id. */
  used: ReadonlyMap<string, number>;
  /** Variants of this letter's standing version: it keeps its words for as long as its facts allow. */
  kept: ReadonlySet<string>;
};

/** The variant to say, or undefined when none can be said. */
export function chooseVariant(variants: readonly Variant[], choice: Choice): Variant | undefined {
  const { kept, used, seed } = choice;
  const possible = sayable(variants, choice);
  const most = Math.max(...possible.map((variant) => telling(variant, choice)));
  const best = possible.filter((variant) => telling(variant, choice) === most);
  const rank = (variant: Variant) => fingerprint(`${seed}/${variant.id}`);
  const [first] = best.toSorted(
    (one, other) =>
      Number(kept.has(other.id)) - Number(kept.has(one.id)) ||
      (used.get(one.id) ?? 0) - (used.get(other.id) ?? 0) ||
      rank(one) - rank(other),
  );
  return first;
}

export const isKnown = (facts: LetterFacts, name: FactName): boolean => facts[name] !== undefined && facts[name] !== "";

/** Those whose words are known, and that repeat nothing. */
export const sayable = (variants: readonly Variant[], { facts, said }: Choice): Variant[] =>
  variants.filter(
    ({ needs, uses }) =>
      needs.every((name) => isKnown(facts, name)) && !uses.some((name) => said.has(name) && isKnown(facts, name)),
  );

const telling = ({ uses }: Variant, { facts }: Choice): number =>
  uses.reduce((sum, name) => sum + (isKnown(facts, name) ? weightOf(name, facts) : 0), 0);

/** A question that is still open is shown before anything that is known (R3). */
const weightOf = (name: FactName, facts: LetterFacts): number =>
  facts[name] === openQuestionMark ? openQuestionWeight : (tellingWeight[name] ?? 0);
const openQuestionWeight = 100;
