/** Waits for something outside to become true, looking every 20 ms. */
import { setTimeout as sleep } from "node:timers/promises";

const everyMs = 20;
const triesMax = 600;

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > triesMax) throw new Error(`waited ${(triesMax * everyMs) / 1000} seconds in vain`);
    await sleep(everyMs);
  }
}
