/** Waits for something outside to become true, looking every 20 ms. */
import { setTimeout as sleep } from "node:timers/promises";

const everyMs = 20;

export async function until(holds: () => boolean | Promise<boolean>, { secondsMax = 12 } = {}): Promise<void> {
  for (const began = performance.now(); !(await holds()); await sleep(everyMs)) {
    if (performance.now() - began > secondsMax * 1000) throw new Error(`waited ${secondsMax} seconds in vain`);
  }
}
