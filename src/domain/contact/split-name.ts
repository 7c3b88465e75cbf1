/** A display name stripped of what is no name in it and split into titles and words. */
import type { Address } from "../mail/message.ts";
import { brandOf, domainOf } from "./address.ts";
import { dottedHonorifics, honorifics, jobWords, suffixes } from "./name-words.ts";
import { fold, organisationWords } from "./role-words.ts";

/** `familyFrom`: where the family name begins among the words, when a comma told so. */
type Split = { titles: string[]; words: string[]; familyFrom: number | undefined };

/** Honorifics and degrees set apart; "Last, First" turned into the words [First …, Last …]. */
export function splitWords(clean: string, brand: string): Split {
  const titles: string[] = [];
  const parts = clean
    .split(",")
    .map((part) => part.trim())
    .filter((part, at) => part !== "" && !(at > 0 && isAddition(part, brand)))
    .map((part) => part.split(" ").filter((word) => word !== "" && !isAside(word, titles)))
    .filter((words) => words.length > 0);
  const [last = [], first = []] = parts;
  if (parts.length === 2 && last.length <= 4 && first.length <= 3) {
    return { titles, words: [...first, ...last], familyFrom: first.length };
  }
  return { titles, words: parts.flat(), familyFrom: undefined };
}

/** What follows a comma without being a first name: "PhD", "Acme Inc.", "Head of Data", the house of the address. */
function isAddition(part: string, brand: string): boolean {
  const plain = part.split(" ").map(plainWord);
  return (
    plain.every((word) => suffixes.has(word)) ||
    plain.join("") === brand ||
    (plain.length > 1 && plain.some((word) => organisationWords.has(word))) ||
    plain.some((word) => jobWords.has(word))
  );
}

const plainWord = (word: string): string => fold(word).replace(/[^\p{L}]/gu, "");

function isAside(word: string, titles: string[]): boolean {
  const plain = plainWord(word);
  if (honorifics.has(plain) || (isDotted(word) && dottedHonorifics.has(plain))) {
    titles.push(plain);
    return true;
  }
  return suffixes.has(plain) && plain !== "";
}

const isDotted = (word: string): boolean => word.endsWith(".");

export const brandOfAddress = (address: Address | undefined): string =>
  address === undefined ? "" : fold(brandOf(domainOf(address)));

/** Without quotes, what stands in brackets, "via LinkedIn", "on behalf of" and what follows a bar. */
export function bareName(display: string): string {
  let text = display.length > 200 ? display.slice(0, 200) : display;
  text = text
    .replace(unseen, "")
    .replace(/["“”„«»<>]|\p{Extended_Pictographic}|\ufe0f/gu, " ")
    .replace(/^\s*'+|'+\s*$/g, " ")
    .replace(/'\s+(?=via\b)/i, " ");
  text = text.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, " ").replace(/[([{].*$/, " ");
  text = cutAt(text, [
    " via ",
    " | ",
    " • ",
    " · ",
    " at ",
    " from ",
    " @ ",
    " – ",
    " — ",
    " - ",
    " on behalf of ",
    " by way of ",
    "/",
  ]);
  return text.replace(/\s+/g, " ").replace(/^[\s,;:.*~-]+|[\s,;:*~-]+$/g, "");
}

/** Control and direction marks, zero-width spaces. Not the zero-width joiners: Persian and Indic names are spelt with them. */
const unseen = /[\p{Cc}\p{Co}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

function cutAt(text: string, marks: readonly string[]): string {
  const lower = text.toLowerCase();
  let end = text.length;
  for (const mark of marks) {
    const at = lower.indexOf(mark);
    if (at > 0 && at < end) end = at;
  }
  return text.slice(0, end);
}

/** "shop.example", "https://…": the name of a site. */
export const isSite = (clean: string): boolean => /^\S+\.[a-z]{2,}$|^(https?:|www\.)/i.test(clean);

export const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
