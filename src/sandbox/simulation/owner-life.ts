/**
 * One owner's life with Rapport, drawn from a seed: they meet people, sit down on some days, approve most letters; people
 * answer by their habits, meet, cancel or stay away. The decisions are the product's own (`agendaOf`), nothing else is: no
 * database, no queue, no text. The same seed gives the same life.
 */
import type { Encounter } from "../../domain/contact/discover.ts";
import type { SentLetter } from "../../domain/draft/frequency.ts";
import { lettersLeftToday } from "../../domain/draft/frequency.ts";
import { afterPause, mayLeaveAt } from "../../domain/draft/sending-window.ts";
import type { ContactId, EnrolmentId, PlanItemId } from "../../domain/ids.ts";
import { type LocalDays, localDays } from "../../domain/local-days.ts";
import { type Agenda, agendaOf, type OwnerState } from "../../domain/plan/agenda.ts";
import type { Duty } from "../../domain/plan/duty.ts";
import type { Enrolment, EnrolmentAnswer } from "../../domain/plan/enrolment.ts";
import { evolveAnswered, evolveSent } from "../../domain/plan/evolve.ts";
import type { MeetingType, PlanItem, Quotas } from "../../domain/plan/plan.ts";
import { itemChanges } from "../../domain/plan/quotas.ts";
import type { PersonState } from "../../domain/plan/readiness.ts";
import { defaultPolicy, type Policy } from "../../domain/policy.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { Booked, ContactStatus, PersonHistory } from "../../domain/relationship/person.ts";
import {
  addDays,
  addMonths,
  after,
  before,
  firstOfMonth,
  type Instant,
  isWeekend,
  type PlainDate,
  type Zone,
} from "../../domain/time.ts";
import { people as cast, nameOf, newYork, type Persona, paris } from "../people.ts";
import { type Chance, chance } from "../random.ts";
import { type OwnerHabits, ownerHabits, type Reaction, reactionTo } from "../reactions.ts";
import { Watch } from "./invariants.ts";
import type { Entry, Life } from "./journal.ts";
import { Schedule } from "./schedule.ts";

export type LifeWish = {
  seed: number;
  days: number;
  /** The decisions, or a mutant of them that the invariants must catch. */
  decide?: typeof agendaOf;
};

const firstDay = "2027-01-04" as PlainDate;
const peopleCount = 12;
const zones: readonly Zone[] = [
  paris.zone,
  newYork.zone,
  ...["Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles"].map((name) => name as Zone),
];
const plans: readonly Quotas[] = [
  [{ meeting: "coffee", count: 2 }],
  [
    { meeting: "lunch", count: 1 },
    { meeting: "call", count: 2 },
  ],
];
const minutesOf: Readonly<Record<MeetingType, number>> = {
  coffee: 45,
  lunch: 75,
  call: 20,
  check_in: 15,
  advice_call: 10,
  group: 90,
};
const businessHours = { fromMinute: 9 * 60, untilMinute: 17 * 60, stepMinutes: 30 };
const daysPerMonth = 30.44;

/** A person as the simulation changes them; `state` is what decisions are shown. */
type Known = {
  persona: Persona;
  id: ContactId;
  draw: Chance;
  isFar: boolean;
  encounter: Encounter;
  interactions: Interaction[];
  booked: Booked[];
  enrolments: Enrolment[];
  letters: SentLetter[];
  status: ContactStatus;
  matchesTarget: boolean;
  /** Made anew when something changed. */
  state?: PersonState;
};

export function liveOneOwner({ seed, days, decide = agendaOf }: LifeWish): Life {
  return new OwnerLife(seed, days, decide).live();
}

class OwnerLife {
  readonly #seed: number;
  readonly #decide: typeof agendaOf;
  readonly #zone: Zone;
  readonly #days: LocalDays;
  readonly #policy: Policy;
  readonly #habits: OwnerHabits;
  readonly #quotas: Quotas;
  readonly #draw: Chance;
  readonly #schedule = new Schedule();
  readonly #startsAt: Instant;
  readonly #endsAt: Instant;
  readonly #known = new Map<ContactId, Known>();
  readonly #entries: Entry[] = [];
  readonly #waiting = new Set<string>();
  readonly #sentAt: Instant[] = [];
  readonly #watch: Watch;
  #items: PlanItem[] = [];
  /** The last one, as long as nothing happened since. */
  #agenda: Agenda | undefined;
  #ids = 0;

  constructor(seed: number, days: number, decide: typeof agendaOf) {
    this.#seed = seed;
    this.#decide = decide;
    this.#draw = chance(seed, "owner");
    this.#zone = this.#draw.pick(zones);
    this.#days = localDays(this.#zone);
    this.#policy = defaultPolicy(this.#zone);
    this.#habits = ownerHabits(chance(seed, "habits"));
    this.#quotas = this.#draw.pick(plans);
    this.#startsAt = this.#days.startOf(firstDay);
    this.#endsAt = this.#days.startOf(addDays(firstDay, days));
    this.#watch = new Watch(seed, this.#zone, (id) => this.#zoneOf(id));
  }

  live(): Life {
    this.#planEncounters();
    this.#planMonths();
    this.#planSittings();
    this.#planOwnMeetings();
    this.#schedule.runUntil(before(this.#endsAt, { milliseconds: 1 }));
    this.#look(this.#endsAt);
    this.#watch.atEnd(this.#items, this.#endsAt);
    return { seed: this.#seed, entries: this.#entries, items: this.#items, broken: this.#watch.broken };
  }

  #planEncounters(): void {
    const draw = chance(this.#seed, "encounters");
    const met = draw.some(cast, peopleCount);
    const spreadDays = Math.max(1, Math.round((peopleCount / this.#habits.encountersPerMonth) * daysPerMonth));
    for (const persona of met) {
      const day = addDays(firstDay, draw.whole(0, spreadDays));
      const at = this.#days.at(day, draw.whole(9, 20) * 60);
      this.#schedule.plan(at, () => this.#meetFirst(persona, at, draw.happens(0.6)));
    }
  }

  #meetFirst(persona: Persona, at: Instant, isOneToOne: boolean): void {
    const id = `contact-${persona.key}` as ContactId;
    const endedAt = after(at, { minutes: 45 });
    const others = isOneToOne ? 1 : 3;
    const source = { kind: "event", id: this.#newId("event") } as const;
    const { title } = persona.met;
    this.#known.set(id, {
      persona,
      id,
      draw: chance(this.#seed, "person", persona.key),
      isFar: persona.town.zone !== this.#zone,
      encounter: {
        at: endedAt,
        metOn: this.#days.dayOf(endedAt),
        where: title,
        channel: "event",
        others,
        source,
      },
      interactions: [
        { at, endsAt: endedAt, mode: "in_person", direction: "mutual", depth: "conversation", others, source, title },
      ],
      booked: [],
      enrolments: [],
      letters: [],
      status: "active",
      matchesTarget: this.#draw.happens(0.2),
    });
    this.#agenda = undefined;
    this.#note({ kind: "encounter", at: endedAt, personId: id, endedAt });
  }

  #planMonths(): void {
    for (let month = firstOfMonth(firstDay); this.#days.startOf(month) < this.#endsAt; month = addMonths(month, 1)) {
      const at = this.#days.startOf(month);
      this.#schedule.plan(at < this.#startsAt ? this.#startsAt : at, () => {
        const { added } = itemChanges(
          { month, quotas: this.#quotas },
          this.#items,
          () => this.#newId("item") as PlanItemId,
        );
        this.#items = [...this.#items, ...added];
        this.#agenda = undefined;
      });
    }
  }

  #planSittings(): void {
    const draw = chance(this.#seed, "sittings");
    for (let day = firstDay; this.#days.startOf(day) < this.#endsAt; day = addDays(day, 1)) {
      if (isWeekend(day) || !draw.happens(this.#habits.sitsShare)) continue;
      const at = this.#days.at(day, this.#habits.sitsAtMinute);
      this.#schedule.plan(at, (now) => this.#sit(now));
    }
  }

  /** Meetings that the owner arranges without Rapport, with people they know by then. */
  #planOwnMeetings(): void {
    const draw = chance(this.#seed, "own meetings");
    const share = this.#habits.ownMeetingsPerMonth / daysPerMonth;
    for (let day = firstDay; this.#days.startOf(day) < this.#endsAt; day = addDays(day, 1)) {
      if (isWeekend(day) || !draw.happens(share)) continue;
      this.#schedule.plan(this.#days.at(day, 8 * 60), (now) => {
        const free = [...this.#known.values()].filter(
          ({ booked, status }) => booked.length === 0 && status === "active",
        );
        if (free.length === 0) return;
        const one = draw.pick(free);
        const startsAt = this.#freeStart(now, draw.number(), 45);
        if (startsAt !== undefined) this.#book(one, startsAt, one.isFar ? "call" : "coffee", now, true);
      });
    }
  }

  /** The owner looks at what is due and approves most of it. */
  #sit(now: Instant): void {
    const agenda = this.#look(now);
    for (const duty of agenda.duties) {
      if (duty.state !== "due") continue;
      const one = this.#known.get(duty.personId as ContactId)!;
      const key = `${duty.personId} ${duty.kind} ${duty.step ?? ""} ${one.enrolments.length}`;
      if (this.#waiting.has(key)) continue;
      if (duty.way === "call") this.#call(one, now);
      else if (duty.way === "post") this.#post(one, now);
      else this.#propose(duty, one, key, now);
    }
  }

  #propose(duty: Duty, one: Known, key: string, now: Instant): void {
    // Of the two suggestions few are taken up.
    const share = duty.kind === "revive" && duty.planItemId === undefined ? 0.1 : this.#habits.approvesShare;
    this.#note({ kind: "proposed", at: now, personId: one.id, duty: duty.kind, ...stepIn(duty) });
    if (!one.draw.happens(share)) return;
    this.#note({ kind: "approved", at: now, personId: one.id, duty: duty.kind, ...stepIn(duty) });
    this.#waiting.add(key);
    this.#leave(duty, one, key, after(now, { seconds: this.#policy.letters.undoSeconds }));
  }

  /** The letter leaves in the reader's hours, behind the letters before it, after one more look. */
  #leave(duty: Duty, one: Known, key: string, from: Instant): void {
    const at = mayLeaveAt(
      {
        isThankYou: duty.kind === "thank_you",
        zone: one.persona.town.zone,
        ...(duty.deadlineAt !== undefined && { deadlineAt: duty.deadlineAt }),
      },
      this.#policy,
      from,
    );
    if (at === undefined) throw new Error("the policy leaves no hour for letters");
    this.#schedule.plan(at, (now) => {
      const last = this.#sentAt.at(-1);
      const earliest = last === undefined ? now : afterPause(last, one.draw.number(), this.#policy);
      if (earliest > now) return this.#leave(duty, one, key, earliest);
      if (lettersLeftToday(this.#sentAt, this.#policy, now) === 0) {
        return this.#leave(duty, one, key, this.#days.startOf(addDays(this.#days.dayOf(now), 1)));
      }
      this.#waiting.delete(key);
      const still = this.#look(now).duties.find(
        ({ personId, kind, step, state, way }) =>
          personId === duty.personId && kind === duty.kind && step === duty.step && state === "due" && way === "letter",
      );
      if (still === undefined)
        return this.#note({ kind: "withdrawn", at: now, personId: one.id, duty: duty.kind, ...stepIn(duty) });
      this.#send(still, one, now);
    });
  }

  #send(duty: Duty, one: Known, now: Instant): void {
    const { kind, step } = duty;
    const weight =
      kind === "thank_you" ? "thank_you" : step === "nudge" || step === "closing_note" ? "nudge" : "unsolicited";
    one.letters.push({ at: now, weight });
    one.interactions.push(mail("outbound", now, this.#newId("logged")));
    if (step !== undefined) {
      const letter = { contactId: one.id, kind, step, mode: "email", at: now } as const;
      const item = duty.planItemId === undefined ? {} : { planItemId: duty.planItemId };
      one.enrolments = evolveSent(
        one.enrolments,
        { ...letter, ...item },
        () => this.#newId("enrolment") as EnrolmentId,
      );
    }
    this.#sentAt.push(now);
    this.#changed(one);
    const enrolmentId = step === undefined ? undefined : one.enrolments.at(-1)?.enrolmentId;
    this.#note({
      kind: "sent",
      at: now,
      personId: one.id,
      duty: kind,
      ...stepIn(duty),
      ...(enrolmentId !== undefined && { enrolmentId }),
    });
    if (step !== undefined) this.#react(one, duty, reactionTo(one.persona, one.draw), now);
    else if (one.draw.happens(0.4)) this.#writeBack(one, now);
  }

  #writeBack(one: Known, now: Instant): void {
    this.#schedule.plan(after(now, { hours: 1 + 30 * one.draw.number() }), (at) => {
      one.interactions.push(mail("inbound", at, this.#newId("message")));
      this.#changed(one);
      this.#note({ kind: "wrote", at, personId: one.id });
    });
  }

  #react(one: Known, duty: Duty, reaction: Reaction, now: Instant): void {
    const later = (hours: number, happen: (at: Instant) => void) =>
      this.#schedule.plan(after(now, { hours: Math.max(0.02, hours) }), happen);
    switch (reaction.kind) {
      case "silence":
        break;
      case "bounce":
        later(0.02, (at) => this.#answer(one, { meaning: "bounce", at }));
        break;
      case "away": {
        const until = after(now, { days: reaction.awayDays });
        later(0.02, (at) => this.#answer(one, { meaning: "auto_away", at, until }));
        this.#schedule.plan(until, (at) => this.#react(one, duty, reaction.then, at));
        break;
      }
      case "accept":
        later(reaction.afterHours, (at) => this.#accept(one, duty, reaction.share, at));
        break;
      case "counter":
        later(reaction.afterHours, (at) => {
          this.#answer(one, { meaning: "counter", at });
          this.#accept(one, duty, Math.min(1, reaction.inDays / 14), after(at, { minutes: 1 }));
        });
        break;
      case "later":
        later(reaction.afterHours, (at) =>
          this.#answer(one, { meaning: "later", at, until: after(at, { days: reaction.days }) }),
        );
        break;
      case "decline":
        later(reaction.afterHours, (at) => this.#answer(one, { meaning: "decline", at }));
        break;
      case "opt_out":
        later(reaction.afterHours, (at) => {
          one.status = "blocked";
          this.#answer(one, { meaning: "opt_out", at });
        });
        break;
    }
  }

  #answer(one: Known, answer: EnrolmentAnswer): void {
    if (one.status === "blocked" && answer.meaning !== "opt_out") return;
    if (answer.meaning !== "auto_away" && answer.meaning !== "bounce")
      one.interactions.push(mail("inbound", answer.at, this.#newId("message")));
    one.enrolments = evolveAnswered(one.enrolments, answer);
    this.#changed(one);
    this.#note({ kind: "answered", at: answer.at, personId: one.id, meaning: answer.meaning });
  }

  /** A yes takes one of the free times, unless somebody else has the place by now: then the next open one is theirs. */
  #accept(one: Known, duty: Duty, share: number, at: Instant): void {
    if (one.booked.length > 0) return;
    this.#look(at);
    const item = this.#items.find(({ planItemId }) => planItemId === one.enrolments.at(-1)?.planItemId);
    const isTaken = item !== undefined && item.state !== "open" && item.state !== "inviting";
    const meeting = duty.meeting ?? (one.isFar ? "call" : "coffee");
    const startsAt = isTaken ? undefined : this.#freeStart(at, share, minutesOf[meeting]);
    this.#answer(one, { meaning: "accept", at, ...(startsAt !== undefined && { startsAt }) });
    if (startsAt !== undefined && one.status !== "blocked") this.#book(one, startsAt, meeting, at, false);
  }

  /** A free start between the lead time and the horizon, in the owner's business hours: the first after `share` of them. */
  #freeStart(now: Instant, share: number, minutes: number): Instant | undefined {
    const { leadHours, horizonDays } = this.#policy.offers;
    const earliest = after(now, { hours: leadHours });
    const days = horizonDays - 2;
    const firstOffset = Math.floor(share * days);
    for (let offset = firstOffset; offset < horizonDays; offset += 1) {
      const day = addDays(this.#days.dayOf(earliest), offset);
      if (isWeekend(day)) continue;
      for (
        let minute = businessHours.fromMinute;
        minute <= businessHours.untilMinute;
        minute += businessHours.stepMinutes
      ) {
        const startsAt = this.#days.at(day, minute);
        const endsAt = after(startsAt, { minutes });
        if (startsAt >= earliest && !this.#isBusy(startsAt, endsAt)) return startsAt;
      }
    }
    return undefined;
  }

  #isBusy(startsAt: Instant, endsAt: Instant): boolean {
    for (const { booked } of this.#known.values()) {
      if (booked.some((one) => one.startsAt < endsAt && one.endsAt! > startsAt)) return true;
    }
    return false;
  }

  #book(one: Known, startsAt: Instant, meeting: MeetingType, now: Instant, byHand: boolean): void {
    const endsAt = after(startsAt, { minutes: minutesOf[meeting] });
    const isCall = meeting === "call" || meeting === "check_in" || meeting === "advice_call";
    const mode = isCall ? "video" : "in_person";
    const eventId = this.#newId("event");
    one.booked.push({ eventId, startsAt, endsAt, mode, others: 1, title: meeting });
    this.#changed(one);
    this.#note({ kind: "booked", at: now, personId: one.id, startsAt, endsAt, byHand });
    const { cancelledShare, noShowShare } = this.#habits;
    const dayBefore = before(startsAt, { hours: 20 });
    if (dayBefore > now && one.draw.happens(cancelledShare)) {
      this.#schedule.plan(dayBefore, (at) => {
        this.#unbook(one, eventId);
        this.#note({ kind: "cancelled", at, personId: one.id, startsAt });
        this.#look(at);
      });
      return;
    }
    const comes = !one.draw.happens(noShowShare);
    this.#schedule.plan(endsAt, (at) => {
      this.#unbook(one, eventId);
      if (comes) {
        const source = { kind: "event", id: eventId } as const;
        const talk = { at: startsAt, endsAt, mode, direction: "mutual", depth: "conversation", others: 1 } as const;
        one.interactions.push({ ...talk, source, title: meeting });
        this.#changed(one);
      }
      this.#note({ kind: comes ? "met" : "no_show", at, personId: one.id, startsAt });
    });
  }

  #unbook(one: Known, eventId: string): void {
    one.booked = one.booked.filter((booked) => booked.eventId !== eventId);
    this.#changed(one);
  }

  #call(one: Known, now: Instant): void {
    const talked = one.draw.happens(0.35);
    const source = { kind: "logged", id: this.#newId("logged") } as const;
    const base = { at: now, mode: "phone", others: 1, source } as const;
    one.interactions.push(
      talked
        ? { ...base, endsAt: after(now, { minutes: 15 }), direction: "mutual", depth: "conversation" }
        : { ...base, direction: "outbound", depth: "touch" },
    );
    this.#changed(one);
    this.#note({ kind: "called", at: now, personId: one.id, talked });
  }

  #post(one: Known, now: Instant): void {
    const source = { kind: "logged", id: this.#newId("logged") } as const;
    one.interactions.push({ at: now, mode: "post", direction: "outbound", depth: "touch", others: 1, source });
    this.#changed(one);
  }

  /**
   * What is due, decided anew when something happened or when the last agenda said that it would read differently, as the
   * product does: a clock that names no next change goes silent here too. Keeps what became of sequences and items, and
   * holds it against the invariants.
   */
  #look(now: Instant): Agenda {
    const known = this.#agenda;
    if (known !== undefined && (known.changesAt === undefined || now < known.changesAt)) return known;
    const state: OwnerState = {
      people: [...this.#known.values()].map((one) => this.#stateOf(one)),
      items: this.#items,
      holidays: new Set(),
    };
    const agenda = this.#decide(state, this.#policy, now);
    for (const enrolment of agenda.enrolments) {
      const one = this.#known.get(enrolment.contactId)!;
      one.enrolments = one.enrolments.map((known) => (known.enrolmentId === enrolment.enrolmentId ? enrolment : known));
      this.#changed(one);
    }
    if (agenda.items.length > 0) {
      const changed = new Map(agenda.items.map((item) => [item.planItemId, item]));
      this.#items = this.#items.map((item) => changed.get(item.planItemId) ?? item);
    }
    this.#watch.atLook(agenda, state, now);
    this.#agenda = agenda;
    return agenda;
  }

  #stateOf(one: Known): PersonState {
    one.state ??= {
      person: this.#historyOf(one),
      enrolments: one.enrolments,
      letters: [...one.letters],
      fits: one.isFar ? ["call", "check_in"] : ["coffee", "lunch", "call", "check_in"],
      isUnlocked: true,
      matchesTarget: one.matchesTarget,
      phone: "+33 1 55 50 00 00",
    };
    return one.state;
  }

  #historyOf({ id, persona, status, encounter, interactions, booked, isFar }: Known): PersonHistory {
    return {
      id,
      name: nameOf(persona),
      status,
      encounter,
      interactions: [...interactions],
      booked: [...booked],
      knownSince: encounter.at,
      isFar,
    };
  }

  #changed(one: Known): void {
    delete one.state;
    this.#agenda = undefined;
  }

  #note(entry: Entry): void {
    this.#entries.push(entry);
    this.#watch.atEntry(entry);
  }

  #zoneOf(personId: string): Zone {
    return this.#known.get(personId as ContactId)?.persona.town.zone ?? this.#zone;
  }

  #newId(noun: string): string {
    this.#ids += 1;
    return `${noun}-${this.#ids}`;
  }
}

const stepIn = ({ step }: Duty) => (step === undefined ? {} : { step });

const mail = (direction: "inbound" | "outbound", at: Instant, id: string): Interaction => ({
  at,
  mode: "email",
  direction,
  depth: "touch",
  others: 1,
  source: { kind: direction === "inbound" ? "message" : "logged", id },
});

/** For the hash of a life: everything that happened, as text. */
export const sayLife = ({ entries, items }: Pick<Life, "entries" | "items">): string =>
  JSON.stringify([entries, items.map(({ because: _, ...item }) => item)]);
