/**
 * Whether a person may be asked for something now, by letter or by a call (R21, R32, R45): nobody is asked who was asked
 * already, said no, rests after two reminders, or is in the middle of a talk with the owner.
 */
import { type Because, because } from "../because.ts";
import type { SentLetter } from "../draft/frequency.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Interaction } from "../relationship/interaction.ts";
import type { PersonHistory } from "../relationship/person.ts";
import { after, type Instant } from "../time.ts";
import type { Enrolment, EnrolmentAnswer, ReplyClass } from "./enrolment.ts";
import type { MeetingType } from "./plan.ts";
import { type Context, type Sequence, sequenceOf } from "./sequence.ts";

/** All that the plan reads about one person; everything as of any instant, later things are left out of account. */
export type PersonState = {
  person: PersonHistory;
  /** Oldest first. */
  enrolments: readonly Enrolment[];
  /** What went to them by rule; letters by hand are among the interactions. */
  letters: readonly SentLetter[];
  /** Kinds of meeting that suit the two: coffee and lunch only when near (R31). */
  fits: readonly MeetingType[];
  /** The first ask is open to them (R30). */
  isUnlocked: boolean;
  matchesTarget: boolean;
  /** Which target, and by what (R5). */
  targetSays?: string;
  /** A quarrel in their newest letters. */
  conflict?: Because;
  /** The number to call, when one is known. */
  phone?: string;
};

export type Readiness =
  /** A letter, or a call, may ask them. */
  | { kind: "ready"; way: "letter" | "call"; because?: Because }
  /** They were asked and it is not over: `sequence` says what comes next. */
  | { kind: "asked"; enrolment: Enrolment; sequence: Sequence }
  /** Nothing is asked of them until then, or until they write; `isOnlyFromLetters` when a call is in nobody's way. */
  | { kind: "held"; until?: Instant; because: Because; isOnlyFromLetters?: true };

/** The newest sequence that had begun, and where it stands. */
export function lastSequence(
  { enrolments, person }: PersonState,
  context: Context,
  now: Instant,
): { enrolment: Enrolment; sequence: Sequence } | undefined {
  const enrolment = enrolments.findLast(({ startedAt }) => startedAt <= now);
  return enrolment && { enrolment, sequence: sequenceOf(enrolment, person, context, now) };
}

/** `last` is that of `lastSequence`. */
export function readinessOf(
  state: PersonState,
  last: ReturnType<typeof lastSequence>,
  context: Context,
  now: Instant,
): Readiness {
  const { person, conflict } = state;
  if (last === undefined) return conflict === undefined ? { kind: "ready", way: "letter" } : byCall(conflict);
  const { enrolment, sequence } = last;
  const begun = state.enrolments.filter(({ startedAt }) => startedAt <= now);
  const refused = begun.find(({ answers }) => answers.some((one) => isRefusal(one, person, now)));
  if (refused !== undefined) {
    return { kind: "held", because: because("R45.opted_out", `${person.name} does not want to be written to.`) };
  }
  if (sequence.standing.kind !== "ended") {
    if (conflict !== undefined && sequence.standing.kind === "waiting") return byCall(conflict);
    return { kind: "asked", enrolment, sequence };
  }
  return afterwards(state, { enrolment, sequence, begun, endedAt: sequence.standing.endedAt }, context, now);
}

/** Asked for no more letters, and not brought back by the owner since (R45). */
const isRefusal = ({ meaning, at }: EnrolmentAnswer, { allowedAt }: PersonHistory, now: Instant): boolean =>
  meaning === "opt_out" && at <= now && (allowedAt === undefined || at > allowedAt);

type Ended = { enrolment: Enrolment; sequence: Sequence; begun: readonly Enrolment[]; endedAt: Instant };

/** The last sequence is over: what may begin after it. */
function afterwards(state: PersonState, last: Ended, context: Context, now: Instant): Readiness {
  const { person, conflict } = state;
  const { policy } = context;
  const { enrolment, sequence, endedAt } = last;
  const { standing } = sequence;
  if (standing.kind !== "ended") throw new Error(`the sequence ${enrolment.enrolmentId} is not over`);
  if (conflict !== undefined) return byCall(conflict);
  switch (standing.exitReason) {
    case "declined": {
      const until = after(endedAt, { days: policy.letters.declinedDays });
      if (now >= until || heardSince(person, endedAt, now)) return { kind: "ready", way: "letter" };
      const on = localDays(policy.zone).dayOf(endedAt);
      const text = `${person.name} said no on ${on}: the clock goes on, and nothing is written.`;
      return { kind: "held", until, because: because("R21.declined", text, { at: endedAt }) };
    }
    case "exhausted":
      return afterSilence(state, last, policy, now);
    case "bounced":
    case "left_company":
      return byCall(sequence.because);
    case "replied": {
      const mails = mailsSince(person.interactions, enrolment.startedAt, now);
      if (mails >= policy.callInstead.schedulingMailsMin && person.booked.length === 0) {
        const text = `${mails} letters went to and fro without a time: call instead${sayNumber(state)}.`;
        return byCall(because("R32.call_instead", text, { letters: mails }));
      }
      // "Ask me again from then on" is an invitation to ask.
      if (enrolment.answers.findLast(({ at }) => at <= now)?.meaning === "later")
        return { kind: "ready", way: "letter" };
      return restingSince(endedAt, sequence.because, policy, now);
    }
    case "cancelled": {
      const lastStep = enrolment.steps.findLast(({ sentAt }) => sentAt <= now);
      return restingSince(lastStep?.sentAt ?? endedAt, sequence.because, policy, now);
    }
    case "opted_out":
    case "booked":
    case "satisfied":
    case "user_wrote":
      return { kind: "ready", way: "letter" };
  }
}

/** The owner goes on by hand, or nothing more is wanted of them: the rules keep out of it for a while. */
function restingSince(at: Instant, reason: Because, { letters }: Policy, now: Instant): Readiness {
  const until = after(at, { days: letters.restDays });
  return now < until ? { kind: "held", until, because: reason } : { kind: "ready", way: "letter" };
}

/** Rest, then one attempt by another channel, then nothing until they write. */
function afterSilence(state: PersonState, { enrolment, begun }: Ended, policy: Policy, now: Instant): Readiness {
  const { person } = state;
  const lastStep = enrolment.steps.findLast(({ sentAt }) => sentAt <= now) ?? enrolment.steps[0]!;
  const until = after(lastStep.sentAt, { days: policy.letters.restDays });
  if (heardSince(person, lastStep.sentAt, now)) return { kind: "ready", way: "letter" };
  if (attemptsInVain(person, begun, now) > 1) {
    const text = `${person.name} was asked by letter and by another way without an answer: nothing more until they write.`;
    return { kind: "held", because: because("R21.stop", text) };
  }
  if (now < until) {
    const text = `They did not answer ${enrolment.steps.length} letters. Rest until ${localDays(policy.zone).dayOf(until)}, then call instead${sayNumber(state)}.`;
    return { kind: "held", until, because: because("R21.rest", text, { until }), isOnlyFromLetters: true };
  }
  const text = `They did not answer ${enrolment.steps.length} letters: call instead${sayNumber(state)}.`;
  return byCall(because("R32.call_instead", text, { letters: enrolment.steps.length }));
}

const byCall = (reason: Because): Readiness => ({ kind: "ready", way: "call", because: reason });

const sayNumber = ({ phone }: PersonState): string => (phone === undefined ? "" : `, ${phone}`);

/** Sequences since they were last heard of, and tries by another way since the last of them. */
function attemptsInVain(person: PersonHistory, begun: readonly Enrolment[], now: Instant): number {
  const vain = begun.filter(
    ({ startedAt, answers }) =>
      !heardSince(person, startedAt, now) && !answers.some(({ meaning }) => !isFromMachine(meaning)),
  );
  const last = vain.at(-1);
  if (last === undefined) return 0;
  const writtenUntil = last.steps.at(-1)?.sentAt ?? last.startedAt;
  const tried = person.interactions.some(
    ({ direction, mode, depth, at }) =>
      direction === "outbound" && mode === "phone" && depth !== "passive" && at > writtenUntil && at <= now,
  );
  return vain.length + (tried ? 1 : 0);
}

const isFromMachine = (meaning: ReplyClass): boolean =>
  meaning === "auto_away" || meaning === "auto_left" || meaning === "bounce";

/** They wrote or talked, by hand, after an instant. */
const heardSince = ({ interactions }: PersonHistory, since: Instant, now: Instant): boolean =>
  interactions.some(
    ({ direction, depth, at }) => direction !== "outbound" && depth !== "passive" && at > since && at <= now,
  );

/** Letters both ways since an instant, the invitation among them. */
const mailsSince = (interactions: readonly Interaction[], since: Instant, now: Instant): number =>
  interactions.filter(({ mode, depth, at }) => mode === "email" && depth !== "passive" && at >= since && at <= now)
    .length;
