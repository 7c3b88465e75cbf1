import { beforeAll, expect, test } from "vitest";
import { type KillStand, killCycle, openKillStand } from "../support/import-kill.ts";

let stand: KillStand;
beforeAll(async () => {
  stand = await openKillStand();
}, 60_000);

test("a killed import, begun again, leaves the rows of a clean one (S2)", { timeout: 60_000 }, async () => {
  // One kill while a batch is being stored; the slow suite kills everywhere.
  const numbers = [0, 0.3, 0, 0.1];
  const cycle = await killCycle(stand, () => numbers.shift() ?? 0);
  expect(cycle.differences).toEqual([]);
  expect(cycle.killedAfter).toEqual(["batch"]);
});
