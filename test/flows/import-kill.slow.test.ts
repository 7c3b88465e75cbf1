/**
 * Kill -9 of an importing process at random moments, RAPPORT_CYCLES times (30): what is begun again ends with the rows of a
 * clean run. RAPPORT_SEED says where the numbers start.
 */
import { expect, test } from "vitest";
import { chance } from "../../src/sandbox/random.ts";
import { killCycle, openKillStand } from "../support/import-kill.ts";

const cycles = Number(process.env.RAPPORT_CYCLES ?? 30);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);

test(`${cycles} imports killed and begun again`, { timeout: cycles * 60_000 }, async () => {
  const stand = await openKillStand();
  const kills = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + cycles; seed += 1) {
    const cycle = await killCycle(stand, chance(seed, "kills").number);
    expect(cycle.differences, `seed ${seed}, killed after ${cycle.killedAfter.join(", ")}`).toEqual([]);
    for (const word of cycle.killedAfter) kills.set(word, (kills.get(word) ?? 0) + 1);
  }
  console.log(JSON.stringify({ suite: "import-kill", cycles, firstSeed, killsAfter: Object.fromEntries(kills) }));
});
