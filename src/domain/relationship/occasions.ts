/**
 * Duties that an occasion starts rather than the first encounter: words about meeting one day (R19), a new role (R13), an
 * introduction received (R12), a second meeting with a client (R25). Each is decided from facts and contacts alone.
 */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant } from "../time.ts";
import { type Deadlined, promptClock, somedayClock, stageOf } from "./clocks.ts";
import type { Decision, FollowUpKind } from "./decide.ts";
import type { Interaction } from "./interaction.ts";
import type { ClockFact, PersonHistory } from "./person.ts";
import { endOf } from "./summary.ts";

/** In the order someday, role_change, referral, note; none for a person without an occasion. */
export function occasionsOf(person: PersonHistory, policy: Policy, now: Instant): Decision[] {
  const { facts, brought, isClient } = person;
  if (facts === undefined && brought === undefined && isClient !== true) return [];
  return [
    someday(person, policy, now),
    roleChange(person, policy, now),
    referral(person, policy, now),
    clientNote(person, policy, now),
  ].filter((one) => one !== undefined);
}

/** The newest such words; a talk or a meeting to come answers them. */
function someday(person: PersonHistory, policy: Policy, now: Instant): Decision | undefined {
  const said = newest(person.facts, "someday", now);
  if (said === undefined) return undefined;
  const clock = somedayClock({ at: said.saidAt, dueOn: said.dueOn }, policy);
  const by = said.saidBy === "owner" ? "You wrote" : `${person.name} wrote`;
  const on = localDays(policy.zone).dayOf(said.saidAt);
  const reason = because("R19.someday", `${by} on ${on}: "${said.text}". Ask for a day by then.`, {
    saidAt: said.saidAt,
  });
  const talked = firstSince(person, said.saidAt, now, isTalk);
  const booked = person.booked.find(({ startsAt, others }) => others === 1 && startsAt > now);
  const about = { kind: "someday" as const, clock, reason, from: said.saidAt, factId: said.factId };
  if (talked === undefined && booked !== undefined) {
    const waits = because("R19.booked", "A meeting is booked.", { startsAt: booked.startsAt });
    return { ...decision(person, about, talked, policy, now), outcome: "wait", because: [waits, reason] };
  }
  return decision(person, about, talked, policy, now);
}

/** Another job than the one known before, told after the last talk: who talked since knows already. */
function roleChange(person: PersonHistory, policy: Policy, now: Instant): Decision | undefined {
  const job = newest(person.facts, "job", now);
  const before = job && person.facts?.find((one) => isOtherJob(one, job));
  if (job === undefined || (before === undefined && job.isNews !== true)) return undefined;
  const talkedLast = before && firstSince(person, before.saidAt, job.saidAt, isTalk);
  const clock = promptClock(job.saidAt, policy.roleChange, policy);
  const known = before === undefined ? "" : ` (before: ${before.text})`;
  const text = `${person.name} has a new role: ${job.text}${known}.`;
  const reason = because("R13.role_change", text, { saidAt: job.saidAt });
  const about = { kind: "role_change" as const, clock, reason, from: job.saidAt, factId: job.factId };
  const told = firstSince(person, job.saidAt, now, (one) => isOwn(one) || isTalk(one));
  const made = decision(person, about, told, policy, now);
  return talkedLast === undefined ? made : { ...made, because: [...made.because, talkBecause(talkedLast, policy)] };
}

const isOtherJob = (one: ClockFact, job: ClockFact): boolean =>
  one.kind === "job" && one.saidAt < job.saidAt && one.text.toLowerCase() !== job.text.toLowerCase();

/** Thanks to whoever brought somebody, for the newest of those they brought. */
function referral(person: PersonHistory, policy: Policy, now: Instant): Decision | undefined {
  const known = person.brought?.filter(({ at }) => at <= now) ?? [];
  const last = known.reduce<{ name: string; at: Instant } | undefined>(
    (found, one) => (found === undefined || one.at > found.at ? one : found),
    undefined,
  );
  if (last === undefined) return undefined;
  const clock = promptClock(last.at, policy.referral, policy);
  const reason = because("R12.referral", `${person.name} brought you ${last.name}: say thanks.`, {
    at: last.at,
    name: last.name,
  });
  const about = { kind: "referral" as const, clock, reason, from: last.at, factId: last.name };
  return decision(
    person,
    about,
    firstSince(person, last.at, now, (one) => isOwn(one) || isTalk(one)),
    policy,
    now,
  );
}

/** Met twice within the days: one note on paper, and none again for as long after it was posted, or after it came too late. */
function clientNote(person: PersonHistory, policy: Policy, now: Instant): Decision | undefined {
  if (person.isClient !== true) return undefined;
  const { meetings: wanted, withinDays } = policy.note;
  const posted = person.interactions.filter(({ mode, direction }) => mode === "post" && direction === "outbound");
  const lastPosted = posted
    .map(endOf)
    .filter((at) => at <= now)
    .sort()
    .at(-1);
  const met = person.interactions
    .filter((one) => isMetInPerson(one) && endOf(one) <= now)
    .map(endOf)
    .sort();
  // After a note the count begins anew, so the meetings before the last but one note do not matter.
  const counted =
    posted.length === 0 || lastPosted === undefined ? met : met.filter((at) => at > notedFor(met, lastPosted));
  const at = noteOwedFor(counted, policy, now);
  if (at === undefined) return undefined;
  const clock = promptClock(at, policy.note, policy);
  const text = `${person.name} is a client, and you met ${wanted} times in ${withinDays} days: write a note by hand.`;
  const reason = because("R25.note", text, { meetings: wanted, days: withinDays });
  const about = { kind: "note" as const, clock, reason, from: at, factId: at };
  return decision(
    person,
    about,
    posted.find((one) => endOf(one) >= at && endOf(one) <= now),
    policy,
    now,
  );
}

/**
 * The meeting with which a note is owed, oldest first. A note that nobody posted in time is let go, and the meetings after that
 * count anew: else one missed note would be the last of somebody who is met every month.
 */
function noteOwedFor(met: readonly Instant[], policy: Policy, now: Instant): Instant | undefined {
  const { meetings, withinDays } = policy.note;
  const at = met.find((one, index) => {
    const first = met[index - meetings + 1];
    return first !== undefined && first >= before(one, { days: withinDays });
  });
  if (at === undefined) return undefined;
  const { deadlineAt } = promptClock(at, policy.note, policy);
  const later = met.filter((one) => one > deadlineAt);
  return deadlineAt >= now ? at : (noteOwedFor(later, policy, now) ?? at);
}

/** The last meeting that a note already answers: the newest at or before it. */
const notedFor = (met: readonly Instant[], postedAt: Instant): Instant =>
  met.findLast((at) => at <= postedAt) ?? ("0001-01-01T00:00:00.000Z" as Instant);

const isMetInPerson = ({ mode, depth }: Interaction): boolean => mode === "in_person" && depth === "conversation";

const isTalk = ({ depth, others }: Interaction): boolean => depth === "conversation" && others === 1;
const isOwn = ({ direction, others, depth }: Interaction): boolean =>
  direction === "outbound" && others === 1 && depth !== "passive";

function newest(facts: readonly ClockFact[] | undefined, kind: ClockFact["kind"], now: Instant): ClockFact | undefined {
  let found: ClockFact | undefined;
  for (const one of facts ?? []) {
    if (one.kind === kind && one.saidAt <= now && (found === undefined || one.saidAt > found.saidAt)) found = one;
  }
  return found;
}

function firstSince(
  { interactions }: PersonHistory,
  since: Instant,
  until: Instant,
  counts: (one: Interaction) => boolean,
): Interaction | undefined {
  let first: Interaction | undefined;
  for (const one of interactions) {
    if (one.at <= since || endOf(one) > until || !counts(one)) continue;
    if (first === undefined || endOf(one) < endOf(first)) first = one;
  }
  return first;
}

type About = { kind: FollowUpKind; clock: Deadlined; reason: Because; from: Instant; factId: string };

function decision(
  person: PersonHistory,
  { kind, clock, reason, from, factId }: About,
  by: Interaction | undefined,
  policy: Policy,
  now: Instant,
): Decision {
  const inputs = { person: person.id, now, from, fact: factId, ...(by !== undefined && { by: by.source }) };
  const base = { kind, ...clock, inputs };
  if (by !== undefined)
    return { ...base, outcome: "satisfied", satisfiedBy: by.source, because: [talkBecause(by, policy), reason] };
  if (person.knownSince !== undefined && clock.deadlineAt < person.knownSince) {
    const text = "Its time had passed before Rapport knew of it.";
    return { ...base, outcome: "history", because: [because("clock.before_import", text), reason] };
  }
  const stage = stageOf(clock, now);
  if (stage !== "lost") return { ...base, outcome: stage, because: [reason] };
  return {
    ...base,
    outcome: "expired",
    because: [because("clock.deadline_passed", "Its deadline has passed."), reason],
  };
}

const talkBecause = (by: Interaction, { zone }: Policy): Because => {
  const how = by.depth === "conversation" ? "You talked" : by.mode === "post" ? "A note was posted" : "You wrote";
  return because("contact.since", `${how} on ${localDays(zone).dayOf(endOf(by))}.`, { at: endOf(by), mode: by.mode });
};
