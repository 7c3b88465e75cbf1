/**
 * Many random questions about free time, each judged minute by minute beside the engine (Q3).
 * `node scripts/slot-oracle.ts --cases 100000 --minutes 10 --seed 1`: stops at whichever comes first, prints one JSON line with
 * the seeds it did, and exits with 1 at the first disagreement.
 */
import { parseArgs } from "node:util";
import { agree } from "../test/support/slot-agreement.ts";
import { diceOf, randomQuestion } from "../test/support/slot-cases.ts";

const { values } = parseArgs({
  options: { cases: { type: "string" }, minutes: { type: "string" }, seed: { type: "string" } },
});
const cases = values.cases === undefined ? 100_000 : Number(values.cases);
const minutes = values.minutes === undefined ? 20 : Number(values.minutes);
const firstSeed = values.seed === undefined ? 1 : Number(values.seed);
if (![cases, minutes, firstSeed].every((value) => Number.isFinite(value) && value > 0)) {
  console.error("usage: slot-oracle [--cases N] [--minutes M] [--seed S], all above 0");
  process.exit(2);
}

const began = performance.now();
const total = { minutes: 0, free: 0, offered: 0, reasons: 0 };
let done = 0;
while (done < cases && performance.now() - began < minutes * 60_000) {
  const seed = firstSeed + done;
  const dice = diceOf(seed);
  const { disagreement, ...counts } = agree(randomQuestion(seed, dice), dice);
  if (disagreement !== undefined) {
    console.error(JSON.stringify({ suite: "slot oracle", seed, disagreement }));
    process.exit(1);
  }
  for (const key of ["minutes", "free", "offered", "reasons"] as const) total[key] += counts[key];
  done += 1;
}
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(
  JSON.stringify({
    suite: "slot oracle",
    cases: done,
    asked: cases,
    firstSeed,
    lastSeed: firstSeed + done - 1,
    seconds,
    ...total,
  }),
);
