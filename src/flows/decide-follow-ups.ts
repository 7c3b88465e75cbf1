/** Decides for every contact what is due when, stores each decision with its inputs, and sets the timer for the next change. */

import type { Encounter } from "../domain/contact/discover.ts";
import { recordDecision } from "../domain/decision.ts";
import type { ContactId, FollowUpId, OwnerId } from "../domain/ids.ts";
import { type Decision, decideFollowUps } from "../domain/relationship/decide.ts";
import type { Interaction } from "../domain/relationship/interaction.ts";
import { coveredByAnotherLetter } from "../domain/relationship/one-letter.ts";
import type { ContactStatus, PersonHistory } from "../domain/relationship/person.ts";
import { suggestTwo } from "../domain/relationship/suggest.ts";
import { measuredDays, urgency } from "../domain/relationship/urgency.ts";
import type { Instant } from "../domain/time.ts";
import { type ContactRow, loadContacts } from "../store/contacts.ts";
import { type DecidedFollowUp, type StoredDecision, saveDecisions, saveFollowUps } from "../store/follow-ups.ts";
import { loadInteractions } from "../store/interactions.ts";
import { dropTimer, setTimer } from "../store/timers.ts";
import { type Policy, policyOf } from "./policy-of.ts";
import { viewpointOf } from "./viewpoint.ts";
import type { World } from "./world.ts";

export type PersonDecided = { person: PersonHistory; decisions: readonly Decision[] };

/** Decides without storing: what `due --as-of` and `dry-run` print. */
export async function decideAll(
  world: World,
  owner: OwnerId,
  now: Instant,
): Promise<{ decided: PersonDecided[]; policy: Policy }> {
  const policy = await policyOf(world, owner);
  const contacts = await loadContacts(world.database, owner);
  const interactions = await loadInteractions(world.database, owner);
  const people = contacts
    .filter(mayBeAsked)
    .map((contact) => historyOf(contact, interactions.get(contact.contactId) ?? [], now));
  return { decided: people.map((person) => ({ person, decisions: decideFollowUps(person, policy, now) })), policy };
}

/** Colleagues are never due (S6). People on lists are not either (R7), but may be among the two suggestions. */
export const mayBeAsked = (contact: ContactRow) => contact.class === "candidate" || contact.class === "known";

/** Every follow-up as it would be stored at `now`, the two suggestions among them; nothing is stored. */
export async function planFollowUps(
  world: World,
  owner: OwnerId,
  now: Instant,
): Promise<{ decided: PersonDecided[]; followUps: DecidedFollowUp[] }> {
  const { decided, policy } = await decideAll(world, owner, now);
  const followUps = [
    ...decided.flatMap((one) => followUpsOf(world, one, policy, now)),
    ...suggestions(world, decided, policy, now),
  ];
  return { decided, followUps };
}

export async function decideOwnersFollowUps(world: World, owner: OwnerId): Promise<{ due: number; planned: number }> {
  const { now } = await viewpointOf(world, owner);
  const { decided, followUps } = await planFollowUps(world, owner, now);
  await world.database.transaction().execute(async (transaction) => {
    await saveFollowUps(transaction, owner, followUps, now);
    await saveDecisions(
      transaction,
      owner,
      decided.flatMap(({ person, decisions }) =>
        decisions.filter((one) => !isListedOnly(one)).map((one) => storedDecision(person, one, now)),
      ),
    );
    const next = nextChange(decided, now);
    const timer = { kind: "decide_follow_ups", subjectId: owner };
    await (next === undefined ? dropTimer(transaction, owner, timer) : setTimer(transaction, owner, timer, next));
  });
  return {
    due: followUps.filter(({ state }) => state === "due").length,
    planned: followUps.filter(({ state }) => state === "planned").length,
  };
}

export function historyOf(contact: ContactRow, interactions: readonly Interaction[], now: Instant): PersonHistory {
  const encounter = encounterOf(contact);
  return {
    id: contact.contactId,
    name: contact.name,
    status: contact.status as ContactStatus,
    interactions,
    booked: [],
    knownSince: contact.createdAt < now ? contact.createdAt : now,
    ...(encounter !== undefined && { encounter }),
  };
}

function encounterOf(contact: ContactRow): Encounter | undefined {
  const { metAt, metOn, metChannel, metSource, metWhere, metWhy, metOthers } = contact;
  if (metAt === undefined || metOn === undefined || metChannel === undefined || metSource === undefined)
    return undefined;
  return {
    at: metAt,
    metOn,
    channel: metChannel,
    others: metOthers ?? 1,
    source: metSource as Encounter["source"],
    ...(metWhere !== undefined && { where: metWhere }),
    ...(metWhy !== undefined && { why: metWhy }),
  };
}

/** Thousands of imported connections would each keep a record of nothing. */
const isListedOnly = ({ outcome, because: [first] }: Decision) =>
  outcome === "rest" && first?.rule === "R7.never_by_default";

const stateOf: Readonly<Record<Decision["outcome"], DecidedFollowUp["state"] | undefined>> = {
  wait: "planned",
  due: "due",
  overdue: "due",
  satisfied: "satisfied",
  history: "expired",
  expired: "expired",
  rest: undefined,
};

function followUpsOf(
  world: World,
  { person, decisions }: PersonDecided,
  policy: Policy,
  now: Instant,
): DecidedFollowUp[] {
  const covered = coveredByAnotherLetter(decisions);
  return decisions.flatMap((decision) => {
    const waitsFor = covered.get(decision);
    const state = waitsFor === undefined ? stateOf[decision.outcome] : "in_hand";
    if (state === undefined || decision.dueAt === undefined) return [];
    const pressing = urgency(
      {
        decision,
        cadenceDays: measuredDays(decision, undefined, policy),
        hasOpenPlanItem: false,
        matchesTarget: false,
        rollovers: 0,
      },
      policy,
      now,
    );
    return [
      {
        followUpId: world.ids.next<FollowUpId>(),
        contactId: person.id as ContactId,
        kind: decision.kind,
        state,
        dueAt: decision.dueAt,
        overdueAt: decision.overdueAt,
        deadlineAt: decision.deadlineAt,
        because: [
          ...(waitsFor === undefined ? [] : [waitsFor]),
          ...decision.because,
          ...(state === "due" ? pressing.because : []),
        ],
        satisfiedBy: decision.satisfiedBy && `${decision.satisfiedBy.kind}:${decision.satisfiedBy.id}`,
        urgency: state === "due" ? pressing.value : 0,
      },
    ];
  });
}

/** Two people to begin with, among those who have nothing due (R7). */
function suggestions(world: World, decided: readonly PersonDecided[], policy: Policy, now: Instant): DecidedFollowUp[] {
  const busy = new Set(
    decided
      .filter(({ decisions }) => decisions.some(({ outcome }) => outcome === "due" || outcome === "overdue"))
      .map(({ person }) => person.id),
  );
  const people = decided.map(({ person }) => person);
  return suggestTwo(people, busy, policy, now).map((suggestion) => ({
    followUpId: world.ids.next<FollowUpId>(),
    contactId: suggestion.personId as ContactId,
    kind: "revive",
    state: "due",
    dueAt: now,
    overdueAt: undefined,
    deadlineAt: undefined,
    because: suggestion.because,
    satisfiedBy: undefined,
    urgency: 0,
  }));
}

function storedDecision(person: PersonHistory, decision: Decision, now: Instant): StoredDecision {
  const record = recordDecision({ kind: "contact", id: person.id }, decision, now);
  return {
    contactId: person.id as ContactId,
    kind: decision.kind,
    rule: record.rule,
    outcome: record.outcome,
    because: record.because,
    inputs: record.inputs,
    decidedAt: record.decidedAt,
  };
}

/** The next instant at which some decision would read differently. */
function nextChange(decided: readonly PersonDecided[], now: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const { decisions } of decided) {
    for (const { outcome, dueAt, overdueAt, deadlineAt } of decisions) {
      if (outcome === "satisfied" || outcome === "history" || outcome === "rest") continue;
      for (const at of [dueAt, overdueAt, deadlineAt]) {
        if (at !== undefined && at > now && (next === undefined || at < next)) next = at;
      }
    }
  }
  return next;
}
