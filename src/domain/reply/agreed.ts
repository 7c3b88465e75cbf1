/**
 * Whether a sentence as a whole takes the time that it names, and what its parts then are. Which time it is, and what is asked,
 * doubted or ruled out, the rules have said before (`clauses.ts`); that the words agree is learned (`learned.ts`).
 */
import { namesPlace, withoutPlaces } from "./chosen.ts";
import type { Clause } from "./clauses.ts";
import { withoutPhrases } from "./explained.ts";
import { isSurely, namedTime } from "./learned.ts";
import { slotsNamed } from "./match.ts";
import type { OfferMade } from "./meaning.ts";
import { readTimes } from "./time-phrases.ts";
import type { TimeContext } from "./time-spans.ts";

/** `said` in the form of `readable`; `clauses` are its parts. */
export const agreesAsWhole = (said: string, clauses: readonly Clause[], context: TimeContext): boolean =>
  clauses.some(({ phrases, text }) => phrases.some(({ isStretch }) => !isStretch) || namesPlace(text)) &&
  !clauses.some(isWished) &&
  !farFromNow.test(said) &&
  isSurely("agreed", withTimesMasked(said, context), context.language, !clauses.some(isWeighed));

/** "Thursday, two years from now" */
const farFromNow =
  /(?<!\p{L})(?:days?|weeks?|months?|years?) (?:from (?:now|then|today)|hence|later)|(?:in|heute in) (?:\p{L}+|\d+) (?:wochen|monaten|jahren)|dans (?:\p{L}+|\d+) (?:semaines|mois|ans)|(?:dentro de|en) (?:\p{L}+|\d+) (?:semanas|meses|años)(?!\p{L})/u;

/** "Feliz martes": a day is wished; "feliz el martes" is glad of it. */
const isWished = ({ text, phrases }: Clause): boolean =>
  phrases.some((phrase) => wishes.test(text.slice(0, phrase.from)) && !opensWithArticle.test(phrase.text));
const wishes = /(?<!\p{L})(?:happy|schönen|frohen|joyeux|bon|feliz|buen) $/u;
const opensWithArticle = /^(?:el|le|am|on) /u;

/** The rules find something in it that weighs the time. */
export const isWeighed = ({ isQuestion, doubts, denies, isBusy, isPast, shifts }: Clause): boolean =>
  isQuestion || doubts || denies || isBusy || isPast || shifts;

/**
 * A part of a sentence that agrees as a whole: it names the time, or stands beside it ("as I am away on Monday, …"). What rules out
 * an offered time, or names another, stays what it is.
 */
export function asAgreed(clause: Clause, offer: OfferMade): Clause {
  const { phrases, text, denies, isBusy } = clause;
  const isOffered = namesPlace(text) || phrases.some((phrase) => slotsNamed(phrase, offer).length > 0);
  if (isOffered)
    return denies || isBusy ? clause : { ...clause, unexplained: [], isPast: false, takes: true, isAgreed: true };
  if (phrases.length > 0 && !(denies || isBusy)) return clause;
  return {
    ...clause,
    phrases: [],
    unexplained: [],
    denies: false,
    isBusy: false,
    isPast: false,
    isAside: true,
  };
}

/** A sentence in the form of `readable` with one sign for each time in it: what is said of the time, whichever it is. */
export function withTimesMasked(said: string, context: TimeContext): string {
  const { text, phrases } = readTimes(said, context);
  return withoutPlaces(withoutPhrases(text, phrases, ` ${namedTime} `), ` ${namedTime} `);
}
