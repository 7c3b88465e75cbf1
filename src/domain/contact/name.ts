/**
 * A display name read as a person's name (M7): "NAIR, Priya (Acme)" → given Priya, family Nair, greeted "Priya".
 * What is not a name stays unread: an address used as a name, a role, an organisation. Never made from a local part.
 */
import type { Address } from "../mail/message.ts";
import { brandOf, domainOf, localPartOf } from "./address.ts";
import type { AddressEvidence } from "./evidence.ts";
import { deskWords, fold, machineWords, organisationWords } from "./role-words.ts";

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

/**
 * How much a display name looks like a person's, −1 (surely an organisation or role) to 1 (surely a person); 0 says
 * nothing. Scripts other than Latin are judged by shape alone.
 */
export function personLikeness(display: string, address?: Address): number {
  const clean = bareName(display);
  if (clean === "") return 0;
  if (clean.includes("@")) return 0;
  if (isSite(clean)) return -0.6;
  const brand = brandOfAddress(address);
  const { words, familyFrom } = splitWords(clean, brand);
  const folded = words.map((word) => fold(word).replace(/[.']/g, ""));
  const roles = folded.filter((word) => organisationWords.has(word)).length;
  const builtFromName = address !== undefined && matchesLocalPart(folded, localPartOf(address));
  const couldBeSurname =
    roles === 1 &&
    (builtFromName || familyFrom !== undefined) &&
    folded.length >= 2 &&
    folded[0] !== brand &&
    !isRoleWord(folded[0] ?? "") &&
    !neverSurnames.has(folded.at(-1) ?? "");
  const isSurname = couldBeSurname && alsoSurnames.has(folded.at(-1) ?? "");
  if (roles === 1 && !isSurname && familyFrom === undefined && isPairOf(folded, address)) return 0;
  if (roles > 0 && !isSurname) return roles >= 2 || words.length <= 2 ? -1 : -0.7;
  // "Atención al Cliente": small words between do not make it a name.
  const large = folded.filter((word) => !particles.has(word));
  if (large.length > 0 && large.every((word) => deskWords.has(word) || machineWords.has(word))) return -1;
  if (folded[0] === "the") return -0.4;
  if (isCouple(clean, folded, address)) return 0.3;
  if (/[&%$€£#!?=_/]|\d/.test(clean)) return -0.5;
  if (words.length > 5) return -0.5;
  const local = address === undefined ? "" : fold(localPartOf(address));
  // "Acme" at acme.example is the house, a little less surely when the address is acme@ ("Emilio" at emilio.example).
  // "Bea" at b@bea.example signs with her initial.
  if (words.length === 1 && folded[0] === brand) return local === brand.charAt(0) ? 0.1 : local === brand ? -0.4 : -0.6;
  // "Lea Park" at leapark.example may well be a person's own; "Outfit Returns" at outfit.example is a desk.
  if (folded.join("") === brand) return 0.5;
  // "Outfit Returns" at outfit.example is a desk, Kirsty Bain writing from me@kirsty.example is she.
  if (words.length > 1 && folded[0] === brand && local !== brand && familyFrom === undefined && !selfWords.has(local))
    return -0.5;
  if (eastAsian.test(clean)) return clean.replace(/\s/g, "").length <= 6 ? 0.5 : 0;
  if (words.length === 1) return /^\p{Lu}/u.test(clean) ? 0.1 : 0;
  const capitalised = words.every(
    (word) => /^\p{Lu}/u.test(word) || particles.has(fold(word)) || !/\p{Ll}|\p{Lu}/u.test(word),
  );
  const base = capitalised ? 0.6 : 0.3;
  const letters = local.replace(/[^a-z]/g, "");
  // "Parcelo Tracking" at tracking@: the word they share is the role's.
  if (machineWords.has(letters) && folded.includes(letters)) return -0.7;
  return builtFromName && !deskWords.has(letters) ? 1 : base;
}

/** By which people call themselves in an address of their own. */
const selfWords: ReadonlySet<string> = new Set(["me", "myself", "moi", "ich", "yo", "io", "eu", "ik", "jag", "ja"]);

const isRoleWord = (word: string): boolean =>
  organisationWords.has(word) || deskWords.has(word) || machineWords.has(word);

/** "shop.example", "https://…": the name of a site. */
const isSite = (clean: string): boolean => /^\S+\.[a-z]{2,}$|^(https?:|www\.)/i.test(clean);

/** Role words that people are also called: read as a name when the address is built from the whole of it. */
const alsoSurnames: ReadonlySet<string> = new Set([
  "sales",
  "press",
  "list",
  "bank",
  "club",
  "mail",
  "mailer",
  "daemon",
  "daily",
  "courier",
  "college",
  "times",
  "market",
  "store",
  "shop",
  "wire",
  "channel",
  "council",
  "radio",
]);

/** Role words that nobody is called. */
const neverSurnames: ReadonlySet<string> = new Set(
  "administrator team teams support service services newsletter newsletters alerts updates desk helpdesk inc gmbh".split(
    " ",
  ),
);

/**
 * The local part is built of exactly these two words or one and an initial, and the first is no role: "Bob Help" at bob.help@ or
 * help.b@. Hardly a name, but not surely a desk either: the owner is asked.
 */
function isPairOf([first = "", last = "", ...more]: readonly string[], address: Address | undefined): boolean {
  if (address === undefined || last === "" || more.length > 0) return false;
  if (isRoleWord(first) || first === brandOfAddress(address)) return false;
  const local = fold(localPartOf(address)).replace(/[^a-z]/g, "");
  return [first + last, last + first, last + first.charAt(0), first.charAt(0) + last].includes(local);
}

/** Whether an address and the name beside it share a role's word only because the name holds it. */
export const isNamedAfterRole = (display: string, address: Address): boolean =>
  isPairOf(wordsIn(display, address), address);

const wordsIn = (display: string, address: Address): string[] =>
  splitWords(bareName(display), brandOfAddress(address)).words.map((word) => fold(word).replace(/[.']/g, ""));

/** "Joan & Fred Baker" at thebakers@: two people of one family name, which the address shows and the house does not. */
function isCouple(clean: string, folded: readonly string[], address: Address | undefined): boolean {
  const family = folded.at(-1) ?? "";
  if (address === undefined || family.length < 4 || family === brandOfAddress(address)) return false;
  return couple.test(clean) && fold(localPartOf(address)).includes(family);
}
const couple = /^\p{Lu}\p{L}+ (?:&|and|und|et|y) \p{Lu}\p{L}+ \p{Lu}\p{L}+$/u;

export const isPersonName = (display: string, address?: Address): boolean => personLikeness(display, address) >= 0.3;

/** True when the local part is built from these name words: priya.nair, pnair, nairp, priyan, nair … (folded words). */
export function matchesLocalPart(foldedWords: readonly string[], localPart: string): boolean {
  const local = fold(localPart)
    .replace(/\+.*$/, "")
    .replace(/[^\p{L}]/gu, "");
  const words = foldedWords.map((word) => word.replace(/[^\p{L}]/gu, "")).filter((word) => word.length > 1);
  if (local.length < 3) return false;
  return words.some((word, at) => {
    if (word.length < 3) return false;
    if (local === word) return true;
    return words.some((other, otherAt) => {
      if (at === otherAt) return false;
      const pair = [other + word, word + other, other.charAt(0) + word, word + other.charAt(0)];
      return pair.includes(local) || (word.length >= 4 && local.includes(word) && local.includes(other.slice(0, 2)));
    });
  });
}

/** Without quotes, what stands in brackets, "via LinkedIn", "on behalf of" and what follows a bar. */
function bareName(display: string): string {
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

/** An address's own local part shown as a name: "jdoe42", "priya.nair". A single word written as a name ("Priya") is one. */
function isLocalPart(clean: string, localPart: string): boolean {
  if (/\s/.test(clean)) return false;
  const isWrittenAsName = /^\p{Lu}\p{Ll}+$/u.test(clean);
  return fold(clean) === fold(localPart) && !isWrittenAsName;
}

/** `familyFrom`: where the family name begins among the words, when a comma told so. */
type Split = { titles: string[]; words: string[]; familyFrom: number | undefined };

/** Honorifics and degrees set apart; "Last, First" turned into the words [First …, Last …]. */
function splitWords(clean: string, brand: string): Split {
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

const brandOfAddress = (address: Address | undefined): string =>
  address === undefined ? "" : fold(brandOf(domainOf(address)));

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

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const honorifics =
  set(`mr mrs ms miss mx dr prof professor sir dame herr frau monsieur madame mme mlle señor senor senora
  sra srta dott dottssa dottoressa ing dipling mag rev reverend fr rabbi capt col lt sgt hon avv arq lic dhr mevr pani`);
/** Honorifics only when an abbreviation dot follows: without it they are initials or names. */
const dottedHonorifics = set("m mm sr d st med jur phil rer nat hc oec");
const suffixes = set("jr jnr snr ii iii iv phd md mba cpa esq msc bsc llm cfa pmp cissp dds rn obe mbe");
const jobWords = set(`ceo cto cfo coo cmo director directeur direktor directora manager head founder cofounder partner
  president vicepresident vp engineer consultant analyst officer counsel attorney architect secretary treasurer chair`);
const particles =
  set(`van von der den de del della di da dos das do du la le les el al bin ibn ben abu af av zu zur ten ter
  vom y e und op 't st saint`);

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

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Family name first, greeted in full: cutting such a name to its first word would be rude or wrong. */
function eastAsianName(words: readonly string[], familyFrom: number | undefined): PersonName {
  const [one, two] = words;
  const ordered = familyFrom === undefined ? words : [...words.slice(familyFrom), ...words.slice(0, familyFrom)];
  const full = ordered.join(" ");
  if (words.length !== 2 || one === undefined || two === undefined) return { full, greeting: full };
  const [family, given] = familyFrom === undefined ? [one, two] : [two, one];
  return { given, family, full, greeting: full };
}
