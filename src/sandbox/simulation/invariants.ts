/**
 * What must hold in every life, whatever the seed (design, "Invariants of the simulation"), judged from what happened with
 * plain counting and none of the rules that decided it. What is broken is said with the seed, so that it can be lived again.
 */

import { type LocalDays, localDays } from "../../domain/local-days.ts";
import type { Agenda, OwnerState } from "../../domain/plan/agenda.ts";
import type { PlanItem } from "../../domain/plan/plan.ts";
import { addDays, hoursBetween, type Instant, isWeekend, type PlainDate, type Zone } from "../../domain/time.ts";
import type { Entry } from "./journal.ts";

/** What lives of plain decisions cannot show, with what holds it; `rapport simulate` names them beside its own. */
export const watchedElsewhere = [
  "a letter leaves once, and no two meetings stand at one time, whatever dies (scripts/loop-lives.ts)",
  "an offered time is free in every calendar (scripts/slot-oracle.ts)",
  "an answer in words is read as what it means (scripts/evaluate.ts)",
] as const;

export const watched = [
  "one unsolicited letter in 7 days and four letters in 90 days to one person",
  "at most ten letters a day, 90 seconds apart",
  "nothing in quiet hours, nothing but thanks on weekends or outside of the sending window",
  "no thank-you later than 48 hours after the end",
  "one invitation and at most two reminders in a sequence, after 3 and 10 business days",
  "nothing after a no until they write, nothing ever after a stop",
  "the first encounter satisfies nothing",
  "a month's meetings lie in that month of the owner's zone",
  "one meeting at a time",
  "an open item of the plan asks somebody or says why not",
  "everything that waits says why",
] as const;

const brokenMax = 5;
const hourMs = 3_600_000;

type Sent = Extract<Entry, { kind: "sent" }>;
type PersonPast = {
  sent: Sent[];
  encounterEndedAt?: Instant;
  refusedAt?: Instant;
  /** They said yes and have no time yet: a letter that offers one answers them. */
  agreedAt?: Instant;
  stoppedAt?: Instant;
};

export class Watch {
  readonly broken: string[] = [];
  readonly #seed: number;
  readonly #days: LocalDays;
  readonly #zoneOf: (personId: string) => Zone;
  readonly #people = new Map<string, PersonPast>();
  readonly #sentOn = new Map<PlainDate, number>();
  #lastSentAt: Instant | undefined;
  readonly #meetings: { personId: string; startsAt: Instant; endsAt: Instant }[] = [];

  constructor(seed: number, zone: Zone, zoneOf: (personId: string) => Zone) {
    this.#seed = seed;
    this.#days = localDays(zone);
    this.#zoneOf = zoneOf;
  }

  atEntry(entry: Entry): void {
    const past = this.#pastOf(entry.personId);
    switch (entry.kind) {
      case "encounter":
        past.encounterEndedAt = entry.endedAt;
        return;
      case "sent":
        this.#atSending(entry, past);
        past.sent.push(entry);
        this.#lastSentAt = entry.at;
        return;
      case "answered":
        if (entry.meaning === "accept") past.agreedAt = entry.at;
        if (entry.meaning === "opt_out") past.stoppedAt ??= entry.at;
        if (entry.meaning === "decline") past.refusedAt = entry.at;
        else if (entry.meaning !== "auto_away" && entry.meaning !== "bounce") delete past.refusedAt;
        return;
      case "wrote":
        delete past.refusedAt;
        return;
      case "booked":
        delete past.agreedAt;
        this.#atBooking(entry);
        return;
      case "cancelled":
        this.#takeOut(entry);
        return;
      case "met":
      case "no_show":
        this.#takeOut(entry);
        if (entry.kind === "met") delete past.refusedAt;
        return;
      case "called":
        if (entry.talked) delete past.refusedAt;
        return;
      case "proposed":
      case "approved":
      case "withdrawn":
        return;
    }
  }

  #atSending(entry: Sent, past: PersonPast): void {
    const { at, personId, step } = entry;
    const isThanks = entry.duty === "thank_you";
    const isNudge = step === "nudge" || step === "closing_note";
    const isAnswer = past.agreedAt !== undefined;
    if (past.stoppedAt !== undefined) this.#say(at, `${personId} got a letter after saying stop at ${past.stoppedAt}`);
    if (past.refusedAt !== undefined && hoursBetween(past.refusedAt, at) < 90 * 24 && !isThanks)
      this.#say(at, `${personId} got a letter after a no at ${past.refusedAt}`);

    const counted = past.sent.filter(({ duty }) => duty !== "thank_you");
    const unsolicited = counted.filter((one) => one.step === undefined || one.step === "invitation");
    const lastUnsolicited = unsolicited.at(-1);
    if (
      !isThanks &&
      !isNudge &&
      !isAnswer &&
      lastUnsolicited !== undefined &&
      hoursBetween(lastUnsolicited.at, at) < 7 * 24
    )
      this.#say(at, `${personId} got two letters within 7 days, the other at ${lastUnsolicited.at}`);
    const inQuarter = counted.filter((one) => hoursBetween(one.at, at) < 90 * 24).length;
    if (!isThanks && !isAnswer && inQuarter >= 4) this.#say(at, `${personId} got a fifth letter within 90 days`);

    if (isThanks && past.encounterEndedAt !== undefined && hoursBetween(past.encounterEndedAt, at) > 48)
      this.#say(at, `${personId} was thanked more than 48 hours after ${past.encounterEndedAt}`);

    const zone = this.#zoneOf(personId);
    const minute = localDays(zone).minuteOf(at);
    if (minute < 8 * 60 || minute >= 20 * 60) this.#say(at, `${personId} got a letter in quiet hours of ${zone}`);
    if (!isThanks && isWeekend(localDays(zone).dayOf(at)))
      this.#say(at, `${personId} got a letter on a weekend of ${zone}`);
    if (!isThanks && (minute < 8 * 60 + 30 || minute >= 18 * 60))
      this.#say(at, `${personId} got a letter outside of the sending window of ${zone}`);

    const today = this.#days.dayOf(at);
    const sentToday = this.#sentOn.get(today) ?? 0;
    this.#sentOn.set(today, sentToday + 1);
    if (sentToday >= 10) this.#say(at, "an eleventh letter left on one day");
    const last = this.#lastSentAt;
    if (last !== undefined && hoursBetween(last, at) * hourMs < 90_000)
      this.#say(at, `a letter left too soon after ${last}`);

    if (isNudge) this.#atNudge(entry, past);
  }

  #atNudge({ at, personId, enrolmentId, step }: Sent, past: PersonPast): void {
    const before = past.sent.filter((one) => one.enrolmentId === enrolmentId);
    const invitation = before.find((one) => one.step === "invitation");
    const nudges = before.length - (invitation === undefined ? 0 : 1);
    if (nudges >= 2) this.#say(at, `${personId} was reminded a third time`);
    if (invitation === undefined) {
      this.#say(at, `${personId} was reminded of nothing`);
      return;
    }
    const days = weekdaysBetween(this.#days.dayOf(invitation.at), this.#days.dayOf(at));
    const least = nudges === 0 ? 3 : 10;
    if (days < least) this.#say(at, `${personId} got the ${step} ${days} business days after the invitation`);
  }

  #atBooking({ at, personId, startsAt, endsAt }: Extract<Entry, { kind: "booked" }>): void {
    const clash = this.#meetings.find((one) => one.startsAt < endsAt && one.endsAt > startsAt);
    if (clash !== undefined) this.#say(at, `${personId} and ${clash.personId} were booked for one time, ${startsAt}`);
    this.#meetings.push({ personId, startsAt, endsAt });
  }

  #takeOut({ personId, startsAt }: { personId: string; startsAt: Instant }): void {
    const found = this.#meetings.findIndex((one) => one.personId === personId && one.startsAt === startsAt);
    if (found >= 0) this.#meetings.splice(found, 1);
  }

  atLook(agenda: Agenda, { items, people }: OwnerState, now: Instant): void {
    for (const { personId, kind, because } of agenda.duties) {
      if (because.length === 0 || because.some(({ text }) => text.trim() === ""))
        this.#say(now, `${kind} of ${personId} does not say why`);
    }
    for (const { state, decisions } of agenda.decided) {
      const source = state.person.encounter?.source.id;
      const own = decisions.find(({ satisfiedBy }) => satisfiedBy !== undefined && satisfiedBy.id === source);
      if (own !== undefined) this.#say(now, `the first encounter satisfied the ${own.kind} of ${state.person.id}`);
    }
    for (const enrolment of agenda.enrolments) {
      if (enrolment.state === "exited" && enrolment.endedAt > now)
        this.#say(now, `the sequence of ${enrolment.contactId} ended in the future`);
    }
    this.#atItems(agenda, items, people, now);
  }

  #atItems(
    { items: changed, queues, duties }: Agenda,
    items: OwnerState["items"],
    people: OwnerState["people"],
    now: Instant,
  ) {
    const stands = new Map(items.map((item) => [item.planItemId, item]));
    for (const item of changed) stands.set(item.planItemId, item);
    for (const item of stands.values()) {
      const isMet = item.state === "booked" || item.state === "took_place";
      if (isMet && this.#monthOf(item.startsAt) !== item.month.slice(0, 7))
        this.#say(now, `${item.meeting} ${item.number} of ${item.month} is filled by a meeting at ${item.startsAt}`);
      const isOpen = item.state === "open" || item.state === "inviting";
      const month = item.month.slice(0, 7);
      if (isOpen && month < this.#monthOf(now))
        this.#say(now, `${item.meeting} of ${item.month} is open after its month`);
      if (!isOpen || month !== this.#monthOf(now)) continue;
      const queue = queues.find((one) => one.item.planItemId === item.planItemId);
      const asks = duties.some(({ planItemId, state }) => planItemId === item.planItemId && state === "due");
      if (!asks && queue?.waits === undefined)
        this.#say(now, `${item.meeting} of ${item.month} asks nobody and does not say why`);
      if (queue?.waits?.rule === "R21.nobody") {
        const asked = new Set(
          duties.filter(({ planItemId }) => planItemId !== undefined).map(({ personId }) => personId),
        );
        this.#nobodyIsLeft(
          item,
          people.filter(({ person }) => !asked.has(person.id)),
          now,
        );
      }
    }
  }

  /** "Nobody is left" is wrong while somebody whom the owner has to meet was never written to since they were thanked. */
  #nobodyIsLeft(item: PlanItem, people: OwnerState["people"], now: Instant): void {
    const left = people.find(
      ({ person, enrolments, fits, letters }) =>
        person.status === "active" &&
        enrolments.length === 0 &&
        fits.includes(item.meeting) &&
        person.booked.length === 0 &&
        item.meeting !== "call" &&
        person.encounter !== undefined &&
        person.interactions.length === 1 + letters.length &&
        letters.every((one) => one.weight === "thank_you") &&
        hoursBetween(person.encounter.at, now) > 14 * 24 &&
        hoursBetween(person.encounter.at, now) < 85 * 24,
    );
    if (left !== undefined) this.#say(now, `${left.person.id} could be asked for the ${item.meeting}, and nobody is`);
  }

  atEnd(items: readonly PlanItem[], now: Instant): void {
    const open = items.find(
      ({ state, month }) => (state === "open" || state === "inviting") && month.slice(0, 7) < this.#monthOf(now),
    );
    if (open !== undefined) this.#say(now, `${open.meeting} of ${open.month} was never closed`);
  }

  #monthOf(at: Instant): string {
    return this.#days.dayOf(at).slice(0, 7);
  }

  #pastOf(personId: string): PersonPast {
    const known = this.#people.get(personId);
    if (known !== undefined) return known;
    const made: PersonPast = { sent: [] };
    this.#people.set(personId, made);
    return made;
  }

  #say(at: Instant, what: string): void {
    if (this.broken.length < brokenMax) this.broken.push(`seed ${this.#seed}, ${at}: ${what}`);
  }
}

function weekdaysBetween(from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (!isWeekend(addDays(day, 1))) count += 1;
  return count;
}
