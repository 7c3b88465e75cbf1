/**
 * A hundred short lives of the loop on the real store, with lost calls and dying processes: of each, what must hold holds.
 * RAPPORT_SEED tries others; `scripts/loop-lives.ts --seed S --lives 1 --people 1 --days 1 --trouble 0.05` lives one again. Why they
 * are short, and where the long ones are lived: docs/decisions/0029.
 */
import { expect, test } from "vitest";
import { liveTogether, seedsFrom } from "../support/loop-lives/lives-together.ts";
import type { LifeLived } from "../support/loop-lives/loop-life.ts";
import { lifeBegins } from "../support/loop-lives/loop-owner.ts";
import { testWorld } from "../support/world.ts";

const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
const lives = 100;
const livedTwice = [firstSeed, firstSeed + 10, firstSeed + 20];

test(`${lives} lives from seed ${firstSeed}: nothing twice, nothing lost without a word, no two meetings at one time (R34, R41, Q8)`, {
  timeout: 180_000,
}, async () => {
  const { world } = await testWorld({ clock: lifeBegins, reader: "in_test" });
  const lived = new Map<number, LifeLived[]>();
  const seeds = [...seedsFrom(firstSeed, lives), ...livedTwice];
  await liveTogether(world, { seeds, people: 1, days: 1, troubleShare: 0.05 }, (seed, life) => {
    lived.set(seed, [...(lived.get(seed) ?? []), life]);
  });
  const all = [...lived.values()].flat();
  expect(all.flatMap(({ broken }) => broken)).toEqual([]);
  // The same seed is the same life.
  for (const seed of livedTwice) {
    const [once, again] = lived.get(seed)!;
    expect({ seed, hash: again!.hash }).toEqual({ seed, hash: once!.hash });
  }
  const sumOf = (name: keyof LifeLived["told"]) => all.reduce((sum, { told }) => sum + told[name], 0);
  // A simulation in which nothing happens, or nothing goes wrong, proves nothing.
  expect(sumOf("approved")).toBeGreaterThan(lives / 2);
  expect(sumOf("meetings")).toBeGreaterThan(lives / 20);
  expect(sumOf("deaths")).toBeGreaterThan(lives);
  expect(sumOf("lost")).toBeGreaterThan(lives / 2);
});
