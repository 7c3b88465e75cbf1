/** Several lives of the loop at once in one database: while one waits for it, others go on. Each is an owner of its own. */
import type { World } from "../../../src/flows/world.ts";
import { providers } from "../../../src/integrations/provider.ts";
import { type LifeLived, type LifeWish, liveLoop } from "./loop-life.ts";

/** Two keep a core and the database at work; more only wait for each other. */
const atOnce = 3;

export type SeedsWish = Omit<LifeWish, "seed" | "provider"> & {
  /** In the order in which lives begin. */
  seeds: Iterable<number>;
  /** When no more are begun, in milliseconds of this process. */
  until?: number;
};

/** By seed, as they end. Google and Outlook take turns. */
export async function liveTogether(
  world: World,
  { seeds, until = Number.POSITIVE_INFINITY, ...wish }: SeedsWish,
  ended: (seed: number, lived: LifeLived) => void,
): Promise<void> {
  const left = seeds[Symbol.iterator]();
  const live = async () => {
    while (performance.now() < until) {
      const next = left.next();
      if (next.done === true) return;
      const seed = next.value;
      ended(seed, await liveLoop(world, { ...wish, seed, provider: providers[seed % providers.length]! }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, live));
}

export function* seedsFrom(first: number, count: number): Iterable<number> {
  for (let seed = first; seed < first + count; seed += 1) yield seed;
}
