/**
 * Two people to begin with (R7): on a first run nothing is due, but two is a start. An old conversation partner gone
 * quiet and the most recent new person; where one of the kinds is missing, the other gives both.
 */
import { type Because, because } from "../because.ts";
import { type LocalDays, localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant } from "../time.ts";
import { closeness } from "./closeness.ts";
import type { PersonHistory } from "./person.ts";
import { type RelationshipSummary, summarise } from "./summary.ts";

export type Suggestion = { personId: string; kind: "revive" | "new_person"; because: Because[] };

/** One of the two suggestions, as told apart from a person whom the plan asks for, or a reminder to one. */
export const isSuggestion = (followUp: { kind: string; step?: string; planItemId?: string }): boolean =>
  followUp.kind === "revive" && followUp.planItemId === undefined && followUp.step === "invitation";

type Seen = { person: PersonHistory; summary: RelationshipSummary; closeness: number };

/** A suggestion that the owner took up: who was written to, and when. */
export type TakenUp = { personId: string; at: Instant };

/**
 * Exactly `policy.revive.suggestions` (2), fewer only when there are not so many people to name. `busy` holds the ids of
 * people who have something due anyway. Those taken up lately count among the two, so that two letters sent are not
 * answered by two more to write: the next come when `policy.revive.suggestAgainDays` are over.
 */
export function suggestTwo(
  people: readonly PersonHistory[],
  { busy, takenUp }: { busy: ReadonlySet<string>; takenUp: readonly TakenUp[] },
  policy: Policy,
  now: Instant,
): Suggestion[] {
  const taken = takenLately(takenUp, policy, now);
  const open = people.filter(
    ({ id, status }) => (status === "candidate" || status === "active") && (!busy.has(id) || taken.has(id)),
  );
  const seen = open.map((person) => lookAt(person, taken.get(person.id), policy, now));
  const quietSince = before(now, { days: policy.revive.quietDays });
  const quiet = seen.filter(({ summary }) => isQuietPartner(summary, quietSince)).sort(byCloseness);
  const recent = seen
    .filter(({ person }) => person.encounter !== undefined && person.encounter.at <= now)
    .sort(byEncounter);
  const wanted = policy.revive.suggestions;
  const chosen: Suggestion[] = [];
  const { dayOf } = localDays(policy.zone);
  const take = (one: Seen | undefined, say: (one: Seen, dayOf: LocalDays["dayOf"]) => Suggestion) => {
    if (one === undefined || chosen.length >= wanted || chosen.some((other) => other.personId === one.person.id))
      return;
    chosen.push(say(one, dayOf));
  };
  take(quiet[0], sayQuiet);
  take(
    recent.find((one) => one !== quiet[0]),
    sayNew,
  );
  for (const one of quiet) take(one, sayQuiet);
  for (const one of recent) take(one, sayNew);
  for (const one of seen.sort(byId)) take(one, sayListed);
  return chosen.filter(({ personId }) => !taken.has(personId)).slice(0, Math.max(0, wanted - taken.size));
}

/** When each suggestion was taken up, of those within the days. */
function takenLately(takenUp: readonly TakenUp[], { revive, zone }: Policy, now: Instant): Map<string, Instant> {
  const { dayOf, later } = localDays(zone);
  const lately = takenUp.filter(({ at }) => at <= now && later(dayOf(at), revive.suggestAgainDays) > dayOf(now));
  return new Map(lately.map(({ personId, at }) => [personId, at]));
}

/** Whoever was taken up stands as before it: so they keep their place, and the other one of the two stays in theirs. */
function lookAt(person: PersonHistory, takenAt: Instant | undefined, policy: Policy, now: Instant): Seen {
  const until = takenAt ?? now;
  const interactions =
    takenAt === undefined ? person.interactions : person.interactions.filter(({ at }) => at < takenAt);
  return {
    person,
    summary: summarise(interactions, until),
    closeness: closeness(interactions, policy.closeness, until),
  };
}

/** Talked once, and nothing reached them since; a touch without talk counts against "quiet" too. */
function isQuietPartner({ lastConversationAt, lastTouchAt }: RelationshipSummary, quietSince: Instant): boolean {
  return (
    lastConversationAt !== undefined &&
    lastConversationAt < quietSince &&
    (lastTouchAt === undefined || lastTouchAt < quietSince)
  );
}

const byId = (one: Seen, other: Seen): number => (one.person.id < other.person.id ? -1 : 1);
const byCloseness = (one: Seen, other: Seen): number =>
  other.closeness - one.closeness ||
  compareText(other.summary.lastConversationAt, one.summary.lastConversationAt) ||
  byId(one, other);
const byEncounter = (one: Seen, other: Seen): number =>
  compareText(other.person.encounter?.at, one.person.encounter?.at) || byId(one, other);

const compareText = (one: string | undefined, other: string | undefined): number => {
  if (one === other) return 0;
  return (one ?? "") < (other ?? "") ? -1 : 1;
};

function sayQuiet({ person, summary, closeness: close }: Seen, dayOf: LocalDays["dayOf"]): Suggestion {
  const { lastConversationAt, conversations } = summary;
  const on = lastConversationAt === undefined ? "" : dayOf(lastConversationAt);
  const times = conversations === 1 ? "once" : `${conversations} times`;
  const text = `You and ${person.name} talked ${times}, last on ${on}, and nothing went to them since.`;
  const facts = { lastConversationOn: on, conversations, closeness: close };
  return { personId: person.id, kind: "revive", because: [because("R7.revive", text, facts)] };
}

function sayNew({ person }: Seen): Suggestion {
  const { encounter } = person;
  if (encounter === undefined) throw new Error(`${person.id} is suggested as new without an encounter`);
  const how = encounter.channel === "mail" ? "you first exchanged mail" : "you first met";
  const text = `${person.name} is among the newest people you know: ${how} on ${encounter.metOn}.`;
  return { personId: person.id, kind: "new_person", because: [because("R7.new_person", text)] };
}

function sayListed({ person }: Seen): Suggestion {
  const text = `${person.name} is on a list of yours and was never written to.`;
  return { personId: person.id, kind: "new_person", because: [because("R7.listed", text)] };
}
