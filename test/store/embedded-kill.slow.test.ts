/**
 * Kill -9 at random moments of a first boot and of later life (design §2): what is opened afterwards works, has one
 * postmaster, and holds every commit that was acknowledged. RAPPORT_MINUTES says how long it goes on, RAPPORT_SEED
 * where it starts.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { expect, test } from "vitest";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";
import { packagedPrograms } from "../../src/store/embedded-programs.ts";
import { killAll } from "../support/kill.ts";
import { randomOf } from "../support/random.ts";

const opener = fileURLToPath(new URL("../support/embedded-opener.ts", import.meta.url));
const minutes = Number(process.env.RAPPORT_MINUTES ?? 1);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
const programs = await packagedPrograms(process.platform, process.arch);

/** What a first boot has reached when the time to the kill begins, so that a slow machine is hit everywhere too. */
const phases = ["programs", "initdb", "cluster", "running", "committing"] as const;
type Phase = (typeof phases)[number];

test(`kill -9 for ${minutes} minutes`, { timeout: minutes * 60_000 + 120_000 }, async () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "rapport-kill-")));
  chmodSync(base, 0o711);
  const until = Date.now() + minutes * 60_000;
  const done = { cycles: 0, firstBoots: 0, beforeAnyDatabase: 0, commits: 0 };
  let home = "";
  let standing: Embedded | undefined;
  let seed = firstSeed;
  for (; Date.now() < until; seed++) {
    const random = randomOf(seed);
    const isFresh = standing === undefined || random() < 0.6;
    if (isFresh) {
      expect(await standing?.stop(), `seed ${seed}`).not.toBe("in_use");
      if (home !== "") rmSync(home, { recursive: true, maxRetries: 5 });
      home = join(base, `home-${seed}`);
    } else await standing?.release();
    const known = isFresh ? 0 : await highest(standing);

    const { child, acknowledged } = writer(home);
    const phase = phases[Math.floor(random() * phases.length)] ?? "programs";
    while (!hasReached(phase, home, acknowledged) && child.exitCode === null) await wait(2);
    await wait(random() * 300);
    if (!existsSync(join(home, "cluster"))) done.beforeAnyDatabase++;
    await kill(child, home, random() < 0.5);

    standing = await openEmbedded({ home, binaries: programs, random: randomBytes, idleSeconds: 5 });
    const found = await highest(standing);
    expect(found, `seed ${seed}: commits kept`).toBeGreaterThanOrEqual(Math.max(known, acknowledged()));
    expect(postmastersOf(home), `seed ${seed}: one postmaster`).toEqual([standing.pid]);
    done.cycles++;
    done.firstBoots += isFresh ? 1 : 0;
    done.commits += Math.max(0, acknowledged() - known);
  }
  await standing?.stop();
  rmSync(base, { recursive: true, maxRetries: 5 });
  console.log(JSON.stringify({ case: "embedded-kill", minutes, firstSeed, lastSeed: seed - 1, ...done }));
  expect(done.cycles).toBeGreaterThan(0);
});

function hasReached(phase: Phase, home: string, acknowledged: () => number): boolean {
  if (phase === "committing") return acknowledged() > 0;
  if (phase === "running") return existsSync(join(home, "cluster", "data", "postmaster.pid"));
  if (phase === "cluster") return existsSync(join(home, "cluster"));
  const names = existsSync(home) ? readdirSync(home) : [];
  return names.some((name) => name.startsWith(phase === "initdb" ? "cluster" : "programs"));
}

function writer(home: string): { child: ChildProcess; acknowledged: () => number } {
  const child = spawn(process.execPath, [opener, home, "--write"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said = said.slice(-100) + text;
  });
  return { child, acknowledged: () => Number(/(?:^|\n)(\d+)\n[^\n]*$/.exec(said)?.[1] ?? 0) };
}

/** The writer alone, as when a person kills it, or with initdb, postmaster and keeper, as in a power cut. */
async function kill(child: ChildProcess, home: string, isEverything: boolean): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGKILL");
  if (isEverything) {
    killAll(...processesOf(home));
  }
  // Its output ends when no initdb that it left behind holds it open.
  await ended;
}

async function highest(embedded: Embedded | undefined): Promise<number> {
  if (embedded === undefined) return 0;
  const client = new Client(embedded.connection);
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('written') is not null as there");
    return rows[0].there ? (await client.query("select coalesce(max(n), 0)::int as n from written")).rows[0].n : 0;
  } finally {
    await client.end();
  }
}

function postmastersOf(home: string): number[] {
  return processesOf(`/postgres\0-D\0${join(home, "cluster", "data")}\0`);
}

function processesOf(words: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => commandLine(name).includes(words))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
