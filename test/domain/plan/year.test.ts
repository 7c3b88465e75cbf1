/** R38: the figures of twelve months, and never a total of contacts. */
import { describe, expect, test } from "vitest";
import { monthsUpTo, type YearFacts, yearFigures } from "../../../src/domain/plan/year.ts";
import type { PlainDate } from "../../../src/domain/time.ts";

const nov = "2026-11-01" as PlainDate;
const nothingYet: YearFacts = {
  items: [],
  talks: [],
  met: [],
  online: { inExchange: 0, met: 0 },
  ledger: [],
  asked: [],
};
const metIn = (contactId: string, month: string) => ({ contactId, month: month as PlainDate });

describe("the last twelve months", () => {
  test("R38: they end with this one, across the turn of the year", () => {
    const months = monthsUpTo(nov);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, "2025-12-01", nov]);
  });

  test("R38: two thousand people imported and two met are two", () => {
    const lately = [metIn("a", "2026-11-01"), metIn("a", "2026-09-01"), metIn("b", "2026-09-01")];
    const { met, metInAll } = yearFigures({ ...nothingYet, met: [...lately, metIn("c", "2025-11-01")] }, nov);
    expect(metInAll).toBe(2);
    expect(met.filter(({ people }) => people > 0)).toEqual([
      { month: "2026-09-01", people: 2 },
      { month: "2026-11-01", people: 1 },
    ]);
  });

  test.each`
    month           | quarters
    ${"2026-11-01"} | ${["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]}
    ${"2026-01-01"} | ${["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"]}
  `("conversations are counted in the quarters $quarters up to $month", ({ month, quarters }) => {
    const talks = [{ month, count: 6 }];
    const figures = yearFigures({ ...nothingYet, talks }, month).quarters;
    expect(figures.map(({ from }) => from)).toEqual(quarters);
    expect(figures.at(-1)?.conversations).toBe(6);
  });

  test("each step of asking is among those of the step before: a booking stands for an answer, a meeting needs a booking", () => {
    const asked = [
      { hasAnswered: false, isBooked: false, hasTakenPlace: false },
      { hasAnswered: true, isBooked: false, hasTakenPlace: true },
      { hasAnswered: false, isBooked: true, hasTakenPlace: false },
      { hasAnswered: true, isBooked: true, hasTakenPlace: true },
    ];
    expect(yearFigures({ ...nothingYet, asked }, nov).funnel).toEqual({ asked: 4, answered: 3, booked: 2, held: 1 });
  });
});
