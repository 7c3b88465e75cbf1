import { expect, test } from "vitest";
import { type Cadence, cadenceAfter, cadenceDays, sayCadence } from "../../../src/domain/relationship/cadence.ts";
import type { PlainDate } from "../../../src/domain/time.ts";

const day = (text: string) => text as PlainDate;
const cadence = (every: number, unit: Cadence["unit"]): Cadence => ({ every, unit, setOn: day("2026-01-31") });

test.each`
  anchor          | every | unit       | due
  ${"2026-01-31"} | ${1}  | ${"month"} | ${"2026-02-28"}
  ${"2026-01-31"} | ${2}  | ${"month"} | ${"2026-03-31"}
  ${"2028-01-31"} | ${1}  | ${"month"} | ${"2028-02-29"}
  ${"2026-10-11"} | ${2}  | ${"week"}  | ${"2026-10-25"}
  ${"2026-03-29"} | ${14} | ${"day"}   | ${"2026-04-12"}
  ${"2028-02-29"} | ${1}  | ${"year"}  | ${"2029-02-28"}
`("$every $unit after $anchor is $due (calendar units, never chained)", ({ anchor, every, unit, due }) => {
  expect(cadenceAfter(day(anchor), cadence(every, unit))).toBe(due);
});

test("due after one cadence, overdue after one and a half", () => {
  expect(cadenceDays(cadence(30, "day"), day("2026-03-01"), 1.5)).toEqual({
    dueOn: "2026-03-31",
    overdueOn: "2026-04-15",
    lengthDays: 30,
  });
  expect(cadenceDays(cadence(1, "month"), undefined, 1.5)).toMatchObject({ dueOn: "2026-01-31" });
});

test("said in words", () => {
  expect([sayCadence(cadence(1, "month")), sayCadence(cadence(2, "week"))]).toEqual(["every month", "every 2 weeks"]);
});
