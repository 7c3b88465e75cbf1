/** What a reply means that neither refuses nor accepts: delegated, put off, other times, limits, a question. */
import { addressesIn } from "../mail/addresses-in.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { millisOf, type Zone } from "../time.ts";
import * as agreeing from "./agreeing-words.ts";
import { answer, excerpt } from "./answer.ts";
import * as asking from "./asking-words.ts";
import type { Clause } from "./clauses.ts";
import * as doubting from "./doubting-words.ts";
import { isFarAway, isLater, laterMeaning } from "./later.ts";
import { slotsNamed, windowsOf } from "./match.ts";
import type { OfferMade, ProposedTime, ReplyMeaning, TimeLimit } from "./meaning.ts";
import * as refusing from "./refusing-words.ts";
import type { TimePhrase } from "./time-spans.ts";

type Reply = { clauses: readonly Clause[]; offer: OfferMade; trimmed: TrimmedText };

/** The first of these that is said; each is looked for in the whole reply before the next. */
export function otherMeaning(
  clauses: readonly Clause[],
  offer: OfferMade,
  trimmed: TrimmedText,
): ReplyMeaning | undefined {
  const reply = { clauses, offer, trimmed };
  return (
    handedOver(reply) ??
    putOff(reply) ??
    askedBack(reply) ??
    proposed(reply) ??
    limited(reply) ??
    questioned(reply) ??
    anyTaken(reply)
  );
}

function handedOver({ clauses, trimmed }: Reply): ReplyMeaning | undefined {
  const handed = clauses.find(({ text, denies }) => refusing.delegate.test(text) && !denies);
  if (handed === undefined) return undefined;
  const [to] = addressesIn(trimmed.newText.text);
  const meaning = { kind: "delegate", ...(to !== undefined && { to }) } as const;
  return answer(meaning, 0.85, "M6.delegate", `Somebody else is to arrange it: "${excerpt(handed.sentence)}".`);
}

function putOff(reply: Reply): ReplyMeaning | undefined {
  const { clauses, offer } = reply;
  const clause = clauses.find((one) => isLater(one)) ?? clauses.find((one) => isFarAway(one, offer));
  return clause === undefined || timesOf(reply).length > 0 ? undefined : laterMeaning(clauses, offer, clause);
}

function askedBack(reply: Reply): ReplyMeaning | undefined {
  const asked = timed(reply).find((clause) => isAskedBack(clause, reply));
  return (
    asked &&
    answer({ kind: "question" }, 0.8, "M6.asks_back", `They ask about an offered time: "${excerpt(asked.sentence)}".`)
  );
}

function proposed(reply: Reply): ReplyMeaning | undefined {
  const { offer } = reply;
  const times = timesOf(reply);
  const [first] = timed(reply);
  if (times.length === 0 || first === undefined) return undefined;
  if (times.some(({ zone }) => zone === "unknown" || (zone === "theirs" && offer.writersZone === undefined))) {
    return answer(
      { kind: "unclear" },
      0.75,
      "M6.zone_unknown",
      `In which zone is not known: "${excerpt(first.sentence)}".`,
    );
  }
  const [minutes = 30] = slotLengths(offer);
  const proposals = times.map(
    (phrase): ProposedTime => ({ says: phrase.text, windows: windowsOf(phrase, zoneOf(phrase, offer), minutes) }),
  );
  return answer(
    { kind: "counter", times: proposals },
    0.85,
    "M6.counter",
    `They name a time: "${excerpt(first.sentence)}".`,
  );
}

function limited({ clauses }: Reply): ReplyMeaning | undefined {
  const present = clauses.filter(({ isPast }) => !isPast);
  const none = clauses.find(
    ({ text, phrases }) => phrases.length === 0 && refusing.noneOfThem.test(text.replace(doubting.harmless, " ")),
  );
  const limits = limitsIn(clauses);
  const clause = none ?? present.find(({ phrases }) => phrases.length > 0);
  if (clause === undefined) return undefined;
  const meaning = { kind: "constraint", limits, noneOfThem: none !== undefined } as const;
  return answer(meaning, 0.8, "M6.constraint", `They say what fits or not: "${excerpt(clause.sentence)}".`);
}

function questioned({ clauses }: Reply): ReplyMeaning | undefined {
  const question = clauses.find(
    ({ isQuestion, text }) =>
      isQuestion || (asking.asks.test(text) && /^(?:please|could|can|bitte|pouvez|puede)/u.test(text)),
  );
  return question && answer({ kind: "question" }, 0.85, "M6.question", `They ask: "${excerpt(question.sentence)}".`);
}

function anyTaken({ clauses }: Reply): ReplyMeaning | undefined {
  const any = clauses.find(({ text }) => agreeing.anyOfThem.test(text));
  return (
    any &&
    answer(
      { kind: "unclear" },
      0.8,
      "M6.any_of_them",
      `Several of the offered times suit them: "${excerpt(any.sentence)}".`,
    )
  );
}

/** What speaks of a time that is neither ruled out nor past. */
const timed = ({ clauses }: Reply): Clause[] =>
  clauses.filter(
    ({ text, isPast, denies, isBusy, phrases }) =>
      !isPast && !denies && !isBusy && phrases.length > 0 && !doubting.announces.test(text),
  );

const timesOf = (reply: Reply): TimePhrase[] =>
  timed(reply)
    .flatMap(({ phrases }) => phrases)
    .filter((phrase) => isProposal(phrase));

/** "Is Tuesday still free?", or nothing but "Tuesday?": of what was offered, and neither proposed nor agreed to. */
const isAskedBack = (clause: Clause, { clauses, offer }: Reply): boolean =>
  clause.isQuestion &&
  (asking.asksWhich.test(clause.text) || clause.phrases.every((phrase) => slotsNamed(phrase, offer).length > 0)) &&
  (asking.asksBack.test(clause.text) ||
    (clauses.length === 1 &&
      clause.unexplained.length === 0 &&
      clause.phrases.every(({ clock }) => clock === undefined)));

const slotLengths = ({ slots }: OfferMade): number[] =>
  slots.map(({ startsAt, endsAt }) => (millisOf(endsAt) - millisOf(startsAt)) / 60_000);

/** A proposal names a day; a part of a day without one, every Monday, a whole week, or "not Friday" is a limit. */
const isProposal = ({ days, everyWeekday, isStretch, isExcluded, clock }: TimePhrase): boolean =>
  everyWeekday === undefined &&
  isExcluded === undefined &&
  !isStretch &&
  (days !== undefined || clock?.kind === "at" || (clock?.kind === "between" && !clock.isPart));

const zoneOf = (phrase: TimePhrase, { zone, writersZone }: OfferMade): Zone =>
  phrase.zone === undefined || phrase.zone === "unknown"
    ? zone
    : phrase.zone === "theirs"
      ? (writersZone ?? zone)
      : phrase.zone;

/** Everything that is said of times to come, as limits. */
export const limitsIn = (clauses: readonly Clause[]): TimeLimit[] =>
  clauses.filter(({ isPast }) => !isPast).flatMap((clause) => clause.phrases.map((phrase) => limitOf(phrase, clause)));

const limitOf = (
  { text, days, everyWeekday, isExcluded, clock }: TimePhrase,
  { denies, isBusy }: Clause,
): TimeLimit => ({
  says: text,
  fits: !(denies || isBusy || isExcluded),
  ...(days !== undefined && everyWeekday === undefined && { days }),
  ...(everyWeekday !== undefined && { everyWeekday }),
  ...(clock !== undefined && { clock }),
});
