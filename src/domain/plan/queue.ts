/**
 * Who is asked next for an open item (R21): everybody whom something speaks for, in the order of R9a, each with the reasons.
 * Whoever was asked, rests, said no, is far from a coffee, or was never heard of but online, does not stand in it.
 */
import { type Because, because } from "../because.ts";
import { mayWrite } from "../draft/frequency.ts";
import { allLetters } from "../draft/own-letters.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { closeness } from "../relationship/closeness.ts";
import type { Decision, FollowUpKind } from "../relationship/decide.ts";
import type { Interaction } from "../relationship/interaction.ts";
import type { PersonHistory } from "../relationship/person.ts";
import { quietBecause } from "../relationship/quiet.ts";
import { rank } from "../relationship/rank.ts";
import { endOf } from "../relationship/summary.ts";
import { measuredDays, urgency } from "../relationship/urgency.ts";
import { before, type Instant } from "../time.ts";
import type { Enrolment } from "./enrolment.ts";
import type { MeetingType } from "./plan.ts";
import type { PersonState, Readiness } from "./readiness.ts";
import type { Sequence } from "./sequence.ts";
import { isThirtyDayCall } from "./thirty-day-call.ts";

/** A person as the queue looks at them: decided once, asked about for every item. */
export type Asked = {
  state: PersonState;
  decisions: readonly Decision[];
  readiness: Readiness;
  /** Their newest sequence, over or not. */
  last?: { enrolment: Enrolment; sequence: Sequence };
};

export type Candidate = {
  id: string;
  state: PersonState;
  /** The duty that the invitation is for. */
  kind: FollowUpKind;
  way: "letter" | "call";
  urgency: number;
  closeness: number;
  deadlineAt?: Instant;
  because: readonly Because[];
};

/** Everybody who may be asked for a meeting of that kind, the best first. */
export function queueFor(meeting: MeetingType, people: readonly Asked[], policy: Policy, now: Instant): Candidate[] {
  const candidates: Candidate[] = [];
  for (const asked of people) {
    const candidate = candidateFor(meeting, asked, policy, now);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return rank(candidates, now);
}

function candidateFor(meeting: MeetingType, asked: Asked, policy: Policy, now: Instant): Candidate | undefined {
  const { state, readiness, decisions } = asked;
  const { person } = state;
  if (readiness.kind !== "ready" || !state.isUnlocked || !state.fits.includes(meeting)) return undefined;
  if (person.status !== "candidate" && person.status !== "active") return undefined;
  if (person.booked.some(({ startsAt, others }) => others === 1 && startsAt > now)) return undefined;
  if (decisions.some(({ kind, outcome }) => kind === "thank_you" && (outcome === "due" || outcome === "overdue")))
    return undefined;
  // Only a call can be asked for by a call: a coffee wants a letter with times.
  if (readiness.way === "call" && !isCall(meeting)) return undefined;
  const reason = reasonFor(meeting, person, decisions, policy, now);
  if (reason === undefined) return undefined;
  const way = isCall(meeting) && isThirtyDayCall(reason.decision.kind, reason.because, state) ? "call" : readiness.way;
  if (way === "letter") {
    const letters = allLetters(person, state.letters, policy, now);
    if (mayWrite(letters, "unsolicited", policy, now).kind === "later") return undefined;
  }
  const { decision } = reason;
  const pressing = urgency(
    {
      decision,
      cadenceDays: measuredDays(decision, undefined, policy),
      hasOpenPlanItem: true,
      matchesTarget: state.matchesTarget,
      rollovers: 0,
    },
    policy,
    now,
  );
  return {
    id: person.id,
    state,
    kind: decision.kind,
    way,
    urgency: pressing.value,
    closeness: closeness(person.interactions, policy.closeness, now),
    ...(decision.deadlineAt !== undefined && { deadlineAt: decision.deadlineAt }),
    because: [...(readiness.because === undefined ? [] : [readiness.because]), ...reason.because, ...pressing.because],
  };
}

export const isCall = (meeting: MeetingType): boolean =>
  meeting === "call" || meeting === "check_in" || meeting === "advice_call";

type Reason = {
  decision: Pick<Decision, "kind" | "dueAt" | "deadlineAt" | "warnings">;
  because: readonly Because[];
};

/** What speaks for asking this person for such a meeting: a duty that it would fulfil, or that they were close once. */
function reasonFor(
  meeting: MeetingType,
  person: PersonHistory,
  decisions: readonly Decision[],
  policy: Policy,
  now: Instant,
): Reason | undefined {
  const isDue = ({ outcome }: Decision) => outcome === "due" || outcome === "overdue";
  const found = (kind: FollowUpKind) => decisions.find((one) => one.kind === kind);
  const meetBy = found("meet_by");
  if (meetBy !== undefined && isDue(meetBy) && fulfilsMeetBy(meeting, person)) return of(meetBy);
  const someday = found("someday");
  if (someday !== undefined && (isDue(someday) || someday.outcome === "wait")) return of(someday);
  // Whoever waits for a first meeting face to face is not spent on a call.
  if (meetBy !== undefined && (isDue(meetBy) || meetBy.outcome === "wait")) return undefined;
  const checkIn = found("check_in");
  if (checkIn !== undefined && isDue(checkIn)) return of(checkIn);
  const reason =
    quietBecause(person, policy, now) ??
    knownBecause(person, policy, now) ??
    (meeting === "advice_call" ? admiredBecause(person, now) : undefined);
  return reason && { decision: { kind: "revive" }, because: [reason] };
}

const of = (decision: Decision): Reason => ({ decision, because: decision.because });

/** A call counts for the 90 days only when the owner says so, or by video when they live far. */
const fulfilsMeetBy = (meeting: MeetingType, { isFar, phoneCounts }: PersonHistory): boolean =>
  !isCall(meeting) || phoneCounts === true || isFar === true;

/** Never talked with, but warm enough to be asked, and admired for something: advice is asked of nobody else (R29, R30). */
function admiredBecause({ name, interactions }: PersonHistory, now: Instant): Because | undefined {
  if (interactions.some((one) => isTalk(one) && endOf(one) <= now)) return undefined;
  return because("R30.advice", `You know ${name} from afar and admire something: ask for ten minutes of advice.`);
}

const isTalk = ({ depth }: Interaction): boolean => depth === "conversation" || depth === "thread";

/** Somebody the owner talked with, though not lately. */
function knownBecause(person: PersonHistory, { checkIn, zone }: Policy, now: Instant): Because | undefined {
  let lastAt: Instant | undefined;
  for (const one of person.interactions) {
    const at = endOf(one);
    if (isTalk(one) && at <= now && (lastAt === undefined || at > lastAt)) lastAt = at;
  }
  if (lastAt === undefined || lastAt > before(now, { days: checkIn.dueDays })) return undefined;
  const text = `You and ${person.name} last talked on ${localDays(zone).dayOf(lastAt)}.`;
  return because("R21.known", text, { lastTalkAt: lastAt });
}
