/**
 * Decides for every contact what is due when and for the plan whom to ask next, stores each decision with its inputs, and
 * sets the timer for the next change.
 */
import type { Because } from "../domain/because.ts";
import { marksOf } from "../domain/contact/marks.ts";
import { type Json, recordDecision } from "../domain/decision.ts";
import type { ContactId, FollowUpId, OwnerId } from "../domain/ids.ts";
import { type Agenda, agendaOf } from "../domain/plan/agenda.ts";
import type { Duty } from "../domain/plan/duty.ts";
import type { PlanItem } from "../domain/plan/plan.ts";
import type { PersonState } from "../domain/plan/readiness.ts";
import type { Decision } from "../domain/relationship/decide.ts";
import type { PersonHistory } from "../domain/relationship/person.ts";
import { isSuggestion } from "../domain/relationship/suggest.ts";
import type { Instant } from "../domain/time.ts";
import { type StoredDecision, saveDecisions } from "../store/decisions.ts";
import { saveEnrolmentStates } from "../store/enrolments.ts";
import { expireErrands, wakeErrands } from "../store/errands.ts";
import { type DecidedFollowUp, saveFollowUps } from "../store/follow-ups.ts";
import { saveMarks } from "../store/marks.ts";
import { savePlanItemStates } from "../store/plan-items.ts";
import { dropTimer, setTimer } from "../store/timers.ts";
import { type Circle, withCircle } from "./circle.ts";
import type { Policy } from "./owner/policy-of.ts";
import { keepDecided } from "./plan/keep-decided.ts";
import { ownerState } from "./plan/owner-state.ts";
import { openMonth } from "./plan/set-plan.ts";
import { isCap, withdrawUncalled } from "./sending/withdraw-uncalled.ts";
import type { World, WorldInside } from "./world.ts";

export type PersonDecided = { person: PersonHistory; decisions: readonly Decision[] };

export type Decided = {
  decided: PersonDecided[];
  followUps: DecidedFollowUp[];
  agenda: Agenda;
  /** The plan's items as they were stored. */
  items: readonly PlanItem[];
  policy: Policy;
};

/** Every follow-up as it would be stored at that moment, the two suggestions among them; nothing is stored. */
export async function planFollowUps(world: World, circle: Circle): Promise<Decided> {
  const { policy, now } = circle.view;
  const state = await ownerState(world, circle);
  const agenda = agendaOf(state, policy, now);
  return {
    decided: agenda.decided.map(({ state: { person }, decisions }) => ({ person, decisions })),
    followUps: agenda.duties.map((duty) => followUpOf(world, duty)),
    agenda,
    items: state.items,
    policy,
  };
}

export type DecidedCount = { due: number; planned: number };

export const decideOwnersFollowUps = (world: World, owner: OwnerId): Promise<DecidedCount> =>
  withCircle(world, owner, decideInside);

export async function decideInside(world: WorldInside, circle: Circle): Promise<DecidedCount> {
  const { database } = world;
  const { owner, now } = circle.view;
  await openMonth(world, circle.view);
  const { decided, followUps, agenda, items } = await planFollowUps(world, circle);
  const chosen = new Map(agenda.duties.map((duty) => [keyOf(duty.personId, duty.kind), duty]));
  const clocked = new Set(
    decided.flatMap(({ person, decisions }) => decisions.map(({ kind }) => keyOf(person.id, kind))),
  );
  await saveEnrolmentStates(database, owner, agenda.enrolments, now);
  await savePlanItemStates(database, owner, agenda.items, items, now);
  await saveFollowUps(database, owner, followUps, now);
  await wakeErrands(database, owner, now);
  await expireErrands(database, owner, now);
  await withdrawUncalled(world, owner, heldOf(followUps));
  await saveDecisions(database, owner, [
    ...decided.flatMap(({ person, decisions }) =>
      decisions
        .filter((one) => !isListedOnly(one))
        .map((one) => storedDecision(person, one, chosen.get(keyOf(person.id, one.kind)), now)),
    ),
    // What no clock asks for, but the plan or a sequence. The two suggestions are a place to begin, decided about nobody.
    ...agenda.duties
      .filter((duty) => !clocked.has(keyOf(duty.personId, duty.kind)) && !isSuggestion(duty))
      .map((duty) => dutyDecision(duty, now)),
  ]);
  await saveMarks(
    database,
    owner,
    agenda.decided.flatMap(({ state }) => marksFor(state)),
  );
  await keepDecided(world, agenda, circle.view);
  const timer = { kind: "decide_follow_ups", subjectId: owner };
  await (agenda.changesAt === undefined
    ? dropTimer(database, owner, timer)
    : setTimer(database, owner, timer, agenda.changesAt));
  return {
    due: followUps.filter(({ state }) => state === "due").length,
    planned: followUps.filter(({ state }) => state === "planned").length,
  };
}

const marksFor = (state: PersonState) =>
  marksOf(state).map((mark) => ({ contactId: state.person.id as ContactId, mark }));

/** Why nothing is to be done for now about what may have been approved; what only keeps to a cap waits by itself. */
const heldOf = (followUps: readonly DecidedFollowUp[]): ReadonlyMap<string, Because> =>
  new Map(
    followUps.flatMap(({ state, contactId, kind, because: [reason] }) =>
      state === "in_hand" && reason !== undefined && !isCap(reason) ? [[keyOf(contactId, kind), reason] as const] : [],
    ),
  );

const keyOf = (personId: string, kind: string) => `${personId} ${kind}`;

/** Thousands of imported connections would each keep a record of nothing. */
const isListedOnly = ({ outcome, because: [first] }: Decision) =>
  outcome === "rest" && first?.rule === "R7.never_by_default";

const followUpOf = (world: World, { personId, satisfiedBy, ...duty }: Duty): DecidedFollowUp => ({
  overdueAt: undefined,
  deadlineAt: undefined,
  ...duty,
  followUpId: world.ids.next<FollowUpId>(),
  contactId: personId as ContactId,
  satisfiedBy: satisfiedBy && `${satisfiedBy.kind}:${satisfiedBy.id}`,
});

/** The clock's own decision; where the plan or a sequence made more of it, with their reasons first. */
function storedDecision(
  person: PersonHistory,
  decision: Decision,
  duty: Duty | undefined,
  now: Instant,
): StoredDecision {
  const isPlans = duty !== undefined && duty.because[0]?.rule !== decision.because[0]?.rule;
  const made = isPlans ? { ...decision, outcome: duty.state, because: duty.because } : decision;
  return stored(person.id, decision.kind, made, now);
}

function dutyDecision(duty: Duty, now: Instant): StoredDecision {
  const { personId, kind, state, because, dueAt, step, meeting, planItemId, way } = duty;
  const inputs = {
    person: personId,
    now,
    dueAt,
    way,
    ...(step !== undefined && { step }),
    ...(meeting !== undefined && { meeting }),
    ...(planItemId !== undefined && { planItem: planItemId }),
  };
  return stored(personId, kind, { outcome: state, because, inputs }, now);
}

function stored(
  personId: string,
  kind: string,
  made: { outcome: string; because: readonly Because[]; inputs: Json },
  now: Instant,
): StoredDecision {
  const record = recordDecision({ kind: "contact", id: personId }, made, now);
  return {
    contactId: personId as ContactId,
    kind,
    rule: record.rule,
    outcome: record.outcome,
    because: record.because,
    inputs: record.inputs,
    decidedAt: record.decidedAt,
  };
}
