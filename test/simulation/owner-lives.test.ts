/**
 * Lives of invented owners under the product's own decisions, held against what must hold in every life. RAPPORT_SEED
 * tries others; `rapport simulate --seed S` lives one again.
 */
import { describe, expect, test } from "vitest";
import { agendaOf, type OwnerState } from "../../src/domain/plan/agenda.ts";
import { type Policy, policySchema } from "../../src/domain/policy.ts";
import { after, type Instant, utc } from "../../src/domain/time.ts";
import type { Funnel } from "../../src/sandbox/simulation/journal.ts";
import { liveOneOwner } from "../../src/sandbox/simulation/owner-life.ts";
import * as simulate from "../../src/verbs/simulate.ts";
import { printedJson } from "../support/verb.ts";

const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
const owners = 300;
const days = 365;

type Simulated = { owners: number; funnel: Funnel; broken: string[]; hash: string };

const simulated = (...args: string[]) => printedJson<Simulated>(simulate, ...args);

test(`${owners} owners' years from seed ${firstSeed}: nothing that must hold is broken (R14–R21, R45)`, {
  timeout: 120_000,
}, async () => {
  const years = ["--owners", `${owners}`, "--days", `${days}`, "--seed", `${firstSeed}`];
  const { broken, funnel, owners: lived } = await simulated(...years);
  expect(broken).toEqual([]);
  expect(lived).toBe(owners);
  // People were met, asked, and said yes: a simulation in which nothing happens proves nothing.
  expect(funnel.met).toBeGreaterThan(owners * 10);
  expect(funnel.held / funnel.planned).toBeGreaterThan(0.4);
});

test("the same seeds give the same lives", async () => {
  const again = ["--owners", "15", "--days", "200", "--seed", `${firstSeed}`];
  const [one, other] = [await simulated(...again), await simulated(...again)];
  expect(one.hash).toBe(other.hash);
});

type Mutant = (owner: OwnerState, policy: Policy, now: Instant) => ReturnType<typeof agendaOf>;

const withPolicy =
  (change: (policy: Policy) => object): Mutant =>
  (owner, policy, now) =>
    agendaOf(owner, policySchema.parse({ ...policy, ...change(policy) }), now);

const withPeople =
  (change: (state: OwnerState["people"][number]) => OwnerState["people"][number]): Mutant =>
  (owner, policy, now) =>
    agendaOf({ ...owner, people: owner.people.map(change) }, policy, now);

/** What somebody could break without noticing, and the words by which it is noticed. */
const mutants: readonly { name: string; decide: Mutant; caught: RegExp }[] = [
  {
    name: "no limit on asks",
    decide: withPolicy(({ letters }) => ({ letters: { ...letters, gapDays: 1, perQuarterMax: 90, restDays: 1 } })),
    caught: /two letters within 7 days|fifth letter/,
  },
  {
    name: "one hour off at 48 hours",
    decide: withPolicy(({ thankYou }) => ({ thankYou: { ...thankYou, deadlineHours: 49 } })),
    caught: /thanked more than 48 hours/,
  },
  {
    name: "a reminder after no",
    decide: withPeople((state) => ({
      ...state,
      enrolments: state.enrolments.map((one) => ({
        ...one,
        answers: one.answers.filter(({ meaning }) => meaning !== "decline"),
      })),
      person: {
        ...state.person,
        interactions: state.person.interactions.filter(({ direction }) => direction !== "inbound"),
      },
    })),
    caught: /after a no/,
  },
  {
    name: "the first encounter satisfies",
    decide: withPeople((state) => {
      const { encounter, interactions } = state.person;
      if (encounter === undefined) return state;
      const first = interactions.map((one) =>
        one.source.id === encounter.source.id
          ? { ...one, at: encounter.at, endsAt: after(encounter.at, { milliseconds: 1 }), others: 1 }
          : one,
      );
      return { ...state, person: { ...state.person, interactions: first } };
    }),
    caught: /first encounter satisfied/,
  },
  {
    name: "the month by UTC",
    decide: (owner, policy, now) => agendaOf(owner, { ...policy, zone: utc }, now),
    caught: /filled by a meeting at|open after its month|asks nobody/,
  },
  {
    name: "reminders a day early",
    decide: withPolicy(({ letters }) => ({ letters: { ...letters, nudgeBusinessDays: [2, 9] } })),
    caught: /business days after the invitation/,
  },
  {
    name: "letters after a stop",
    decide: withPeople((state) => ({
      ...state,
      person: { ...state.person, status: "active" },
      enrolments: state.enrolments.map((one) => ({ ...one, answers: [] })),
    })),
    caught: /after saying stop/,
  },
];

describe("what somebody could break is noticed", () => {
  test.each(mutants)("$name", { timeout: 60_000 }, ({ decide, caught }) => {
    const said: string[] = [];
    for (let seed = 1; seed <= 60 && !said.some((one) => caught.test(one)); seed += 1) {
      said.push(...liveOneOwner({ seed, days: 120, decide }).broken);
    }
    expect(said.join("\n")).toMatch(caught);
  });
});
