/** Whether a reply agrees to exactly one offered time, and nothing else in it speaks against that. */
import type { Language } from "../mail/language.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { dayIn, millisOf, type PlainDate } from "../time.ts";
import { answer, excerpt } from "./answer.ts";
import * as asking from "./asking-words.ts";
import { namesPlace, slotsByPlace } from "./chosen.ts";
import type { Clause } from "./clauses.ts";
import { doubtIn } from "./doubt.ts";
import * as doubting from "./doubting-words.ts";
import { withoutPhrases } from "./explained.ts";
import { proposesNothing } from "./far-off.ts";
import { isIn, type Slot, slotsNamed } from "./match.ts";
import type { OfferMade, ReplyMeaning } from "./meaning.ts";
import { leavesFree } from "./own-hours.ts";
import { closesLetter, isFarewell, isNameAlone, isTitle, opensLetter } from "./signed-off.ts";
import type { TimePhrase } from "./time-spans.ts";

export function acceptance(
  said: readonly Clause[],
  offer: OfferMade,
  trimmed: TrimmedText,
  language: Language,
): ReplyMeaning | undefined {
  const clauses = withoutOwnHours(withoutSigned(said), offer, language);
  const named = namedSlots(clauses, offer);
  if (named === undefined) return undefined;
  const unclear = (rule: string, text: string, perhaps?: Slot) =>
    answer({ kind: "unclear", ...(perhaps !== undefined && { perhaps }) }, 0.75, rule, text);
  if (named.kind === "several")
    return unclear(
      "M6.two_readings",
      `It can mean more than one of the offered times: "${excerpt(named.clause.sentence)}".`,
    );
  const denied = clauses.find((clause) => rulesOutTime(clause) && clause.phrases.some(isOf(named.slot, offer)));
  if (denied !== undefined)
    return unclear("M6.yes_and_no", `The same time is ruled out: "${excerpt(denied.sentence)}".`);
  const minutes = lengthOf(named.slot);
  const otherLength = clauses.find(({ length }) => length !== undefined && length !== minutes);
  if (otherLength !== undefined)
    return unclear("M6.other_length", `They speak of another length: "${excerpt(otherLength.sentence)}".`);
  const doubt = doubtIn(clauses, trimmed);
  if (doubt !== undefined && doubt.rule !== "M6.asks_about_time") return unclear(doubt.rule, doubt.text);
  // "Could we do Tuesday at 10?" proposes what was offered: read as a proposal.
  if (doubt !== undefined || (!named.isAgreed && named.isAsked)) return undefined;
  if (!named.isAgreed)
    return unclear(
      "M6.not_agreed",
      `They speak of an offered time without agreeing to it: "${excerpt(named.clause.sentence)}".`,
      named.slot,
    );
  const more = beyondAgreement(clauses, named, offer);
  if (more !== undefined)
    return unclear(
      "M6.more_is_said",
      `More is said than is surely understood: "${excerpt(more.sentence)}".`,
      named.slot,
    );
  const alsoAsks = clauses.some(({ isQuestion }) => isQuestion);
  const isLearned = named.clause.isAgreed;
  return answer(
    { kind: "accept", slot: named.slot, alsoAsks },
    alsoAsks || isLearned ? 0.88 : 0.95,
    "M6.accept",
    isLearned
      ? `Taken for a yes to one offered time: "${excerpt(named.clause.sentence)}".`
      : `They agree to one offered time: "${excerpt(named.clause.sentence)}".`,
  );
}

/** "Tuesday at 3 would be grand, I finish teaching at two": beside a taken time an hour of their own is an aside, and so is one told in passing. */
function withoutOwnHours(clauses: readonly Clause[], offer: OfferMade, language: Language): readonly Clause[] {
  const taken = clauses.filter(
    (clause) => isPlainYes(clause) && (clause.phrases.length > 0 || namesPlace(clause.text)),
  );
  if (taken.length === 0 || taken.length === clauses.length) return clauses;
  const named = namedSlots(taken, offer);
  if (named?.kind !== "one") return clauses;
  const isPassing = (clause: Clause) =>
    clause.isRemark &&
    tellsMore(clause) &&
    clause.phrases.every((phrase) => proposesNothing(phrase, named.slot, offer));
  return clauses.map((clause) =>
    !taken.includes(clause) && (leavesFree(clause, named.slot, language, offer) || isPassing(clause))
      ? { ...clause, phrases: [], unexplained: [], hasUnreadNumber: false, accepts: false, isAside: true }
      : clause,
  );
}

/** "Correction, Thursday." is a time and no remark. */
const tellsMore = ({ text, phrases }: Clause): boolean =>
  (withoutPhrases(text, phrases).match(/\p{L}+/gu) ?? []).length >= remarkWordsMin;
const remarkWordsMin = 3;

/** Without what stands below a name as the last lines: "Contador público". */
function withoutSigned(clauses: readonly Clause[]): readonly Clause[] {
  const at = clauses.findIndex((clause, index) => index > 0 && isNameAlone(clause) && !isPlainYes(clause));
  const below = clauses.slice(at + 1);
  return at > 0 && below.length > 0 && below.length <= 3 && below.every(isTitle) ? clauses.slice(0, at + 1) : clauses;
}

/** "I am free on Tuesday, just not at 10": the hour that is denied is that of the slot. */
const isOf =
  ({ startsAt }: Slot, offer: OfferMade) =>
  (phrase: TimePhrase): boolean =>
    slotsNamed(phrase, offer).some((slot) => slot.startsAt === startsAt);

const lengthOf = ({ startsAt, endsAt }: Slot): number => (millisOf(endsAt) - millisOf(startsAt)) / 60_000;

type Named =
  | { kind: "one"; slot: Slot; clause: Clause; isAgreed: boolean; isAsked: boolean }
  | { kind: "several"; clause: Clause };

/** "I'll confirm tomorrow": the time is that of the answer, not of the meeting. */
const isAnnouncement = ({ text }: Clause): boolean => doubting.pending.test(text);

/** The offered slot that all clauses which speak of a time mean together; undefined when one of them means none. */
function namedSlots(clauses: readonly Clause[], offer: OfferMade): Named | undefined {
  const timed = clauses.filter(
    (clause) => clause.phrases.length > 0 && !clause.isPast && !clause.denies && !clause.isBusy,
  );
  const ofMeeting = timed.filter((clause) => !isAnnouncement(clause));
  const spoken = ofMeeting.length > 0 ? ofMeeting : timed;
  if (spoken.length === 0)
    return clauses.some(({ phrases }) => phrases.length > 0) ? undefined : wordsOnly(clauses, offer);
  const phrases = spoken.flatMap((clause) => clause.phrases);
  const meant = phrases.map((phrase) => slotsNamed(phrase, offer));
  // Every time that is spoken of must be offered: another beside it is an alternative or a proposal.
  const isPart = (phrase: TimePhrase) => isPartOfOnlyDay(phrase, offer);
  if (meant.some((slots) => slots.length === 0) || !phrases.some((phrase) => isPrecise(phrase) || isPart(phrase)))
    return undefined;
  const clause = spoken[0]!;
  const freeFor = spoken.filter(saysFree).flatMap((one) => one.phrases);
  const isAsked = spoken.some(({ isQuestion }) => isQuestion);
  const common = meant.reduce((left, right) =>
    left.filter((slot) => right.some((other) => other.startsAt === slot.startsAt)),
  );
  const placed = placedIn(clauses, offer, common);
  const [slot] = placed;
  if (
    slot === undefined ||
    placed.length > 1 ||
    !phrases.every((phrase) => isPrecise(phrase) || phrase.clock?.kind === "between" || isHourOf(phrase, freeFor))
  ) {
    return isAsked ? undefined : { kind: "several", clause };
  }
  const isAgreed = !isAsked && spoken.every(isExplained);
  // A part of the day that nobody agreed to is a limit for the next offer.
  return !isAgreed && !phrases.some(isPrecise) ? undefined : { kind: "one", slot, clause, isAgreed, isAsked };
}

/** "I'm free until noon": beside an hour that lies before it the open end leaves the hour as it is. */
const saysFree = ({ text, accepts, takes }: Clause): boolean =>
  (accepts || takes) && /(?<!\p{L})(?:free|available|frei|zeit|libre|dispo|disponible)(?!\p{L})/u.test(text);
const isHourOf = (phrase: TimePhrase, freeFor: readonly TimePhrase[]): boolean =>
  phrase.days === undefined && phrase.clock !== undefined && freeFor.includes(phrase);

/** "The second one, please. See you on Thursday": of several slots of the day the one that is also named by its place. */
function placedIn(clauses: readonly Clause[], { slots }: OfferMade, common: readonly Slot[]): readonly Slot[] {
  if (common.length < 2) return common;
  const chosen = clauses
    .filter(({ denies, isBusy, isPast, isQuestion, shifts }) => !denies && !isBusy && !isPast && !isQuestion && !shifts)
    .flatMap(({ text }) => slotsByPlace(text, slots));
  return chosen.length === 1 ? common.filter((slot) => slot === chosen[0]) : common;
}

/** A day, an hour or both; stretches, open ends and what is set apart are limits. */
const isPrecise = ({ clock, days, everyWeekday, isStretch, isExcluded, approximate }: TimePhrase): boolean =>
  !isStretch &&
  isExcluded === undefined &&
  everyWeekday === undefined &&
  !approximate &&
  (clock === undefined ? days !== undefined : clock.kind === "at" || (clock.kind === "between" && days !== undefined));

/** "The afternoon, please" chooses where all offered times are on one day. */
const isPartOfOnlyDay = ({ clock, days, everyWeekday }: TimePhrase, { slots, zone }: OfferMade): boolean =>
  clock?.kind === "between" &&
  clock.isPart &&
  days === undefined &&
  everyWeekday === undefined &&
  slots.length > 1 &&
  new Set(slots.map(({ startsAt }) => dayIn(zone, startsAt))).size === 1;

/**
 * What is said besides an agreed time and is not surely understood: "the car is in the garage that morning" takes it back
 * without a word that denies. Memories in front of it ("it was lovely to meet you"), questions about other things and the writer's name below leave it.
 */
function beyondAgreement(
  clauses: readonly Clause[],
  { clause: agreed, slot }: { clause: Clause; slot: Slot },
  { zone, owner }: OfferMade,
): Clause | undefined {
  const place = clauses.indexOf(agreed);
  const day = dayIn(zone, slot.startsAt);
  const last = clauses.length - 1;
  const isSure = clauses.some(isPlainYes);
  return clauses.find(
    (clause, index) =>
      doubting.saysOtherwise.test(clause.sentence.toLowerCase()) ||
      ((!isExplained(clause) || prefersWay(clause)) &&
        !rulesOutOtherDay(clause, day) &&
        !asksBeside(clause) &&
        !(isSure && clause.isAside) &&
        !(clause.isPast && index < place) &&
        !(index === last && last > 0 && closesLetter(clause)) &&
        !(index >= last - 1 && index > place && isFarewell(clause)) &&
        !(index === 0 && opensLetter(clause, owner))),
  );
}

/** Words of agreement and nothing beside them: with a bare time "I'll drive the twins to school" tells what the time is for. */
const isPlainYes = (clause: Clause): boolean => clause.takes && isExplained(clause) && !clause.isQuestion;

/** "Thursday clashes. Tuesday at 10 then"; "my flight lands at noon" may be on the very day. */
const rulesOutOtherDay = (clause: Clause, day: PlainDate): boolean =>
  rulesOutTime(clause) &&
  !doubting.takesBack.test(clause.text) &&
  !doubting.thatDay.test(clause.text) &&
  clause.phrases.every(({ days }) => days?.some((span) => isIn(span, day)) === false);

/** "Monday at noon is fine, shall I book a table?" */
const asksBeside = ({ isQuestion, phrases, text, sentence, unexplained }: Clause): boolean =>
  isQuestion &&
  phrases.length === 0 &&
  (asking.asksLittle.test(text) || !/\p{L}/u.test(text) || isExplained({ unexplained })) &&
  !asking.asksForChange.test(text) &&
  !asking.asksForMuch.test(text) &&
  !asking.asksForSomebody.test(sentence);

/** "Persönlich wäre mir lieber": of no time, so of the way to meet. */
const prefersWay = ({ prefers, phrases, text }: Clause): boolean =>
  prefers && phrases.length === 0 && !namesPlace(text) && doubting.ofWay.test(text);

const isExplained = ({ unexplained }: Pick<Clause, "unexplained">): boolean => unexplained.length === 0;

/** "Thursday clashes. Tuesday at 10 then": what is ruled out leaves the other time as the answer. */
const rulesOutTime = ({ denies, isBusy, phrases }: Clause): boolean => (denies || isBusy) && phrases.length > 0;

/** No time is named: "the second one", or a plain yes to an offer of one time. */
function wordsOnly(clauses: readonly Clause[], { slots, ranges = [] }: OfferMade): Named | undefined {
  const positive = clauses.filter(({ denies, isBusy, isPast }) => !denies && !isBusy && !isPast);
  const chosen = positive.flatMap((clause) => slotsByPlace(clause.text, slots).map((slot) => ({ clause, slot })));
  const [first] = chosen;
  if (first !== undefined) {
    const { clause, slot } = first;
    if (slot === undefined || chosen.some((other) => other.slot !== slot)) return { kind: "several", clause };
    return { kind: "one", slot, clause, isAgreed: !clause.isQuestion, isAsked: clause.isQuestion };
  }
  const yes = positive.find((clause) => clause.accepts && !clause.isQuestion);
  const [only] = slots;
  if (yes === undefined || only === undefined || slots.length > 1 || ranges.length > 0) return undefined;
  // Words of agreement alone are taken for the time only where they are all that is written.
  return clauses.every(isExplained)
    ? { kind: "one", slot: only, clause: yes, isAgreed: true, isAsked: false }
    : undefined;
}
