/** Kill -9 of an importing process at random moments, and what must stand afterwards. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { exportedAt } from "./export-files.ts";
import { office } from "./office.ts";
import { differences, type Rows, rowsOf } from "./rows.ts";
import type { TestWorld } from "./world.ts";
import { seedOwner } from "./world-on.ts";

const program = fileURLToPath(new URL("importing-process.ts", import.meta.url));

export type KillStand = { test: TestWorld; files: string; clean: Rows };

/** The files, and the rows that one undisturbed run leaves of them. */
export async function openKillStand(): Promise<KillStand> {
  const test = await office();
  return { test, files: test.files, clean: await rowsOf(test.database.pool, test.owner) };
}

/** What the process has said last when the time to the kill begins, so that a slow machine is hit everywhere too. */
const words = ["begun", "batch", "batch", "read"] as const;
const waitMsMax = 250;

export type Cycle = { killedAfter: string[]; differences: string[] };

/**
 * A fresh owner's import is killed up to three times and then left alone. `random` gives numbers from 0 to 1; the same
 * ones kill after the same words, though not at the same instruction.
 */
export async function killCycle({ test, files, clean }: KillStand, random: () => number): Promise<Cycle> {
  const owner = await seedOwner(test.world);
  const killedAfter: string[] = [];
  for (let kills = 1 + Math.floor(random() * 3); kills > 0; kills -= 1) {
    const word = words[Math.floor(random() * words.length)]!;
    killedAfter.push(
      await run(test, owner, files, { word, skip: Math.floor(random() * 3), waitMs: random() * waitMsMax }),
    );
  }
  expect(await run(test, owner, files)).toBe("done");
  return { killedAfter, differences: differences(clean, await rowsOf(test.database.pool, owner)) };
}

/** Runs the import until it ends, or to the moment of its kill, and gives the last word that it said. */
async function run(
  { database }: TestWorld,
  owner: OwnerId,
  files: string,
  kill?: { word: string; skip: number; waitMs: number },
): Promise<string> {
  const child = spawn(process.execPath, [program, JSON.stringify(database.address), owner, files, exportedAt], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let last = "nothing";
  let skip = kill?.skip ?? 0;
  for await (const word of createInterface(child.stdout)) {
    last = word;
    if (kill === undefined || word !== kill.word) continue;
    skip -= 1;
    if (skip >= 0 && kill.word === "batch") continue;
    await wait(kill.waitMs);
    child.kill("SIGKILL");
    break;
  }
  await ended;
  return last;
}
