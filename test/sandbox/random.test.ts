import { describe, expect, test } from "vitest";
import { chance } from "../../src/sandbox/random.ts";

const draws = (seed: number, ...purpose: string[]) => {
  const draw = chance(seed, ...purpose);
  return Array.from({ length: 1_000 }, () => draw.whole(1, 6));
};

describe("a chance", () => {
  test("repeats for the same seed and purpose, and differs for others", () => {
    expect(draws(1, "letters", "priya")).toEqual(draws(1, "letters", "priya"));
    expect(draws(1, "letters", "priya")).not.toEqual(draws(2, "letters", "priya"));
    expect(draws(1, "letters", "priya")).not.toEqual(draws(1, "letters", "tomas"));
  });

  test("is about even", () => {
    const counts = Map.groupBy(draws(7, "dice"), (face) => face);
    expect([...counts.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const faces of counts.values()) expect(Math.abs(faces.length - 1_000 / 6)).toBeLessThan(60);
  });

  test("takes some of them, each once", () => {
    const taken = chance(3, "some").some([1, 2, 3, 4, 5], 3);
    expect(new Set(taken).size).toBe(3);
    expect(chance(3, "all").some(["a", "b"], 9).toSorted()).toEqual(["a", "b"]);
  });

  test("refuses to pick from nothing", () => {
    expect(() => chance(1, "empty").pick([])).toThrow(RangeError);
  });
});
