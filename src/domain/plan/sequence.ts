/**
 * Where a sequence stands (R21), read from what was sent, what came back and what happened: the invitation, a nudge 3 and
 * one 10 business days after it, then rest. Ends by the first thing that ends it; nothing here is remembered but the end of
 * a booking, which cannot be seen once it is gone. Days are the owner's, without their public holidays when known.
 */
import { type Because, because } from "../because.ts";
import { type LocalDays, localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Interaction } from "../relationship/interaction.ts";
import type { Booked } from "../relationship/person.ts";
import { isSameTime } from "../relationship/same-letter.ts";
import { endOf } from "../relationship/summary.ts";
import { after, type Instant, type PlainDate } from "../time.ts";
import type {
  Enrolment,
  EnrolmentAnswer,
  EnrolmentState,
  EnrolmentStep,
  ExitReason,
  SequenceStep,
} from "./enrolment.ts";
import type { PlanItem } from "./plan.ts";

/** What happened with the person, in any order; what comes after `now` is left out of account. */
export type Seen = { interactions: readonly Interaction[]; booked: readonly Booked[] };

export type Standing =
  /** Nothing came back yet. `next` is absent when the last nudge went out. */
  | { kind: "waiting"; next?: { step: SequenceStep; dueAt: Instant } }
  /** They said yes; a time is still to be found. */
  | { kind: "agreed" }
  /** Away, or they asked to be asked later. */
  | { kind: "paused"; until: Instant }
  | { kind: "ended"; exitReason: ExitReason; endedAt: Instant };

export type Sequence = {
  standing: Standing;
  /** From here on the plan item may ask somebody else as well. */
  asksNextAt: Instant;
  /** Until here the person counts among those who are asked at the same time. */
  holdsPlaceUntil: Instant;
  because: Because;
};

/** The stored state that a standing is kept as. */
export function stateOf({ standing }: Sequence): EnrolmentState {
  switch (standing.kind) {
    case "waiting":
    case "agreed":
      return { state: "active" };
    case "paused":
      return { state: "paused", pausedUntil: standing.until };
    case "ended":
      return { state: "exited", exitReason: standing.exitReason, endedAt: standing.endedAt };
  }
}

/** Nobody waits for a letter longer than this. */
const never = "9999-12-31T00:00:00.000Z" as Instant;

export type Context = {
  policy: Policy;
  /** Public holidays of the owner, when known: no business days. */
  holidays: ReadonlySet<PlainDate>;
  /** The plan's items as they stand now, by id: a place that somebody else took ends the asking for it. */
  items?: ReadonlyMap<string, PlanItem>;
};

export function sequenceOf(
  enrolment: Enrolment,
  seen: Seen,
  { policy, holidays, items }: Context,
  now: Instant,
): Sequence {
  const steps = enrolment.steps.filter(({ sentAt }) => sentAt <= now);
  const [invitation] = steps;
  if (invitation === undefined) throw new Error(`the sequence ${enrolment.enrolmentId} was not begun by ${now}`);
  const item = enrolment.planItemId === undefined ? undefined : items?.get(enrolment.planItemId);
  const look: Look = { enrolment, steps, invitation, item, seen, policy, holidays, days: localDays(policy.zone), now };
  return (
    kept(look) ??
    booked(look) ??
    met(look) ??
    cancelled(look) ??
    answered(look) ??
    placeTaken(look) ??
    theyWrote(look) ??
    ownerWrote(look) ??
    silent(look)
  );
}

type Look = {
  enrolment: Enrolment;
  steps: readonly EnrolmentStep[];
  invitation: EnrolmentStep;
  item: PlanItem | undefined;
  seen: Seen;
  policy: Policy;
  holidays: ReadonlySet<PlainDate>;
  days: LocalDays;
  now: Instant;
};

/** What cannot be read again: a cancelled meeting, the owner's stop, an end in silence that nothing answered since. */
function kept(look: Look): Sequence | undefined {
  const { enrolment, now } = look;
  if (enrolment.state !== "exited" || enrolment.endedAt > now) return undefined;
  const { exitReason, endedAt } = enrolment;
  const answer = lastAnswer(enrolment, now);
  // A no outlives a meeting that was booked after all and called off again.
  if (answer?.meaning === "decline" && exitReason !== "satisfied" && !wroteSince(look, answer.at))
    return ended("declined", answer.at, because("R21.declined", "They said no.", { at: answer.at }));
  if (exitReason === "cancelled" && (answer === undefined || answer.at <= endedAt))
    return ended(exitReason, endedAt, because("R21.cancelled", "It was called off.", { at: endedAt }));
  if (exitReason === "opted_out") {
    return ended(exitReason, endedAt, because("R45.opted_out", "They are not to be written to.", { at: endedAt }));
  }
  if (exitReason === "exhausted" && answer === undefined)
    return ended(exitReason, endedAt, because("R21.exhausted", "They did not answer, and the last reminder is out."));
  return undefined;
}

/** Any meeting to come with the person alone: by whom and how it was made does not matter. */
function booked({ enrolment, seen, now }: Look): Sequence | undefined {
  const next = seen.booked.find(({ startsAt, others }) => others === 1 && startsAt > now);
  const agreed = lastAnswer(enrolment, now);
  const startsAt = next?.startsAt ?? (agreed?.meaning === "accept" ? agreed.startsAt : undefined);
  if (startsAt === undefined || startsAt <= now) return undefined;
  const since = enrolment.state === "exited" && enrolment.exitReason === "booked" ? enrolment.endedAt : now;
  const reason = because("R21.booked", "A meeting with them is booked.", { startsAt });
  return ended("booked", since, reason);
}

/**
 * A real talk begun since the invitation: whatever was wanted with the letters, they are no longer needed. A no that came
 * after it stays a no.
 */
function met({ invitation, seen, enrolment, now }: Look): Sequence | undefined {
  const agreed = lastAnswer(enrolment, now);
  const talks = seen.interactions
    .filter(({ depth, others }) => depth === "conversation" && others === 1)
    .filter((one) => one.at >= invitation.sentAt && endOf(one) <= now)
    .map(endOf);
  if (agreed?.meaning === "accept" && agreed.startsAt !== undefined) talks.push(agreed.startsAt);
  const first = talks.sort()[0];
  if (first === undefined || (agreed?.meaning === "decline" && agreed.at > first)) return undefined;
  return ended("satisfied", first, because("R21.met", "You talked since you asked them.", { at: first }));
}

function cancelled({ enrolment, now }: Look): Sequence | undefined {
  if (enrolment.state !== "exited" || enrolment.exitReason !== "booked") return undefined;
  return ended("cancelled", now, because("R21.cancelled", "The meeting with them was cancelled.", { at: now }));
}

/** Stops for all when the item is booked with one of them, or dropped. */
function placeTaken({ enrolment, item, now }: Look): Sequence | undefined {
  const isTaken =
    item?.state === "dropped" ||
    ((item?.state === "booked" || item?.state === "took_place") && item.contactId !== enrolment.contactId);
  if (!isTaken) return undefined;
  const text =
    item.state === "dropped" ? "You dropped the meeting that they were asked for." : "Another took the place.";
  return ended("cancelled", now, because("R21.place_taken", text));
}

/** What they said last, as the owner told or as it was read. */
function answered(look: Look): Sequence | undefined {
  const { enrolment, now } = look;
  const answer = lastAnswer(enrolment, now);
  return answer && bySaying(answer, look);
}

function bySaying(answer: EnrolmentAnswer, look: Look): Sequence | undefined {
  const { at, meaning, until } = answer;
  const { policy, days, holidays, now } = look;
  switch (meaning) {
    case "accept": {
      const untilAt = workingDaysAfter(at, policy.offers.expiryBusinessDays, look);
      const text = "They said yes; a time is still to be found.";
      if (now >= untilAt) return talking(at, look);
      return {
        standing: { kind: "agreed" },
        asksNextAt: untilAt,
        holdsPlaceUntil: untilAt,
        because: because("R21.agreed", text, { at }),
      };
    }
    case "decline":
      return wroteSince(look, at) ? undefined : ended("declined", at, because("R21.declined", "They said no.", { at }));
    case "opt_out":
      return ended("opted_out", at, because("R45.opted_out", "They do not want to be written to.", { at }));
    case "bounce":
      return ended("bounced", at, because("M2.bounced", "The letter did not arrive.", { at }));
    case "auto_left":
      return ended("left_company", at, because("M3.left", "They left the company.", { at }));
    case "later": {
      const againAt = until ?? after(at, { days: policy.letters.restDays });
      if (wroteSince(look, at)) return undefined;
      if (now < againAt) {
        const text = `They asked to be asked again from ${days.dayOf(againAt)}.`;
        return paused(againAt, at, because("R21.later", text, { until: againAt }));
      }
      return ended("replied", againAt, because("R21.later_over", "The time that they asked for is over.", { at }));
    }
    case "auto_away": {
      const backOn = days.dayOf(until ?? after(at, { days: policy.letters.gapDays }));
      const againAt = days.startOf(days.weekdaysLater(backOn, 1, holidays));
      if (now >= againAt) return undefined;
      return paused(againAt, at, because("M3.away", `They are away until ${backOn}.`, { until: againAt }));
    }
    case "counter":
    case "constraint":
    case "question":
    case "delegate":
    case "unclear":
      return talking(at, look);
  }
}

/** A letter of theirs that nobody has told the meaning of yet: no reminder goes out over it. */
function theyWrote(look: Look): Sequence | undefined {
  const at = inboundAfter(look, lastAnswer(look.enrolment, look.now)?.at ?? look.invitation.sentAt);
  return at && talking(at, look);
}

const wroteSince = (look: Look, at: Instant): boolean => inboundAfter(look, at) !== undefined;

/** The first letter of theirs after an instant and before the sequence was over. */
function inboundAfter({ seen, now, enrolment }: Look, at: Instant): Instant | undefined {
  const until = enrolment.state === "exited" && enrolment.exitReason === "exhausted" ? enrolment.endedAt : now;
  let first: Instant | undefined;
  for (const one of seen.interactions) {
    if (one.direction === "outbound" || one.depth === "passive" || one.at <= at || one.at > until) continue;
    if (first === undefined || one.at < first) first = one.at;
  }
  return first;
}

/** The owner goes on by hand: the item waits a few days for what comes of it. */
function talking(at: Instant, look: Look): Sequence {
  const untilAt = workingDaysAfter(at, look.policy.letters.talkingBusinessDays, look);
  return {
    standing: { kind: "ended", exitReason: "replied", endedAt: at },
    asksNextAt: untilAt,
    holdsPlaceUntil: untilAt,
    because: because("R21.they_wrote", `They answered on ${look.days.dayOf(at)}: go on by hand.`, { at }),
  };
}

/** A letter that the owner wrote by hand after the invitation, and that none of the told steps is. */
function ownerWrote({ seen, steps, invitation, now }: Look): Sequence | undefined {
  let first: Instant | undefined;
  for (const one of seen.interactions) {
    const isOwn = one.direction === "outbound" && one.others === 1 && one.depth !== "passive" && one.mode !== "phone";
    if (!isOwn || one.at <= invitation.sentAt || one.at > now || isToldStep(one.at, steps)) continue;
    if (first === undefined || one.at < first) first = one.at;
  }
  if (first === undefined) return undefined;
  return ended("user_wrote", first, because("R21.you_wrote", "You wrote to them by hand since.", { at: first }));
}

const isToldStep = (at: Instant, steps: readonly Pick<EnrolmentStep, "sentAt">[]): boolean =>
  steps.some(({ sentAt }) => isSameTime(sentAt, at));

/** No answer: the next nudge, or the end. Nobody is nudged twice within the days of the first nudge. */
function silent(look: Look): Sequence {
  const { steps, invitation, policy, now } = look;
  const { nudgeBusinessDays, restDays } = policy.letters;
  const { nextPersonBusinessDays } = policy.plan;
  const last = steps.at(-1)!;
  const firstGap = nudgeBusinessDays[0] ?? nextPersonBusinessDays;
  const nudgesLeft = invitation.mode === "email" ? nudgeBusinessDays.slice(steps.length - 1) : [];
  const [nextDays] = nudgesLeft;
  if (nextDays === undefined) {
    const overAt = workingDaysAfter(last.sentAt, steps.length === 1 ? firstGap : nextPersonBusinessDays, look);
    if (now >= overAt) {
      const text = `They did not answer ${steps.length === 1 ? "the invitation" : `${steps.length} letters`}.`;
      return ended("exhausted", overAt, because("R21.exhausted", text, { letters: steps.length, at: last.sentAt }));
    }
    const nudged = steps[1];
    return waiting({}, nudged === undefined ? overAt : nextPersonAt(look, nudged.sentAt), overAt, look);
  }
  const givenUpAt = after(last.sentAt, { days: restDays });
  if (now >= givenUpAt) {
    const text = `No reminder went out in ${restDays} days: it is over.`;
    return ended("exhausted", givenUpAt, because("R21.not_reminded", text, { at: last.sentAt }));
  }
  const planned = workingDaysAfter(invitation.sentAt, nextDays, look);
  const spaced = steps.length === 1 ? planned : later(planned, workingDaysAfter(last.sentAt, firstGap, look));
  const dueAt = later(spaced, resumesAt(look));
  const step: SequenceStep = nudgesLeft.length === 1 ? "closing_note" : "nudge";
  const asksNextAt = nextPersonAt(look, steps[1]?.sentAt ?? dueAt);
  return waiting({ next: { step, dueAt } }, asksNextAt, never, look);
}

const nextPersonAt = (look: Look, nudgedAt: Instant): Instant =>
  workingDaysAfter(nudgedAt, look.policy.plan.nextPersonBusinessDays, look);

/** After an absence the count goes on, but not before they are back. */
function resumesAt(look: Look): Instant {
  const { enrolment, days, holidays, policy, now } = look;
  const answer = lastAnswer(enrolment, now);
  if (answer?.meaning !== "auto_away") return look.invitation.sentAt;
  const backOn = days.dayOf(answer.until ?? after(answer.at, { days: policy.letters.gapDays }));
  return days.startOf(days.weekdaysLater(backOn, 1, holidays));
}

function waiting(
  next: { next?: { step: SequenceStep; dueAt: Instant } },
  asksNextAt: Instant,
  holdsPlaceUntil: Instant,
  { steps, invitation, days }: Look,
): Sequence {
  const asked = `You asked them on ${days.dayOf(invitation.sentAt)}`;
  const reminded = steps.length === 1 ? "" : `, and reminded them on ${days.dayOf(steps.at(-1)!.sentAt)}`;
  const coming = next.next === undefined ? "" : `; next reminder on ${days.dayOf(next.next.dueAt)}`;
  const facts = { letters: steps.length, ...(next.next !== undefined && { nextAt: next.next.dueAt }) };
  return {
    standing: { kind: "waiting", ...next },
    asksNextAt,
    holdsPlaceUntil,
    because: because("R21.waiting", `${asked}${reminded}${coming}.`, facts),
  };
}

/** The item goes on to the next person at once. */
const ended = (exitReason: ExitReason, endedAt: Instant, reason: Because): Sequence => ({
  standing: { kind: "ended", exitReason, endedAt },
  asksNextAt: endedAt,
  holdsPlaceUntil: endedAt,
  because: reason,
});

const paused = (until: Instant, since: Instant, reason: Because): Sequence => ({
  standing: { kind: "paused", until },
  asksNextAt: since,
  holdsPlaceUntil: since,
  because: reason,
});

const lastAnswer = ({ answers }: Enrolment, now: Instant): EnrolmentAnswer | undefined =>
  answers.findLast(({ at }) => at <= now);

const workingDaysAfter = (at: Instant, count: number, { days, holidays }: Look): Instant =>
  days.startOf(days.weekdaysLater(days.dayOf(at), count, holidays));

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
