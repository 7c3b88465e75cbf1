/**
 * The school grade that a text asks for. English by Flesch and Kincaid; the other languages by their own versions of the
 * reading ease (French by Kandel and Moles, German by Amstad, Spanish by Fernández Huerta), turned into grades by Flesch's table.
 */
import type { Locale } from "./catalogue.ts";
import { sentencesOf, wordsIn } from "./words.ts";

/** Fewer words say nothing about how hard a text is. */
const wordsMin = 40;

/** The grade, 0 and up, or undefined when the text is too short to tell. */
export function readingGrade(text: string, locale: Locale): number | undefined {
  const words = wordsIn(text);
  const sentences = sentencesOf(text).length;
  if (words.length < wordsMin || sentences === 0) return undefined;
  const perSentence = words.length / sentences;
  const perWord = words.reduce((sum, word) => sum + syllables(word, locale), 0) / words.length;
  return formulas[locale](perSentence, perWord);
}

/** From words a sentence and syllables a word. */
type Formula = (perSentence: number, perWord: number) => number;

const formulas: Readonly<Record<Locale, Formula>> = {
  en: (perSentence, perWord) => 0.39 * perSentence + 11.8 * perWord - 15.59,
  fr: (perSentence, perWord) => gradeOf(207 - 1.015 * perSentence - 73.6 * perWord),
  de: (perSentence, perWord) => gradeOf(180 - perSentence - 58.5 * perWord),
  es: (perSentence, perWord) => gradeOf(206.84 - 1.02 * perSentence - 60 * perWord),
};

/** Flesch's table: 90 and more reads in the fifth grade, each ten less one grade up, below 50 at a university. */
const gradeOf = (ease: number): number =>
  ease >= 90 ? 5 : ease >= 80 ? 6 : ease >= 70 ? 7 : ease >= 60 ? 8.5 : ease >= 50 ? 11 : 14;

const vowelGroups: Readonly<Record<Locale, RegExp>> = {
  en: /[aeiouy]+/g,
  fr: /[aeiouyàâéèêëîïôöûùüœæ]+/g,
  de: /(?:ei|ai|au|äu|eu|ie|[aeiouyäöü])/g,
  es: /(?:[aeoáéó][iuy]?|[iu][aeoáéó]|[iuíúü])/g,
};

function syllables(word: string, locale: Locale): number {
  const groups = word.match(vowelGroups[locale])?.length ?? 0;
  // A silent e at the end is not said.
  const silent = (locale === "en" && /[^aeiouyl]e$/.test(word)) || (locale === "fr" && /[^aeiouy]es?$/.test(word));
  return Math.max(1, groups - (silent && groups > 1 ? 1 : 0));
}
