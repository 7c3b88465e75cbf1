/**
 * What was: "we finally launched last month", "ich habe deinen Artikel gelesen". Beside a time that is surely taken, a statement
 * in the past binds nothing, unless what happened lasts until the meeting (sold, promised, broke, fell ill), gave it into other
 * hands, or takes the yes back. So the tense is known, and the finite list is that of what lasts; the rest is free.
 */
import type { Language } from "../mail/language.ts";
import { role, wholeWords } from "./role.ts";
import { german } from "./told-words-de.ts";
import { english } from "./told-words-en.ts";
import { spanish } from "./told-words-es.ts";
import { french } from "./told-words-fr.ts";

export type ToldWords = {
  /** Times that were or that come again, and set phrases whose words would else speak of a time, of doubt or of somebody. */
  passing: string;
  /** How a statement in the past begins: with the writer, the reader, or something of theirs. */
  opens: string;
  /** A verb in the past. */
  past: string;
  /** What is still so when they meet, or is no statement of what was. */
  lasting: string;
  /** How a statement of the present begins that cannot touch the meeting: weather, house and life, feelings, what is owed or poured. */
  homely: string;
};

const wordsMax = 34;

const compiled = (words: ToldWords) => ({
  passing: role(words.passing),
  opens: new RegExp(`^[,¿¡ ]*${wholeWords(words.opens).source}`, "u"),
  past: wholeWords(words.past),
  lasting: wholeWords(words.lasting),
  homely: new RegExp(`^[,¿¡ ]*${wholeWords(words.homely).source}`, "u"),
});
const told: Readonly<Record<Language, ReturnType<typeof compiled>>> = {
  en: compiled(english),
  de: compiled(german),
  fr: compiled(french),
  es: compiled(spanish),
};

/** Without times that were and set phrases that mean nothing by their words; `said` in the form of `readable`. */
export const withoutPassing = (said: string, language: Language): string => said.replace(told[language].passing, " ");

/** Of a statement without what is passing: it tells what was, and nothing of it lasts, or of weather and life. What else stands in the way the caller knows. */
export function isTold(said: string, language: Language): boolean {
  const { opens, past, lasting, homely } = told[language];
  if (said === "") return true;
  return (
    said.split(" ").length <= wordsMax &&
    (homely.test(said) || (opens.test(said) && past.test(said) && !lasting.test(said)))
  );
}
