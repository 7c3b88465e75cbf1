/** A reply in clauses: each with its times and with what it does to them (agrees, denies, doubts, moves). */

import type { Language } from "../mail/language.ts";
import { dayIn } from "../time.ts";
import { agreesToTime } from "./agreement.ts";
import { namesPlace, withoutComparatives } from "./chosen.ts";
import { unexplainedIn, withoutPhrases } from "./explained.ts";
import { lengthSaid } from "./length-said.ts";
import type { OfferMade } from "./meaning.ts";
import * as say from "./reply-words.ts";
import { withoutSlips } from "./slips.ts";
import { isSmallTalk, withoutSmallTalk } from "./small-talk.ts";
import { readable, readTimes } from "./time-phrases.ts";
import type { TimePhrase } from "./time-spans.ts";

export type Clause = {
  /** As read: lower case, hours in figures. */
  text: string;
  /** The whole sentence it stands in, as written. */
  sentence: string;
  phrases: readonly TimePhrase[];
  hasUnreadNumber: boolean;
  /** Minutes that the meeting is to take, where that is said. */
  length: number | undefined;
  isQuestion: boolean;
  accepts: boolean;
  /** Of several times it takes this one: "better", "rather". */
  prefers: boolean;
  denies: boolean;
  doubts: boolean;
  isBusy: boolean;
  isPast: boolean;
  shifts: boolean;
  /** Words that no known role explains: what they do to the time is open. */
  unexplained: readonly string[];
  /** Another clause of its sentence agrees or speaks of a time. */
  isTurned: boolean;
};

const workday = { from: 8 * 60, until: 19 * 60 };

export function clausesOf(sentence: string, language: Language, offer: OfferMade): Clause[] {
  const context = {
    language,
    writtenOn: dayIn(offer.writersZone ?? offer.zone, offer.writtenAt),
    workingHours: offer.workingHours ?? workday,
  };
  const isQuestion = /\?[\s"')\]]*$/.test(sentence);
  const said = withoutSlips(readable(sentence));
  const wholeDoubts = say.hedge.test(withoutSmallTalk(said).replace(say.courteous, " ").replace(say.harmless, " "));
  const parts = piecesOf(
    said.split(say.turn).filter((part) => /[\p{L}\d\p{Extended_Pictographic}]/u.test(part)),
    (part) => readTimes(part, context).phrases.length > 0,
  );
  // "Tuesday works, where shall we meet?" asks for the place: what stands before a question of its own is none.
  const asksAtEnd =
    isQuestion && parts.length > 1 && (say.questionOpens.test(parts.at(-1) ?? "") || isSmallTalk(parts.at(-1) ?? ""));
  const clauses = parts.map((part, index): Clause => {
    const isAsked = isQuestion && (!asksAtEnd || index === parts.length - 1 || say.questionOpens.test(part));
    const { text, phrases, hasUnreadNumber } = readTimes(
      withFarewellAsDay(withoutWishes(withoutSmallTalk(part))),
      context,
    );
    const sober = text.replace(say.courteous, " ");
    const bare = sober.replace(say.harmless, " ");
    const accepts = say.accept.test(sober) || say.acceptSign.test(part);
    const prefers = say.preference.test(bare);
    const takes = accepts || agreesToTime(sober) || prefers || say.opensWithThen.test(text) || say.please.test(text);
    return {
      text,
      sentence,
      phrases,
      hasUnreadNumber,
      length: lengthSaid(readable(part), language),
      isQuestion: isAsked && !say.courteousQuestion.test(text),
      accepts,
      prefers,
      denies: say.negation.test(withoutPhrases(bare, text === bare ? phrases : [])),
      doubts: say.hedge.test(bare),
      isBusy: say.busy.test(bare),
      isPast: say.past.test(bare),
      shifts: say.shift.test(withoutComparatives(bare)),
      unexplained: unexplainedIn({ text, sentence, phrases, takes }, offer),
      isTurned: false,
    };
  });
  // Where only one time is spoken of, a doubt anywhere in the sentence is about it.
  const hasOneTime = clauses.filter(({ phrases }) => phrases.length > 0).length <= 1;
  return clauses.map((clause) => ({
    ...clause,
    doubts: clause.doubts || (hasOneTime && wholeDoubts),
    isTurned: clauses.some((other) => other !== clause && (other.accepts || other.phrases.length > 0)),
  }));
}

/** "Friday at 4? Perfect!" repeats the time and answers at once: nothing is asked. */
export const answeredAtOnce = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, at) =>
    clause.isQuestion && isTimeAlone(clause) && isPlainYes(clauses[at + 1]) ? { ...clause, isQuestion: false } : clause,
  );
const isTimeAlone = ({ text, phrases }: Clause): boolean =>
  phrases.length > 0 && !/\p{L}/u.test(withoutPhrases(text, phrases));
const isPlainYes = (clause: Clause | undefined): boolean =>
  clause?.accepts === true &&
  !(clause.isQuestion || clause.denies || clause.doubts || clause.isPast || clause.isBusy) &&
  clause.phrases.length === 0 &&
  clause.unexplained.length === 0;

/** "Gerne, bis Montag!": said in parting, the day is that of the meeting; "bis Montag bin ich weg" goes on. */
const farewell =
  /(?<=^|[,.!-] ?|(?<!\p{L})(?:gerne?|gern,|dann|also|ok(?:ay)?|passt|klar|super|prima|gut|perfekt|mich|acuerdo|vale|perfecto|entonces|genial|claro|bien|great|perfect|thanks|fine) )(?:bis|hasta(?: el)?|until|till) (?=\p{L}+(?: (?:um|a las|at) [\d:.h]{1,5}(?: ?(?:uhr|am|pm|h))?)?(?: (?:dann|then|entonces))?[.! ]*$)/u;
const withFarewellAsDay = (part: string): string =>
  say.negation.test(part.replace(say.harmless, " ")) || say.busy.test(part) ? part : part.replace(farewell, "");

/** "… and have a nice weekend": the days of a wish are not those of the meeting. */
const wish =
  /(?:,? ?(?:and|und|et|y) |, |(?<=[.!] ))?(?:(?:(?:have|wish you|hope you had|hope you have) an? \p{L}+|bon(?:ne)?|schöne[ns]?|buen|feliz) (?:fin de (?:journée|semaine)|week-?end|wochenende|fin de semana|finde|evening|soirée|abend|rest of (?:the|your) (?:day|week))|(?<=^|[,.!-] )(?:(?:see you|until|till) next week|bis nächste woche|à la semaine prochaine|hasta la (?:próxima semana|semana que viene)))(?![\p{L}])/gu;
const withoutWishes = (part: string): string => part.replace(wish, " ");

/**
 * Commas part a sentence when each piece speaks of a time and says what about it ("Tuesday works, Wednesday does not"), or when
 * a statement of its own follows an agreed time ("Tuesday works, I'll bring the samples").
 */
function piecesOf(parts: readonly string[], hasTime: (part: string) => boolean): string[] {
  return parts.flatMap((part) => {
    const pieces = part.split(/, (?:and |und |et |y )?/u);
    const isJudged = (piece: string) => hasTime(piece) && (say.accept.test(piece) || say.negation.test(piece));
    if (pieces.length > 1 && pieces.length <= 6 && pieces.every(isJudged)) return pieces;
    return pieces.length <= 6 ? joinedUp(pieces, hasTime) : [part];
  });
}

/** How a statement of its own begins behind a comma; what was heard or wished tells something of the agreement itself. */
const ownStatement =
  /^(?!(?:i|we|it|that|das|es|c'est|ça) (?:wish|hear|read|hope|says?|sounds|seems?|sagt|meint|hieß|heißt|dit)(?![\p{L}]))(?:i|i'(?:m|ll|ve|d)|we|we'(?:re|ll|ve)|it|it's|that|that's|this|thanks?|looking|see you|talk|speak|ich|wir|das|es|danke|vielen dank|freue|je|j'\p{L}+|nous|c'est|merci|gracias|nos|yo|así|allí|te|le|les|os|lo)(?![\p{L}'])/u;

/** The pieces, with only those apart that state something else behind an agreed time. */
function joinedUp(pieces: readonly string[], hasTime: (part: string) => boolean): string[] {
  const isAsked = pieces.at(-1)?.includes("?") === true;
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isAgreed =
      before !== undefined &&
      (say.accept.test(before) ||
        agreesToTime(before) ||
        say.preference.test(before) ||
        say.opensWithThen.test(before) ||
        say.please.test(before)) &&
      !say.negation.test(before.replace(say.harmless, " ")) &&
      (hasTime(before) || namesPlace(before));
    const isApart =
      (!hasTime(piece) && isSmallTalk(piece) && (isAgreed || (isAsked && before !== undefined && hasTime(before)))) ||
      (ownStatement.test(piece) && !say.past.test(piece) && (say.pending.test(piece) || (isAgreed && !hasTime(piece))));
    if (before === undefined || isApart) joined.push(piece);
    else joined[joined.length - 1] = `${before}, ${piece}`;
  }
  return joined;
}
