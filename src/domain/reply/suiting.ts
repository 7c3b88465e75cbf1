/**
 * Which of several offered times suit the writer (M6): whoever is asked for all of them may name more than one. Only what is
 * plainly said counts; a reply with anything in it that is not surely understood is the owner's to read.
 */
import { type Because, because } from "../because.ts";
import { newTextOf, type TrimmedText } from "../mail/new-text.ts";
import type { Instant } from "../time.ts";
import * as agreeing from "./agreeing-words.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { doubtIn } from "./doubt.ts";
import * as doubting from "./doubting-words.ts";
import { slotsNamed } from "./match.ts";
import type { OfferMade } from "./meaning.ts";
import * as refusing from "./refusing-words.ts";
import { languageOf } from "./reply-language.ts";
import { sentencesOf } from "./sentences.ts";
import type { TimePhrase } from "./time-spans.ts";

export type Suiting =
  /** Starts of offered times, in their order; empty when none of them suits. */
  { kind: "suits"; starts: readonly Instant[]; because: Because } | { kind: "unsure"; because: Because };

/** Never throws; bounded as `readReply` is. */
export function suiting(reply: TrimmedText | string, offer: OfferMade): Suiting {
  const trimmed = typeof reply === "string" ? newTextOf(reply) : reply;
  const written = sentencesOf(trimmed).map(asOneList);
  const language = languageOf(written.join(" "), offer.language);
  const clauses = written.flatMap((sentence) => clausesOf(sentence, language, offer)).filter(({ isPast }) => !isPast);
  const none = clauses.find((clause) => !isTimed(clause) && refusing.noneOfThem.test(wordsOf(clause)));
  const spoken = clauses.filter((clause) => isTimed(clause) && !rulesOut(clause));
  const isAny = clauses.some(takesAny);
  if (none !== undefined) return spoken.length > 0 || isAny ? unsure : suits([]);
  const doubt = doubtIn(
    clauses.filter((one) => !rulesOut(one) && !takesAny(one)),
    trimmed,
  );
  if (doubt !== undefined)
    return { kind: "unsure", because: because(doubt.rule, "It leaves open which times suit them.") };
  const unread = spoken.find((clause) => clause.isQuestion || !(takesAny(clause) || isUnderstood(clause, offer)));
  if (unread !== undefined) return unsure;
  const good = startsIn(spoken, offer, (phrase) => phrase.isExcluded === undefined);
  const bad = new Set([
    ...startsIn(clauses.filter(rulesOut), offer, () => true),
    ...startsIn(spoken, offer, (phrase) => phrase.isExcluded !== undefined),
  ]);
  const all = offer.slots.map(({ startsAt }) => startsAt);
  if (isAny || good.size > 0) return suits(all.filter((start) => (isAny || good.has(start)) && !bad.has(start)));
  const isPlainYes =
    clauses.some(({ accepts }) => accepts) && clauses.every(({ unexplained }) => unexplained.length === 0);
  if (all.length === 1 && isPlainYes) return suits(bad.size > 0 ? [] : all);
  return unsure;
}

/** Of one time "also" and "or" leave it open; where all are asked for they only join what suits. */
const asOneList = (sentence: string): string =>
  joiningOfSeveral.reduce((text, [pattern, plain]) => text.replace(pattern, plain), sentence);
const joiningOfSeveral: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:also|too|as well|auch|ebenso|aussi|également|también)(?!\p{L})/giu, ""],
  // "Both work" on its own is about all of them.
  [/(?:^\s*(?:both|either) (?=\p{L}+ (?:and|or) )|(?<=[\p{L}\d],? )(?:both|beide|ambos) )/giu, ""],
  [/(?<!\p{L})or(?!\p{L})/giu, "and"],
  [/(?<!\p{L})oder(?!\p{L})/giu, "und"],
  [/(?<!\p{L})ou(?!\p{L})/giu, "et"],
];

const suits = (starts: readonly Instant[]): Suiting => {
  const text = starts.length === 0 ? "None of the times suits them." : "They say which of the times suit them.";
  return { kind: "suits", starts, because: because("M6.suits", text, { times: starts.length }) };
};

const unsure: Suiting = {
  kind: "unsure",
  because: because("M6.suits_unsure", "Which times suit them is not surely understood."),
};

const isTimed = ({ phrases }: Clause): boolean => phrases.length > 0;
const rulesOut = (clause: Clause): boolean => isTimed(clause) && (clause.denies || clause.isBusy);
const wordsOf = ({ text }: Clause): string => text.replace(doubting.harmless, " ");

/** "Any of these", "all but Friday": without another word that leaves it open. */
const takesAny = (clause: Clause): boolean =>
  agreeing.anyOfThem.test(wordsOf(clause)) &&
  !clause.denies &&
  !clause.isQuestion &&
  clause.phrases.every(({ isExcluded }) => isExcluded !== undefined) &&
  !doubting.hedge.test(wordsOf(clause).replace(agreeing.anyOfThem, " "));

/** Every word of it has a known role, and every time in it is one that was offered. */
const isUnderstood = ({ unexplained, phrases }: Clause, offer: OfferMade): boolean =>
  unexplained.length === 0 &&
  phrases.every((phrase) => phrase.isExcluded !== undefined || slotsNamed(phrase, offer).length > 0);

const startsIn = (
  clauses: readonly Clause[],
  offer: OfferMade,
  counts: (phrase: TimePhrase) => boolean,
): ReadonlySet<Instant> =>
  new Set(
    clauses.flatMap(({ phrases }) =>
      phrases.filter(counts).flatMap((phrase) => slotsNamed(phrase, offer).map(({ startsAt }) => startsAt)),
    ),
  );
