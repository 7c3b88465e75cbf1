/** The stored clock of a home before anything runs in it: one that runs can be moved ahead only, and begins at the present. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wallClock } from "../../src/world.ts";

/** `offsetMs`: ahead of the present, or behind it. `speed`: seconds of its own in one of ours. */
export function layClock(home: string, { offsetMs = 0, speed = 1 }: { offsetMs?: number; speed?: number }): void {
  writeFileSync(join(home, "clock.json"), JSON.stringify({ base: wallClock.now(), offsetMs, speed }));
}
