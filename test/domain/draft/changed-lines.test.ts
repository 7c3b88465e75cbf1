import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ComparedLine, compareLines } from "../../../src/domain/draft/changed-lines.ts";

const marks = { same: " ", new: "+", gone: "-" } as const;
const say = (lines: readonly ComparedLine[]) => lines.map(({ as, text }) => `${marks[as]}${text}`).join(" ");

describe("what changed between two versions of a letter (R41)", () => {
  test.each`
    before       | now             | shown
    ${"a"}       | ${"a"}          | ${" a"}
    ${"a\nb"}    | ${"a\nc"}       | ${" a -b +c"}
    ${"a\nb\nc"} | ${"a\nc"}       | ${" a -b  c"}
    ${"a\nc"}    | ${"a\nb\nc"}    | ${" a +b  c"}
    ${"a\r\nb"}  | ${"a\nb"}       | ${" a  b"}
    ${""}        | ${"a"}          | ${"- +a"}
    ${"a\nb\na"} | ${"b\na\nb\na"} | ${"+b  a  b  a"}
  `("$before, then $now: $shown", ({ before, now, shown }) => expect(say(compareLines(before, now))).toBe(shown));

  test("both versions can be read off it, and lines that both have in order are never marked", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, now) => {
        const lines = compareLines(before.join("\n"), now.join("\n"));
        const without = (as: ComparedLine["as"]) => lines.filter((one) => one.as !== as).map(({ text: line }) => line);
        expect(without("new")).toEqual(before);
        expect(without("gone")).toEqual(now);
        expect(lines.filter(({ as }) => as === "same")).toHaveLength(longestCommon(before, now));
      }),
    );
  });
});

/** The plain definition: the longest sequence of lines that stands in both. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const known = new Map<string, number>();
  const from = (at: number, on: number): number => {
    if (at === one.length || on === other.length) return 0;
    const key = `${at} ${on}`;
    const found =
      known.get(key) ??
      (one[at] === other[on] ? 1 + from(at + 1, on + 1) : Math.max(from(at + 1, on), from(at, on + 1)));
    known.set(key, found);
    return found;
  };
  return from(0, 0);
}
