import { test } from "vitest";
import { benchImportGrowth } from "../../scripts/bench/import-growth.ts";
import { testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";
test("growth", { timeout: 600000 }, async () => {
  const { world } = await testWorld({ clock: "2026-11-22T10:00:00.000Z" as never });
  for (const size of (process.env.SIZES ?? "10000,50000").split(",").map(Number))
    console.log(JSON.stringify(await benchImportGrowth(world, () => seedOwner(world), [size])));
});
