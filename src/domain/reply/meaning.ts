/**
 * What a reply means for the offer it answers (M6). Negation is looked for before consent; words alone accept nothing: a
 * time is accepted only when one sentence agrees to it, it can mean exactly one offered slot, and nothing else in the reply
 * speaks against it. All other times are proposals or limits, and whatever is left open is unclear: the owner's to read.
 */
import { type Because, because } from "../because.ts";
import { normaliseAddress } from "../contact/address.ts";
import { type Language, languageIn } from "../mail/language.ts";
import type { Address } from "../mail/message.ts";
import { newTextOf, type TrimmedText } from "../mail/new-text.ts";
import { addDays, dayIn, daysBetween, type Instant, millisOf, type PlainDate, type Zone } from "../time.ts";
import { type Slot, slotsMeant, type Window, windowsOf } from "./match.ts";
import * as say from "./reply-words.ts";
import { sentencesOf } from "./sentences.ts";
import { readable, readTimes } from "./time-phrases.ts";
import type { ClockSpan, DaySpan, TimePhrase } from "./time-spans.ts";

export type OfferMade = {
  /** The times that the letter named, in its order. */
  slots: readonly Slot[];
  /** Free stretches that it showed around them; a start inside one that leaves the whole length is as good as a slot. */
  ranges?: readonly Slot[];
  /** The zone in which the letter's times are written. */
  zone: Zone;
  /** The writer's own zone where it is known and differs. */
  writersZone?: Zone;
  /** The letter's language: the reply's, unless its own words show another. */
  language: Language;
  /** When the reply was written. */
  writtenAt: Instant;
  /** Minutes since 00:00 in which a bare hour is read; 8:00 to 19:00 by default. */
  workingHours?: { from: number; until: number };
};

/** A time that the writer proposes, with every reading of it. */
export type ProposedTime = { says: string; windows: readonly Window[] };

/** A limit for the next offer: what fits, or what does not. */
export type TimeLimit = {
  says: string;
  fits: boolean;
  days?: readonly DaySpan[];
  /** 1 is Monday. */
  everyWeekday?: number;
  clock?: ClockSpan;
};

export type ReplyMeaning = { confidence: number; because: readonly Because[] } & (
  | { kind: "accept"; slot: Slot; alsoAsks: boolean }
  | { kind: "counter"; times: readonly ProposedTime[] }
  | { kind: "constraint"; limits: readonly TimeLimit[]; noneOfThem: boolean }
  | { kind: "later"; from?: PlainDate }
  | { kind: "decline" }
  | { kind: "question" }
  | { kind: "opt_out" }
  | { kind: "delegate"; to?: Address }
  | { kind: "unclear" }
);

/** Reads a reply's new text against its offer. Never throws; bounded by 60 sentences of 1,000 characters. */
export function readReply(reply: TrimmedText | string, offer: OfferMade): ReplyMeaning {
  const trimmed = typeof reply === "string" ? newTextOf(reply) : reply;
  const written = sentencesOf(trimmed);
  if (written.length === 0)
    return answer({ kind: "unclear" }, 0.9, "M6.nothing_written", "The reply holds no words of its own.");
  const language = languageOf(written.join(" "), offer.language);
  const clauses = written.flatMap((sentence) => clausesOf(sentence, language, offer));
  const twisted = clauses.find(({ sentence }) => say.sarcasm.test(readable(sentence)));
  if (twisted !== undefined)
    return answer(
      { kind: "unclear" },
      0.7,
      "M6.not_meant_so",
      `It may not be meant so: "${excerpt(twisted.sentence)}".`,
    );
  return (
    refusal(clauses, trimmed) ??
    acceptance(clauses, offer, trimmed) ??
    otherMeaning(clauses, offer, trimmed) ??
    answer({ kind: "unclear" }, 0.8, "M6.unclear", "Nothing in it could be read for sure.")
  );
}

type Plain<Kind> = Kind extends ReplyMeaning ? Omit<Kind, "confidence" | "because"> : never;
const answer = (meaning: Plain<ReplyMeaning>, confidence: number, rule: string, text: string): ReplyMeaning =>
  ({ ...meaning, confidence, because: [because(rule, text)] }) as ReplyMeaning;

/* ── clauses ── */

type Clause = {
  /** As read: lower case, hours in figures. */
  text: string;
  /** The whole sentence it stands in, as written. */
  sentence: string;
  phrases: readonly TimePhrase[];
  hasUnreadNumber: boolean;
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

function clausesOf(sentence: string, language: Language, offer: OfferMade): Clause[] {
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
  const clauses = parts.map((part): Clause => {
    const { text, phrases, hasUnreadNumber } = readTimes(part, context);
    const sober = text.replace(say.courteous, " ");
    const bare = sober.replace(say.harmless, " ");
    return {
      text,
      sentence,
      phrases,
      hasUnreadNumber,
      isQuestion: isQuestion && !say.courteousQuestion.test(text),
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

/** The reply's own words decide; a few of them say too little, then weekdays do, then the offer's language. */
function languageOf(text: string, offered: Language): Language {
  const own = languageIn(text);
  if (own !== undefined) return own;
  const plain = readable(text);
  const scores = (["en", "fr", "de", "es"] as const).map(
    (language) => [language, (plain.match(typical[language]) ?? []).length] as const,
  );
  const [best, second] = scores.toSorted(([, one], [, other]) => other - one);
  return best !== undefined &&
    best[1] > (second?.[1] ?? 0) &&
    best[1] > scores.find(([language]) => language === offered)![1]
    ? best[0]
    : offered;
}

const typical: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}])(?:monday|tuesday|wednesday|thursday|friday|works|sounds|good|great|fine|perfect|yes|thanks|me|the|is|at|see|you|let's|okay|sure|for|[ap]m|tomorrow|next|week)(?![\p{L}])/gu,
  de: /(?<![\p{L}])(?:montag|dienstag|mittwoch|donnerstag|freitag|passt|gerne?|gut|um|uhr|danke|mir|bei|ja|nein|am|der|ich|bis|dann|morgen|woche|nächste|geht|nicht)(?![\p{L}])/gu,
  fr: /(?<![\p{L}])(?:lundi|mardi|mercredi|jeudi|vendredi|parfait|convient|merci|oui|non|bien|à|le|me|va|pour|heures?|\d{1,2}h(?:\d\d)?|demain|semaine|prochaine?|d'accord|je|pas|moi)(?![\p{L}])/gu,
  es: /(?<![\p{L}])(?:lunes|martes|miércoles|jueves|viernes|perfecto|vale|gracias|sí|bien|a las|el|me|va|viene|mañana|semana|próxim[oa]|acuerdo|genial|puedo|que)(?![\p{L}])/gu,
};

/* ── no ── */

function refusal(clauses: readonly Clause[], trimmed: TrimmedText): ReplyMeaning | undefined {
  const whole = readable(trimmed.newText.text);
  const stop = clauses.find(({ text }) => say.optOut.test(text) || say.optOutAlone.test(text));
  if (stop !== undefined || say.optOutAlone.test(whole)) {
    const words = stop?.sentence ?? whole;
    if (stop === undefined || !isAboutSomethingElse(stop.text))
      return answer({ kind: "opt_out" }, 0.95, "M6.opt_out", `They ask not to be written to: "${excerpt(words)}".`);
  }
  const no = clauses.find(
    ({ sentence, isQuestion }) => say.decline.test(readable(sentence).replace(say.harmless, " ")) && !isQuestion,
  );
  if (no === undefined) return undefined;
  // "Not interested in a call, but Tuesday at the fair works": the owner reads that.
  if (clauses.some(({ phrases, accepts, denies }) => phrases.length > 0 && accepts && !denies)) {
    return answer(
      { kind: "unclear" },
      0.7,
      "M6.no_and_yes",
      `They decline and name a time: "${excerpt(no.sentence)}".`,
    );
  }
  const putOff = clauses.find((clause) => isLater(clause));
  if (putOff !== undefined) return undefined;
  return answer({ kind: "decline" }, 0.92, "M6.decline", `They decline: "${excerpt(no.sentence)}".`);
}

/** "Stop sending me paper invoices": about a thing of its own, not about being written to. */
const isAboutSomethingElse = (text: string): boolean =>
  /(?:send|sending|senden|envoyer|enviar)\p{L}* (?:me |us |mir |uns )?(?:the |a |an |your )?(?:invoice|bill|paper|fax|letter|pdf|attachment|rechnung|facture|factura)/u.test(
    text,
  );

/* ── yes ── */

function acceptance(clauses: readonly Clause[], offer: OfferMade, trimmed: TrimmedText): ReplyMeaning | undefined {
  const named = namedSlots(clauses, offer);
  if (named === undefined) return undefined;
  const unclear = (rule: string, text: string) => answer({ kind: "unclear" }, 0.75, rule, text);
  if (named.kind === "several")
    return unclear("M6.two_readings", `It can mean more than one of the offered times: "${excerpt(named.says)}".`);
  const doubt = doubtIn(clauses, trimmed);
  if (doubt !== undefined && doubt.rule !== "M6.asks_about_time") return unclear(doubt.rule, doubt.text);
  // "Could we do Tuesday at 10?" proposes what was offered: read as a proposal.
  if (doubt !== undefined || (!named.isAgreed && named.isAsked)) return undefined;
  if (!named.isAgreed)
    return unclear("M6.not_agreed", `They speak of an offered time without agreeing to it: "${excerpt(named.says)}".`);
  const alsoAsks = clauses.some(({ isQuestion }) => isQuestion);
  return answer(
    { kind: "accept", slot: named.slot, alsoAsks },
    alsoAsks ? 0.88 : 0.95,
    "M6.accept",
    `They agree to one offered time: "${excerpt(named.says)}".`,
  );
}

type Named =
  | { kind: "one"; slot: Slot; says: string; isAgreed: boolean; isAsked: boolean }
  | { kind: "several"; says: string };

/** The offered slot that all clauses which speak of a time mean together; undefined when one of them means none. */
function namedSlots(clauses: readonly Clause[], offer: OfferMade): Named | undefined {
  const spoken = clauses.filter(
    (clause) => clause.phrases.length > 0 && !clause.isPast && !clause.denies && !clause.isBusy,
  );
  if (spoken.length === 0)
    return clauses.some(({ phrases }) => phrases.length > 0) ? undefined : wordsOnly(clauses, offer);
  const phrases = spoken.flatMap((clause) => clause.phrases);
  const meant = phrases.map((phrase) => slotsOf(phrase, offer));
  // Every time that is spoken of must be offered: another beside it is an alternative or a proposal.
  if (meant.some((slots) => slots.length === 0) || !phrases.some(isPrecise)) return undefined;
  const says = spoken[0]!.sentence;
  const isAsked = spoken.some(({ isQuestion }) => isQuestion);
  const common = meant.reduce((left, right) =>
    left.filter((slot) => right.some((other) => other.startsAt === slot.startsAt)),
  );
  const [slot] = common;
  if (
    slot === undefined ||
    common.length > 1 ||
    !phrases.every((phrase) => isPrecise(phrase) || phrase.clock?.kind === "between")
  ) {
    return isAsked ? undefined : { kind: "several", says };
  }
  return { kind: "one", slot, says, isAgreed: !isAsked && spoken.some((clause) => agrees(clause, clauses)), isAsked };
}

/** A day, an hour or both; stretches and open ends are limits. */
const isPrecise = ({ clock, days, everyWeekday, isStretch, approximate }: TimePhrase): boolean =>
  !isStretch &&
  everyWeekday === undefined &&
  !approximate &&
  (clock === undefined ? days !== undefined : clock.kind === "at" || (clock.kind === "between" && days !== undefined));

/**
 * A clause agrees by its words, or by being nothing but the time in a reply that says nothing else. A whole time may stand
 * among some words more; a day or an hour alone says too little beside them ("I'll take a look on Tuesday").
 */
function agrees(clause: Clause, clauses: readonly Clause[]): boolean {
  const rest = residueOf(clause);
  if (rest.length === 0)
    return (
      clause.accepts || clauses.every((other) => other === clause || residueOf(other).length === 0 || other.accepts)
    );
  const isWhole = clause.phrases.some(
    ({ days, clock }) =>
      days !== undefined && clock !== undefined && (clock.kind === "at" || (clock.kind === "between" && !clock.isPart)),
  );
  return clause.accepts && rest.length <= (isWhole ? wordsBesideWholeTime : wordsBesideDay);
}
const wordsBesideWholeTime = 6;
const wordsBesideDay = 0;

const acceptWords = new RegExp(say.accept.source, "gu");

/** What a clause says beyond a time, agreement and courtesy. */
function residueOf({ text, phrases }: Clause): string[] {
  const rest = withoutPhrases(text, phrases)
    .replace(say.courteous, " ")
    .replace(acceptWords, " ")
    .replace(say.harmless, " ");
  return (rest.match(/[\p{L}\d']+/gu) ?? []).filter((word) => !say.small.test(word));
}

/** The slots that a phrase can mean, in every zone in which it may be read. */
function slotsOf(phrase: TimePhrase, { slots, ranges = [], zone, writersZone }: OfferMade): Slot[] {
  const zones =
    phrase.zone === undefined
      ? [zone, ...(writersZone === undefined ? [] : [writersZone])]
      : phrase.zone === "theirs"
        ? writersZone === undefined
          ? []
          : [writersZone]
        : phrase.zone === "unknown"
          ? []
          : [phrase.zone];
  const found = new Map<Instant, Slot>();
  for (const readIn of zones) {
    for (const slot of slotsMeant(phrase, slots, readIn)) found.set(slot.startsAt, slot);
    if (phrase.clock?.kind !== "at" || phrase.days === undefined) continue;
    for (const slot of startsInRanges(phrase, ranges, slots, readIn)) found.set(slot.startsAt, slot);
  }
  // "10 to 11" for a slot of half an hour: not the time that was offered.
  const { clock } = phrase;
  const fits =
    clock?.kind === "between" && !clock.isPart
      ? [...found.values()].filter(
          (slot) => millisOf(slot.endsAt) - millisOf(slot.startsAt) === (clock.until - clock.from) * 60_000,
        )
      : [...found.values()];
  return fits;
}

/** A named start that is free in a shown range counts as offered, with the length of the offered slots. */
function startsInRanges(phrase: TimePhrase, ranges: readonly Slot[], slots: readonly Slot[], zone: Zone): Slot[] {
  const [first] = slots;
  if (first === undefined) return [];
  const lengthMs = millisOf(first.endsAt) - millisOf(first.startsAt);
  return windowsOf(phrase, zone, lengthMs / 60_000)
    .filter(
      ({ isExact, from, until }) => isExact && ranges.some((range) => range.startsAt <= from && until <= range.endsAt),
    )
    .map(({ from, until }) => ({ startsAt: from, endsAt: until }));
}

/** No time is named: "the second one", or a plain yes to an offer of one time. */
function wordsOnly(clauses: readonly Clause[], { slots, ranges = [] }: OfferMade): Named | undefined {
  const positive = clauses.filter(({ denies, isBusy, isPast }) => !denies && !isBusy && !isPast);
  const chosen = positive.flatMap((clause) =>
    say.ordinals.filter(({ says }) => says.test(clause.text)).map(({ at }) => ({ clause, at })),
  );
  if (chosen.length > 0) {
    const wanted = new Set(chosen.map(({ at }) => (at === -1 ? slots.length : at)));
    const [at] = wanted;
    const slot = wanted.size === 1 && at !== undefined ? slots[at - 1] : undefined;
    const [{ clause } = { clause: undefined }] = chosen;
    if (clause === undefined) return undefined;
    if (slot === undefined) return { kind: "several", says: clause.sentence };
    return {
      kind: "one",
      slot,
      says: clause.sentence,
      isAgreed: !clause.isQuestion && clauses.length <= 4,
      isAsked: clause.isQuestion,
    };
  }
  const yes = positive.find((clause) => clause.accepts && !clause.isQuestion);
  const [only] = slots;
  if (yes === undefined || only === undefined || slots.length > 1 || ranges.length > 0) return undefined;
  // Words of agreement alone are taken for the time only where they are all that is written.
  return clauses.every(isPlainYes)
    ? { kind: "one", slot: only, says: yes.sentence, isAgreed: true, isAsked: false }
    : undefined;
}

/** Agreement, courtesy, and at most one word more. */
const isPlainYes = (clause: Clause): boolean => residueOf(clause).length <= 1;

/** What stands against a booking anywhere in the reply. */
function doubtIn(clauses: readonly Clause[], trimmed: TrimmedText): { rule: string; text: string } | undefined {
  const found = (rule: string, text: string, clause?: Clause) => ({
    rule,
    text: clause === undefined ? text : `${text}: "${excerpt(clause.sentence)}".`,
  });
  if (trimmed.confidence < 0.5)
    return found("M6.not_surely_theirs", "It is not sure which words are the writer's own.");
  if (/[\u202a-\u202e\u2066-\u2069]/.test(trimmed.newText.text))
    return found("M6.direction_marks", "Hidden marks turn the direction of its words.");
  const anyTimed = clauses.some(({ phrases }) => phrases.length > 0);
  for (const clause of clauses) {
    const timed = clause.phrases.length > 0;
    if (timed && clause.isPast) continue;
    if (clause.doubts && (timed || clause.accepts || clause.isTurned || !anyTimed))
      return found("M6.doubt", "They leave it open", clause);
    if (clause.shifts) return found("M6.moved", "They speak of another time", clause);
    if (clause.isQuestion && (timed || clause.denies))
      return found("M6.asks_about_time", "They ask about the time", clause);
    if (clause.denies && !timed) return found("M6.denies", "Something is denied, and it is not sure what", clause);
    if (clause.denies && timed && clause.accepts && isMixed(clause))
      return found("M6.yes_and_no", "Yes and no in one breath", clause);
    if (timed && residueOf(clause).some((word) => say.unreadTime.test(word)))
      return found("M6.unread_time", "More is said of the time than could be read", clause);
    if (say.pending.test(clause.text)) return found("M6.pending", "An answer is still to come", clause);
    if (clause.hasUnreadNumber && !say.ordinals.some(({ says }) => says.test(clause.text)))
      return found("M6.unread_number", "A number in it could not be read", clause);
    if (clause.isBusy && !timed) return found("M6.busy", "They speak of something else they do", clause);
  }
  return undefined;
}

/** Both an agreeing and a denying word beside more than one time. */
const isMixed = ({ phrases }: Clause): boolean => phrases.length > 1;

/* ── everything else ── */

function otherMeaning(clauses: readonly Clause[], offer: OfferMade, trimmed: TrimmedText): ReplyMeaning | undefined {
  const handed = clauses.find(({ text, denies }) => say.delegate.test(text) && !denies);
  if (handed !== undefined) {
    const to = addressIn(trimmed.newText.text);
    return answer(
      { kind: "delegate", ...(to !== undefined && { to }) },
      0.85,
      "M6.delegate",
      `Somebody else is to arrange it: "${excerpt(handed.sentence)}".`,
    );
  }
  const present = clauses.filter(({ isPast }) => !isPast);
  const none = clauses.find(
    ({ text, phrases }) => phrases.length === 0 && say.noneOfThem.test(text.replace(say.harmless, " ")),
  );
  const proposed = present.filter(({ denies, isBusy, phrases }) => !denies && !isBusy && phrases.length > 0);
  const times = proposed.flatMap(({ phrases }) => phrases).filter((phrase) => isProposal(phrase));
  const putOff = clauses.find((clause) => isLater(clause)) ?? clauses.find((clause) => isFarAway(clause, offer));
  if (putOff !== undefined && times.length === 0) return laterMeaning(clauses, offer, putOff);
  if (times.length > 0) {
    if (times.some(({ zone }) => zone === "unknown" || (zone === "theirs" && offer.writersZone === undefined))) {
      return answer(
        { kind: "unclear" },
        0.75,
        "M6.zone_unknown",
        `In which zone is not known: "${excerpt(proposed[0]!.sentence)}".`,
      );
    }
    const [first] = slotLengths(offer);
    const proposals = times.map(
      (phrase): ProposedTime => ({ says: phrase.text, windows: windowsOf(phrase, zoneOf(phrase, offer), first ?? 30) }),
    );
    return answer(
      { kind: "counter", times: proposals },
      0.85,
      "M6.counter",
      `They name a time: "${excerpt(proposed[0]!.sentence)}".`,
    );
  }
  const limits = present.flatMap((clause) => clause.phrases.map((phrase) => limitOf(phrase, clause)));
  if (limits.length > 0 || none !== undefined) {
    const clause = none ?? present.find(({ phrases }) => phrases.length > 0)!;
    return answer(
      { kind: "constraint", limits, noneOfThem: none !== undefined },
      0.8,
      "M6.constraint",
      `They say what fits or not: "${excerpt(clause.sentence)}".`,
    );
  }
  const question = clauses.find(
    ({ isQuestion, text }) =>
      isQuestion || (say.asks.test(text) && /^(?:please|could|can|bitte|pouvez|puede)/u.test(text)),
  );
  if (question !== undefined)
    return answer({ kind: "question" }, 0.85, "M6.question", `They ask: "${excerpt(question.sentence)}".`);
  const any = clauses.find(({ text }) => say.anyOfThem.test(text));
  if (any !== undefined)
    return answer(
      { kind: "unclear" },
      0.8,
      "M6.any_of_them",
      `Several of the offered times suit them: "${excerpt(any.sentence)}".`,
    );
  return undefined;
}

const slotLengths = ({ slots }: OfferMade): number[] =>
  slots.map(({ startsAt, endsAt }) => (millisOf(endsAt) - millisOf(startsAt)) / 60_000);

/** A proposal names a day; a part of a day without one, every Monday, or a whole week is a limit. */
const isProposal = ({ days, everyWeekday, isStretch, clock }: TimePhrase): boolean =>
  everyWeekday === undefined &&
  !isStretch &&
  (days !== undefined || clock?.kind === "at" || (clock?.kind === "between" && !clock.isPart));

const zoneOf = (phrase: TimePhrase, { zone, writersZone }: OfferMade): Zone =>
  phrase.zone === undefined || phrase.zone === "unknown"
    ? zone
    : phrase.zone === "theirs"
      ? (writersZone ?? zone)
      : phrase.zone;

const limitOf = ({ text, days, everyWeekday, clock }: TimePhrase, { denies, isBusy }: Clause): TimeLimit => ({
  says: text,
  fits: !(denies || isBusy),
  ...(days !== undefined && everyWeekday === undefined && { days }),
  ...(everyWeekday !== undefined && { everyWeekday }),
  ...(clock !== undefined && { clock }),
});

const isLater = ({ text, isPast, isQuestion, accepts, phrases }: Clause): boolean =>
  say.later.test(text) && !(isPast && phrases.length === 0) && !(isQuestion && accepts);

/** A stretch that begins after everything that was offered. */
const beyondDays = 14;
const isFarAway = ({ phrases, isPast }: Clause, offer: OfferMade): boolean =>
  !isPast && phrases.some((phrase) => phrase.isStretch && isBeyond(phrase, offer));
function isBeyond({ days = [] }: TimePhrase, { slots, writtenAt, zone }: OfferMade): boolean {
  const last = slots
    .map(({ startsAt }) => dayIn(zone, startsAt))
    .toSorted()
    .at(-1);
  const written = dayIn(zone, writtenAt);
  const from = last === undefined || last < addDays(written, beyondDays) ? addDays(written, beyondDays) : last;
  return days.some(({ first }) => first > from);
}

function laterMeaning(clauses: readonly Clause[], { zone, writtenAt }: OfferMade, clause: Clause): ReplyMeaning {
  const written = dayIn(zone, writtenAt);
  const days = clauses
    .flatMap(({ phrases }) => phrases.flatMap(({ days: named = [] }) => named.map(({ first }) => first)))
    .filter((day) => day > written && daysBetween(written, day) < 400);
  const from = days.toSorted().at(-1);
  return answer(
    { kind: "later", ...(from !== undefined && { from }) },
    0.8,
    "M6.later",
    `Not now: "${excerpt(clause.sentence)}".`,
  );
}

function addressIn(text: string): Address | undefined {
  const found = /[^\s<>()[\]"',;:]{1,100}@[^\s<>()[\]"',;:]{1,150}/.exec(text)?.[0];
  return found === undefined ? undefined : normaliseAddress(found.replace(/[.!?]+$/, ""));
}

const excerpt = (sentence: string): string => (sentence.length > 120 ? `${sentence.slice(0, 119)}…` : sentence);
