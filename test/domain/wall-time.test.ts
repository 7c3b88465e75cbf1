import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockChangesIn, instantOf, offsetMsAt, type Zone } from "../../src/domain/time.ts";
import { millisOfWall, wallAt } from "../../src/domain/wall-time.ts";

const wall = (text: string) => Date.parse(`${text}Z`);

describe("Q3: wall times in bulk", () => {
  test.each`
    zone                     | written               | instant                       | because
    ${"Europe/Paris"}        | ${"2026-11-16T14:00"} | ${"2026-11-16T13:00:00.000Z"} | ${"winter"}
    ${"Europe/Paris"}        | ${"2026-03-29T02:30"} | ${"2026-03-29T01:30:00.000Z"} | ${"a skipped time moves forward"}
    ${"Europe/Paris"}        | ${"2026-10-25T02:30"} | ${"2026-10-25T00:30:00.000Z"} | ${"a repeated time is its first showing"}
    ${"Australia/Lord_Howe"} | ${"2026-10-04T02:15"} | ${"2026-10-03T15:45:00.000Z"} | ${"half an hour is skipped"}
    ${"Pacific/Apia"}        | ${"2011-12-30T12:00"} | ${"2011-12-30T22:00:00.000Z"} | ${"a whole day is skipped"}
    ${"America/Santiago"}    | ${"2026-09-06T00:30"} | ${"2026-09-06T04:30:00.000Z"} | ${"midnight is skipped"}
    ${"UTC"}                 | ${"0001-01-02T00:00"} | ${"0001-01-02T00:00:00.000Z"} | ${"the first year"}
  `("$written in $zone: $because", ({ zone, written, instant }) =>
    expect(instantOf(millisOfWall(zone, wall(written)))).toBe(instant),
  );

  test("Morocco's two changes around Ramadan are both found", () => {
    expect(clockChangesIn("Africa/Casablanca" as Zone, 2025)).toHaveLength(2);
  });

  test("offsets agree with Intl, and a wall time leads back to its instant, in all zones", () => {
    const zones = Intl.supportedValuesOf("timeZone") as Zone[];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1972, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 }),
        (zone, minute) => {
          const at = minute * 60_000;
          expect(offsetMsAt(zone, at)).toBe(intlOffsetMs(zone, at));
          const back = millisOfWall(zone, wallAt(zone, at));
          // The second showing of a repeated wall time leads to the first, which shows the same.
          expect(back).toBeLessThanOrEqual(at);
          expect(wallAt(zone, back)).toBe(wallAt(zone, at));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function intlOffsetMs(zone: Zone, at: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - at;
}
