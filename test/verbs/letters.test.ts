/** `rapport letters`: the sample that is read aloud, and the figures that it is held to. */
import { describe, expect, test } from "vitest";
import { sampleLetters, sentenceCounts, sentencesOfOnePerson } from "../../src/sample-letters.ts";
import { mayBeApproved } from "../../src/templates/lint.ts";

describe.each([
  { seed: 1, only: undefined },
  { seed: 2, only: undefined },
  { seed: 3, only: undefined },
  { seed: 1, only: "en" },
  { seed: 2, only: "en" },
] as const)("sixty letters of seed $seed, in $only", ({ seed, only }) => {
  const letters = sampleLetters(seed, 60, only);

  test("each says something that is true of one person only", () => {
    expect(letters).toHaveLength(60);
    const without = letters.filter((one) => sentencesOfOnePerson(one, letters).length === 0);
    expect(without.map(({ to, kind }) => `${kind} to ${to}`)).toEqual([]);
  });

  test("no sentence stands in more than three of them", () => {
    expect(sentenceCounts(letters)[0]?.letters).toBeLessThanOrEqual(3);
  });

  test("nothing stands in the way of any, and the same seed prints the same", () => {
    expect(letters.filter(({ findings }) => !mayBeApproved(findings))).toEqual([]);
    expect(sampleLetters(seed, 60, only)).toEqual(letters);
  });
});

test("more letters than there are people and kinds are not invented", () => {
  const letters = sampleLetters(1, 500, "es");
  expect(new Set(letters.map(({ to, kind }) => `${to}/${kind}`)).size).toBe(letters.length);
});
