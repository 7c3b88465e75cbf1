/**
 * The world as `installation.ts` builds it, on a database of the test's own: the real archive reader in its threads, real
 * ids and bytes, a clock that the test moves, and what was nudged or logged as a fault kept for looking at.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Clock } from "../../src/domain/clock.ts";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Instant, PlainDate, Zone } from "../../src/domain/time.ts";
import type { Nudge, World } from "../../src/flows/world.ts";
import { openArchiveReader } from "../../src/integrations/archive/reader.ts";
import { letterBytes } from "../../src/integrations/letter-bytes.ts";
import { makeSample } from "../../src/sample.ts";
import { makeOwner, setZone, sinceEver } from "../../src/store/owners.ts";
import { random, uuids } from "../../src/world.ts";
import { type TestDatabase, testDatabase } from "./postgres.ts";

export type SettableClock = Clock & { set(at: Instant): void };

export type TestWorld = {
  world: World;
  database: TestDatabase;
  /** An owner in Europe/Paris, the first of this database. */
  owner: OwnerId;
  /** Business time and wall time both, so that the same steps leave the same rows. */
  clock: SettableClock;
  nudges: Nudge[];
  /** What was logged as an error. */
  faults: { facts: object; message: string }[];
  /** A temporary folder, removed when the test file is done. */
  folder: string;
};

export const paris = "Europe/Paris" as Zone;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-world-"));
  folders.push(folder);
  return folder;
}

export async function testWorld({ clock: startsAt }: { clock: Instant }): Promise<TestWorld> {
  const database = await testDatabase();
  const clock = settableClock(startsAt);
  const nudges: Nudge[] = [];
  const faults: TestWorld["faults"] = [];
  const folder = temporaryFolder();
  const world: World = {
    clock,
    wall: clock,
    ids: uuids(),
    random,
    hostZone: paris,
    database: database.db,
    archive: openArchiveReader(),
    letterBytes,
    makeSample: (now) => makeSample(join(folder, "inbox"), now),
    removeFromInbox: async (path) => {
      if (path.startsWith(join(folder, "inbox"))) rmSync(path, { recursive: true, force: true });
    },
    nudge: async (nudge) => {
      nudges.push(nudge);
    },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (facts, message) => faults.push({ facts, message }),
    },
  };
  return { world, database, owner: await seedOwner(world), clock, nudges, faults, folder };
}

/** One more owner in the same database, as signing in will make them. */
export async function seedOwner(world: World): Promise<OwnerId> {
  const ownerId = world.ids.next<OwnerId>();
  await makeOwner(world.database, { ownerId, locale: "en", at: world.wall.now() });
  await setZone(world.database, ownerId, sinceEver as PlainDate, paris, "Said by the test.");
  return ownerId;
}

function settableClock(startsAt: Instant): SettableClock {
  let now = startsAt;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
  };
}
