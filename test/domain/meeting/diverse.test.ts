import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diverseTimes } from "../../../src/domain/meeting/diverse.ts";
import { offerTimes, optionalWhoCan } from "../../../src/domain/meeting/offer.ts";
import { prepare } from "../../../src/domain/meeting/prepare.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { millisOf, type Zone } from "../../../src/domain/time.ts";
import { measureDiversity } from "../../support/diversity.ts";
import { ask, at, everyDay, said, slotAt, taken } from "../../support/questions.ts";

const zone = "Europe/Paris" as Zone;
const clock = wallClock([{ zone }], millisOf(at("2026-11-20T00:00Z")), millisOf(at("2026-12-20T00:00Z")));
const starts = (...texts: string[]) => texts.map((text) => millisOf(at(text)));
const pick = (startsMs: readonly number[], most: number) =>
  diverseTimes(startsMs, { clock, most }).map((ms) => new Date(ms).toISOString().slice(5, 16));

describe("a few times that differ (Q5)", () => {
  test("one a day before two on one day, another part of the day before the same", () =>
    expect(
      pick(
        starts(
          "2026-11-24T08:00Z",
          "2026-11-24T08:30Z",
          "2026-11-24T14:00Z",
          "2026-11-25T08:00Z",
          "2026-11-25T14:00Z",
          "2026-11-26T08:00Z",
          "2026-11-26T11:00Z",
        ),
        3,
      ),
    ).toEqual(["11-24T08:00", "11-25T14:00", "11-26T11:00"]));

  test("with one day only, its parts are spread", () =>
    expect(
      pick(
        starts("2026-11-24T08:00Z", "2026-11-24T08:30Z", "2026-11-24T09:00Z", "2026-11-24T13:00Z", "2026-11-24T16:00Z"),
        3,
      ),
    ).toEqual(["11-24T08:00", "11-24T13:00", "11-24T16:00"]));

  test("a full hour before a half hour, among equals", () =>
    expect(pick(starts("2026-11-24T08:30Z", "2026-11-24T09:00Z"), 1)).toEqual(["11-24T09:00"]));

  test("never more than there are, never one twice, always in order", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 6 }),
        (halves, most) => {
          const all = halves.map((half) => clock[0]!.fromMs + half * 1_800_000).sort((one, other) => one - other);
          const picked = diverseTimes(all, { clock, most });
          expect(picked).toHaveLength(Math.min(most, all.length));
          expect(new Set(picked).size).toBe(picked.length);
          expect([...picked].sort((one, other) => one - other)).toEqual(picked);
          expect(picked.every((ms) => all.includes(ms))).toBe(true);
        },
      ),
    ));

  test.each([3, 5])("of %i times one fits clearly more guests than the first ones or random ones do", (times) => {
    const measured = measureDiversity({ owners: 60, guestsEach: 40, times, seed: 20_261_122 });
    expect(measured.diverse).toBeGreaterThan(measured.firstOnes + 0.05);
    expect(measured.diverse).toBeGreaterThan(measured.atRandom + 0.02);
    expect(measured.diverse).toBeLessThanOrEqual(measured.anyTime);
  });
});

describe("who else is wished for", () => {
  const optional = (id: string, from: string, until: string) => ({
    id,
    zone,
    optional: true as const,
    busy: [taken(from, until)],
  });

  test("a required guest's calendar refuses times; an optional one's only ranks them", () => {
    const question = ask(
      "Europe/Paris",
      "2026-11-24T00:00Z",
      { horizonDays: 1, hours: everyDay("09:00", "10:30") },
      {
        invitees: [
          { id: "priya", zone, busy: [taken("2026-11-24T08:00Z", "2026-11-24T08:30Z")] },
          optional("sam", "2026-11-24T08:30Z", "2026-11-24T09:00Z"),
        ],
      },
    );
    const prepared = prepare(question);
    const offered = offerTimes(prepared);
    if (offered.kind === "none") throw new Error("nothing offered");
    expect(offered.days.flatMap(({ ranges }) => ranges.map(said))).toEqual(["2026-11-24T08:30/09:30"]);
    expect(optionalWhoCan(prepared, slotAt("2026-11-24T08:30Z", 30))).toEqual([]);
    expect(optionalWhoCan(prepared, slotAt("2026-11-24T09:00Z", 30))).toEqual(["sam"]);
  });

  test("among equally different times the one where more optional guests can come is named first", () => {
    const question = ask(
      "Europe/Paris",
      "2026-11-24T00:00Z",
      { horizonDays: 1, hours: everyDay("09:00", "10:30") },
      {
        invitees: [
          optional("sam", "2026-11-24T08:00Z", "2026-11-24T09:00Z"),
          optional("lena", "2026-11-24T08:00Z", "2026-11-24T08:30Z"),
        ],
      },
    );
    const prepared = prepare(question);
    const welcome = starts("2026-11-24T08:00Z", "2026-11-24T08:30Z", "2026-11-24T09:00Z");
    expect(welcome.map((startMs) => optionalWhoCan(prepared, { startMs, endMs: startMs + 1_800_000 }).length)).toEqual([
      0, 1, 2,
    ]);
    const offered = offerTimes({ ...prepared, question });
    if (offered.kind === "none") throw new Error("nothing offered");
    expect(offered.named.map(said)).toContain("2026-11-24T09:00/09:30");
  });

  test("a time next to a meeting at the same place is preferred", () => {
    const question = ask(
      "Europe/Paris",
      "2026-11-24T00:00Z",
      { horizonDays: 1, hours: everyDay("14:00", "15:30") },
      {
        busy: [taken("2026-11-24T14:30Z", "2026-11-24T15:30Z", { place: "Café Moka" })],
        nextTo: { isThere: (place) => place === "Café Moka", withinMinutes: 15, strength: "prefer" },
      },
    );
    const prepared = prepare(question);
    const offered = offerTimes(prepared);
    if (offered.kind === "none") throw new Error("nothing offered");
    expect(offered.named.map(said)).toContain("2026-11-24T14:00/14:30");
    expect(pick(starts("2026-11-24T13:00Z", "2026-11-24T13:30Z", "2026-11-24T14:00Z"), 1)).toEqual(["11-24T13:00"]);
    const [best] = diverseTimes(starts("2026-11-24T13:00Z", "2026-11-24T13:30Z", "2026-11-24T14:00Z"), {
      clock,
      most: 1,
      welcome: (startMs) => (startMs === millisOf(at("2026-11-24T14:00Z")) ? 1 : 0),
    });
    expect(best).toBe(millisOf(at("2026-11-24T14:00Z")));
  });
});
