import { expect, test } from "vitest";
import {
  addBusinessDays,
  addMonths,
  dayIn,
  instantAt,
  instantOf,
  lastOfMonth,
  orNextWeekday,
  type PlainDate,
  parseDay,
  parseInstant,
  parseZone,
  sameTimeDaysLater,
  startOfDay,
  type Zone,
} from "../../src/domain/time.ts";

const day = (text: string) => text as PlainDate;
const zone = (name: string) => name as Zone;

test.each`
  zone                     | day             | minute  | instant                       | because
  ${"Europe/Paris"}        | ${"2026-11-16"} | ${840}  | ${"2026-11-16T13:00:00.000Z"} | ${"winter time"}
  ${"Europe/Paris"}        | ${"2026-03-29"} | ${150}  | ${"2026-03-29T01:30:00.000Z"} | ${"02:30 never shows and moves forward by the hour"}
  ${"Europe/Paris"}        | ${"2026-10-25"} | ${150}  | ${"2026-10-25T00:30:00.000Z"} | ${"02:30 shows twice: the first showing"}
  ${"Australia/Lord_Howe"} | ${"2026-04-05"} | ${105}  | ${"2026-04-04T14:45:00.000Z"} | ${"half an hour repeats"}
  ${"Pacific/Apia"}        | ${"2011-09-24"} | ${1380} | ${"2011-09-25T09:00:00.000Z"} | ${"before a change of the standard offset"}
  ${"Pacific/Apia"}        | ${"2011-12-30"} | ${0}    | ${"2011-12-30T10:00:00.000Z"} | ${"a day that never was begins with the next one"}
  ${"America/Los_Angeles"} | ${"2026-11-01"} | ${1440} | ${"2026-11-02T08:00:00.000Z"} | ${"1440 is the next midnight, 25 hours after the first"}
`("$day + $minute min in $zone: $because", ({ zone: name, day: on, minute, instant }) => {
  expect(instantAt(zone(name), day(on), minute)).toBe(instant);
});

test("a day begins with its first moment that exists", () => {
  expect(startOfDay(zone("America/Sao_Paulo"), day("2018-11-04"))).toBe("2018-11-04T03:00:00.000Z");
});

test("months are counted from their anchor, never chained", () => {
  expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(day("2026-01-31"), 2)).toBe("2026-03-31");
  expect(lastOfMonth(day("2028-02-10"))).toBe("2028-02-29");
});

test("R16: a due day on a Sunday rolls to Monday; business days skip weekends", () => {
  expect(orNextWeekday(day("2026-11-22"))).toBe("2026-11-23");
  expect(addBusinessDays(day("2026-11-20"), 5)).toBe("2026-11-27");
});

test("thirty calendar days later is the same wall time across a clock change", () => {
  const met = instantAt(zone("Europe/Paris"), day("2026-10-01"), 14 * 60);
  const later = sameTimeDaysLater(zone("Europe/Paris"), met, 30);
  expect(later).toBe("2026-10-31T13:00:00.000Z");
  expect(dayIn(zone("Europe/Paris"), later)).toBe("2026-10-31");
});

test.each(["2026-02-30", "0000-01-01", "2026-1-1", "tomorrow"])("%s is no day", (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test.each(["2026-11-16T13:00:00", "2026-11-16", "10000-01-01T00:00:00Z", "2026-13-01T00:00:00Z"])(
  "%s is no instant",
  (text) => {
    expect(parseInstant(text)).toBeUndefined();
  },
);

test("instants outside the years 1 to 9999 are refused", () => {
  expect(() => instantOf(Date.UTC(10_000, 0, 1))).toThrow(RangeError);
  expect(parseInstant("2026-11-16T14:00:00+01:00")).toBe("2026-11-16T13:00:00.000Z");
  expect(parseZone("Europe/Nowhere")).toBeUndefined();
});
