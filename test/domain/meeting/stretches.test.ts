import { describe, expect, test } from "vitest";
import { rangeText } from "../../../src/domain/meeting/clock-text.ts";
import { minuteMs } from "../../../src/domain/meeting/day-number.ts";
import { type Prepared, prepare } from "../../../src/domain/meeting/prepare.ts";
import { freeRanges, whyNot } from "../../../src/domain/meeting/slots.ts";
import { type Stretch, stretchesOf } from "../../../src/domain/meeting/stretches.ts";
import { millisOf } from "../../../src/domain/time.ts";
import { ask, at, everyDay, taken } from "../../support/questions.ts";

const say = (prepared: Prepared, stretch: Stretch) =>
  `${rangeText(prepared.clock, stretch)} ${stretch.kind === "free" ? "free" : stretch.because.map(({ rule }) => rule).join("+")}`;

/** Tuesday 24 November 2026 in Paris, whose offset is one hour. */
const tuesday = [millisOf(at("2026-11-23T23:00Z")), millisOf(at("2026-11-24T23:00Z"))] as const;

describe("a day is cut without a hole into what can be offered and what cannot (Q2)", () => {
  const question = ask(
    "Europe/Paris",
    "2026-11-22T20:00Z",
    { hours: everyDay("09:00", "17:00"), bufferAfterMinutes: 15 },
    {
      lengthMinutes: 45,
      busy: [
        taken("2026-11-24T09:00Z", "2026-11-24T10:00Z", { source: { calendar: "work", uid: "a", title: "A" } }),
        taken("2026-11-24T10:30Z", "2026-11-24T12:00Z", { source: { calendar: "work", uid: "b", title: "B" } }),
      ],
    },
  );
  const prepared = prepare(question);
  const stretches = stretchesOf(prepared, ...tuesday);

  test("by rule, neighbours of the same rules joined", () => {
    expect(stretches.map((one) => say(prepared, one))).toEqual([
      "00:00–09:00 outside_hours",
      "09:00–09:45 free",
      "09:45–13:00 busy+buffer",
      "13:00–17:00 free",
      "17:00–24:00 outside_hours",
    ]);
  });

  test("with every item in the way, each once", () => {
    const [, , refused] = stretches;
    const busy = refused?.kind === "refused" ? refused.because.find(({ rule }) => rule === "busy") : undefined;
    expect(busy !== undefined && "with" in busy && busy.with.map(({ source }) => source.title)).toEqual(["A", "B"]);
  });

  test("each minute stands in one stretch: free where a range covers it, else refused by the rules that whyNot names", () => {
    const ranges = freeRanges(prepared);
    for (let ms = tuesday[0]; ms < tuesday[1]; ms += minuteMs) {
      const own = stretches.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs);
      expect(own).toHaveLength(1);
      const isFree = ranges.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);
      const rules = whyNot(prepared, { startMs: ms, endMs: ms + 45 * minuteMs }).map(({ rule }) => rule);
      const found = own[0]!;
      expect([ms, found.kind === "free" ? "free" : found.because.map(({ rule }) => rule)]).toEqual([
        ms,
        isFree ? "free" : rules,
      ]);
    }
  });
});

test("a gap in which no round start fits is free, and not offered", () => {
  const busy = [taken("2026-11-24T08:05Z", "2026-11-24T20:00Z"), taken("2026-11-24T07:07Z", "2026-11-24T07:10Z")];
  const prepared = prepare(
    ask("UTC", "2026-11-23T20:00Z", { hours: everyDay("07:00", "20:00") }, { busy, lengthMinutes: 50 }),
  );
  const found = stretchesOf(prepared, millisOf(at("2026-11-24T00:00Z")), millisOf(at("2026-11-25T00:00Z")));
  expect(found.filter(({ kind }) => kind === "free")).toEqual([
    { kind: "free", startMs: millisOf(at("2026-11-24T07:10Z")), endMs: millisOf(at("2026-11-24T08:05Z")) },
  ]);
});
