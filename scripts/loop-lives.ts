/**
 * `node bin/rapport.js --run scripts/loop-lives.ts [--seed S] [--lives N] [--minutes M] [--people P] [--days D] [--trouble SHARE]`:
 * lives of invented owners in the loop on the real store: letters approved, sent, answered, meetings booked, moved, called off,
 * with lost calls and dying processes. Prints a line a life and the sum; ends with 1 when something did not hold, with the seed
 * that shows it again: `--seed S --lives 1` and the same people, days and trouble.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { liveTogether, seedsFrom } from "../test/support/loop-lives/lives-together.ts";
import type { LifeLived } from "../test/support/loop-lives/loop-life.ts";
import { lifeBegins } from "../test/support/loop-lives/loop-owner.ts";
import { worldOn } from "../test/support/world-on.ts";
import { withInstallation } from "./bench/bench-installation.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    lives: { type: "string", default: "1000000" },
    minutes: { type: "string" },
    people: { type: "string", default: "12" },
    days: { type: "string", default: "60" },
    trouble: { type: "string", default: "0.03" },
  },
});
const number = (name: keyof typeof values): number => Number(values[name]);
const [firstSeed, lives, minutes] = [
  number("seed"),
  number("lives"),
  values.minutes === undefined ? 1 : number("minutes"),
];
const isBounded = values.minutes !== undefined || values.lives !== "1000000";
if (![firstSeed, lives, minutes, number("people"), number("days")].every((one) => one > 0) || !isBounded) {
  console.error("usage: loop-lives.ts [--seed S] [--lives N] [--minutes M] [--people P] [--days D] [--trouble SHARE]");
  process.exit(2);
}

const sum = { approved: 0, meetings: 0, deaths: 0, lost: 0, steps: 0 };
const lived: number[] = [];
await withInstallation(async ({ world }) => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-loop-"));
  const built = worldOn(world.database, { startsAt: lifeBegins, folder, reader: "in_test" });
  const wish = { people: number("people"), days: number("days"), troubleShare: number("trouble") };
  const until = values.minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000;
  await liveTogether(built.world, { ...wish, seeds: seedsFrom(firstSeed, lives), until }, say);
  rmSync(folder, { recursive: true, force: true });
});
const lastSeed = Math.max(firstSeed, ...lived);
console.log(JSON.stringify({ case: "loop-lives", lives: lived.length, firstSeed, lastSeed, ...sum }));

function say(seed: number, { broken, told, hash }: LifeLived): void {
  lived.push(seed);
  for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += told[name];
  console.log(JSON.stringify({ seed, hash: hash.slice(0, 12), ...told }));
  for (const one of broken) console.log(one);
  if (broken.length > 0) process.exitCode = 1;
}
