import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDays } from "../../src/domain/local-days.ts";
import {
  addBusinessDays,
  addDays,
  dayIn,
  instantAt,
  instantOf,
  millisOf,
  minuteOfDayIn,
  orNextWeekday,
  type PlainDate,
  startOfDay,
  type Zone,
} from "../../src/domain/time.ts";

const zones = Intl.supportedValuesOf("timeZone") as Zone[];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2060, 0) }).map(instantOf);

describe("agrees with the zone's own rules", () => {
  test("the day of an instant, and its first and last moment", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const days = localDays(zone);
        const day = dayIn(zone, at);
        expect(days.dayOf(at)).toBe(day);
        expect(days.startOf(day)).toBe(startOfDay(zone, day));
        expect(dayIn(zone, days.endOf(day))).toBe(day);
        expect(millisOf(days.endOf(day)) + 1).toBe(millisOf(startOfDay(zone, addDays(day, 1))));
      }),
      { numRuns: 300 },
    );
  });

  test("the minute that the clock on the wall shows, and when it shows one", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 1_440 }), (zone, at, minute) => {
        const days = localDays(zone);
        expect(days.minuteOf(at)).toBe(minuteOfDayIn(zone, at));
        expect(days.at(days.dayOf(at), minute)).toBe(instantAt(zone, days.dayOf(at), minute));
      }),
      { numRuns: 500 },
    );
  });

  test("days and weekdays later", () => {
    const days = localDays("UTC" as Zone);
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 400 }), (at, count) => {
        const day = at.slice(0, 10) as PlainDate;
        expect(days.later(day, count)).toBe(addDays(day, count));
        expect(days.weekdaysLater(day, count % 30)).toBe(addBusinessDays(day, count % 30));
        expect(days.orMonday(day)).toBe(orNextWeekday(day));
      }),
    );
  });
});

test.each`
  day             | friday          | monday
  ${"2027-02-12"} | ${"2027-02-12"} | ${"2027-02-12"}
  ${"2027-02-13"} | ${"2027-02-12"} | ${"2027-02-15"}
  ${"2027-02-14"} | ${"2027-02-12"} | ${"2027-02-15"}
  ${"1969-12-28"} | ${"1969-12-26"} | ${"1969-12-29"}
`("$day: Friday before $friday, Monday after $monday", ({ day, friday, monday }) => {
  const days = localDays("UTC" as Zone);
  expect([days.orFriday(day), days.orMonday(day)]).toEqual([friday, monday]);
});

test("a day that a zone skipped belongs to the next one: Samoa has no 2011-12-30", () => {
  const days = localDays("Pacific/Apia" as Zone);
  const skipped = days.startOf("2011-12-30" as PlainDate);
  expect(days.startOf("2011-12-31" as PlainDate)).toBe(skipped);
  expect(days.dayOf(skipped)).toBe("2011-12-31");
});
