/**
 * How people are found by what the owner types: the words of names, companies, addresses and numbers, in any order, without
 * accents. Text and question are spelled alike, in ASCII letters and digits alone: an index of trigrams then serves every
 * script, whatever letters the database's locale knows.
 */
import { fold } from "./role-words.ts";

/** Every word once, each with a space before it, so that the beginning of a word can be asked for. */
export const searchText = (parts: readonly string[]): string =>
  [...new Set(parts.flatMap(wordsOf))].map((word) => ` ${word}`).join("");

/**
 * LIKE patterns for a search text, all of which must fit; none for a question without a letter or digit. Three letters are
 * found anywhere in a word, one or two at its beginning.
 */
export function searchPatterns(question: string): string[] {
  const words = isNumber(question) ? [digitsDialled(question)] : wordsOf(question);
  return words.slice(0, wordsMax).map((word) => (word.length < trigram ? `% ${word}%` : `%${word}%`));
}

const wordsMax = 6;
const trigram = 3;

const wordsOf = (text: string): string[] =>
  plain(fold(text))
    .replace(/['’ʼ`´]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(spelled);

/** Letters that carry no accent to take off, as people type them on another keyboard. */
const plain = (text: string): string => text.replace(/[øđðþæœıħ]/g, (letter) => typed[letter] ?? letter);
const typed: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
};

/** Every other letter as its code point, `x05d3`; the x keeps them apart from each other's digits. */
const spelled = (word: string): string =>
  word.replace(/[^a-z0-9]/gu, (letter) => `x${letter.codePointAt(0)!.toString(16).padStart(4, "0")}`);

/** Numbers stand with their country in the text: what is dialled inside it begins with zeros. */
const isNumber = (question: string): boolean =>
  /^[\s\d()+./-]+$/.test(question) && question.replace(/\D/g, "").length >= digitsMin;
const digitsMin = 6;
const digitsDialled = (question: string): string => question.replace(/\D/g, "").replace(/^0+/, "");
