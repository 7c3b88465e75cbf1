/**
 * "I am away on Tuesday and Wednesday, so Friday at half past four": a sentence that ends with the time that is taken and tells in
 * front of it why no other is. The times of the reason are not proposed, whatever is said of them, as long as nothing there agrees.
 */
import type { Language } from "../mail/language.ts";
import { isWeighed } from "./agreed.ts";
import { namesPlace, slotsByPlace } from "./chosen.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { slotsNamed } from "./match.ts";
import type { OfferMade } from "./meaning.ts";

/** What stands between a reason and its outcome, what opens a reason that ends with a comma, and one that stands behind its outcome. */
const words: Readonly<Record<Language, { between: string; opens: string; left: string; behind: string }>> = {
  en: {
    between: "(?:and )?(?:so|hence|therefore|thus|which (?:only )?leaves(?: me with)?|leaving|but)",
    left: "that (?:only )?leaves|leaves|which leaves|remains",
    opens: "since|as|because|given(?: that)?|with|seeing (?:as|that)",
    behind: "since|because",
  },
  de: {
    between: "(?:und )?(?:daher|deshalb|deswegen|darum|drum|somit|also|aber)",
    opens: "da|weil|nachdem",
    behind: "da|weil|denn",
    left: "bleibt|bliebe|übrig bleibt",
  },
  fr: {
    between: "(?:et )?(?:donc|du coup|alors|c'est pourquoi|mais)",
    left: "(?:il )?reste|restent",
    opens: "comme|puisqu(?:e |')|vu qu(?:e |')|étant donné qu(?:e |')|parce qu(?:e |')",
    behind: "car|parce qu(?:e|')|puisqu(?:e|')",
  },
  es: {
    between: "(?:y )?(?:así que|por lo que|de modo que|de manera que|por eso|entonces|o sea que|conque|pero)",
    left: "(?:(?:pues )?(?:nos |me )?|s[oó]lo |por lo tanto )queda|pues",
    opens: "como|ya que|puesto que|dado que|porque",
    behind: "porque|ya que|puesto que",
  },
};
const compiled = ({ between, opens, left, behind }: (typeof words)[Language]) => ({
  parts: new RegExp(`,? ${between},? (?=\\S)`, "iu"),
  opensReason: new RegExp(`^[¿¡ ]*(?:${opens})(?![\\p{L}])`, "iu"),
  /** "Wednesday is perfect since I'm off on Thursday" */
  reasonBehind: new RegExp(`,? (?:${behind}) ?(?=\\S)`, "iu"),
  /** How a sentence begins that is the outcome of the one before. */
  opensOutcome: new RegExp(`^[¿¡ ]*(?:${between}|${left})(?![\\p{L}])`, "iu"),
});
const signs: Readonly<Record<Language, ReturnType<typeof compiled>>> = {
  en: compiled(words.en),
  de: compiled(words.de),
  fr: compiled(words.fr),
  es: compiled(words.es),
};

const weekday =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bados?|domingos?)(?!\p{L})/iu;

/** Behind it more is said than the reason. */
const goesOn = /(?<!\p{L})(?:but|although|though|and so|aber|doch|jedoch|obwohl|mais|quoique|pero|aunque)(?!\p{L})/iu;

const commasMax = 3;

/** The clauses of all sentences; those of a reason in front of its outcome weigh nothing. */
export function clausesWithOutcomes(sentences: readonly string[], language: Language, offer: OfferMade): Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const [sentence = "", next] = sentences.slice(at, at + 2);
    const isOutcome = next !== undefined && signs[language].opensOutcome.test(next);
    const apart = isOutcome ? outcomeOf(sentence, next, language, offer) : [];
    clauses.push(...(apart.length > 0 ? apart : clausesWithOutcome(sentence, language, offer)));
    if (apart.length > 0) at += 1;
  }
  return clauses;
}

function clausesWithOutcome(sentence: string, language: Language, offer: OfferMade): Clause[] {
  const whole = clausesOf(sentence, language, offer);
  const times = whole.flatMap(({ phrases, text }) => [...phrases, ...(namesPlace(text) ? [text] : [])]);
  if (times.length < 2) return whole;
  for (const [reason, outcome] of partings(sentence, language)) {
    const parted = outcomeOf(reason, outcome, language, offer);
    if (parted.length > 0) return parted;
  }
  return whole;
}

/** None where the first is no reason for the second. */
function outcomeOf(reason: string, outcome: string, language: Language, offer: OfferMade): Clause[] {
  const taken = clausesOf(outcome, language, offer);
  if (!isTaken(taken, offer)) return [];
  const told = clausesOf(reason, language, offer);
  return isReason(told, taken, offer) ? [...told.map(asReason), ...taken] : [];
}

function partings(sentence: string, language: Language): (readonly [string, string])[] {
  const { parts, opensReason, reasonBehind } = signs[language];
  const cutAt = (cut: RegExpExecArray): readonly [string, string] => [
    sentence.slice(0, cut.index),
    sentence.slice(cut.index + cut[0].length),
  ];
  const found = parts.exec(sentence);
  const commas = opensReason.test(sentence) ? [...sentence.matchAll(/, /gu)].slice(0, commasMax) : [];
  const behind = reasonBehind.exec(sentence);
  return [
    ...[...(found === null ? [] : [found]), ...commas].map(cutAt),
    // "Oh sure, Monday at 10, because who needs sleep after a night shift" names no other day.
    ...(behind === null ? [] : [cutAt(behind)])
      .filter(([, reason]) => weekday.test(reason) && !goesOn.test(reason))
      .map(([outcome, reason]) => [reason, outcome] as const),
  ];
}

const slotsOf = (clauses: readonly Clause[], offer: OfferMade): (string | undefined)[] =>
  clauses.flatMap(({ text, phrases }) => [
    ...phrases.map((phrase) => {
      const [slot, ...others] = slotsNamed(phrase, offer);
      return others.length === 0 ? slot?.startsAt : undefined;
    }),
    ...slotsByPlace(text, offer.slots).map((slot) => slot?.startsAt),
  ]);

const namesHour = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ phrases }) => phrases.some(({ clock }) => clock !== undefined && clock.kind !== "between"));

/** All its times are one offered time, and its words say no more than that. */
function isTaken(clauses: readonly Clause[], offer: OfferMade): boolean {
  const named = slotsOf(clauses, offer);
  return (
    named[0] !== undefined &&
    named.every((slot) => slot === named[0]) &&
    clauses.every((clause) => !isWeighed(clause) && (clause.unexplained.length === 0 || clause.isAside))
  );
}

/** It names other times and agrees to none of them. */
function isReason(told: readonly Clause[], taken: readonly Clause[], offer: OfferMade): boolean {
  const [slot] = slotsOf(taken, offer);
  // "I finish at four, so the last one": whether an hour of the reason leaves the time free is seen by an hour alone.
  if (namesHour(told) && !namesHour(taken)) return false;
  return (
    told.some(({ phrases }) => phrases.length > 0) &&
    !told.some(
      ({ isQuestion, accepts, takes, isAgreed, prefers, shifts, text }) =>
        isQuestion || accepts || (takes && !isAgreed) || prefers || shifts || isConditional.test(text),
    ) &&
    !told.some(({ phrases }) =>
      phrases.some((phrase) => slotsNamed(phrase, offer).some(({ startsAt }) => startsAt === slot)),
    )
  );
}

/** What holds only in a case gives no reason; a doubt about other times does. */
const isConditional =
  /(?<![\p{L}'])(?:if|unless|whether|in case|wenn|falls|sofern|ob|si|s'il|à moins|salvo|a menos|cuando|when|once)(?![\p{L}])/u;

const asReason = (clause: Clause): Clause => ({
  ...clause,
  phrases: [],
  unexplained: [],
  hasUnreadNumber: false,
  takes: false,
  denies: false,
  doubts: false,
  isBusy: false,
  isPast: false,
  isAgreed: false,
  isAside: true,
});
