/**
 * Everything that one owner's people and plan ask for at a moment: which letters and calls to propose now and why, which
 * sequences end or pause, what becomes of each item of the plan, and when something changes next. Depends on nothing but
 * its arguments, so that the simulation runs the very same.
 */
import { type Because, because } from "../because.ts";
import { type LetterWeight, lettersLeftToday, mayWrite } from "../draft/frequency.ts";
import { allLetters } from "../draft/own-letters.ts";
import type { PlanItemId } from "../ids.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { type Decision, decideFollowUps, type FollowUpKind } from "../relationship/decide.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { coveredBy } from "../relationship/one-letter.ts";
import { suggestTwo } from "../relationship/suggest.ts";
import { measuredDays, urgency } from "../relationship/urgency.ts";
import { after, before, type Instant, type PlainDate } from "../time.ts";
import { type Enrolment, type SequenceStep, withoutState } from "./enrolment.ts";
import { type MonthView, planOf, standingItems } from "./month.ts";
import type { MeetingType, PlanItem } from "./plan.ts";
import type { Asked } from "./queue.ts";
import { lastSequence, type PersonState, readinessOf } from "./readiness.ts";
import { type Context, type Sequence, sequenceOf, stateOf } from "./sequence.ts";

export type OwnerState = {
  people: readonly PersonState[];
  /** All of them; those that are settled before last month are left as they are. */
  items: readonly PlanItem[];
  /** Public holidays of the owner, when known: no business days. */
  holidays: ReadonlySet<PlainDate>;
};

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

export type Agenda = {
  duties: Duty[];
  /** What the clocks said, person by person, in the order of the people. */
  decided: { state: PersonState; decisions: readonly Decision[] }[];
  /** Sequences that read otherwise than they were stored. */
  enrolments: Enrolment[];
  /** Items that read otherwise than they were stored. */
  items: PlanItem[];
  /** Who was asked and who comes next, item by item, for every item that is not over. */
  queues: MonthView["queues"];
  /** The next instant at which something here would read differently; absent when nothing will. */
  changesAt?: Instant;
};

export function agendaOf(owner: OwnerState, policy: Policy, now: Instant): Agenda {
  const items = standingItems(owner.items, owner.people, policy, now);
  const context: Context = { policy, holidays: owner.holidays, items };
  const next = new NextChange(now);
  const people = owner.people.map((state): Asked => {
    const decisions = decideFollowUps(state.person, policy, now);
    const last = lastSequence(state, context, now);
    const readiness = readinessOf(state, last, context, now);
    for (const decision of decisions) next.ofDecision(decision);
    for (const { startsAt, endsAt } of state.person.booked) next.at(startsAt, endsAt);
    if (readiness.kind === "held") next.at(readiness.until);
    if (last !== undefined) next.ofSequence(last.sequence);
    return { state, decisions, readiness, ...(last !== undefined && { last }) };
  });
  const plan = planOf(owner.items, items, people, context, now);
  next.at(...plan.changes);
  // Who has been quiet for long enough, and in which order people come, moves with the days: each morning looks anew.
  const days = localDays(policy.zone);
  if (owner.people.length > 0) next.at(days.startOf(days.later(days.dayOf(now), 1)));
  const duties = withinTheDay(
    people.flatMap((asked) => dutiesOf(asked, plan, policy, next, now)),
    owner.people,
    policy,
    now,
  );
  return {
    duties: [...duties, ...suggestions(owner.people, duties, people, policy, now)],
    decided: people.map(({ state, decisions }) => ({ state, decisions })),
    enrolments: owner.people.flatMap((state) => changedEnrolments(state, context, now)),
    items: plan.changed,
    queues: plan.queues,
    ...(next.found !== undefined && { changesAt: next.found }),
  };
}

/** When the day's letters are out, all others wait for tomorrow; thanks would be lost by then, and go. */
function withinTheDay(duties: Duty[], people: readonly PersonState[], policy: Policy, now: Instant): Duty[] {
  const since = before(now, { days: 2 });
  const sent = people.flatMap(({ letters }) => letters.map(({ at }) => at).filter((at) => at >= since));
  if (lettersLeftToday(sent, policy, now) > 0) return duties;
  const text = `You sent ${policy.letters.perDayMax} letters today; tomorrow is another day.`;
  const reason = because("caps.per_day", text, { perDayMax: policy.letters.perDayMax });
  return duties.map((duty) =>
    duty.state === "due" && duty.way === "letter" && duty.kind !== "thank_you" ? inHand(duty, reason) : duty,
  );
}

/** The earliest of many instants after a moment. */
class NextChange {
  found: Instant | undefined;
  readonly #now: Instant;
  constructor(now: Instant) {
    this.#now = now;
  }
  at(...instants: readonly (Instant | undefined)[]): void {
    for (const one of instants) {
      if (one !== undefined && one > this.#now && (this.found === undefined || one < this.found)) this.found = one;
    }
  }
  ofDecision({ outcome, dueAt, overdueAt, deadlineAt, nextWarningAt }: Decision): void {
    if (outcome === "satisfied" || outcome === "history" || outcome === "rest" || outcome === "expired") return;
    // A deadline is over one millisecond after itself.
    this.at(dueAt, overdueAt, nextWarningAt, deadlineAt && after(deadlineAt, { milliseconds: 1 }));
  }
  ofSequence({ standing, asksNextAt, holdsPlaceUntil }: Sequence): void {
    this.at(asksNextAt, holdsPlaceUntil);
    if (standing.kind === "paused") this.at(standing.until);
    if (standing.kind === "waiting") this.at(standing.next?.dueAt);
  }
}

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

function dutiesOf(asked: Asked, plan: MonthView, policy: Policy, next: NextChange, now: Instant): Duty[] {
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
    followSequence(duties, readiness.enrolment, readiness.sequence, state, policy, next, now);
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
  if (readiness.kind === "held" && (kind !== "referral" || readiness.until === undefined))
    return inHand(duty, readiness.because);
  if (readiness.kind === "asked" && kind !== "referral") return inHand(duty, readiness.sequence.because);
  if (readiness.kind === "ready" && readiness.way === "call") return byCall(duty, readiness.because);
  return capped(duty, "unsolicited", state, policy, next, now);
}

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

const inHand = ({ step: _step, ...duty }: Duty, reason: Because): Duty => ({
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

/** The next letter of a sequence that is under way, on the follow-up that it was begun for. */
function followSequence(
  duties: Duty[],
  enrolment: Enrolment,
  sequence: Sequence,
  state: PersonState,
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
  const item = enrolment.planItemId === undefined ? {} : { planItemId: enrolment.planItemId };
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

type Proposal = MonthView["proposals"] extends ReadonlyMap<string, infer One> ? One : never;

/** Open sequences and the newest one: what else there is was over before. */
function changedEnrolments({ enrolments, person }: PersonState, context: Context, now: Instant): Enrolment[] {
  return enrolments.flatMap((enrolment, index) => {
    const isLast = index === enrolments.length - 1;
    if (enrolment.startedAt > now || (enrolment.state === "exited" && !isLast)) return [];
    const state = stateOf(sequenceOf(enrolment, person, context, now));
    return isSameState(enrolment, state) ? [] : [{ ...withoutState(enrolment), ...state }];
  });
}

function isSameState(one: Enrolment, other: ReturnType<typeof stateOf>): boolean {
  if (one.state === "active") return other.state === "active";
  if (one.state === "paused") return other.state === "paused" && other.pausedUntil === one.pausedUntil;
  return other.state === "exited" && other.exitReason === one.exitReason && other.endedAt === one.endedAt;
}

/** Two people to begin with, among those who have nothing due and are left in peace by no rule (R7). */
function suggestions(
  people: readonly PersonState[],
  duties: readonly Duty[],
  asked: readonly Asked[],
  policy: Policy,
  now: Instant,
): Duty[] {
  const busy = new Set(asked.filter((one) => !mayBeWrittenTo(one, policy, now)).map(({ state }) => state.person.id));
  for (const { state, personId, kind } of duties) if (state === "due" || kind === "revive") busy.add(personId);
  // They are a place to begin: with whoever was asked before, it has begun.
  for (const { person, enrolments } of people) if (enrolments.length > 0) busy.add(person.id);
  return suggestTwo(
    people.map(({ person }) => person),
    busy,
    policy,
    now,
  ).map((suggestion) => ({
    personId: suggestion.personId,
    kind: "revive",
    state: "due",
    dueAt: now,
    because: suggestion.because,
    urgency: 0,
    step: "invitation",
    way: "letter",
  }));
}

const mayBeWrittenTo = ({ state, readiness }: Asked, policy: Policy, now: Instant): boolean =>
  readiness.kind === "ready" &&
  readiness.way === "letter" &&
  mayWrite(allLetters(state.person, state.letters, policy, now), "unsolicited", policy, now).kind === "now";
