/** What is known of the example's person whenever a letter is wanted, and what may be known besides. */
import {
  catalogue,
  type FactName,
  type LetterFacts,
  type LetterKind,
  type Locale,
} from "../../src/templates/catalogue.ts";
import { exampleFacts } from "../../src/templates/example-facts.ts";

/** Facts that not every letter to a person has. */
export const occasionalFacts = [
  "topic",
  "myPromise",
  "theirQuestion",
  "someday",
  "giveNote",
  "tripPlace",
  "introducer",
] as const;

/** Those that only some of the letters of one kind have. */
export const occasionalOf = (kind: LetterKind): readonly FactName[] =>
  (["wasWhen", "link", "moveLink"] as const).filter((name) => catalogue[kind].may.includes(name));

/** What is known whenever a letter of the kind is wanted at all. */
export function alwaysKnown(kind: LetterKind, locale: Locale): LetterFacts {
  const isNeeded = (name: string) => (kind === "advice_call" || kind === "group_invitation") && name === "topic";
  const occasional: readonly string[] = [
    ...occasionalFacts,
    ...occasionalOf(kind),
    "tripWhen",
    "myQuestion",
    "missedWhen",
  ];
  return Object.fromEntries(
    Object.entries(exampleFacts(locale)).filter(([name]) => !occasional.includes(name) || isNeeded(name)),
  );
}
