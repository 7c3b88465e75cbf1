/** Processes that die: at a named place between two steps, or at a request, before it left or after it did its work. */
import type { Failpoint } from "../../src/flows/failpoints.ts";
import type { World } from "../../src/flows/world.ts";
import type { InCloud } from "./cloud-world.ts";

class Died extends Error {}

/** The same world, which dies when it passes `at` for the nth time, from 0, and then never again. */
export function dyingAt(world: World, at: Failpoint, nth = 0): World {
  let passed = 0;
  return {
    ...world,
    async failpoint(name) {
      if (name !== at) return world.failpoint(name);
      passed += 1;
      if (passed === nth + 1) throw new Died(`died at ${at}`);
    },
  };
}

/** Runs the work; what it throws beside its death is thrown. */
export async function untilDeath(work: () => Promise<unknown>): Promise<"lived" | "died"> {
  try {
    await work();
    return "lived";
  } catch (error) {
    if (error instanceof Died) return "died";
    throw error;
  }
}

export type DeathAtRequest = { nth: number; when: "before" | "after" };

/** The process dies at its nth request, from 0: before it left, or after it did its work. Nothing is asked after that. */
export async function dieAtRequest(
  { network }: Pick<InCloud, "network">,
  { nth, when }: DeathAtRequest,
  work: () => Promise<unknown>,
): Promise<"lived" | "died"> {
  const working = network.fetch;
  let asked = 0;
  network.fetch = async (request) => {
    const isLast = asked === nth;
    asked += 1;
    if (isLast && when === "after") await working(request);
    if (asked > nth) throw new Error("the process died");
    return working(request);
  };
  try {
    await work();
    return asked > nth ? "died" : "lived";
  } catch (error) {
    if (asked <= nth) throw error;
    return "died";
  } finally {
    network.fetch = working;
  }
}
