import { describe, expect, test } from "vitest";
import { piecesOn, rangeText } from "../../../src/domain/meeting/clock-text.ts";
import { dayNumberOf } from "../../../src/domain/meeting/day-number.ts";
import { dayStartMs, wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { millisOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import { at } from "../../support/questions.ts";

const clockIn = (zone: string, day: string) =>
  wallClock(
    [{ zone: zone as Zone }],
    millisOf(at(`${day}T00:00Z`)) - 3 * 86_400_000,
    millisOf(at(`${day}T00:00Z`)) + 3 * 86_400_000,
  );
const range = (from: string, until: string) => ({ startMs: millisOf(at(from)), endMs: millisOf(at(until)) });

test.each`
  zone              | from                   | until                  | text
  ${"UTC"}          | ${"2026-11-24T09:00Z"} | ${"2026-11-24T10:30Z"} | ${"09:00–10:30"}
  ${"UTC"}          | ${"2026-11-24T22:00Z"} | ${"2026-11-25T00:00Z"} | ${"22:00–24:00"}
  ${"UTC"}          | ${"2026-11-24T22:00Z"} | ${"2026-11-25T06:00Z"} | ${"Tue 24 Nov, 22:00 – Wed 25 Nov, 06:00"}
  ${"Europe/Paris"} | ${"2026-10-25T00:45Z"} | ${"2026-10-25T01:15Z"} | ${"02:45–02:15 (the clock goes back)"}
  ${"Europe/Paris"} | ${"2026-03-29T00:30Z"} | ${"2026-03-29T01:30Z"} | ${"01:30–03:30"}
`("$zone: $from to $until is $text", ({ zone, from, until, text }) => {
  expect(rangeText(clockIn(zone, from.slice(0, 10)), range(from, until))).toBe(text);
});

describe("pieces on a day's clock", () => {
  const day = "2026-10-25";
  const clock = clockIn("Europe/Paris", day);
  const pieces = (from: string, until: string) =>
    piecesOn(clock, dayNumberOf(day as PlainDate), range(from, until)).map(
      ({ fromMinute, untilMinute }) => `${fromMinute}-${untilMinute}`,
    );

  test("an hour that shows twice stands over itself, each piece reading forward", () => {
    expect(pieces("2026-10-25T00:45Z", "2026-10-25T01:15Z")).toEqual(["165-180", "120-135"]);
  });

  test("the whole of a day of 25 hours covers each of its minutes, up to 1440", () => {
    const number = dayNumberOf(day as PlainDate);
    const whole = { startMs: dayStartMs(clock, number), endMs: dayStartMs(clock, number + 1) };
    expect((whole.endMs - whole.startMs) / 3_600_000).toBe(25);
    expect(piecesOn(clock, number, whole)).toEqual([
      { fromMinute: 0, untilMinute: 180 },
      { fromMinute: 120, untilMinute: 1_440 },
    ]);
  });

  test("what reaches over midnight ends at 24:00", () => {
    expect(pieces("2026-10-25T22:00Z", "2026-10-26T05:00Z")).toEqual(["1380-1440"]);
  });
});
