/** How a journey through trouble ended, held to the world's truth. */
import type { Case } from "./fault-world.ts";

/** Empty lists are what is wanted. */
export type Differences = {
  /** There, and not here. */
  lost: readonly string[];
  /** Here more often than there. */
  doubled: readonly string[];
  /** Here, and never there. */
  invented: readonly string[];
};

export type Ending = Differences & {
  /** How often the owner had to connect again. */
  reconnected: number;
  /** Whether it took the weekly listing until all was there: what made no sense before was said to be left out. */
  late?: number;
  /** Made twice by a call that arrived twice, where the provider takes no key: nobody hears of it. */
  spare?: number;
  /** What else is not as it should be, in words. */
  wrong: readonly string[];
};

export type Journey = {
  name: string;
  /** Fills the account and lives through it, from the first call on in trouble as the case has it. */
  live(one: Case): Promise<Ending>;
};

/** What is here, against what must be there (each once) and what may be. */
export function differences(
  here: readonly string[],
  { must, may = [] }: { must: readonly string[]; may?: readonly string[] },
): Differences {
  const count = (list: readonly string[], wanted: string) => list.filter((one) => one === wanted).length;
  return {
    lost: must.filter((one) => !here.includes(one)),
    doubled: [...new Set(here)].filter((one) => count(here, one) > Math.max(1, count(must, one))),
    invented: here.filter((one) => !must.includes(one) && !may.includes(one)),
  };
}
