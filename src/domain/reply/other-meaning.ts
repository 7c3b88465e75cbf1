/** What a reply means that neither refuses nor accepts: delegated, put off, other times, limits, a question. */
import { addressesIn } from "../mail/addresses-in.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { millisOf, type Zone } from "../time.ts";
import { answer, excerpt } from "./answer.ts";
import { type Clause, residueOf } from "./clauses.ts";
import { isFarAway, isLater, laterMeaning } from "./later.ts";
import { slotsNamed, windowsOf } from "./match.ts";
import type { OfferMade, ProposedTime, ReplyMeaning, TimeLimit } from "./meaning.ts";
import * as say from "./reply-words.ts";
import type { TimePhrase } from "./time-spans.ts";

export function otherMeaning(
  clauses: readonly Clause[],
  offer: OfferMade,
  trimmed: TrimmedText,
): ReplyMeaning | undefined {
  const handed = clauses.find(({ text, denies }) => say.delegate.test(text) && !denies);
  if (handed !== undefined) {
    const [to] = addressesIn(trimmed.newText.text);
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
  const asked = proposed.find((clause) => isAskedBack(clause, clauses, offer));
  if (asked !== undefined)
    return answer(
      { kind: "question" },
      0.8,
      "M6.asks_back",
      `They ask about an offered time: "${excerpt(asked.sentence)}".`,
    );
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

/** "Is Tuesday still free?", or nothing but "Tuesday?": of what was offered, and neither proposed nor agreed to. */
const isAskedBack = (clause: Clause, clauses: readonly Clause[], offer: OfferMade): boolean =>
  clause.isQuestion &&
  clause.phrases.every((phrase) => slotsNamed(phrase, offer).length > 0) &&
  (say.asksBack.test(clause.text) ||
    (clauses.length === 1 &&
      residueOf(clause).length === 0 &&
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
