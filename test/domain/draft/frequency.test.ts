import { describe, expect, test } from "vitest";
import { lettersLeftToday, mayWrite, type SentLetter } from "../../../src/domain/draft/frequency.ts";
import { allLetters } from "../../../src/domain/draft/own-letters.ts";
import { afterPause, mayLeaveAt } from "../../../src/domain/draft/sending-window.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import type { PlainDate, Zone } from "../../../src/domain/time.ts";
import { after, before, hoursBetween, instantAt } from "../../../src/domain/time.ts";
import { encounter, inParis, interaction, policy, priya } from "../relationship/history.ts";

const sent = (on: string, weight: SentLetter["weight"] = "unsolicited"): SentLetter => ({ at: inParis(on), weight });
const now = inParis("2026-11-20 09:00");

describe("one unsolicited letter in 7 days and four in 90, over all rules (defaults table)", () => {
  test.each`
    letters                                                                                                            | weight           | may
    ${[]}                                                                                                              | ${"unsolicited"} | ${"now"}
    ${[sent("2026-11-13 09:00")]}                                                                                      | ${"unsolicited"} | ${"now"}
    ${[sent("2026-11-13 09:01")]}                                                                                      | ${"unsolicited"} | ${inParis("2026-11-20 09:01")}
    ${[sent("2026-11-19 09:00")]}                                                                                      | ${"thank_you"}   | ${"now"}
    ${[sent("2026-11-19 09:00")]}                                                                                      | ${"answer"}      | ${"now"}
    ${[sent("2026-11-19 09:00")]}                                                                                      | ${"nudge"}       | ${"now"}
    ${[sent("2026-11-19 09:00", "thank_you"), sent("2026-11-18 09:00", "answer")]}                                     | ${"unsolicited"} | ${"now"}
    ${[sent("2026-11-19 09:00", "nudge")]}                                                                             | ${"unsolicited"} | ${"now"}
    ${[sent("2026-09-01"), sent("2026-09-04", "nudge"), sent("2026-09-11", "nudge"), sent("2026-10-20")]}              | ${"unsolicited"} | ${inParis("2026-11-29 23:00")}
    ${[sent("2026-09-01"), sent("2026-09-04", "nudge"), sent("2026-09-11", "nudge"), sent("2026-10-20")]}              | ${"nudge"}       | ${inParis("2026-11-29 23:00")}
    ${[sent("2026-09-01"), sent("2026-09-04", "nudge"), sent("2026-09-11", "nudge"), sent("2026-10-20", "thank_you")]} | ${"unsolicited"} | ${"now"}
    ${[sent("2026-08-01"), sent("2026-08-04", "nudge"), sent("2026-09-11", "nudge"), sent("2026-10-20")]}              | ${"unsolicited"} | ${"now"}
    ${[sent("2026-11-21 09:00")]}                                                                                      | ${"unsolicited"} | ${"now"}
  `("$letters.length letters before a $weight: $may", ({ letters, weight, may }) => {
    const found = mayWrite(letters, weight, policy, now);
    expect(found.kind === "now" ? "now" : found.from).toBe(may);
  });

  test("at the instant that is named it may go", () => {
    const letters = [sent("2026-11-13 09:01")];
    const held = mayWrite(letters, "unsolicited", policy, now);
    if (held.kind === "now") throw new Error("it should wait");
    expect(mayWrite(letters, "unsolicited", policy, before(held.from, { milliseconds: 1 })).kind).toBe("later");
    expect(mayWrite(letters, "unsolicited", policy, held.from).kind).toBe("now");
  });

  test("ten a day, of the owner's day", () => {
    const letters = Array.from({ length: 9 }, (_, index) => inParis(`2026-11-20 0${index % 9}:30`));
    expect(
      lettersLeftToday([...letters.slice(0, 8), inParis("2026-11-19 23:59")], policy, inParis("2026-11-20 23:59")),
    ).toBe(2);
    expect(lettersLeftToday([...letters, ...letters], policy, inParis("2026-11-20 23:59"))).toBe(0);
    expect(lettersLeftToday(letters, policy, inParis("2026-11-21 00:00"))).toBe(10);
  });

  test.each`
    interactions                                                                                    | weights
    ${[interaction("2026-11-16 18:00")]}                                                            | ${["thank_you"]}
    ${[interaction("2026-11-18 18:00")]}                                                            | ${["unsolicited"]}
    ${[interaction("2026-11-18 15:00", { direction: "inbound" }), interaction("2026-11-18 18:00")]} | ${["answer"]}
    ${[interaction("2026-11-18 18:00", { others: 12, depth: "passive" })]}                          | ${[]}
    ${[interaction("2026-11-18 18:00", { mode: "phone" })]}                                         | ${[]}
    ${[interaction("2026-11-19 08:00")]}                                                            | ${[]}
  `("letters by hand count too: $weights", ({ interactions, weights }) => {
    const person = priya({ encounter: encounter(), interactions });
    const byRule = weights.length === 0 ? [sent("2026-11-19 09:00")] : [];
    expect(
      allLetters(person, byRule, policy, now)
        .slice(byRule.length)
        .map(({ weight }) => weight),
    ).toEqual(weights);
  });
});

describe("when a letter may leave, by the recipient's clock", () => {
  const newYork = "America/New_York" as Zone;
  const inNewYork = (day: string, minute: number) => instantAt(newYork, day as PlainDate, minute);
  test.each`
    from                  | isThankYou | leaves                | because
    ${"2026-11-20 09:00"} | ${false}   | ${"2026-11-20 09:00"} | ${"a Friday morning"}
    ${"2026-11-20 08:29"} | ${false}   | ${"2026-11-20 08:30"} | ${"the window opens"}
    ${"2026-11-20 18:00"} | ${false}   | ${"2026-11-23 08:30"} | ${"it closes at 18:00, and the weekend is none"}
    ${"2026-11-20 18:30"} | ${true}    | ${"2026-11-21 08:30"} | ${"a thank-you does not wait for Monday (R14)"}
    ${"2026-11-21 09:00"} | ${true}    | ${"2026-11-21 09:00"} | ${"Saturday 09:00 is allowed (R14)"}
    ${"2026-11-21 09:00"} | ${false}   | ${"2026-11-23 08:30"} | ${"anything else waits for Monday"}
    ${"2026-11-11 09:00"} | ${false}   | ${"2026-11-12 08:30"} | ${"a public holiday"}
    ${"2026-11-11 09:00"} | ${true}    | ${"2026-11-11 09:00"} | ${"thanks do not mind a holiday"}
  `("$from, thank-you $isThankYou: $leaves, $because", ({ from, isThankYou, leaves }) => {
    const holidays = new Set(["2026-11-11" as PlainDate]);
    expect(mayLeaveAt({ isThankYou, holidays }, policy, inParis(from))).toBe(inParis(leaves));
  });

  test("the recipient's zone counts, not the owner's", () => {
    const leaving = { isThankYou: false, zone: newYork };
    expect(mayLeaveAt(leaving, policy, inParis("2026-11-20 09:00"))).toBe(inNewYork("2026-11-20", 8 * 60 + 30));
    expect(mayLeaveAt(leaving, policy, inParis("2026-11-20 23:00"))).toBe(inParis("2026-11-20 23:00"));
    expect(mayLeaveAt({ isThankYou: false, zone: undefined }, policy, inParis("2026-11-20 23:00"))).toBe(
      inParis("2026-11-23 08:30"),
    );
  });

  test("a thank-you that the window would make too late leaves outside of it, never in quiet hours", () => {
    const from = inParis("2026-11-18 18:10");
    expect(mayLeaveAt({ isThankYou: true, deadlineAt: inParis("2026-11-18 18:30") }, policy, from)).toBe(from);
    const late = inParis("2026-11-18 20:10");
    const leaves = mayLeaveAt({ isThankYou: true, deadlineAt: inParis("2026-11-18 21:00") }, policy, late);
    expect(leaves).toBe(inParis("2026-11-19 08:30"));
  });

  test("settings that leave no hour at all are told, not waited for", () => {
    const never = { ...policy, hours: { ...policy.hours, sendFromMinute: 21 * 60, sendUntilMinute: 22 * 60 } };
    expect(mayLeaveAt({ isThankYou: false }, never, now)).toBeUndefined();
  });

  test("over the change of the clocks the window is the wall's", () => {
    const home = defaultPolicy("Europe/Paris" as Zone);
    const before = mayLeaveAt({ isThankYou: false }, home, inParis("2026-10-23 19:00"))!;
    expect(before).toBe(inParis("2026-10-26 08:30"));
    expect(hoursBetween(inParis("2026-10-23 08:30"), before)).toBe(73);
  });

  test("the pause is 90 to 420 seconds, as the draw says", () => {
    expect([0, 0.5, 0.999999].map((draw) => afterPause(now, draw, policy))).toEqual([
      after(now, { seconds: 90 }),
      after(now, { seconds: 255 }),
      after(now, { seconds: 420 }),
    ]);
  });
});
