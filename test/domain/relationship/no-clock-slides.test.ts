/**
 * The reminder defects of other systems (requirements §5), shown absent over 400 days and every zone: silent between two
 * changes of the clock, sliding for ever, a month of 30 days, a day of another zone. The expected days are plain sums over
 * the calendar; which day it is somewhere is asked of Intl alone.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactId, EnrolmentId } from "../../../src/domain/ids.ts";
import type { Enrolment } from "../../../src/domain/plan/enrolment.ts";
import { sequenceOf } from "../../../src/domain/plan/sequence.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import { type Decision, decideFollowUps } from "../../../src/domain/relationship/decide.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import {
  addMonths,
  after,
  before,
  type Instant,
  instantOf,
  millisOf,
  type PlainDate,
  type Zone,
} from "../../../src/domain/time.ts";
import { intlChangesIn, intlOffsetMs } from "../../support/zone-oracle.ts";
import { encounter, priya } from "./history.ts";

const zones = Intl.supportedValuesOf("timeZone") as Zone[];
const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 0, 1);
const daysAhead = 400;

/** The day on the wall of a zone, by Intl. */
const dayThere = (zone: Zone, at: Instant): PlainDate =>
  new Date(millisOf(at) + intlOffsetMs(zone, millisOf(at))).toISOString().slice(0, 10) as PlainDate;

const plus = (day: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10) as PlainDate;

/** A Saturday or Sunday rolls on to Monday. */
function orMonday(day: PlainDate): PlainDate {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? plus(day, 2) : weekday === 0 ? plus(day, 1) : day;
}

const metAt = (at: Instant, facts: Partial<PersonHistory> = {}): PersonHistory =>
  priya({ encounter: encounter({ at, channel: "event" }), interactions: [], ...facts });

const pick = (person: PersonHistory, zone: Zone, now: Instant, kind: Decision["kind"]): Decision =>
  decideFollowUps(person, defaultPolicy(zone), now).find((one) => one.kind === kind)!;

/** Due from the first instant of its day there: waiting one millisecond before, due at it, and the same day whenever asked. */
function expectDueOn(person: PersonHistory, zone: Zone, met: Instant, kind: Decision["kind"], dueOn: PlainDate): void {
  const { dueAt, outcome } = pick(person, zone, met, kind);
  if (dueAt === undefined) throw new Error(`${kind} has no due time in ${zone}`);
  const at = `${kind} in ${zone}, met ${met}`;
  expect([at, dayThere(zone, dueAt), dayThere(zone, before(dueAt, { milliseconds: 1 })) < dueOn]).toEqual([
    at,
    dueOn,
    true,
  ]);
  expect([at, outcome]).toEqual([at, "wait"]);
  expect([at, pick(person, zone, before(dueAt, { milliseconds: 1 }), kind).outcome]).toEqual([at, "wait"]);
  expect([at, pick(person, zone, dueAt, kind).outcome]).toEqual([at, "due"]);
  expect(pick(person, zone, after(dueAt, { hours: 30 }), kind).dueAt).toBe(dueAt);
}

/** Two moments a zone, and the hours around each change of its clock: met there, or reminded there. */
function moments(zone: Zone, draws: readonly number[]): Instant[] {
  const changes = [2026, 2027].flatMap((year) => intlChangesIn(zone, year));
  const near = changes
    .slice(0, 4)
    .map((ms, index) => ms - 30 * dayMs * (index % 2) + (draws[0]! - 0.5) * 6 * 3_600_000);
  const random = draws.map((draw) => firstMs + draw * daysAhead * dayMs);
  return [...random, ...near].map((ms) => instantOf(Math.floor(ms)));
}

test("over 400 days in every zone the thirty days fall due on their day, and stay there (R16)", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 2 }), (draws) => {
      for (const zone of zones) {
        for (const met of moments(zone, draws)) {
          expectDueOn(metAt(met), zone, met, "check_in", orMonday(plus(dayThere(zone, met), 30)));
        }
      }
    }),
    { numRuns: 1 },
  );
});

describe("a wish to talk every so often (R7, R9)", () => {
  test.each`
    unit       | every | next
    ${"day"}   | ${14} | ${(day: PlainDate) => plus(day, 14)}
    ${"week"}  | ${2}  | ${(day: PlainDate) => plus(day, 14)}
    ${"month"} | ${1}  | ${(day: PlainDate) => addMonths(day, 1)}
    ${"year"}  | ${1}  | ${(day: PlainDate) => addMonths(day, 12)}
  `("every $every $unit: once, on its day, in every zone", ({ unit, every, next }) => {
    for (const [index, zone] of zones.entries()) {
      const met = instantOf(firstMs + ((index * 37) % daysAhead) * dayMs + ((index * 7919) % dayMs));
      const cadence = { every, unit, setOn: dayThere(zone, met) };
      expectDueOn(metAt(met, { cadence }), zone, met, "check_in", next(dayThere(zone, met)));
    }
  });

  test("never done, it is due day after day and never silent, through every change of the clock", () => {
    const zone = "America/Santiago" as Zone;
    const met = instantOf(Date.UTC(2026, 0, 31, 23, 30));
    const person = metAt(met, { cadence: { every: 14, unit: "day", setOn: "2026-01-31" as PlainDate } });
    const outcomes = Array.from(
      { length: daysAhead - 14 },
      (_, day) => pick(person, zone, after(met, { days: day + 15 }), "check_in").outcome,
    );
    expect(new Set(outcomes)).toEqual(new Set(["due", "overdue"]));
    expect(outcomes.indexOf("overdue")).toBe(outcomes.lastIndexOf("due") + 1);
  });

  test.each`
    anchor          | months | due
    ${"2026-01-31"} | ${1}   | ${"2026-02-28"}
    ${"2026-01-31"} | ${2}   | ${"2026-03-31"}
    ${"2026-08-31"} | ${6}   | ${"2027-02-28"}
  `("31 days are no month: $months months after $anchor is $due", ({ anchor, months, due }) => {
    const met = `${anchor}T12:00:00.000Z` as Instant;
    const cadence = { every: months, unit: "month" as const, setOn: anchor };
    expectDueOn(metAt(met, { cadence }), "UTC" as Zone, met, "check_in", due);
  });
});

test("48 hours are 48 hours over every change of the clock (R14)", () => {
  for (const zone of zones) {
    for (const changeMs of intlChangesIn(zone, 2026)) {
      const met = instantOf(changeMs - 24 * 3_600_000);
      expect(pick(metAt(met), zone, met, "thank_you").deadlineAt).toBe(instantOf(changeMs + 24 * 3_600_000));
    }
  }
});

/** So many weekdays later, counted one by one. */
function weekdaysLater(day: PlainDate, count: number): PlainDate {
  const next = plus(day, 1);
  const isWeekday = new Date(next).getUTCDay() % 6 !== 0;
  return count === 0 ? day : weekdaysLater(next, isWeekday ? count - 1 : count);
}

const monthEnd = (day: PlainDate): PlainDate =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10) as PlainDate;

/** By the month's end, or fourteen days later when fewer are left of it (R19). */
const somedayOn = (day: PlainDate): PlainDate =>
  orMonday(Date.parse(monthEnd(day)) - Date.parse(day) >= 14 * dayMs ? monthEnd(day) : plus(day, 14));

const letterAt = (at: Instant, direction: "inbound" | "outbound"): Interaction => ({
  at,
  mode: "email",
  direction,
  depth: "touch",
  others: 1,
  source: { kind: "message", id: at },
});

const said = (kind: "someday" | "job", saidAt: Instant): NonNullable<PersonHistory["facts"]>[number] => ({
  kind,
  text: kind === "job" ? "Head of Data at Globex" : "we should grab coffee",
  saidBy: "person",
  saidAt,
  factId: kind,
  ...(kind === "job" && { isNews: true }),
});

/** What stands at the beginning and the end of a day there: the clocks that are counted in days, from one moment of a life. */
function daysOf(
  zone: Zone,
  met: Instant,
): { what: string; at: Instant | undefined; on: PlainDate; edge: "first" | "last" }[] {
  const day = dayThere(zone, met);
  const thankedAt = after(met, { hours: 5 });
  const thanked = dayThere(zone, thankedAt);
  const lateness = after(met, { days: 61 });
  const meetBy = pick(metAt(met, { interactions: [letterAt(thankedAt, "outbound")] }), zone, thankedAt, "meet_by");
  const warned = pick(metAt(met), zone, lateness, "meet_by");
  const told = metAt(met, {
    facts: [said("someday", met), said("job", met)],
    brought: [{ name: "Sam Reed", at: met }],
  });
  const soon = after(met, { milliseconds: 1 });
  const [someday, role, referral] = (["someday", "role_change", "referral"] as const).map((kind) =>
    pick(told, zone, soon, kind),
  );
  const noShow = pick(metAt(met, { missed: { eventId: "e", title: "Coffee", at: met } }), zone, soon, "meet_by");
  const policy = defaultPolicy(zone);
  const asked: Enrolment = {
    enrolmentId: "e" as EnrolmentId,
    contactId: "priya" as ContactId,
    kind: "meet_by",
    steps: [{ step: "invitation", sentAt: met, mode: "email" }],
    answers: [],
    startedAt: met,
    state: "active",
  };
  const nudgeAt = (steps: Enrolment["steps"]): Instant | undefined => {
    const seen = { interactions: [], booked: [] };
    const { standing } = sequenceOf(
      { ...asked, steps },
      seen,
      { policy, holidays: new Set() },
      after(met, { days: 9 }),
    );
    return standing.kind === "waiting" ? standing.next?.dueAt : undefined;
  };
  const reminded = { step: "nudge" as const, sentAt: after(met, { days: 6 }), mode: "email" as const };
  const reminder = nudgeAt([...asked.steps, reminded]);
  const spaced = weekdaysLater(dayThere(zone, reminded.sentAt), 3);
  const lastOn = weekdaysLater(day, 10);
  return [
    { what: "R17 due", at: meetBy.dueAt, on: weekdaysLater(thanked, 5), edge: "first" },
    { what: "R17 overdue", at: meetBy.overdueAt, on: plus(day, 45), edge: "first" },
    { what: "R17 deadline", at: meetBy.deadlineAt, on: plus(day, 90), edge: "last" },
    { what: "R17 first warning", at: meetBy.nextWarningAt, on: plus(day, 60), edge: "first" },
    { what: "R17 second warning", at: warned.nextWarningAt, on: plus(day, 76), edge: "first" },
    { what: "R19 due", at: someday?.dueAt, on: somedayOn(day), edge: "first" },
    { what: "R19 overdue", at: someday?.overdueAt, on: plus(somedayOn(day), 7), edge: "first" },
    { what: "R13 overdue", at: role?.overdueAt, on: plus(day, 14), edge: "first" },
    { what: "R13 deadline", at: role?.deadlineAt, on: plus(day, 60), edge: "last" },
    { what: "R12 overdue", at: referral?.overdueAt, on: plus(day, 2), edge: "first" },
    { what: "R12 deadline", at: referral?.deadlineAt, on: plus(day, 14), edge: "last" },
    { what: "R37 overdue", at: noShow.overdueAt, on: weekdaysLater(day, 3), edge: "first" },
    { what: "R37 deadline", at: noShow.deadlineAt, on: plus(day, 30), edge: "last" },
    { what: "R21 first reminder", at: nudgeAt(asked.steps), on: weekdaysLater(day, 3), edge: "first" },
    { what: "R21 last reminder", at: reminder, on: spaced > lastOn ? spaced : lastOn, edge: "first" },
  ];
}

test("in every zone every other clock begins and ends with its day there, whatever the clocks do meanwhile (R12, R13, R17, R19, R21, R37)", () => {
  const wrong: string[] = [];
  for (const [index, zone] of zones.entries()) {
    for (const met of moments(zone, [((index * 7919) % 997) / 997]).slice(0, 2)) {
      for (const { what, at, on, edge } of daysOf(zone, met)) {
        const neighbour = at && (edge === "first" ? before(at, { milliseconds: 1 }) : after(at, { milliseconds: 1 }));
        const isEdge = neighbour !== undefined && dayThere(zone, neighbour) !== on;
        if (at === undefined || dayThere(zone, at) !== on || !isEdge)
          wrong.push(`${what} in ${zone}, met ${met}: ${at}, not ${on}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
