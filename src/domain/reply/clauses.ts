/** A reply in clauses: each with its times and with what it does to them (agrees, denies, doubts, moves). */

import type { Language } from "../mail/language.ts";
import { dayIn } from "../time.ts";
import { lengthSaid } from "./length-said.ts";
import type { OfferMade } from "./meaning.ts";
import * as say from "./reply-words.ts";
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
  denies: boolean;
  doubts: boolean;
  isBusy: boolean;
  isPast: boolean;
  shifts: boolean;
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
  const wholeDoubts = say.hedge.test(readable(sentence).replace(say.courteous, " ").replace(say.harmless, " "));
  const parts = piecesOf(
    readable(sentence)
      .split(say.turn)
      .filter((part) => /[\p{L}\d\p{Extended_Pictographic}]/u.test(part)),
    (part) => readTimes(part, context).phrases.length > 0,
  );
  // "Tuesday works, where shall we meet?" asks for the place: what stands before a question of its own is none.
  const asksAtEnd = isQuestion && parts.length > 1 && say.questionOpens.test(parts.at(-1) ?? "");
  const clauses = parts.map((part, index): Clause => {
    const isAsked = isQuestion && (!asksAtEnd || index === parts.length - 1 || say.questionOpens.test(part));
    const { text, phrases, hasUnreadNumber } = readTimes(part, context);
    const sober = text.replace(say.courteous, " ");
    const bare = sober.replace(say.harmless, " ");
    return {
      text,
      sentence,
      phrases,
      hasUnreadNumber,
      length: lengthSaid(readable(part), language),
      isQuestion: isAsked && !say.courteousQuestion.test(text),
      accepts: say.accept.test(sober) || say.acceptSign.test(part),
      denies: say.negation.test(withoutPhrases(bare, text === bare ? phrases : [])),
      doubts: say.hedge.test(bare),
      isBusy: say.busy.test(bare),
      isPast: say.past.test(bare),
      shifts: say.shift.test(bare),
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

/** "not before 10" is a limit and denies nothing else: what belongs to a phrase is left out of the words around it. */
function withoutPhrases(text: string, phrases: readonly TimePhrase[]): string {
  let out = text;
  for (const { from, to } of [...phrases].reverse()) out = `${out.slice(0, from)} ${out.slice(to)}`;
  return out;
}

/** Commas part a sentence only when each piece speaks of a time and says what about it: "Tuesday works, Wednesday does not". */
function piecesOf(parts: readonly string[], hasTime: (part: string) => boolean): string[] {
  return parts.flatMap((part) => {
    const pieces = part.split(/, (?:and |und |et |y )?/u);
    const isJudged = (piece: string) => hasTime(piece) && (say.accept.test(piece) || say.negation.test(piece));
    return pieces.length > 1 && pieces.length <= 6 && pieces.every(isJudged) ? pieces : [part];
  });
}

const acceptWords = new RegExp(say.accept.source, "gu");

/** What a clause says beyond a time, agreement and courtesy. */
export function residueOf({ text, phrases }: Clause): string[] {
  const rest = withoutPhrases(text, phrases)
    .replace(say.courteous, " ")
    .replace(acceptWords, " ")
    .replace(say.harmless, " ");
  return (rest.match(/[\p{L}\d']+/gu) ?? []).filter((word) => !say.small.test(word));
}
