/** The follow-ups of one person as they stand: from what their clocks say to what may be done now, and by which way. */
import { type Because, because } from "../because.ts";
import { type LetterWeight, mayWrite } from "../draft/frequency.ts";
import { allLetters } from "../draft/own-letters.ts";
import type { PlanItemId } from "../ids.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Decision, FollowUpKind } from "../relationship/decide.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { coveredBy } from "../relationship/one-letter.ts";
import { measuredDays, urgency } from "../relationship/urgency.ts";
import type { Instant } from "../time.ts";
import { afterDecline } from "./after-decline.ts";
import type { Enrolment, SequenceStep } from "./enrolment.ts";
import type { MonthView, Proposal } from "./month.ts";
import type { NextChange } from "./next-change.ts";
import type { MeetingType } from "./plan.ts";
import type { Asked } from "./queue.ts";
import type { PersonState, Readiness } from "./readiness.ts";
import type { Context, Sequence } from "./sequence.ts";
import { isThirtyDayCall } from "./thirty-day-call.ts";

/** One follow-up as it stands: none twice for a person and kind. */
export type Duty = {
  personId: string;
  kind: FollowUpKind;
  state: "planned" | "due" | "in_hand" | "satisfied" | "expired";
  dueAt: Instant;
  overdueAt?: Instant;
  deadlineAt?: Instant;
  satisfiedBy?: Interaction["source"];
  because: readonly Because[];
  /** 0 unless due. */
  urgency: number;
  step?: SequenceStep;
  meeting?: MeetingType;
  planItemId?: PlanItemId;
  /** Times are offered up to here. */
  meetUntil?: Instant;
  way: "letter" | "call" | "post";
};

/** Kinds whose letter asks for a meeting, and so begins a sequence. */
const invitations: ReadonlySet<FollowUpKind> = new Set(["meet_by", "someday", "revive"]);

const stateOfOutcome: Readonly<Record<Decision["outcome"], Duty["state"] | undefined>> = {
  wait: "planned",
  due: "due",
  overdue: "due",
  satisfied: "satisfied",
  history: "expired",
  expired: "expired",
  rest: undefined,
};

/** What one person asks for: by their clocks, by the sequence that is under way with them, and by the plan. */
export function dutiesOf(
  asked: Asked,
  plan: Pick<MonthView, "proposals">,
  { policy, items }: Context,
  next: NextChange,
  now: Instant,
): Duty[] {
  const { state, decisions, readiness } = asked;
  const duties: Duty[] = [];
  for (const decision of decisions) {
    const found = stateOfOutcome[decision.outcome];
    if (found === undefined || decision.dueAt === undefined) continue;
    // What waits past its due time waits for something that is under way: a meeting that is booked.
    const isUnderWay = found === "planned" && decision.dueAt <= now;
    const plain = plainDuty(state, decision, decision.dueAt, isUnderWay ? "in_hand" : found, policy, now);
    duties.push(found === "due" ? allowed(plain, asked, policy, next, now) : plain);
  }
  const isOpen = state.person.status === "candidate" || state.person.status === "active";
  if (readiness.kind === "asked" && isOpen)
    followSequence(
      duties,
      { ...readiness, state, meeting: meetingAskedFor(readiness.enrolment, items) },
      policy,
      next,
      now,
    );
  const thanks = afterDecline(asked, policy, now);
  if (thanks !== undefined) duties.push(thanks);
  const proposal = plan.proposals.get(state.person.id);
  if (proposal !== undefined) propose(duties, proposal, state, now);
  const letters = duties.filter((duty) => duty.state === "due" && duty.way === "letter");
  const covered = coveredBy(letters, proposal?.candidate.kind);
  return duties.map((duty) => {
    const waitsFor = covered.get(duty);
    return waitsFor === undefined
      ? duty
      : { ...duty, state: "in_hand", urgency: 0, because: [waitsFor, ...duty.because] };
  });
}

function plainDuty(
  { person, matchesTarget, targetSays }: PersonState,
  decision: Decision,
  dueAt: Instant,
  found: Duty["state"],
  policy: Policy,
  now: Instant,
): Duty {
  const { kind, overdueAt, deadlineAt, satisfiedBy, lastBookableOn } = decision;
  const isDue = found === "due";
  const measured = { decision, cadenceDays: measuredDays(decision, undefined, policy), hasOpenPlanItem: false };
  const target = { matchesTarget, ...(targetSays !== undefined && { targetSays }) };
  const pressing = isDue ? urgency({ ...measured, ...target, rollovers: 0 }, policy, now) : undefined;
  return {
    personId: person.id,
    kind,
    state: found,
    dueAt,
    ...(overdueAt !== undefined && { overdueAt }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    ...(satisfiedBy !== undefined && { satisfiedBy }),
    because: pressing === undefined ? decision.because : [...decision.because, ...pressing.because],
    urgency: pressing?.value ?? 0,
    ...(isDue && invitations.has(kind) && { step: "invitation" as const }),
    ...(lastBookableOn !== undefined && { meetUntil: localDays(policy.zone).endOf(lastBookableOn) }),
    way: kind === "note" ? "post" : "letter",
  };
}

/** What is due by its clock, held against what the person may be asked now. */
function allowed(duty: Duty, { state, readiness }: Asked, policy: Policy, next: NextChange, now: Instant): Duty {
  const { kind } = duty;
  if (kind === "note") return duty;
  if (kind === "thank_you") return state.conflict === undefined ? duty : byCall(duty, state.conflict);
  if (isThirtyDayCall(kind, duty.because, state) && mayBeCalled(readiness)) return byCall(duty, callBecause(state));
  if (readiness.kind === "held" && (kind !== "referral" || readiness.until === undefined))
    return inHand(duty, readiness.because);
  if (readiness.kind === "asked" && kind !== "referral") return inHand(duty, readiness.sequence.because);
  if (readiness.kind === "ready" && readiness.way === "call") return byCall(duty, readiness.because);
  return capped(duty, "unsolicited", state, policy, next, now);
}

/** Two reminders in vain are followed by a rest from letters; who brings something by telephone asks for nothing. */
const mayBeCalled = (readiness: Readiness): boolean =>
  readiness.kind === "ready" || (readiness.kind === "held" && readiness.isOnlyFromLetters === true);

const callBecause = ({ person, phone }: PersonState): Because =>
  because("R16.call", `Call ${person.name}, ${phone}: thirty days after meeting one talks.`);

function capped(
  duty: Duty,
  weight: LetterWeight,
  { person, letters }: PersonState,
  policy: Policy,
  next: NextChange,
  now: Instant,
): Duty {
  const may = mayWrite(allLetters(person, letters, policy, now), weight, policy, now);
  if (may.kind === "now") return duty;
  next.at(may.from);
  return inHand(duty, may.because);
}

/** Nothing is to be done about it now, and why. */
export const inHand = ({ step: _step, ...duty }: Duty, reason: Because): Duty => ({
  ...duty,
  state: "in_hand",
  urgency: 0,
  because: [reason, ...duty.because],
});

const byCall = ({ step: _step, ...duty }: Duty, reason: Because | undefined): Duty => ({
  ...duty,
  way: "call",
  because: reason === undefined ? duty.because : [reason, ...duty.because],
});

type Following = {
  state: PersonState;
  enrolment: Enrolment;
  sequence: Sequence;
  /** What the place in the plan that they were asked for is: a reminder offers times for the same. */
  meeting: MeetingType | undefined;
};

const meetingAskedFor = ({ planItemId }: Enrolment, items: Context["items"]): MeetingType | undefined =>
  planItemId === undefined ? undefined : items?.get(planItemId)?.meeting;

/** The next letter of a sequence that is under way, on the follow-up that it was begun for. */
function followSequence(
  duties: Duty[],
  { enrolment, sequence, state, meeting }: Following,
  policy: Policy,
  next: NextChange,
  now: Instant,
): void {
  const { standing } = sequence;
  const at = duties.findIndex(({ kind }) => kind === enrolment.kind);
  const known = duties[at];
  // A lost deadline outranks the reminders before it: the owner is asked instead.
  if (known !== undefined && (known.state === "expired" || known.state === "satisfied")) return;
  const base: Duty = known ?? {
    personId: state.person.id,
    kind: enrolment.kind,
    state: "in_hand",
    dueAt: enrolment.startedAt,
    because: [sequence.because],
    urgency: 0,
    way: "letter",
  };
  const item = {
    ...(enrolment.planItemId !== undefined && { planItemId: enrolment.planItemId }),
    ...(meeting !== undefined && { meeting }),
  };
  const isNudgeDue = standing.kind === "waiting" && standing.next !== undefined && standing.next.dueAt <= now;
  const reasons = base.because[0] === sequence.because ? base.because : [sequence.because, ...base.because];
  const duty: Duty = isNudgeDue
    ? capped(
        {
          ...base,
          ...item,
          state: "due",
          dueAt: standing.next!.dueAt,
          step: standing.next!.step,
          way: "letter",
          because: [nudgeBecause(enrolment, standing.next!.step, policy), ...reasons],
        },
        "nudge",
        state,
        policy,
        next,
        now,
      )
    : { ...base, ...item, state: "in_hand", because: reasons, urgency: 0 };
  if (at < 0) duties.push(duty);
  else duties[at] = duty;
}

function nudgeBecause({ steps }: Enrolment, step: SequenceStep, { letters, zone }: Policy): Because {
  const [invitation] = steps;
  const days = letters.nudgeBusinessDays[steps.length - 1] ?? 0;
  const on = invitation === undefined ? "" : ` of ${localDays(zone).dayOf(invitation.sentAt)}`;
  const text =
    step === "closing_note"
      ? `No answer to the invitation${on} after ${days} business days: the last reminder, with an easy way out.`
      : `No answer to the invitation${on} after ${days} business days: a reminder that makes it easier.`;
  return because(`R21.${step}`, text, { businessDays: days });
}

/** A place in the plan turns a duty that waits into one for now, and says for what kind of meeting. */
function propose(duties: Duty[], proposal: Proposal, { person }: PersonState, now: Instant): void {
  const { candidate, item, askAt, because: reasons, meetUntil } = proposal;
  const at = duties.findIndex(({ kind }) => kind === candidate.kind);
  const known = duties[at];
  const dueAt = known !== undefined && known.dueAt < askAt ? known.dueAt : askAt;
  const latest = known?.meetUntil !== undefined && known.meetUntil < meetUntil ? known.meetUntil : meetUntil;
  const duty: Duty = {
    personId: person.id,
    kind: candidate.kind,
    state: "due",
    dueAt: dueAt > now ? now : dueAt,
    ...(known?.overdueAt !== undefined && { overdueAt: known.overdueAt }),
    ...(known?.deadlineAt !== undefined && { deadlineAt: known.deadlineAt }),
    because: reasons,
    urgency: candidate.urgency,
    ...(candidate.way === "letter" && { step: "invitation" as const }),
    meeting: item.meeting,
    planItemId: item.planItemId,
    meetUntil: latest,
    way: candidate.way,
  };
  if (at < 0) duties.push(duty);
  else duties[at] = duty;
}
