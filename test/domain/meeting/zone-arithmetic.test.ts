import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { wakingHours } from "../../../src/domain/meeting/guest-hours.ts";
import { prepare } from "../../../src/domain/meeting/prepare.ts";
import { freeSlots, whyNot } from "../../../src/domain/meeting/slots.ts";
import {
  clockElsewhere,
  type DatedZone,
  dayNumberAt,
  dayStartMs,
  wallClock,
  wallMs,
} from "../../../src/domain/meeting/wall-clock.ts";
import type { PlainDate, Zone } from "../../../src/domain/time.ts";
import { ask, taken } from "../../support/questions.ts";
import { allZones, diceOf } from "../../support/slot-cases.ts";
import { intlOffsetMs, intlStretches } from "../../support/zone-oracle.ts";

describe("zones are asked once per window, never per slot (Q3)", () => {
  const { formatToParts } = Intl.DateTimeFormat.prototype;
  const formatOf = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format")!;
  let asked = 0;
  beforeEach(() => {
    asked = 0;
    // Every conversion of a zone ends in one of these two.
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
      ...formatOf,
      get(this: Intl.DateTimeFormat) {
        const own = formatOf.get!.call(this) as Intl.DateTimeFormat["format"];
        return (date?: Date | number) => {
          asked += 1;
          return own(date);
        };
      },
    });
    Intl.DateTimeFormat.prototype.formatToParts = function counted(this: Intl.DateTimeFormat, date) {
      asked += 1;
      return formatToParts.call(this, date);
    };
  });
  afterEach(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", formatOf);
    Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
  });

  const over = (horizonDays: number, zone: string) =>
    ask(
      zone,
      "2031-02-01T00:00Z",
      { horizonDays, startEveryMinutes: 5 },
      {
        busy: Array.from({ length: 200 }, (_, at) => {
          const day = String(1 + (at % 28)).padStart(2, "0");
          return taken(`2031-02-${day}T09:00Z`, `2031-02-${day}T09:30Z`);
        }),
        invitees: [{ id: "priya", zone: "America/Chicago" as Zone, hours: wakingHours }],
      },
    );
  const answer = (horizonDays: number, zone: string) => {
    const prepared = prepare(over(horizonDays, zone));
    for (const slot of freeSlots(prepared)) whyNot(prepared, slot);
  };

  test("a year of a zone is learnt by some dozens of conversions, whatever the number of slots", () => {
    answer(14, "America/Toronto");
    const first = asked;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(250);
  });

  test("and the next window of that year by none", () => {
    answer(14, "Europe/Lisbon");
    asked = 0;
    answer(14, "Europe/Lisbon");
    answer(200, "Europe/Lisbon");
    expect(asked).toBe(0);
  });
});

describe("the wall clock", () => {
  test("shows what Intl shows, in every zone, for random windows", () => {
    const dice = diceOf(4_711);
    for (const zone of allZones) {
      const fromMs = Date.UTC(1990 + dice.below(48), dice.below(12), 1 + dice.below(28), dice.below(24));
      const clock = wallClock([{ zone: zone as Zone }], fromMs, fromMs + 40 * 86_400_000);
      for (let sample = 0; sample < 25; sample += 1) {
        const ms = fromMs + dice.below(40 * 1_440) * 60_000;
        expect(wallMs(clock, ms) - ms, `${zone} ${new Date(ms).toISOString()}`).toBe(intlOffsetMs(zone, ms));
      }
    }
  });

  test("changes at the very minute at which Intl does", () => {
    const dice = diceOf(1_234);
    for (const zone of allZones.filter((_, at) => at % 5 === 0)) {
      const fromMs = Date.UTC(1995 + dice.below(40), dice.below(12), 1);
      const untilMs = fromMs + 60 * 86_400_000;
      const clock = wallClock([{ zone: zone as Zone }], fromMs, untilMs);
      const expected = intlStretches(zone, fromMs, untilMs);
      expect(
        clock.map(({ offsetMs }) => offsetMs),
        zone,
      ).toEqual(expected.map(({ offsetMs }) => offsetMs));
      expect(
        clock.slice(0, -1).map((stretch) => stretch.untilMs),
        zone,
      ).toEqual(expected.slice(0, -1).map((stretch) => stretch.untilMs));
    }
  });

  test("a day that never was begins where the next one does", () => {
    const clock = wallClock([{ zone: "Pacific/Apia" as Zone }], Date.UTC(2011, 11, 25), Date.UTC(2012, 0, 5));
    const skipped = Date.UTC(2011, 11, 30) / 86_400_000;
    expect(dayStartMs(clock, skipped)).toBe(dayStartMs(clock, skipped + 1));
    expect(dayNumberAt(clock, dayStartMs(clock, skipped))).toBe(skipped + 1);
  });

  test("trips in any order, and a trip that began before the window", () => {
    const zones: DatedZone[] = [
      { zone: "Asia/Tokyo" as Zone, fromDay: "2026-12-05" as PlainDate },
      { zone: "Europe/Paris" as Zone },
      { zone: "America/New_York" as Zone, fromDay: "2026-11-01" as PlainDate },
    ];
    const clock = wallClock(zones, Date.UTC(2026, 11, 1), Date.UTC(2026, 11, 10));
    expect(clock.map(({ zone }) => zone)).toEqual(["America/New_York", "Asia/Tokyo"]);
    expect(clock[1]!.fromMs).toBe(Date.UTC(2026, 11, 4, 15));
    expect(clockElsewhere(clock, "Europe/Paris" as Zone).map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual([
      [clock[0]!.fromMs, clock[1]!.untilMs],
    ]);
  });
});
