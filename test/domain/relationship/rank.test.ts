import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ranked, rank } from "../../../src/domain/relationship/rank.ts";
import { measuredDays, type UrgencyInputs, urgency } from "../../../src/domain/relationship/urgency.ts";
import { after, before } from "../../../src/domain/time.ts";
import { inParis, policy } from "./history.ts";

const now = inParis("2027-01-15 08:30");
const inHours = (hours: number) => after(now, { hours });

/** Twelve people in the order in which they should be named; each stands before the next for the reason given. */
const twelve: readonly (Ranked & { because: string })[] = [
  { id: "ana", deadlineAt: inHours(0), urgency: 0, closeness: 0, because: "a deadline at this very moment" },
  {
    id: "bo",
    deadlineAt: inHours(3),
    urgency: 0,
    closeness: 0,
    because: "the nearest deadline, however little urgent",
  },
  { id: "cem", deadlineAt: inHours(20), urgency: 9, closeness: 1, because: "a later deadline" },
  { id: "dan", deadlineAt: inHours(48), urgency: 8, closeness: 90, because: "the last moment that counts as hard" },
  { id: "eva", deadlineAt: inHours(49), urgency: 30, closeness: 5, because: "past 48 hours only urgency counts" },
  { id: "fay", urgency: 20, closeness: 5, because: "urgency" },
  {
    id: "gus",
    deadlineAt: before(now, { hours: 1 }),
    urgency: 19,
    closeness: 99,
    because: "a deadline that passed is no deadline",
  },
  { id: "hal", urgency: 2, closeness: 80, because: "equally urgent, closer" },
  { id: "ida", urgency: 2, closeness: 10, because: "equally urgent, less close" },
  { id: "jon", urgency: 0.5, closeness: 99, because: "less urgent, however close" },
  { id: "kim", urgency: 0, closeness: 0, because: "all equal: the id decides" },
  { id: "lou", urgency: 0, closeness: 0, because: "all equal: the id decides" },
];

test.each(twelve.slice(1).map((next, at) => ({ one: twelve[at] ?? next, next })))(
  "$one.id stands before $next.id: $next.because (R9a)",
  ({ one, next }) => expect(rank([next, one], now).map((item) => item.id)).toEqual([one.id, next.id]),
);

test("the order does not depend on the order of asking (R9a)", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...twelve], { minLength: 12 }), (shuffled) => {
      expect(rank(shuffled, now).map((item) => item.id)).toEqual(twelve.map((item) => item.id));
    }),
  );
});

const late: UrgencyInputs = {
  decision: { kind: "check_in", dueAt: before(now, { days: 15 }) },
  cadenceDays: 30,
  hasOpenPlanItem: false,
  matchesTarget: false,
  rollovers: 0,
};

test.each`
  what                           | inputs                                                                                                                                 | value   | rules
  ${"15 days late of 30"}        | ${late}                                                                                                                                | ${0.5}  | ${["R9a.overdue"]}
  ${"not due yet"}               | ${{ ...late, decision: { kind: "check_in", dueAt: after(now, { days: 9 }) } }}                                                         | ${0}    | ${[]}
  ${"never due"}                 | ${{ ...late, decision: { kind: "check_in" } }}                                                                                         | ${0}    | ${[]}
  ${"an open place in the plan"} | ${{ ...late, hasOpenPlanItem: true }}                                                                                                  | ${1.5}  | ${["R9a.overdue", "R9a.plan"]}
  ${"a target match (R5)"}       | ${{ ...late, matchesTarget: true }}                                                                                                    | ${1}    | ${["R9a.overdue", "R9a.target"]}
  ${"put off twice"}             | ${{ ...late, rollovers: 2 }}                                                                                                           | ${1}    | ${["R9a.overdue", "R9a.rollover"]}
  ${"a thank-you, a day old"}    | ${{ ...late, cadenceDays: 2, decision: { kind: "thank_you", dueAt: before(now, { days: 1 }), deadlineAt: after(now, { days: 1 }) } }}  | ${5.5}  | ${["R9a.overdue", "R9a.thank_you"]}
  ${"a thank-you too late"}      | ${{ ...late, cadenceDays: 2, decision: { kind: "thank_you", dueAt: before(now, { days: 3 }), deadlineAt: before(now, { days: 1 }) } }} | ${1.5}  | ${["R9a.overdue"]}
  ${"warned twice of day 90"}    | ${{ ...late, cadenceDays: 90, decision: { kind: "meet_by", dueAt: before(now, { days: 45 }), warnings: 2 } }}                          | ${20.5} | ${["R9a.overdue", "R9a.meet_by"]}
`("$what: $value (R9a)", ({ inputs, value, rules }) => {
  const result = urgency(inputs, policy, now);
  expect(result.value).toBe(value);
  expect(result.because.map((reason) => reason.rule)).toEqual(rules);
});

test("delay is measured by the duty's own span, or by the cadence", () => {
  expect(measuredDays({ kind: "thank_you" }, undefined, policy)).toBe(2);
  expect(measuredDays({ kind: "check_in" }, undefined, policy)).toBe(30);
  expect(measuredDays({ kind: "check_in" }, 14, policy)).toBe(14);
  expect(measuredDays({ kind: "meet_by" }, 14, policy)).toBe(90);
});
