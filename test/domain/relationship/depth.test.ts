import fc from "fast-check";
import { expect, test } from "vitest";
import { type ThreadMessage, threadDepths } from "../../../src/domain/relationship/depth.ts";
import { after, instantOf } from "../../../src/domain/time.ts";

const rule = { eachWayMin: 2, withinDays: 7 };
const start = instantOf(Date.parse("2026-11-02T09:00:00Z"));

/** `in 0, out 1`: directions with their hours after the start. */
const thread = (text: string): ThreadMessage[] =>
  text.split(", ").map((one) => {
    const [way, hours] = one.split(" ");
    return { at: after(start, { hours: Number(hours) }), direction: way === "in" ? "inbound" : "outbound" };
  });
const say = (text: string) =>
  threadDepths(thread(text), rule)
    .map((depth) => (depth === "thread" ? "T" : "-"))
    .join("");

test.each`
  messages                                             | depths      | because
  ${"out 0, in 1, out 2, in 3"}                        | ${"TTTT"}   | ${"two each way"}
  ${"out 0, in 1, out 2"}                              | ${"---"}    | ${"only one from them"}
  ${"out 0, out 1, out 2, in 3"}                       | ${"----"}   | ${"only one from them"}
  ${"out 0, out 1, in 2, in 3"}                        | ${"TTTT"}   | ${"the order does not matter"}
  ${"out 0, in 1, out 2, in 168"}                      | ${"TTTT"}   | ${"seven days to the hour"}
  ${"out 0, in 1, out 2, in 169"}                      | ${"----"}   | ${"an hour more than seven days after the first"}
  ${"out 0, in 1, out 2, in 3, in 400"}                | ${"TTTT-"}  | ${"a straggler is a touch"}
  ${"out 0, in 160, out 161, in 170, out 171, in 172"} | ${"-TTTTT"} | ${"a later stretch counts by itself"}
  ${"in 3, out 2, in 1, out 0"}                        | ${"TTTT"}   | ${"told backwards"}
`("$messages: $depths, $because (R9)", ({ messages, depths }) => expect(say(messages)).toBe(depths));

test("the fast walk agrees with looking at every stretch (R9)", () => {
  const message = fc.record({ hours: fc.integer({ min: 0, max: 900 }), inbound: fc.boolean() });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 14 }), (given) => {
      const messages = given.map(
        ({ hours, inbound }): ThreadMessage => ({
          at: after(start, { hours }),
          direction: inbound ? "inbound" : "outbound",
        }),
      );
      const belongs = given.map((one) =>
        given.some((from) => {
          const stretch = given.filter((other) => other.hours >= from.hours && other.hours <= from.hours + 168);
          const inbound = stretch.filter((other) => other.inbound).length;
          return stretch.includes(one) && inbound >= 2 && stretch.length - inbound >= 2;
        }),
      );
      expect(threadDepths(messages, rule)).toEqual(belongs.map((is) => (is ? "thread" : "touch")));
    }),
  );
});
