/**
 * A month lived through with the pure functions alone: the owner does what the agenda proposes on the days that are told,
 * people answer when they are told to. Nothing is stored; what was sent and said is kept in the state handed in next time.
 */
import type { ContactId, EnrolmentId, PlanItemId } from "../../../src/domain/ids.ts";
import { type Agenda, agendaOf, type OwnerState } from "../../../src/domain/plan/agenda.ts";
import type { Duty } from "../../../src/domain/plan/duty.ts";
import type { ReplyClass } from "../../../src/domain/plan/enrolment.ts";
import { evolveAnswered, evolveSent } from "../../../src/domain/plan/evolve.ts";
import type { PlanItem } from "../../../src/domain/plan/plan.ts";
import { itemChanges } from "../../../src/domain/plan/quotas.ts";
import type { PersonState } from "../../../src/domain/plan/readiness.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import type { Booked } from "../../../src/domain/relationship/person.ts";
import type { PlainDate } from "../../../src/domain/time.ts";
import { inParis, priya, talk, policy as usual } from "../relationship/history.ts";

/** An old friend of the owner's: talked with often, last on that day; nothing is due but what the plan asks for. */
export const friend = (name: string, lastTalk: string, talks = 1, facts: Partial<PersonState> = {}): PersonState => {
  const { encounter: _, ...person } = priya();
  return {
    person: {
      ...person,
      id: name.toLowerCase(),
      name,
      interactions: Array.from({ length: talks }, () => talk(lastTalk)),
    },
    enrolments: [],
    letters: [],
    fits: ["coffee", "lunch", "call", "check_in"],
    isUnlocked: true,
    matchesTarget: false,
    ...facts,
  };
};

export class Month {
  readonly policy: Policy;
  people: Map<string, PersonState>;
  items: PlanItem[];
  holidays: ReadonlySet<PlainDate> = new Set();
  #ids = 0;

  constructor(
    people: readonly PersonState[],
    quotas: { coffee?: number; lunch?: number; call?: number; advice_call?: number },
    policy = usual,
  ) {
    this.policy = policy;
    this.people = new Map(people.map((one) => [one.person.id, one]));
    const wanted = Object.entries(quotas).map(([meeting, count]) => ({ meeting: meeting as "coffee", count }));
    const plan = { month: "2026-11-01" as PlainDate, quotas: wanted };
    this.items = itemChanges(plan, [], () => this.#id<PlanItemId>("item")).added;
  }

  #id<Id extends string>(noun: string): Id {
    this.#ids += 1;
    return `${noun}${this.#ids}` as Id;
  }

  state(): OwnerState {
    return { people: [...this.people.values()], items: this.items, holidays: this.holidays };
  }

  /** Looks, and keeps what the agenda says about items and sequences, as the flow does. */
  look(when: string): Agenda {
    const agenda = agendaOf(this.state(), this.policy, inParis(when));
    for (const item of agenda.items)
      this.items = this.items.map((one) => (one.planItemId === item.planItemId ? item : one));
    for (const enrolment of agenda.enrolments) {
      this.change(enrolment.contactId, ({ enrolments, ...rest }) => ({
        ...rest,
        enrolments: enrolments.map((one) => (one.enrolmentId === enrolment.enrolmentId ? enrolment : one)),
      }));
    }
    return agenda;
  }

  /** The letters and calls of the plan and its sequences that are proposed: "priya invitation". */
  proposed(when: string): string[] {
    return this.look(when)
      .duties.filter(({ state, planItemId }) => state === "due" && planItemId !== undefined)
      .map(({ personId, step, way }) => `${personId} ${way === "letter" ? step : way}`)
      .sort();
  }

  /** The owner sends everything that is proposed to these people. */
  send(when: string, ...names: string[]): void {
    const due = this.look(when).duties.filter(
      (duty) => duty.state === "due" && duty.step !== undefined && names.includes(duty.personId),
    );
    if (due.length < names.length)
      throw new Error(`not proposed on ${when}: ${names} (${due.map(({ personId }) => personId)})`);
    for (const duty of due) this.#sendOne(when, duty);
  }

  #sendOne(when: string, { personId, kind, planItemId, step }: Duty): void {
    const at = inParis(when);
    this.change(personId, ({ enrolments, letters, ...rest }) => ({
      ...rest,
      letters: [...letters, { at, weight: step === "invitation" ? "unsolicited" : "nudge" }],
      enrolments: evolveSent(
        enrolments,
        {
          contactId: personId as ContactId,
          kind,
          step: step ?? "invitation",
          mode: "email",
          at,
          ...(planItemId !== undefined && { planItemId }),
        },
        () => this.#id<EnrolmentId>("enrolment"),
      ),
    }));
  }

  answer(when: string, name: string, meaning: ReplyClass, more: { until?: string; startsAt?: string } = {}): void {
    this.change(name, ({ enrolments, ...rest }) => ({
      ...rest,
      enrolments: evolveAnswered(enrolments, {
        meaning,
        at: inParis(when),
        ...(more.until !== undefined && { until: inParis(more.until) }),
        ...(more.startsAt !== undefined && { startsAt: inParis(more.startsAt) }),
      }),
    }));
  }

  happens(name: string, interaction: Interaction): void {
    this.change(name, ({ person, ...rest }) => ({
      ...rest,
      person: { ...person, interactions: [...person.interactions, interaction] },
    }));
  }

  /** What stands in the calendar with a person from now on. */
  calendar(name: string, ...booked: Booked[]): void {
    this.change(name, ({ person, ...rest }) => ({ ...rest, person: { ...person, booked } }));
  }

  change(name: string, change: (state: PersonState) => PersonState): void {
    this.people.set(name, change(this.people.get(name)!));
  }

  /** "coffee 1 took_place, coffee 2 open" */
  says(when: string): string {
    this.look(when);
    return this.items.map(({ meeting, number, state }) => `${meeting} ${number} ${state}`).join(", ");
  }

  lettersTo(name: string): number {
    return this.people.get(name)!.enrolments.reduce((sum, { steps }) => sum + steps.length, 0);
  }

  ended(name: string): string {
    const last = this.people.get(name)!.enrolments.at(-1);
    return last?.state === "exited" ? last.exitReason : (last?.state ?? "never asked");
  }
}

export const coffeeOn = (day: string, facts: Partial<Booked> = {}): Booked => ({
  eventId: `coffee ${day}`,
  startsAt: inParis(`${day} 10:00`),
  endsAt: inParis(`${day} 10:45`),
  mode: "in_person",
  others: 1,
  title: "Coffee",
  ...facts,
});
