import { describe, expect, test } from "vitest";
import { defaultAvailability } from "../../../src/domain/meeting/availability.ts";
import type { Busy } from "../../../src/domain/meeting/busy.ts";
import { offerTimes } from "../../../src/domain/meeting/offer.ts";
import { offerLines } from "../../../src/domain/meeting/offer-lines.ts";
import { prepare, type Question } from "../../../src/domain/meeting/prepare.ts";
import { whyNot } from "../../../src/domain/meeting/slots.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { type Instant, millisOf, type Zone } from "../../../src/domain/time.ts";

const paris = "Europe/Paris" as Zone;
const newYork = "America/New_York" as Zone;

const taken = (from: string, until: string): Busy => ({
  startMs: millisOf(from as Instant),
  endMs: millisOf(until as Instant),
  kind: "busy",
  source: { calendar: "work", uid: from },
});

const week: Question = {
  now: "2026-11-22T09:00:00.000Z" as Instant,
  lengthMinutes: 30,
  availability: defaultAvailability,
  zones: [{ zone: paris }],
  busy: [
    taken("2026-11-24T09:00:00.000Z", "2026-11-24T11:00:00.000Z"),
    taken("2026-11-24T23:00:00.000Z", "2026-11-25T23:00:00.000Z"),
    taken("2026-11-26T13:00:00.000Z", "2026-11-26T14:00:00.000Z"),
  ],
};

const lines = (question: Question, reader?: Zone, locale = "en") => {
  const prepared = prepare(question);
  const offered = offerTimes(prepared);
  if (offered.kind === "none") return offered;
  const { clock } = prepared;
  const ends = [clock[0]!.fromMs, clock.at(-1)!.untilMs] as const;
  return offerLines(offered.days, {
    ownersClock: clock,
    ...(reader !== undefined && { readersClock: wallClock([{ zone: reader }], ...ends) }),
    locale,
  });
};

describe("the week's free time in a letter (R28)", () => {
  test("merged ranges, one line a day, nothing before the lead time", () =>
    expect(lines(week, paris)).toEqual([
      "Tue 24: 9:00-10:00 or 12:00-17:30",
      "Thu 26: 9:00-14:00 or 15:00-17:30",
      "Fri 27: 9:00-17:30",
    ]));

  test("a reader elsewhere sees both clocks", () =>
    expect(lines(week, newYork)).toEqual([
      "Tue 24: 9:00-10:00 or 12:00-17:30 Paris time (3:00-4:00 or 6:00-11:30 New York time)",
      "Thu 26: 9:00-14:00 or 15:00-17:30 Paris time (3:00-8:00 or 9:00-11:30 New York time)",
      "Fri 27: 9:00-17:30 Paris time (3:00-11:30 New York time)",
    ]));

  test("in French", () =>
    expect(lines(week, paris, "fr")).toEqual([
      "mar. 24 : 9h-10h ou 12h-17h30",
      "jeu. 26 : 9h-14h ou 15h-17h30",
      "ven. 27 : 9h-17h30",
    ]));

  test("three to five named times, all accepted, on different days", () => {
    const prepared = prepare(week);
    const offered = offerTimes(prepared);
    if (offered.kind === "none") throw new Error("nothing offered");
    expect(offered.named).toHaveLength(5);
    for (const slot of offered.named) expect(whyNot(prepared, slot)).toEqual([]);
    expect(offered).toMatchInlineSnapshot(`
      {
        "days": [
          {
            "day": "2026-11-24",
            "ranges": [
              {
                "endMs": 1795510800000,
                "startMs": 1795507200000,
              },
              {
                "endMs": 1795537800000,
                "startMs": 1795518000000,
              },
            ],
          },
          {
            "day": "2026-11-26",
            "ranges": [
              {
                "endMs": 1795698000000,
                "startMs": 1795680000000,
              },
              {
                "endMs": 1795710600000,
                "startMs": 1795701600000,
              },
            ],
          },
          {
            "day": "2026-11-27",
            "ranges": [
              {
                "endMs": 1795797000000,
                "startMs": 1795766400000,
              },
            ],
          },
        ],
        "kind": "times",
        "named": [
          {
            "endMs": 1795509000000,
            "startMs": 1795507200000,
          },
          {
            "endMs": 1795534200000,
            "startMs": 1795532400000,
          },
          {
            "endMs": 1795681800000,
            "startMs": 1795680000000,
          },
          {
            "endMs": 1795689000000,
            "startMs": 1795687200000,
          },
          {
            "endMs": 1795782600000,
            "startMs": 1795780800000,
          },
        ],
        "runsOn": false,
      }
    `);
  });
});
