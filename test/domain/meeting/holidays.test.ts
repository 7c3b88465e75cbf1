import { expect, test } from "vitest";
import { publicHolidays } from "../../../src/domain/meeting/holidays.ts";
import { offerTimes } from "../../../src/domain/meeting/offer.ts";
import { prepare } from "../../../src/domain/meeting/prepare.ts";
import type { PlainDate } from "../../../src/domain/time.ts";
import { ask } from "../../support/questions.ts";

const span = (firstDay: string, lastDay: string) => ({
  firstDay: firstDay as PlainDate,
  lastDay: lastDay as PlainDate,
});
const days = (place: { country: string; region?: string }, first: string, last: string) =>
  publicHolidays(place, span(first, last)).map(({ day }) => day);

test.each`
  country | region       | first           | last            | holidays
  ${"FR"} | ${undefined} | ${"2026-05-01"} | ${"2026-05-31"} | ${["2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25"]}
  ${"DE"} | ${undefined} | ${"2026-11-01"} | ${"2026-11-30"} | ${[]}
  ${"DE"} | ${"by"}      | ${"2026-11-01"} | ${"2026-11-30"} | ${["2026-11-01"]}
  ${"fr"} | ${undefined} | ${"2026-12-20"} | ${"2027-01-05"} | ${["2026-12-25", "2027-01-01"]}
  ${"US"} | ${undefined} | ${"2026-11-20"} | ${"2026-11-30"} | ${["2026-11-26"]}
  ${"GB"} | ${"SCT"}     | ${"2026-11-25"} | ${"2026-12-02"} | ${["2026-11-30"]}
`("$country $region from $first to $last: $holidays", ({ country, region, first, last, holidays }) =>
  expect(days({ country, ...(region !== undefined && { region }) }, first, last)).toEqual(holidays),
);

test("a feast of several days that began in the old year goes on in the new one", () =>
  expect(days({ country: "EG" }, "2007-01-01", "2007-01-05")).toEqual(["2007-01-01", "2007-01-02", "2007-01-03"]));

test("names come in the language asked for", () =>
  expect(publicHolidays({ country: "FR" }, span("2026-12-25", "2026-12-25"), "en")).toEqual([
    { day: "2026-12-25", name: "Christmas Day" },
  ]));

test("a country or region that nobody knows is an error, not a year without holidays", () => {
  expect(() => days({ country: "ZZ" }, "2026-01-01", "2026-12-31")).toThrow(/country ZZ/);
  expect(() => days({ country: "DE", region: "xx" }, "2026-01-01", "2026-12-31")).toThrow(/region xx of DE/);
});

test("a holiday's day is not offered (Q2)", () => {
  const holidays = publicHolidays({ country: "FR" }, span("2026-12-21", "2026-12-27"));
  const offered = offerTimes(prepare(ask("Europe/Paris", "2026-12-21T00:00Z", {}, { holidays })));
  if (offered.kind === "none") throw new Error("nothing offered");
  expect(offered.days.map(({ day }) => day)).toEqual(["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24"]);
});
