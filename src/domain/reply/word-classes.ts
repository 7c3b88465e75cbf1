/**
 * What words have in common: "husband", "twins" and "gran" are kin, "strike" and "diversion" stop whoever travels. What is learned of
 * one word of a class (`learned.ts`) holds for those that were never seen, so the lists may be wide: a word in the wrong class is
 * outweighed, one that is missing is judged by its letters alone.
 */
import type { Language } from "../mail/language.ts";
import { german } from "./word-classes-de.ts";
import { english } from "./word-classes-en.ts";
import { spanish } from "./word-classes-es.ts";
import { french } from "./word-classes-fr.ts";

export type WordClass = keyof typeof english;
/** Words in lower case between spaces; one that ends with `*` stands for all that begin so. */
export type ClassedWords = Readonly<Record<WordClass, string>>;

export const wordClasses = Object.keys(english) as readonly WordClass[];

type Index = { words: Map<string, number[]>; beginnings: Map<string, number[]> };

function indexOf(classed: ClassedWords): Index {
  const index: Index = { words: new Map(), beginnings: new Map() };
  for (const [place, name] of wordClasses.entries()) {
    for (const listed of classed[name].trim().split(/\s+/)) {
      const [map, word] = listed.endsWith("*") ? [index.beginnings, listed.slice(0, -1)] : [index.words, listed];
      map.set(word, [...(map.get(word) ?? []), place]);
    }
  }
  return index;
}

const listed: Readonly<Record<Language, ClassedWords>> = { en: english, de: german, fr: french, es: spanish };
/** Made when a language is first needed. */
const indexes = new Map<Language, Index>();
function indexFor(language: Language): Index {
  const index = indexes.get(language) ?? indexOf(listed[language]);
  indexes.set(language, index);
  return index;
}

const beginningMin = 2;

/** Places in `wordClasses`, each once, in order; `word` in lower case. "L'école" is "école" too, "Tom's" is "tom". */
export function classesOf(word: string, language: Language): number[] {
  const { words, beginnings } = indexFor(language);
  const found = new Set<number>();
  for (const form of formsOf(word)) {
    for (const place of words.get(form) ?? []) found.add(place);
    for (let length = beginningMin; length <= form.length; length += 1)
      for (const place of beginnings.get(form.slice(0, length)) ?? []) found.add(place);
  }
  return [...found].sort((one, other) => one - other);
}

function formsOf(word: string): string[] {
  const at = word.indexOf("'");
  return at < 0 ? [word] : [word, word.slice(0, at), word.slice(0, at + 1), word.slice(at + 1)];
}
