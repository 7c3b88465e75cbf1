/** `rapport simulate`: invented owners live for a while under the real decisions; what came of it, and whether all held. */
import { createHash } from "node:crypto";
import { after } from "../domain/time.ts";
import { watched, watchedElsewhere } from "../sandbox/simulation/invariants.ts";
import { type Funnel, funnelOf, type Life } from "../sandbox/simulation/journal.ts";
import { liveOneOwner, sayLife } from "../sandbox/simulation/owner-life.ts";
import { wallClock } from "../world.ts";
import { printJson, readArgs, wholeNumber } from "./usage.ts";

export const about = "Lets invented owners live under the real decisions and prints what came of it.";

const usage = `rapport simulate  ${about}

  --owners N     how many lives (20)
  --days D       how long each (365)
  --seed S       the first one's seed; the others follow (1)
  --minutes M    stops beginning new lives after so many minutes
  --json         one line: {owners, days, firstSeed, lastSeed, funnel, planKept, broken, hash, watched, watchedElsewhere}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, {
    owners: { type: "string" },
    days: { type: "string" },
    seed: { type: "string" },
    minutes: { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const owners = wholeNumber("--owners", values.owners, 20, [1, 1_000_000]);
  const days = wholeNumber("--days", values.days, 365, [1, 3_650]);
  const firstSeed = wholeNumber("--seed", values.seed, 1, [0, 999_999_999]);
  const minutes = wholeNumber("--minutes", values.minutes, 60, [1, 1_440]);
  const until = after(wallClock.now(), { minutes });
  const lives: Life[] = [];
  const hash = createHash("sha256");
  while (lives.length < owners && wallClock.now() < until) {
    const life = liveOneOwner({ seed: firstSeed + lives.length, days });
    hash.update(sayLife(life));
    lives.push(life);
  }
  const funnel = funnelOf(lives);
  const broken = lives.flatMap((life) => life.broken);
  const planKept = funnel.planned === 0 ? undefined : funnel.held / funnel.planned;
  const lastSeed = firstSeed + lives.length - 1;
  const summary = {
    owners: lives.length,
    days,
    firstSeed,
    lastSeed,
    funnel,
    planKept,
    broken,
    hash: hash.digest("hex"),
  };
  if (values.json === true) printJson({ ...summary, watched, watchedElsewhere });
  else for (const line of linesOf(summary)) console.log(line);
  return broken.length === 0 ? 0 : 1;
}

type Summary = { owners: number; days: number; firstSeed: number; lastSeed: number; funnel: Funnel; broken: string[] };

const stages: readonly (readonly [keyof Funnel, string])[] = [
  ["encounters", "people met for the first time"],
  ["proposed", "letters proposed (each time that one was shown)"],
  ["approved", "approved"],
  ["withdrawn", "withdrawn at the last look"],
  ["sent", "sent"],
  ["answered", "answered"],
  ["accepted", "of these a yes"],
  ["booked", "booked"],
  ["met", "meetings that took place"],
];

function linesOf({ owners, days, firstSeed, lastSeed, funnel, broken }: Summary): string[] {
  const { planned, held, missed } = funnel;
  const share = planned === 0 ? "" : ` (${Math.round((100 * held) / planned)} %)`;
  return [
    `${owners} owners, ${days} days each, seeds ${firstSeed} to ${lastSeed}`,
    ...stages.map(([stage, words]) => `  ${String(funnel[stage]).padStart(7)}  ${words}`),
    `  ${String(held).padStart(7)}  of ${planned} planned meetings were held${share}, ${missed} were missed`,
    "",
    "Must hold in every life:",
    ...watched.map((rule) => `  - ${rule}`),
    "Held by others than this:",
    ...watchedElsewhere.map((rule) => `  - ${rule}`),
    "",
    ...(broken.length === 0 ? ["Nothing was broken."] : ["Broken:", ...broken.map((line) => `  ${line}`)]),
  ];
}
