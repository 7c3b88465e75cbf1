/**
 * Everything that one owner's people and plan ask for at a moment: which letters and calls to propose now and why, which
 * sequences end or pause, what becomes of each item of the plan, and when something changes next. Depends on nothing but
 * its arguments, so that the simulation runs the very same.
 */
import { dailyCapBecause, lettersLeftToday, mayWrite } from "../draft/frequency.ts";
import { allLetters } from "../draft/own-letters.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { type Decision, decideFollowUps } from "../relationship/decide.ts";
import { suggestTwo } from "../relationship/suggest.ts";
import { after, before, type Instant, type PlainDate } from "../time.ts";
import { type Duty, dutiesOf, inHand } from "./duty.ts";
import { type Enrolment, withoutState } from "./enrolment.ts";
import { type MonthView, planOf, standingItems } from "./month.ts";
import { NextChange } from "./next-change.ts";
import type { PlanItem } from "./plan.ts";
import type { Asked } from "./queue.ts";
import { lastSequence, type PersonState, readinessOf } from "./readiness.ts";
import { type Rest, restOf } from "./resting.ts";
import { type Context, sequenceOf, stateOf } from "./sequence.ts";

export type OwnerState = {
  people: readonly PersonState[];
  /** All of them; those that are settled before last month are left as they are. */
  items: readonly PlanItem[];
  /** Public holidays of the owner, when known: no business days. */
  holidays: ReadonlySet<PlainDate>;
};

export type Agenda = {
  duties: Duty[];
  /** Who is left in peace now, and why. */
  resting: Rest[];
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
    people.flatMap((asked) => dutiesOf(asked, plan, context, next, now)),
    owner.people,
    policy,
    now,
  );
  return {
    duties: [...duties, ...suggestions(owner.people, duties, people, policy, now)],
    resting: people.flatMap((asked) => restOf(asked) ?? []),
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
  const reason = dailyCapBecause(policy);
  return duties.map((duty) =>
    duty.state === "due" && duty.way === "letter" && duty.kind !== "thank_you" ? inHand(duty, reason) : duty,
  );
}

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

/** A clock that asks within this time needs no suggestion beside it. */
const clockSoonDays = 14;

/** Two people to begin with, among those who have nothing due and are left in peace by no rule (R7). */
function suggestions(
  people: readonly PersonState[],
  duties: readonly Duty[],
  asked: readonly Asked[],
  policy: Policy,
  now: Instant,
): Duty[] {
  const busy = new Set(asked.filter((one) => !mayBeWrittenTo(one, policy, now)).map(({ state }) => state.person.id));
  // Whoever was thanked yesterday is asked for by their own clock soon: the day after is no time for one letter more.
  const soon = after(now, { days: clockSoonDays });
  for (const { state, personId, kind, dueAt } of duties) {
    if (state === "due" || kind === "revive" || (state === "planned" && dueAt <= soon)) busy.add(personId);
  }
  // They are a place to begin: with whoever was asked before, it has begun.
  for (const { person, enrolments } of people) if (enrolments.length > 0) busy.add(person.id);
  const takenUp = people.flatMap(({ person, enrolments }) =>
    enrolments
      .filter(({ kind, planItemId }) => kind === "revive" && planItemId === undefined)
      .map(({ startedAt }) => ({ personId: person.id, at: startedAt })),
  );
  return suggestTwo(
    people.map(({ person }) => person),
    { busy, takenUp },
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
