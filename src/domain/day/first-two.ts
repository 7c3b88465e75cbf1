/** The two people with whom a new owner begins (R7): whose letter is nearest to a yes comes first, else as they are ranked. */

export const beginWith = 2;

/** Letters as far as it matters here: one that only waits for the yes has words and no open question. */
export type Beginner = {
  contactId: string;
  draft: { body: string; question: unknown; locale: string } | undefined;
};

/** `ranked`: the most urgent first; somebody who stands there for two reasons is shown once. `locale`: the owner's. */
export function firstTwo<Person extends Beginner>(ranked: readonly Person[], locale: string): Person[] {
  const once = ranked.filter(
    (one, index) => ranked.findIndex(({ contactId }) => contactId === one.contactId) === index,
  );
  return once.sort((one, other) => stepsToYes(one, locale) - stepsToYes(other, locale)).slice(0, beginWith);
}

const isLetterComplete = ({ draft }: Beginner): boolean =>
  draft !== undefined && draft.body !== "" && draft.question === undefined;

/** A first letter is read with care: one in the owner's own language asks less of them. */
const stepsToYes = (one: Beginner, locale: string): number =>
  !isLetterComplete(one) ? 2 : languageOf(one.draft?.locale ?? "") === languageOf(locale) ? 0 : 1;

const languageOf = (locale: string): string => locale.split("-")[0]!.toLowerCase();
