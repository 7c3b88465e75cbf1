/**
 * What a letter is held to before anyone is asked to approve it (requirements §4). Each finding names its rule and the
 * sentence at fault. `refuse` stands in the way of approval; `warn` is shown beside it.
 */
import type { Address } from "../domain/mail/message.ts";
import { catalogue, type LetterKind, type Locale, openQuestionMark, wordsHardMax } from "./catalogue.ts";
import {
  companySuffix,
  fillers,
  greetingsOfTheDay,
  hasListOfThree,
  praise,
  sellingWords,
  shorteners,
  vagueTimes,
} from "./lint-words.ts";
import { readingGrade } from "./reading-grade.ts";
import type { Letter } from "./render.ts";
import { countWords, paragraphsOf, sentencesOf, wordsIn } from "./words.ts";

export type LintFinding = { rule: string; weight: "refuse" | "warn"; message: string; sentence?: string };

export type LintContext = {
  kind: LetterKind;
  locale: Locale;
  to: Address;
  times: readonly string[];
  greetingName?: string;
  ownerName?: string;
  /** What is true of this person alone, as it may stand in the letter; absent when nobody can tell. */
  specifics?: readonly string[];
  /** The minute of the day at the reader's when the letter is planned to leave. */
  readersMinute?: number;
  /** Who else read nearly the same paragraph in the last 30 days: more alike than the share given. */
  alsoWrittenTo?: (paragraph: string, over: number) => { name: string } | undefined;
  /** They were sent it before, word for word. */
  isReadBefore?: (body: string) => boolean;
  /** Most characters of a note, when the owner's network allows another number. */
  charactersMax?: number;
};

const gradeMax = 9;
const similarityMax = 0.8;
/** Shorter paragraphs are alike by nature. */
const comparedWordsMin = 12;

/** Everything found, in the order of the rules below. */
export function lintLetter(letter: Letter, context: LintContext): LintFinding[] {
  const read = readLetter(letter, context);
  return rules.flatMap((rule) => rule(read, context));
}

export const mayBeApproved = (findings: readonly LintFinding[]): boolean =>
  findings.every(({ weight }) => weight !== "refuse");

/** What stands in place of words that are still to be said; no letter leaves with it. */
export function placeholdersIn({ subject, body }: Letter): LintFinding[] {
  const open = [subject, ...sentencesOf(body)].find((text) => /[{}]{2}/.test(text));
  return [
    ...(body.includes(openQuestionMark)
      ? refuse("open_question", "One sentence waits for your answer.", openQuestionMark)
      : []),
    ...(open === undefined ? [] : refuse("braces", "A template word was left open.", open)),
  ];
}

/** A letter taken apart for its rules. */
type Read = {
  subject: string;
  body: string;
  /** Without the offered times. */
  prose: string;
  /** Without times, greeting and sign-off. */
  paragraphs: readonly string[];
  sentences: readonly string[];
  greeting: string;
  signoff: string;
  /** Subject and prose. */
  whole: string;
};

function readLetter({ subject, body }: Letter, { kind, times, ownerName }: LintContext): Read {
  const prose = body
    .split("\n")
    .filter((line) => !times.includes(line.trim()))
    .join("\n");
  const parts = paragraphsOf(prose);
  const isNote = catalogue[kind].subject === "none";
  const last = parts.at(-1) ?? "";
  const isSignoff =
    !isNote && parts.length > 1 && ownerName !== undefined && last.endsWith(ownerName) && countWords(last) <= 6;
  const isGreeting = !isNote && parts.length > 1 && /[,:]$/.test(parts[0] ?? "") && countWords(parts[0] ?? "") <= 8;
  const paragraphs = parts.slice(isGreeting ? 1 : 0, isSignoff ? -1 : undefined);
  return {
    subject,
    body,
    prose,
    paragraphs,
    sentences: sentencesOf(paragraphs.join("\n")),
    greeting: isGreeting || isNote ? (parts[0] ?? "") : "",
    signoff: isSignoff ? last : "",
    whole: `${subject}\n${prose}`,
  };
}

type Rule = (read: Read, context: LintContext) => LintFinding[];

const refuse = (rule: string, message: string, sentence?: string): LintFinding[] => [
  { rule, weight: "refuse", message, ...(sentence !== undefined && { sentence }) },
];
const warn = (rule: string, message: string, sentence?: string): LintFinding[] => [
  { rule, weight: "warn", message, ...(sentence !== undefined && { sentence }) },
];

/** A rule about a word that no sentence may hold. */
function banned(weight: typeof refuse, rule: string, message: string, isIn: (sentence: string) => boolean): Rule {
  return ({ subject, sentences, greeting }) => {
    const faulty = [subject, greeting, ...sentences].find(isIn);
    return faulty === undefined ? [] : weight(rule, message, faulty);
  };
}

/** What somebody said stands between quotation marks: its question mark asks nothing of the reader. */
const withoutQuotations = (text: string): string => text.replace(/"[^"\n]*"/g, '""');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const subjectFits: Rule = ({ subject }, { kind }) => {
  const { subject: wanted } = catalogue[kind];
  if (wanted === "none") return [];
  if (subject.trim() === "") return refuse("subject_empty", "The letter has no subject.");
  if (wanted === "thread") return [];
  if (subject.length >= 60) return warn("subject_long", "The subject has 60 characters or more.", subject);
  const words = countWords(subject);
  return words > 5 || words < 1
    ? warn("subject_words", `The subject has ${words} words; two to five are read.`, subject)
    : [];
};

const asksOnce: Rule = ({ paragraphs, sentences }, { kind }) => {
  const { questions } = catalogue[kind];
  const marks = count(withoutQuotations(paragraphs.join("\n")), /\?/g);
  if (marks < questions.min) return refuse("ask_missing", "The letter asks nothing.");
  if (marks <= questions.max) return [];
  const last = sentences.findLast((sentence) => withoutQuotations(sentence).includes("?"));
  return warn("ask_many", `${marks} questions; ask one thing.`, last);
};

const exclaimsOnce: Rule = ({ whole, sentences }) => {
  const marks = count(whole, /!/g);
  const last = sentences.findLast((sentence) => sentence.includes("!"));
  return marks > 1 ? warn("exclamation", `${marks} exclamation marks; one is enough.`, last) : [];
};

const praisesOnce: Rule = ({ sentences }) => {
  const praising = sentences.filter((sentence) => praise.test(sentence));
  return praising.length > 1 ? warn("compliments", "More than one compliment reads as flattery.", praising[1]) : [];
};

const linksFew: Rule = ({ whole, body, sentences }, { kind }) => {
  const { linksMax } = catalogue[kind];
  const links = count(body, /https?:\/\/|\bwww\./g);
  const isOver = links > linksMax;
  const sentence = sentences.findLast((one) => /https?:\/\/|\bwww\./.test(one));
  return [
    ...(isOver ? refuse("links", linksMax === 0 ? "A note carries no link." : "More than one link.", sentence) : []),
    ...(shorteners.test(whole) ? refuse("shortener", "A shortened link hides where it leads.", sentence) : []),
  ];
};

const greetsByName: Rule = ({ greeting }, { greetingName, to }) => {
  const isMissing = greetingName === undefined || (greeting !== "" && !greeting.includes(greetingName));
  if (isMissing) return warn("greeting", "The greeting has no first name from a person.", greeting);
  return greetingName === localPart(to)
    ? warn("greeting", "The first name is only the beginning of the address.", greeting)
    : [];
};
const localPart = (address: Address) => address.split("@")[0] ?? "";

const greetsInTime: Rule = ({ greeting, sentences }, { readersMinute }) => {
  if (readersMinute === undefined) return [];
  const opening = [greeting, sentences[0] ?? ""].find((text) => greetingsOfTheDay.some(({ says }) => says.test(text)));
  const wrong = greetingsOfTheDay.find(
    ({ says, fromMinute, untilMinute }) =>
      opening !== undefined && says.test(opening) && (readersMinute < fromMinute || readersMinute >= untilMinute),
  );
  return wrong === undefined ? [] : warn("greeting_time", "It will be another time of day for the reader.", opening);
};

const signsOnce: Rule = ({ prose }, { ownerName }) => {
  if (ownerName === undefined) return [];
  const lines = prose.split("\n").map((line) => line.trim());
  const signed = lines.filter(
    (line) => line === ownerName || (line.startsWith(`${ownerName} `) && countWords(line) <= 3),
  );
  return signed.length > 1 ? warn("signature_twice", "The letter is signed twice.", signed.at(-1)) : [];
};

const saysSomethingTrue: Rule = ({ prose }, { specifics }) => {
  if (specifics === undefined || specifics.some((fact) => isSaidIn(prose, fact))) return [];
  return refuse("no_specific", "Nothing in the letter is true of this person alone.");
};

/** The fact itself, or all its words of weight in whatever order the owner put them. */
function isSaidIn(text: string, fact: string): boolean {
  const said = new Set(wordsIn(text));
  const telling = wordsIn(fact).filter((word) => word.length > 3);
  return text.includes(fact) || (telling.length > 0 && telling.every((word) => said.has(word)));
}

const isForOnePerson: Rule = ({ paragraphs }, { alsoWrittenTo }) => {
  for (const paragraph of paragraphs) {
    if (countWords(paragraph) < comparedWordsMin) continue;
    const other = alsoWrittenTo?.(paragraph, similarityMax);
    if (other !== undefined)
      return warn("same_paragraph", `${other.name} was written nearly the same in the last 30 days.`, paragraph);
  }
  return [];
};

const isNew: Rule = ({ body }, { isReadBefore }) =>
  isReadBefore?.(body) === true ? refuse("same_letter", "They have had this letter before, word for word.") : [];

/** Titles and names are as long as they are: what is counted are the words around them. */
const readsEasily: Rule = ({ paragraphs }, { locale, specifics = [] }) => {
  const facts = [/https?:\/\/\S+/g, ...specifics];
  const around = facts.reduce<string>((text, fact) => text.replaceAll(fact, ""), paragraphs.join("\n"));
  const grade = readingGrade(around, locale);
  return grade !== undefined && grade > gradeMax
    ? warn("reading_grade", `It reads like grade ${Math.round(grade)}; shorter sentences help.`)
    : [];
};

const namesADay: Rule = ({ subject, sentences }, { kind }) => {
  if (catalogue[kind].times !== "wanted") return [];
  const vague = [subject, ...sentences].find((sentence) => vagueTimes.test(withoutQuotations(sentence)));
  return vague === undefined ? [] : warn("someday", "Name a day and an hour instead.", vague);
};

const isRightLong: Rule = ({ greeting, paragraphs, body }, { kind, charactersMax }) => {
  const rule = catalogue[kind];
  const limit = charactersMax ?? rule.charactersMax;
  const characters = body.trim().length;
  if (rule.charactersMax !== undefined && limit !== undefined)
    return characters > limit ? refuse("note_long", `${characters} characters; at most ${limit}.`) : [];
  const words = countWords([greeting, ...paragraphs].join("\n"));
  if (words > wordsHardMax) return refuse("long", `${words} words; nobody reads more than ${wordsHardMax}.`);
  if (words > rule.words.max) return refuse("long", `${words} words; at most ${rule.words.max}.`);
  return words < rule.words.min ? warn("short", `${words} words; at least ${rule.words.min} read as a letter.`) : [];
};

const offersTimes: Rule = (_, { kind, times }) =>
  catalogue[kind].times === "wanted" && times.length === 0 ? warn("times_missing", "The letter offers no time.") : [];

const rules: readonly Rule[] = [
  banned(refuse, "filler", "This sentence says nothing.", (text) => fillers.test(text)),
  banned(refuse, "selling", "A personal letter does not sell.", (text) => sellingWords.test(text)),
  placeholdersIn,
  subjectFits,
  saysSomethingTrue,
  asksOnce,
  linksFew,
  isRightLong,
  namesADay,
  exclaimsOnce,
  praisesOnce,
  banned(warn, "emoji", "A picture sign stands in the letter.", (text) => /\p{Extended_Pictographic}/u.test(text)),
  banned(warn, "capitals", "Words in capitals read as shouting.", (text) =>
    /(?<!\p{L})\p{Lu}{4,}(\s+\p{Lu}{2,})+(?!\p{L})/u.test(text),
  ),
  banned(warn, "typography", "Typed mail rarely has these signs.", (text) => /[—–“”„‘’«»…]/.test(text)),
  banned(warn, "company_suffix", "Drop the legal form of the company.", (text) => companySuffix.test(text)),
  banned(warn, "list_of_three", "Three in a row sounds like a brochure.", (text) =>
    hasListOfThree(withoutQuotations(text)),
  ),
  greetsByName,
  greetsInTime,
  signsOnce,
  isForOnePerson,
  isNew,
  readsEasily,
  offersTimes,
];
