import { expect, test } from "vitest";
import { agree } from "../../support/slot-agreement.ts";
import { diceOf, randomQuestion } from "../../support/slot-cases.ts";

const cases = Number(process.env.SLOT_CASES ?? 2_000);
const seed = Number(process.env.SLOT_SEED ?? 20_261_122);

test(`the engine agrees with a minute-by-minute judgement in ${cases} random cases, seed ${seed} (Q3)`, () => {
  const total = { minutes: 0, free: 0, offered: 0, reasons: 0 };
  for (let at = 0; at < cases; at += 1) {
    const dice = diceOf(seed + at);
    const { disagreement, ...counts } = agree(randomQuestion(seed + at, dice), dice);
    expect(disagreement, `seed ${seed + at}`).toBeUndefined();
    for (const key of ["minutes", "free", "offered", "reasons"] as const) total[key] += counts[key];
  }
  console.info(`slot oracle: seed ${seed}, ${cases} cases, ${JSON.stringify(total)}`);
  // A generator that never leaves anything free, or never refuses, would agree with everything.
  expect(total.free).toBeGreaterThan(total.minutes / 100);
  expect(total.free).toBeLessThan(total.minutes / 2);
  expect(total.offered).toBeGreaterThan(cases * 10);
  expect(total.reasons).toBeGreaterThan(cases * 10);
}, 120_000);
