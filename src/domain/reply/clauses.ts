/** A reply in clauses: each with its times and with what it does to them (agrees, denies, doubts, moves). */

import type { Language } from "../mail/language.ts";
import { dayIn } from "../time.ts";
import { agreesAsWhole, asAgreed } from "./agreed.ts";
import * as agreeing from "./agreeing-words.ts";
import { agreesToTime } from "./agreement.ts";
import { partedAtReason } from "./aside-reasons.ts";
import { isAside } from "./asides.ts";
import * as asking from "./asking-words.ts";
import { namesPlace, withoutComparatives } from "./chosen.ts";
import * as doubting from "./doubting-words.ts";
import { unexplainedIn, withoutPhrases } from "./explained.ts";
import { isBygone, isFarOff } from "./far-off.ts";
import { isSurely } from "./learned.ts";
import { lengthSaid } from "./length-said.ts";
import type { OfferMade } from "./meaning.ts";
import { tellsOwnHour } from "./own-hours.ts";
import { withoutSlips } from "./slips.ts";
import { isSmallTalk, withoutSmallTalk } from "./small-talk.ts";
import { readable, readTimes } from "./time-phrases.ts";
import type { TimePhrase } from "./time-spans.ts";
import { withoutPassing } from "./told.ts";

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
  /** It agrees to a time or asks for it; `accepts` are those words that need no time beside them. */
  takes: boolean;
  /** Its sentence as a whole surely agrees to the time that it names (`learned.ts`). */
  isAgreed: boolean;
  /** A statement that binds nothing beside an agreed time, whatever its words. */
  isAside: boolean;
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

/** "Let's say Friday…": what is not said is not read. */
const trailsOff = /\.\.|…/u;

const workday = { from: 8 * 60, until: 19 * 60 };

export function clausesOf(sentence: string, language: Language, offer: OfferMade): Clause[] {
  const context = {
    language,
    writtenOn: dayIn(offer.writersZone ?? offer.zone, offer.writtenAt),
    workingHours: offer.workingHours ?? workday,
  };
  const isQuestion = /\?[\s"')\]]*$/.test(sentence);
  const unnamed = withoutNames(sentence, [offer.owner, offer.asked]);
  const isBeside = onceEach((part) => {
    const isFramed = isAside(part, unnamed, language);
    return (
      (isFramed || !(trailsOff.test(part) || doubting.hedge.test(readable(part)))) &&
      isSurely("beside", asWritten(part, sentence), language, isFramed)
    );
  });
  const said = withoutSlips(readable(sentence));
  // "I retired in May and read your book last week": what was, not when to meet.
  const speaksOfNoTime = (part: string) => {
    const { phrases, hasUnreadNumber } = readTimes(withoutPassing(part, language), context);
    return phrases.length === 0 && !hasUnreadNumber;
  };
  const whole = inOwnWords(
    withoutSmallTalk(said).replace(doubting.courteous, " ").replace(doubting.harmless, " "),
    language,
  );
  const wholeDoubts = doubting.hedge.test(whole) || doubting.breaksOff.test(said);
  const parts = piecesOf(
    said.split(asking.turn).filter((part) => /[\p{L}\d\p{Extended_Pictographic}]/u.test(part)),
    onceEach((part) => readTimes(part, context).phrases.length > 0),
    isBeside,
    language,
  );
  // "Tuesday works, where shall we meet?" asks for the place: what stands before a question of its own is none.
  const asksAtEnd =
    isQuestion &&
    parts.length > 1 &&
    (asking.questionOpens.test(parts.at(-1) ?? "") || isSmallTalk(parts.at(-1) ?? ""));
  const clauses = parts.map((part, index): Clause => {
    const isAsked = isQuestion && (!asksAtEnd || index === parts.length - 1 || asking.questionOpens.test(part));
    const read = readTimes(withFarewellAsDay(withoutWishes(withoutSmallTalk(part))), context);
    const isPassing =
      read.phrases.length > 0 &&
      !isAsked &&
      isBeside(part) &&
      (speaksOfNoTime(part) || read.phrases.every((phrase) => isFarOff(phrase, offer)));
    const { text, phrases, hasUnreadNumber } = isPassing
      ? { ...read, phrases: [], hasUnreadNumber: false }
      : { ...read, phrases: read.phrases.filter((phrase) => !isBygone(phrase, context.writtenOn)) };
    const sober = text.replace(doubting.courteous, " ");
    const bare = inOwnWords(sober.replace(doubting.harmless, " "), language);
    const accepts = agreeing.accept.test(sober) || agreeing.acceptSign.test(part);
    const prefers = agreeing.preference.test(bare);
    const takes =
      accepts || agreesToTime(sober) || prefers || agreeing.opensWithThen.test(text) || agreeing.please.test(text);
    return {
      text,
      sentence,
      phrases,
      hasUnreadNumber,
      length: lengthSaid(readable(part), language),
      isQuestion: isAsked && !agreeing.courteousQuestion.test(text),
      accepts,
      takes,
      isAgreed: false,
      isAside: phrases.length === 0 && !isAsked && isBeside(part),
      prefers,
      denies: doubting.negation.test(withoutPhrases(bare, text === bare ? phrases : [])),
      doubts: doubting.hedge.test(bare),
      isBusy: doubting.busy.test(bare) && !(isAsked && phrases.length === 0),
      isPast: doubting.past.test(bare),
      shifts: doubting.shift.test(withoutComparatives(bare)),
      unexplained: unexplainedIn({ text, sentence, phrases, takes }, offer),
      isTurned: false,
    };
  });
  const isAgreed = !(isQuestion || wholeDoubts || trailsOff.test(sentence)) && agreesAsWhole(said, clauses, context);
  // Where only one time is spoken of, a doubt anywhere in the sentence is about it.
  const hasOneTime = clauses.filter(({ phrases }) => phrases.length > 0).length <= 1;
  return clauses
    .map((clause) => (isAgreed ? asAgreed(clause, offer) : clause))
    .map((clause, _, all) => ({
      ...clause,
      doubts: clause.doubts || (hasOneTime && wholeDoubts),
      isTurned: all.some((other) => other !== clause && (other.accepts || other.phrases.length > 0)),
    }));
}

/** A part that was read in lower case, as it stands in its sentence: a capital letter names somebody. */
function asWritten(part: string, sentence: string): string {
  const plain = sentence.normalize("NFC").replace(/\s+/g, " ").trim();
  const at = readable(plain).indexOf(part.trim());
  return at < 0 || readable(plain).length !== plain.length ? part : plain.slice(at, at + part.trim().length);
}

/** The answer for each text, looked for once: a sentence is cut by asking the same of its pieces many times. */
function onceEach(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** German "also" is "then" and no second time beside another. */
const inOwnWords = (text: string, language: Language): string =>
  language === "de" ? text.replace(/(?<!\p{L})also(?!\p{L})/gu, " ") : text;

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
  doubting.negation.test(part.replace(doubting.harmless, " ")) || doubting.busy.test(part)
    ? part
    : part.replace(farewell, "");

/** "… to finish the week", "pour bien commencer la semaine": what a time is good for. */
const purpose =
  /(?<!\p{L})(?:to (?:finish|end|start|begin|close|round off|kick off|wrap up)(?: off)? (?:the|my|our|your) (?:week|day|month)|zum (?:wochenausklang|wochenabschluss|wochenstart|wochenbeginn|(?:ausklang|abschluss|ende|start) der woche)|pour (?:bien )?(?:finir|commencer|terminer|clore|démarrer|attaquer) (?:la|ma|notre) (?:semaine|journée)|para (?:empezar|terminar|acabar|cerrar|comenzar)(?: bien)? (?:la|mi|el) (?:semana|día))(?!\p{L})/gu;

/** "… and have a nice weekend": the days of a wish are not those of the meeting. */
const wish =
  /(?:,? ?(?:and|und|et|y) |, |(?<=[.!] ))?(?:(?:(?:have|wish you|hope you had|hope you have) an? \p{L}+|bon(?:ne)?|schöne[ns]?|buen|feliz) (?:fin de (?:journée|semaine)|week-?end|wochenende|fin de semana|finde|evening|soirée|abend|rest of (?:the|your) (?:day|week))|(?<=^|[,.!-] )(?:(?:see you|speak to you|talk to you|speak|talk|until|till) next week|bis nächste woche|à la semaine prochaine|hasta la (?:próxima semana|semana que viene)))(?![\p{L}])/gu;
const withoutWishes = (part: string): string => part.replace(wish, " ").replace(purpose, " ");

/**
 * Commas part a sentence when each piece speaks of a time and says what about it ("Tuesday works, Wednesday does not"), or when
 * a statement of its own follows an agreed time ("Tuesday works, I'll bring the samples").
 */
function piecesOf(
  parts: readonly string[],
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
  language: Language,
): string[] {
  return parts.flatMap((part) => {
    const pieces = part
      .split(/, (?:and |und |et |y )?/u)
      .flatMap((piece) => partedAtAnd(piece, isBeside))
      .flatMap((piece) => withReasonApart(piece, isBeside, language))
      .flatMap((piece) => withCourtesyApart(piece, hasTime, isBeside));
    if (pieces.length === 1) return pieces;
    const isJudged = (piece: string) =>
      hasTime(piece) && (agreeing.accept.test(piece) || doubting.negation.test(piece));
    if (pieces.length <= 6 && pieces.every(isJudged)) return pieces;
    return pieces.length <= 6 ? joinedUp(pieces, hasTime, isBeside, language) : [part];
  });
}

/** "Tuesday works and I'll bring the samples": in two where what follows the first "and" is an aside. */
function partedAtAnd(piece: string, isBeside: (part: string) => boolean): string[] {
  const [first = "", second] = piece.split(/ (?:and|und|et|y) (.*)/u);
  return second !== undefined && isBeside(second) ? [first, second] : [piece];
}

/** "Tuesday suits me because I teach next door": in two where what follows the yes gives its reason. */
function withReasonApart(piece: string, isBeside: (part: string) => boolean, language: Language): string[] {
  const [said, reason] = partedAtReason(piece, language) ?? [];
  return said !== undefined && reason !== undefined && (isBeside(reason) || tellsOwnHour(reason, language))
    ? [said, reason]
    : [piece];
}

/** "tuesday 10 works for me thanks for asking hope the kids are well": typed without a mark, in two before the courtesy. */
function withCourtesyApart(
  piece: string,
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
): string[] {
  const [said = "", courtesy] = piece.split(courtesyBegins);
  if (courtesy === undefined || !hasTime(said) || hasTime(courtesy)) return [piece];
  return isSmallTalk(courtesy) ||
    isBeside(courtesy) ||
    courtesy.split(againBegins).every((part) => isSmallTalk(part) || isBeside(part))
    ? [said, courtesy]
    : [piece];
}
const opensCourtesy =
  "(?=(?:thanks|thank you|thx|hope|sorry|been ages|say hi|looking forward|danke|hoffe|freu mich|freue mich|sorry|liebe grüße|gruß|viele grüße|merci|j'espère|désolée?|hâte|bises|ça fait|ca fait|gracias|espero|perdón|perdona|saludos|cuánto tiempo|un abrazo)(?!\\p{L}))";
const courtesyBegins = new RegExp(` ${opensCourtesy}(.*)`, "u");
const againBegins = new RegExp(` ${opensCourtesy}`, "u");

/** The sentence without the names of the two who write to each other. */
export const withoutNames = (sentence: string, names: readonly (string | undefined)[]): string =>
  names
    .flatMap((name) => name?.split(/\s+/) ?? [])
    .filter((name) => name.length > 1)
    .reduce((left, name) => left.replaceAll(name, ""), sentence);

/** How a statement of its own begins behind a comma; what was heard or wished tells something of the agreement itself. */
const ownStatement =
  /^(?!(?:i|we|it|that|das|es|c'est|ça) (?:wish|hear|read|hope|says?|sounds|seems?|sagt|meint|hieß|heißt|dit)(?![\p{L}]))(?:i|i'(?:m|ll|ve|d)|we|we'(?:re|ll|ve)|it|it's|that|that's|this|thanks?|looking|see you|talk|speak|ich|wir|das|es|danke|vielen dank|freue|je|j'\p{L}+|nous|c'est|merci|gracias|nos|yo|así|allí|te|le|les|os|lo)(?![\p{L}'])/u;

/** The pieces, with only those apart that state something else behind an agreed time. */
function joinedUp(
  pieces: readonly string[],
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
  language: Language,
): string[] {
  const isAsked = pieces.at(-1)?.includes("?") === true;
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isAgreed =
      before !== undefined &&
      (agreeing.accept.test(before) ||
        agreesToTime(before) ||
        agreeing.preference.test(before) ||
        agreeing.opensWithThen.test(before) ||
        agreeing.please.test(before)) &&
      !doubting.negation.test(before.replace(doubting.harmless, " ")) &&
      (hasTime(before) || namesPlace(before));
    const isApart =
      (!hasTime(piece) && isSmallTalk(piece) && (isAgreed || (isAsked && before !== undefined && hasTime(before)))) ||
      (ownStatement.test(piece) &&
        !doubting.past.test(piece) &&
        (doubting.pending.test(piece) || (isAgreed && !hasTime(piece)))) ||
      (isAgreed && !hasTime(piece) && isBeside(piece)) ||
      ((isAgreed || (before !== undefined && !hasTime(before))) && hasTime(piece) && tellsOwnHour(piece, language));
    if (before === undefined || isApart) joined.push(piece);
    else joined[joined.length - 1] = `${before}, ${piece}`;
  }
  return joined;
}
