import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { because } from "../../../src/domain/because.ts";
import { mayGoUnasked, wordsWithoutTimes } from "../../../src/domain/draft/approval.ts";
import { type LookedAt, lastLook } from "../../../src/domain/draft/last-look.ts";
import { leavesAt, type Pace, paceOf } from "../../../src/domain/draft/leaving-time.ts";
import { localDays } from "../../../src/domain/local-days.ts";
import { after, type Instant } from "../../../src/domain/time.ts";
import { inParis, policy } from "../relationship/history.ts";

const now = inParis("2026-11-20 09:00");
const said = because("R45.do_not_contact", "Do not contact them.");
const time = (hours: number, taken?: string) => ({
  startsAt: after(now, { hours }),
  endsAt: after(now, { hours: hours + 1 }),
  ...(taken !== undefined && { taken }),
});
const looked: LookedAt = {
  copy: { kind: "as_written" },
  times: [time(40), time(64), time(90), time(110)],
  frequency: { kind: "now" },
  toLeave: { pace: "window" },
  leftAt: [],
  draw: 0,
};
const later = { kind: "later", from: after(now, { days: 2 }), because: because("caps.gap", "Too soon.") };

describe("the last look before a letter leaves: what changed since the yes is not sent, and why is told", () => {
  test.each`
    found                                                                | verdict
    ${{}}                                                                | ${"go"}
    ${{ heardAt: now }}                                                  | ${"stale R41.answered"}
    ${{ stopped: said }}                                                 | ${"withdraw R45.do_not_contact"}
    ${{ stopped: said, copy: { kind: "sent", at: now } }}                | ${"withdraw R45.do_not_contact"}
    ${{ copy: { kind: "sent", at: now }, heardAt: now }}                 | ${"sent"}
    ${{ bookedFor: now }}                                                | ${"withdraw R41.booked_by_hand"}
    ${{ notDue: because("R14.thanked", "Thanked.") }}                    | ${"withdraw R14.thanked"}
    ${{ awayUntil: after(now, { days: 3 }) }}                            | ${"stale M3.away"}
    ${{ awayUntil: now }}                                                | ${"go"}
    ${{ copy: { kind: "changed" } }}                                     | ${"give_back R41.changed_there"}
    ${{ copy: { kind: "thrown_away" } }}                                 | ${"withdraw R41.thrown_away"}
    ${{ copy: { kind: "missing", until: after(now, { minutes: 15 }) } }} | ${`wait R41.missing_there ${after(now, { minutes: 15 })}`}
    ${{ copy: { kind: "unsettled" } }}                                   | ${`wait R41.copy_unsettled ${after(now, { minutes: 2 })}`}
    ${{ times: [time(40), time(64, "Lunch."), time(90), time(110)] }}    | ${"stale Q5.times_taken"}
    ${{ times: [time(2), time(64), time(90), time(110)] }}               | ${"go"}
    ${{ times: [time(2), time(11), time(90), time(110)] }}               | ${"stale Q5.times_lapsed"}
    ${{ times: [time(40)] }}                                             | ${"go"}
    ${{ times: [] }}                                                     | ${"go"}
    ${{ frequency: later }}                                              | ${`wait caps.gap ${later.from}`}
    ${{ leftAt: [after(now, { seconds: -30 })] }}                        | ${`wait defaults.pause ${after(now, { seconds: 60 })}`}
    ${{ leftAt: [after(now, { seconds: -90 })] }}                        | ${"go"}
    ${{ toLeave: { pace: "at_once" }, leftAt: [now] }}                   | ${"go"}
  `("$found: $verdict", ({ found, verdict }) => {
    const seen = lastLook({ ...looked, ...found }, policy, now);
    const words = [seen.kind, "because" in seen ? seen.because.rule : "", seen.kind === "wait" ? seen.until : ""];
    expect(words.filter(Boolean).join(" ")).toBe(verdict);
  });
});

describe("when a letter is planned to leave (defaults table, R14)", () => {
  test.each`
    kind               | pace
    ${"thank_you"}     | ${"thanks"}
    ${"coffee"}        | ${"window"}
    ${"nudge"}         | ${"window"}
    ${"introduction"}  | ${"window"}
    ${"after_decline"} | ${"awake"}
    ${"new_times"}     | ${"awake"}
    ${"confirmation"}  | ${"at_once"}
    ${"calling_off"}   | ${"at_once"}
    ${"late_running"}  | ${"at_once"}
  `("$kind: $pace", ({ kind, pace }) => expect(paceOf(kind)).toBe(pace));

  test.each`
    pace         | from                  | at
    ${"window"}  | ${"2026-11-20 09:00"} | ${"2026-11-20 09:00"}
    ${"window"}  | ${"2026-11-20 18:00"} | ${"2026-11-23 08:30"}
    ${"window"}  | ${"2026-11-21 10:00"} | ${"2026-11-23 08:30"}
    ${"awake"}   | ${"2026-11-20 19:59"} | ${"2026-11-20 19:59"}
    ${"awake"}   | ${"2026-11-20 20:00"} | ${"2026-11-21 08:00"}
    ${"at_once"} | ${"2026-11-20 23:00"} | ${"2026-11-20 23:00"}
    ${"thanks"}  | ${"2026-11-21 10:00"} | ${"2026-11-21 10:00"}
    ${"thanks"}  | ${"2026-11-20 19:00"} | ${"2026-11-21 08:30"}
  `("$pace from $from: $at", ({ pace, from, at }) =>
    expect(leavesAt({ pace }, [], 0, policy, inParis(from))).toBe(inParis(at)),
  );

  test("the eleventh letter of a day waits for tomorrow, by the owner's day; thanks do not", () => {
    const ten = Array.from({ length: 10 }, (_, nth) => after(now, { minutes: -10 * (nth + 1) }));
    expect(leavesAt({ pace: "window" }, ten, 0, policy, now)).toBe(inParis("2026-11-23 08:30"));
    expect(leavesAt({ pace: "thanks" }, ten, 0, policy, now)).toBe(now);
  });

  test("however many are approved at once: ten a day at most, and never nearer than the least pause", () => {
    const { randomGapSecondsMin: least, perDayMax } = policy.letters;
    const days = localDays(policy.zone);
    const drawn = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 5_000 }), (draws, minutes) => {
        const from = after(now, { minutes });
        const planned: Instant[] = [];
        for (const draw of draws) planned.push(leavesAt({ pace: "window" as Pace }, planned, draw, policy, from)!);
        const sorted = planned.map((at) => Date.parse(at)).sort((one, other) => one - other);
        for (const [nth, ms] of sorted.entries())
          if (nth > 0) expect(ms - sorted[nth - 1]!).toBeGreaterThanOrEqual(least * 1000);
        for (const ofDay of Map.groupBy(planned, (at) => days.dayOf(at)).values())
          expect(ofDay.length).toBeLessThanOrEqual(perDayMax);
      }),
      { numRuns: 60 },
    );
  });
});

test('the words of a reminder are the same whatever times it offers, and others when a word is ("One approval covers")', () => {
  const body = (line: string) => `Hi Priya,\n\nHere are new times.\n\n${line}\n\nBest,\nMara\n`;
  const [one, other] = ["Tue 24: 9:00-10:00", "Wed 25: 12:00-17:30"];
  expect(wordsWithoutTimes(body(one), [one])).toBe(wordsWithoutTimes(body(other), [other]));
  expect(wordsWithoutTimes(body(one), [one])).not.toBe(wordsWithoutTimes(body(one).replace("new", "fresh"), [one]));
  expect(wordsWithoutTimes(body(one), [])).toContain(one);
});

test.each`
  isOn     | unedited | wroteBefore | may
  ${true}  | ${10}    | ${true}     | ${true}
  ${true}  | ${9}     | ${true}     | ${false}
  ${true}  | ${30}    | ${false}    | ${false}
  ${false} | ${30}    | ${true}     | ${false}
`("on $isOn, $unedited unedited, wrote before $wroteBefore: goes without being asked $may", ({ may, ...standing }) =>
  expect(mayGoUnasked(standing, policy.letters.uneditedApprovalsMin)).toBe(may),
);
