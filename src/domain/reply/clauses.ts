/** A reply in clauses: each with its times and with what it does to them (agrees, denies, doubts, moves). */

import type { Language } from "../mail/language.ts";
import { dayIn } from "../time.ts";
import { agreesAsWhole, asAgreed } from "./agreed.ts";
import * as agreeing from "./agreeing-words.ts";
import { agreesToTime } from "./agreement.ts";
import { isAside } from "./asides.ts";
import * as asking from "./asking-words.ts";
import { namesPlace, withoutComparatives } from "./chosen.ts";
import * as doubting from "./doubting-words.ts";
import { unexplainedIn, withoutPhrases } from "./explained.ts";
import { isBygone, isFarOff } from "./far-off.ts";
import { isCertain, isSurely, isSurelyNot } from "./learned.ts";
import { lengthSaid } from "./length-said.ts";
import type { OfferMade } from "./meaning.ts";
import { piecesOf } from "./pieces.ts";
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
  /** As `isAside`, but for the times that it names: whether they are those of the meeting is open. */
  isRemark: boolean;
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
  const said = withoutSlips(readable(sentence));
  const turned = said.split(asking.turn).filter((part) => /[\p{L}\d\p{Extended_Pictographic}]/u.test(part));
  // "It is chaos here, but Tuesday at ten is good": in front of a yes it tells against what the yes speaks.
  const isOverruled = (part: string) => {
    const at = turned.findIndex((one) => one.includes(part));
    return at >= 0 && turned.slice(at + 1).some((one) => agreeing.accept.test(one) || agreesToTime(one));
  };
  const isBeside = onceEach((part) => {
    const written = asWritten(part, sentence);
    const isFramed = isAside(part, unnamed, language);
    if (!isFramed && trailsOff.test(part)) return false;
    if (!isFramed && doubting.hedgesBeside(readable(part))) return isCertain("beside", written, language);
    return isSurely("beside", written, language, isFramed || isOverruled(part));
  });
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
    turned,
    onceEach((part) => readTimes(part, context).phrases.length > 0),
    isBeside,
    language,
  );
  // "Tuesday works, where shall we meet?" asks for the place: what stands before a question of its own is none.
  const asksAtEnd =
    isQuestion &&
    parts.length > 1 &&
    (asking.questionOpens.test(parts.at(-1) ?? "") || isSmallTalk(parts.at(-1) ?? ""));
  const isSurelyMore = (part: string) => isSurelyNot("beside", asWritten(part, sentence), language);
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
    const isRemark = !isAsked && isBeside(part);
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
      isAside: isRemark && phrases.length === 0,
      isRemark,
      prefers,
      denies: doubting.negation.test(withoutPhrases(bare, text === bare ? phrases : [])),
      doubts: doubting.hedge.test(bare),
      isBusy: doubting.busy.test(bare) && !(isAsked && phrases.length === 0),
      isPast: doubting.past.test(bare),
      shifts: doubting.shift.test(withoutComparatives(bare)),
      unexplained:
        phrases.length === 0 && !isAsked && !namesPlace(text) && isSurelyMore(part)
          ? [part]
          : unexplainedIn({ text, sentence, phrases, takes }, offer),
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

/** "Friday at 4? Perfect!", "Could we take Friday at 4? That suits me best": what names the time answers at once, nothing is asked. */
export const answeredAtOnce = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, at) => {
    if (!clause.isQuestion || !isPlainYes(clauses[at + 1])) return clause;
    if (isTimeAlone(clause)) return { ...clause, isQuestion: false };
    return asksToTake(clause)
      ? { ...clause, isQuestion: false, doubts: false, takes: true, isAgreed: true, unexplained: [] }
      : clause;
  });
const asksToTake = ({ text, phrases }: Clause): boolean =>
  phrases.length > 0 &&
  asking.toTake.test(
    withoutPhrases(text, phrases)
      .replace(/[^\p{L}' -]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
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
  /(?<=^|[,.!-] ?|(?<!\p{L})(?:gerne?|gern,|dann|also|ok(?:ay)?|passt|klar|super|prima|gut|perfekt|mich|acuerdo|vale|perfecto|entonces|genial|claro|bien|great|perfect|thanks|fine) )(?:bis|hasta(?: el)?|until|till) (?=(?:\p{L}+(?: (?:um|a las|at) (?:halb |viertel (?:vor |nach )?|dreiviertel |half )?(?:[\d:.h]{1,5}|\p{L}{2,8})(?: ?(?:uhr|am|pm|h))?)?|um (?:halb )?[\d:.h]{1,5}(?: ?uhr)?)(?: (?:dann|then|entonces))?[.! ]*$)/u;
const withFarewellAsDay = (part: string): string =>
  doubting.negation.test(part.replace(doubting.harmless, " ")) || doubting.busy.test(part)
    ? part
    : part.replace(farewell, "");

/** "… to finish the week", "pour bien commencer la semaine": what a time is good for. */
const purpose =
  /(?<!\p{L})(?:(?:to|let's|we'll|i'll|we can) (?:finish|end|start|begin|close|round|kick|wrap|see)(?: off| out| up)? (?:the|my|our|your) (?:week|day|month)|(?:läuten|beginnen|starten|beenden|gehen|rutschen) wir (?:zusammen |gemeinsam |dann |gleich |so |gemütlich |entspannt )*(?:das wochenende|ins wochenende|die woche|in die woche)|zum (?:wochenausklang|wochenabschluss|wochenstart|wochenbeginn|(?:ausklang|abschluss|ende|start) der woche)|pour (?:bien )?(?:finir|commencer|terminer|clore|démarrer|attaquer) (?:la|ma|notre) (?:semaine|journée)|(?:para|así) (?:empezar|terminar|acabar|cerrar|comenzar|empezamos|terminamos|acabamos|cerramos|comenzamos|termino|cierro|acabo)(?: bien)? (?:la|mi|el) (?:semana|día|finde|fin de semana))(?!\p{L})/gu;

/** "… and have a nice weekend": the days of a wish are not those of the meeting. */
const wish =
  /(?:,? ?(?:and|und|et|y) |, |(?<=[.!] ))?(?:(?:(?:have|wish you|hope you had|hope you have) an? \p{L}+|bon(?:ne)?|schöne[ns]?|buen|feliz) (?:fin de (?:journée|semaine)|week-?end|wochenende|fin de semana|finde|evening|soirée|abend|rest of (?:the|your) (?:day|week))|(?<=^|[,.!-] )(?:(?:see you|speak to you|talk to you|speak|talk|until|till) next week|bis nächste woche|à la semaine prochaine|hasta la (?:próxima semana|semana que viene)))(?![\p{L}])/gu;
const withoutWishes = (part: string): string => part.replace(wish, " ").replace(purpose, " ");

/** The sentence without the names of the two who write to each other. */
export const withoutNames = (sentence: string, names: readonly (string | undefined)[]): string =>
  names
    .flatMap((name) => name?.split(/\s+/) ?? [])
    .filter((name) => name.length > 1)
    .reduce((left, name) => left.replaceAll(name, ""), sentence);
