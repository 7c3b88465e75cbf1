/**
 * Which follow-ups a person asks for at a moment (R14, R16, R17, R9): each with its clock, its outcome and its because.
 * The first encounter starts the clocks and never stops one; real contact afterwards satisfies and restarts them; what
 * was lost before Rapport knew of the person is history and only `suggestTwo` may name it.
 */
import { type Because, because } from "../because.ts";
import type { Encounter } from "../contact/discover.ts";
import type { Json } from "../decision.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant, type PlainDate } from "../time.ts";
import { type Cadence, cadenceDays, sayCadence } from "./cadence.ts";
import { type Clock, checkInClock, type Deadlined, meetByClock, stageOf, thankYouClock } from "./clocks.ts";
import type { Interaction } from "./interaction.ts";
import { withMissed } from "./missed.ts";
import { occasionsOf } from "./occasions.ts";
import type { Booked, PersonHistory } from "./person.ts";
import { endOf } from "./summary.ts";

export type FollowUpKind =
  | "thank_you"
  | "check_in"
  | "meet_by"
  | "someday"
  | "role_change"
  | "revive"
  | "referral"
  | "note"
  | "after_decline";

/**
 * wait: planned. due, overdue: to do. satisfied: done, by `satisfiedBy`. history: lost before Rapport knew the person.
 * expired: lost since; a meet_by then asks once what to do. rest: nothing to do, or not allowed to.
 */
export type Outcome = "wait" | "due" | "overdue" | "satisfied" | "history" | "expired" | "rest";

export type Decision = {
  kind: FollowUpKind;
  outcome: Outcome;
  /** Present unless resting. */
  dueAt?: Instant;
  overdueAt?: Instant;
  deadlineAt?: Instant;
  /** The interaction that closed it. */
  satisfiedBy?: Interaction["source"];
  /** For meet_by: warnings reached (0 to 3) and the last weekday the meeting can be on. */
  warnings?: number;
  nextWarningAt?: Instant;
  lastBookableOn?: PlainDate;
  because: Because[];
  inputs: Json;
};

/**
 * The decisions for one person: thank_you, check_in, meet_by, then those that an occasion starts; none twice. Depends on
 * nothing but its arguments.
 */
export function decideFollowUps(person: PersonHistory, policy: Policy, now: Instant): Decision[] {
  const resting = restingBecause(person);
  if (resting !== undefined) return [rest(person, resting, now)];
  const { encounter } = person;
  const occasions = occasionsOf(person, policy, now);
  if (encounter === undefined || encounter.channel === "card" || encounter.at > now) {
    const { cadence } = person;
    const base =
      cadence === undefined ? rest(person, neverDueBecause(person), now) : byCadence(person, cadence, policy, now);
    return withMissed([base, ...occasions], person, policy, now);
  }
  const cadence = person.cadence ?? lowCadence(person, encounter, policy);
  const look = lookAt(person, encounter, policy, now);
  const check = cadence === undefined ? checkIn(look) : byCadence(person, cadence, policy, now);
  return withMissed([...thankYou(look), check, meetBy(look), ...occasions], person, policy, now);
}

/** Kept at a low cadence after the 90 days (R17): the longest tier, from the deadline on. */
function lowCadence({ afterDeadline }: PersonHistory, encounter: Encounter, policy: Policy): Cadence | undefined {
  if (afterDeadline !== "low_cadence") return undefined;
  const days = localDays(policy.zone);
  const setOn = days.later(days.dayOf(encounter.at), policy.meetBy.deadlineDays);
  return { every: Math.max(...policy.cadences.tierDays), unit: "day", setOn };
}

const restReasons: Readonly<Partial<Record<PersonHistory["status"], string>>> = {
  resting: "is resting: asked enough for now.",
  dormant: "is left alone until you bring them back.",
  archived: "is archived.",
  blocked: "is not to be contacted.",
};

/** Why nothing at all is decided about them. */
export function restingBecause({ status, name }: PersonHistory): Because | undefined {
  const reason = restReasons[status];
  return reason === undefined ? undefined : because(`status.${status}`, `${name} ${reason}`);
}

function neverDueBecause({ name, encounter, interactions }: PersonHistory): Because {
  const isListed = encounter?.channel === "card" || interactions.length === 0;
  const text = isListed
    ? `${name} is on a list of yours; nothing is due until you pick them or something happens.`
    : `There was no first encounter with ${name} yet.`;
  return because("R7.never_by_default", text);
}

const rest = (person: PersonHistory, reason: Because, now: Instant): Decision => ({
  kind: "check_in",
  outcome: "rest",
  because: [reason],
  inputs: { person: person.id, status: person.status, now },
});

/** The contacts after the first encounter that decide something; each absent when there was none. */
type Contacts = {
  /** The owner's first letter or talk within the 48 hours. */
  thanked: Interaction | undefined;
  /** The first meeting that satisfies the 90 days. */
  metAgain: Interaction | undefined;
  /** The last real talk before the 90 days were over. */
  talked: Interaction | undefined;
  /** The owner's first letter that already is the check-in. */
  checkedIn: Interaction | undefined;
};

/** One look at a person: what all their clocks are decided from. */
type Look = {
  person: PersonHistory;
  encounter: Encounter;
  policy: Policy;
  now: Instant;
  contacts: Contacts;
  thanks: Deadlined | undefined;
  check: Deadlined;
  /** The first encounter, as said under each decision. */
  met: Because;
  inputs: Json;
};

function lookAt(person: PersonHistory, encounter: Encounter, policy: Policy, now: Instant): Look {
  const since = contactsSince(person.interactions, encounter, now);
  // Mail that went both ways began with the owner's own letter: only a meeting owes a thank-you.
  const thanks = encounter.channel === "event" ? thankYouClock(encounter.at, policy) : undefined;
  const first = checkInClock(encounter.at, policy);
  const talked = since.findLast((one) => isTalk(one) && endOf(one) <= first.deadlineAt);
  const check = talked === undefined ? first : checkInClock(endOf(talked), policy);
  const letterFrom = before(check.dueAt, { days: policy.checkIn.letterBeforeDays });
  const contacts = {
    thanked: thanks && since.find((one) => isThanks(one, policy) && endOf(one) <= thanks.deadlineAt),
    metAgain: since.find((one) => one.depth === "conversation" && isFaceToFace(one, person)),
    talked,
    checkedIn: since.find((one) => one.direction === "outbound" && one.others === 1 && endOf(one) >= letterFrom),
  };
  const inputs = inputsOf(person, encounter, contacts, policy, now);
  return { person, encounter, policy, now, contacts, thanks, check, met: metBecause(person, encounter), inputs };
}

/**
 * Contacts begun after the first encounter was over and ended by now, oldest first. Told apart by time, not by source: the
 * later meetings of a series carry the same event id as the first.
 */
function contactsSince(interactions: readonly Interaction[], { at }: Encounter, now: Instant): Interaction[] {
  const since = interactions.filter((one) => {
    const endedAt = endOf(one);
    return one.depth !== "passive" && one.at >= at && endedAt > at && endedAt <= now;
  });
  return since.sort((one, other) => (endOf(one) < endOf(other) ? -1 : endOf(one) > endOf(other) ? 1 : 0));
}

const isThanks = ({ direction, others }: Interaction, { evidence }: Policy): boolean =>
  direction !== "inbound" && others <= evidence.individualRecipientsMax;

/** A real talk with this person alone: a meeting, a call, or a thread both ways. */
const isTalk = ({ depth, others }: Interaction): boolean =>
  others === 1 && (depth === "conversation" || depth === "thread");

/** One-to-one in person; by video when far; by phone only when the owner says so (R17). Groups do not count. */
function isFaceToFace(
  { mode, others }: Pick<Booked, "mode" | "others">,
  { isFar, phoneCounts }: PersonHistory,
): boolean {
  if (others !== 1) return false;
  return mode === "in_person" || (mode === "video" && isFar === true) || (mode === "phone" && phoneCounts === true);
}

function thankYou(look: Look): Decision[] {
  const { thanks, contacts, policy } = look;
  if (thanks === undefined) return [];
  if (contacts.thanked !== undefined) return [satisfied("thank_you", thanks, contacts.thanked, look)];
  const text = `Thank them within ${policy.thankYou.deadlineHours} hours of the end.`;
  return [open("thank_you", thanks, [because("R14.thank_you", text), look.met], look)];
}

/** Names the reminder that the first encounter starts; a wished rhythm has another. */
export const thirtyDaysRule = "R16.check_in";
/** Stands beside it when they talked since: the thirty days run from there. */
export const alreadyTalkedRule = "R16.already_talked";

/** Thirty days after the last real talk, while the person is new: once met again, only a cadence goes on asking. */
function checkIn(look: Look): Decision {
  const { contacts, check, policy } = look;
  const closing = contacts.metAgain ?? contacts.checkedIn;
  if (closing !== undefined) return satisfied("check_in", check, closing, look);
  const days = policy.checkIn.dueDays;
  if (contacts.talked === undefined) {
    const text = `Check in ${days} days after you met.`;
    return open("check_in", check, [because(thirtyDaysRule, text, { days }), look.met], look);
  }
  const text = `Check in ${days} days after you last talked.`;
  const already = because(alreadyTalkedRule, "You already talked: the days start again from there.");
  const reasons = [because(thirtyDaysRule, text, { days }), already, talkedBecause(contacts.talked, policy), look.met];
  return open("check_in", check, reasons, look);
}

/** Face to face within 90 days of the first encounter. */
function meetBy(look: Look): Decision {
  const { person, encounter, contacts, thanks, policy, now } = look;
  const invited = contacts.thanked === undefined ? (thanks?.deadlineAt ?? encounter.at) : endOf(contacts.thanked);
  const isExtended = person.isExtended === true;
  const { lastBookableOn, warnAt, ...clock } = meetByClock(encounter, { after: invited, isExtended }, policy);
  if (contacts.metAgain !== undefined) {
    return { ...satisfied("meet_by", clock, contacts.metAgain, look), lastBookableOn };
  }
  const booked = person.booked.find((one) => one.startsAt > now && isFaceToFace(one, person));
  const isHistory = person.knownSince !== undefined && clock.deadlineAt < person.knownSince;
  if (booked !== undefined && !isHistory) return { ...waitingFor(booked, clock, look), lastBookableOn };
  if (person.afterDeadline !== undefined)
    return { ...decidedByOwner(person.afterDeadline, clock, look), lastBookableOn };
  const days = policy.meetBy.deadlineDays + (isExtended ? policy.meetBy.extensionDays : 0);
  const text = `Meet face to face by ${lastBookableOn}, within ${days} days of the first time.`;
  const decision = open("meet_by", clock, [because("R17.meet_by", text, { days, lastBookableOn }), look.met], look);
  const warnings = warnAt.filter((at) => now >= at).length;
  const nextWarningAt = warnAt[warnings];
  const warned =
    warnings > 0 && decision.outcome === "overdue" ? [warnedBecause(warnings, lastBookableOn, policy)] : [];
  return {
    ...decision,
    because: [...decisionToTake(decision, isExtended), ...decision.because, ...warned],
    warnings,
    ...(nextWarningAt !== undefined && { nextWarningAt }),
    lastBookableOn,
  };
}

function decidedByOwner(said: NonNullable<PersonHistory["afterDeadline"]>, clock: Deadlined, look: Look): Decision {
  const text = said === "let_go" ? "You let this one go." : "You keep in touch now and then.";
  const reasons = [because(`R17.${said}`, text), look.met];
  return { kind: "meet_by", outcome: "rest", ...clock, because: reasons, inputs: look.inputs };
}

/** After day 90 the owner says what becomes of it (R17). */
function decisionToTake({ outcome }: Decision, isExtended: boolean): Because[] {
  if (outcome !== "expired") return [];
  const text = isExtended
    ? "The 90 days and the extension are over: keep in touch now and then, or let go?"
    : "The 90 days are over: extend once by 30 days, keep in touch now and then, or let go?";
  return [because("R17.ask", text)];
}

function warnedBecause(warnings: number, lastBookableOn: PlainDate, { meetBy: { warnDays } }: Policy): Because {
  const text = `Day ${warnDays[warnings - 1]} has passed and nothing is booked: the last weekday for it is ${lastBookableOn}.`;
  return because("R17.warning", text, { warning: warnings, of: warnDays.length });
}

function waitingFor(booked: Booked, clock: Deadlined, { met, inputs }: Look): Decision {
  const isLate = booked.startsAt > clock.deadlineAt;
  const rule = isLate ? "R17.booked_late" : "R17.booked";
  const text = isLate ? "A meeting is booked, but after the 90 days." : "A meeting is booked.";
  const reason = because(rule, text, { event: booked.eventId, startsAt: booked.startsAt });
  return { kind: "meet_by", outcome: "wait", ...clock, because: [reason, met], inputs };
}

/** The owner's own wish outranks the thirty days; it never lapses. */
function byCadence(person: PersonHistory, cadence: Cadence, policy: Policy, now: Instant): Decision {
  const { dayOf, startOf, later } = localDays(policy.zone);
  const talks = person.interactions.filter((one) => isTalk(one) && endOf(one) <= now).map(endOf);
  const { encounter } = person;
  if (encounter !== undefined && encounter.channel !== "card" && encounter.at <= now) talks.push(encounter.at);
  const lastAt = talks.reduce<Instant | undefined>(
    (last, at) => (last === undefined || at > last ? at : last),
    undefined,
  );
  const lastOn = lastAt === undefined ? undefined : dayOf(lastAt);
  const { dueOn, overdueOn, lengthDays } = cadenceDays(cadence, lastOn, policy.cadences.overdueFactor);
  const clock: Clock = { dueAt: startOf(dueOn), overdueAt: startOf(overdueOn) };
  const wrote = lettersFrom(person, before(clock.dueAt, { days: policy.checkIn.letterBeforeDays }), now).at(-1);
  const againOn = wrote && later(dayOf(endOf(wrote)), Math.ceil(lengthDays * (policy.cadences.overdueFactor - 1)));
  if (wrote !== undefined && againOn !== undefined && now < startOf(againOn)) {
    const written = because("R9.cadence_written", `You wrote on ${dayOf(endOf(wrote))}; a talk would end it.`, {
      againOn,
    });
    const inputs = { person: person.id, now, cadence, wrote: wrote.source };
    const waits = { dueAt: startOf(againOn), overdueAt: laterOf(startOf(againOn), clock.overdueAt) };
    return { kind: "check_in", outcome: "wait", ...waits, because: [written], inputs };
  }
  const reasons = [
    because("R9.cadence", `You want to talk ${sayCadence(cadence)}.`, { dueOn }),
    because("R9.last_conversation", lastOn === undefined ? "You never talked yet." : `You last talked on ${lastOn}.`),
  ];
  const inputs = { person: person.id, now, cadence, ...(lastAt !== undefined && { lastTalkAt: lastAt }) };
  return { kind: "check_in", outcome: openOutcome(clock, now), ...clock, because: reasons, inputs };
}

/** The owner's letters to this person alone since an instant, oldest first. */
const lettersFrom = ({ interactions }: PersonHistory, from: Instant, now: Instant): Interaction[] =>
  interactions
    .filter((one) => one.direction === "outbound" && one.others === 1 && one.depth !== "passive")
    .filter((one) => endOf(one) >= from && endOf(one) <= now)
    .sort((one, other) => (endOf(one) < endOf(other) ? -1 : 1));

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Without a deadline nothing is ever lost. */
const openOutcome = (clock: Clock, now: Instant): Outcome => {
  const stage = stageOf(clock, now);
  return stage === "lost" ? "expired" : stage;
};

/** The clock read at `now`; what was lost before the person was known is history. */
function open(kind: FollowUpKind, clock: Deadlined, reasons: Because[], { person, now, inputs }: Look): Decision {
  const { knownSince } = person;
  const { deadlineAt } = clock;
  if (knownSince !== undefined && deadlineAt < knownSince) {
    const text = "Its time had passed before Rapport knew of it.";
    const reason = because("clock.before_import", text, { deadlineAt, knownSince });
    return { kind, outcome: "history", ...clock, because: [reason, ...reasons], inputs };
  }
  const outcome = openOutcome(clock, now);
  const lost =
    outcome === "expired" ? [because("clock.deadline_passed", "Its deadline has passed.", { deadlineAt })] : [];
  return { kind, outcome, ...clock, because: [...lost, ...reasons], inputs };
}

function satisfied(kind: FollowUpKind, clock: Deadlined, by: Interaction, { policy, met, inputs }: Look): Decision {
  const reasons = [talkedBecause(by, policy), met];
  return { kind, outcome: "satisfied", ...clock, satisfiedBy: by.source, because: reasons, inputs };
}

const modeWords: Readonly<Record<Interaction["mode"], string>> = {
  in_person: "met in person",
  video: "met by video",
  phone: "spoke by phone",
  email: "wrote",
  text: "texted",
  social: "were in touch online",
  post: "wrote by post",
};

function talkedBecause(interaction: Interaction, { zone }: Policy): Because {
  const at = endOf(interaction);
  const { mode, title } = interaction;
  const about = title === undefined ? "" : ` ("${title}")`;
  return because("contact.since", `You ${modeWords[mode]} on ${localDays(zone).dayOf(at)}${about}.`, { at, mode });
}

function metBecause({ name }: PersonHistory, { at, metOn, where, channel }: Encounter): Because {
  const how = channel === "mail" ? "first exchanged mail with" : "first met";
  const place = where === undefined || channel === "mail" ? "" : ` at ${where}`;
  return because("R17.first_encounter", `You ${how} ${name} on ${metOn}${place}.`, { at, metOn });
}

/** What the clocks were decided from, enough to decide the same again; no titles, no text of letters. */
function inputsOf(person: PersonHistory, encounter: Encounter, contacts: Contacts, policy: Policy, now: Instant): Json {
  const { id, status, booked, knownSince, isFar, phoneCounts, isExtended, afterDeadline } = person;
  const { at, metOn, channel, others, source } = encounter;
  const { thanked, metAgain, talked, checkedIn } = contacts;
  const counted = new Set([thanked, metAgain, talked, checkedIn].filter((one) => one !== undefined));
  return {
    id,
    status,
    encounter: { at, metOn, channel, others, source },
    interactions: [...counted].map(({ title: _title, place: _place, ...one }) => one),
    booked: booked.map(({ title: _title, ...one }) => one),
    ...(knownSince !== undefined && { knownSince }),
    ...(isFar !== undefined && { isFar }),
    ...(phoneCounts !== undefined && { phoneCounts }),
    ...(isExtended !== undefined && { isExtended }),
    ...(afterDeadline !== undefined && { afterDeadline }),
    now,
    policy: { zone: policy.zone, thankYou: policy.thankYou, checkIn: policy.checkIn, meetBy: policy.meetBy },
  };
}
