/** Words, sentences and paragraphs of a letter, told apart the same way wherever they are counted or compared. */

const word = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

export const countWords = (text: string): number => text.match(word)?.length ?? 0;

export const wordsIn = (text: string): string[] => text.toLowerCase().match(word) ?? [];

/** Sentences end at . ! ? or a line's end; the point behind a day's number ends none ("am 3. Mai"). */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=(?<!\b\d{1,2})[.!?]["')]?)\s+(?=["'(¿¡]?[\p{Lu}\p{N}])|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
