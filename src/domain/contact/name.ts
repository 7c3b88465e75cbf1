/**
 * A display name read as a person's name (M7): "NAIR, Priya (Acme)" → given Priya, family Nair, greeted "Priya".
 * What is not a name stays unread: an address used as a name, a role, an organisation. Never made from a local part.
 */
import type { Address } from "../mail/message.ts";
import { localPartOf } from "./address.ts";
import type { AddressEvidence } from "./evidence.ts";
import { particles } from "./name-words.ts";
import { personLikeness } from "./person-likeness.ts";
import { fold } from "./role-words.ts";
import { bareName, brandOfAddress, eastAsian, isSite, splitWords } from "./split-name.ts";

export type PersonName = {
  /** First names as written, case repaired: "Jean-Luc", "Mary Ann". Absent when the order cannot be known. */
  given?: string;
  family?: string;
  /** In the order to write it on an envelope: "Priya Nair". */
  full: string;
  /** What follows "Dear" or "Hi"; absent when no first name can be told. */
  greeting?: string;
};

/** The name of a person in a display name; undefined when it holds none. */
export function readName(display: string, address?: Address): PersonName | undefined {
  const clean = bareName(display);
  if (clean === "" || !/\p{L}/u.test(clean) || clean.includes("@") || isSite(clean)) return undefined;
  if (address !== undefined && isLocalPart(clean, localPartOf(address))) return undefined;
  const { titles, words, familyFrom } = splitWords(clean, brandOfAddress(address));
  if (words.length === 0 || words.length > 6) return undefined;
  if (personLikeness(display, address) < 0) return undefined;
  return eastAsian.test(clean) ? eastAsianName(words, familyFrom) : arrange(words, familyFrom, titles);
}

/** The name to show for an address: cards before mail, a full name before a first name alone, frequent before rare. */
export function nameOf({
  address,
  names,
  cards,
}: Pick<AddressEvidence, "address" | "names" | "cards">): PersonName | undefined {
  const written = [...cards.flatMap((card) => card.name ?? []), ...names.map((seen) => seen.name)];
  const read = written.flatMap((name) => readName(name, address) ?? []);
  return read.find((name) => name.given !== undefined && name.family !== undefined) ?? read[0];
}

/** An address's own local part shown as a name: "jdoe42", "priya.nair". A single word written as a name ("Priya") is one. */
function isLocalPart(clean: string, localPart: string): boolean {
  if (/\s/.test(clean)) return false;
  const isWrittenAsName = /^\p{Lu}\p{Ll}+$/u.test(clean);
  return fold(clean) === fold(localPart) && !isWrittenAsName;
}

/** Words into given and family. A comma decides; else capitals of one part only; else particles; else the last word. */
function arrange(
  words: readonly string[],
  familyFrom: number | undefined,
  titles: readonly string[],
): PersonName | undefined {
  const { given, family } = familyFrom === undefined ? byShape(words) : cutBefore(words, familyFrom);
  const givenText = repairCase(given);
  const familyText = repairCase(family);
  const full = [givenText, familyText].filter((part) => part !== "").join(" ");
  if (full === "") return undefined;
  // "Herr Weber" names a family, not a first name to greet with.
  if (titles.length > 0 && familyText === "") return { family: givenText, full };
  const greeting = greetingFrom(givenText);
  return {
    ...(givenText !== "" && { given: givenText }),
    ...(familyText !== "" && { family: familyText }),
    full,
    ...(greeting !== undefined && { greeting }),
  };
}

type Halves = { given: readonly string[]; family: readonly string[] };

const cutBefore = (words: readonly string[], at: number): Halves => ({
  given: words.slice(0, at),
  family: words.slice(at),
});

function byShape(words: readonly string[]): Halves {
  if (words.length === 1) return { given: words, family: [] };
  const capitals = words.map(isCapitals);
  if (capitals.some(Boolean) && !capitals.every(Boolean)) {
    // "DUPONT Marie" and "Marie DUPONT": the part in capitals is the family name.
    const family = words.filter((_, at) => capitals[at]);
    const given = words.filter((_, at) => !capitals[at]);
    if (given.some((word) => word.replace(/\W/g, "").length > 1)) return { given, family };
  }
  const patronymic = words.findIndex((word) => /(ович|евич|ич|овна|евна|ична)$/u.test(word.toLowerCase()));
  if (patronymic === 2) return { given: words.slice(1), family: words.slice(0, 1) };
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && particles.has(fold(word)));
  return cutBefore(words, particle > 0 ? particle : words.length - 1);
}

const isCapitals = (word: string): boolean => word.length > 2 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word);

/** Capitals throughout or no capitals at all are put right word by word; mixed case is left as its owner writes it. */
function repairCase(words: readonly string[]): string {
  return words
    .map((word, at) => {
      if (at > 0 || words.length > 1) {
        if (particles.has(fold(word)) && !(at === 0 && isGivenLike(word))) return word.toLowerCase();
      }
      return isCapitals(word) || word === word.toLowerCase() || /^\p{Lu}{2}$/u.test(word) ? capitalise(word) : word;
    })
    .join(" ");
}

const isGivenLike = (word: string): boolean => fold(word) === "ben" || fold(word) === "al" || fold(word) === "le";

const capitalise = (word: string): string =>
  /^\p{Lu}{2}$/u.test(word) && !/[aeiouy]/i.test(word)
    ? word // initials: "JP", "TJ"
    : word
        .toLowerCase()
        .replace(/(^|[-'’.])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase())
        .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);

/** The first of the first names; initials alone ("J. P.") greet nobody. */
function greetingFrom(given: string): string | undefined {
  const names = given.split(" ").filter((word) => word.replace(/[^\p{L}]/gu, "").length > 1);
  return names[0];
}

/** Family name first, greeted in full: cutting such a name to its first word would be rude or wrong. */
function eastAsianName(words: readonly string[], familyFrom: number | undefined): PersonName {
  const [one, two] = words;
  const ordered = familyFrom === undefined ? words : [...words.slice(familyFrom), ...words.slice(0, familyFrom)];
  const full = ordered.join(" ");
  if (words.length !== 2 || one === undefined || two === undefined) return { full, greeting: full };
  const [family, given] = familyFrom === undefined ? [one, two] : [two, one];
  return { given, family, full, greeting: full };
}
