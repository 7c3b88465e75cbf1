/**
 * The world as `installation.ts` builds it, on any database: the real archive reader in its threads, real ids and bytes, a
 * clock that is moved by hand, and what was nudged or logged as a fault kept for looking at.
 */
import { readFileSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import type { Clock } from "../../src/domain/clock.ts";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Instant, PlainDate, Zone } from "../../src/domain/time.ts";
import type { Nudge, World } from "../../src/flows/world.ts";
import { openArchiveReader } from "../../src/integrations/archive/reader.ts";
import { openFeedReader } from "../../src/integrations/feeds/https-feed.ts";
import { letterBytes } from "../../src/integrations/letter-bytes.ts";
import { openOutbox } from "../../src/integrations/outbox/zip-outbox.ts";
import { makeSample } from "../../src/sample.ts";
import type { Database } from "../../src/store/database.ts";
import { makeOwner, setZone, sinceEver } from "../../src/store/owners.ts";
import { mailboxHash } from "../../src/store/suppressions.ts";
import { random, uuids } from "../../src/world.ts";
import { inThreadReader } from "./in-thread-reader.ts";
import { noAccounts } from "./no-accounts.ts";

export type SettableClock = Clock & { set(at: Instant): void };

export type BuiltWorld = {
  world: World;
  /** Business time and wall time both, so that the same steps leave the same rows. */
  clock: SettableClock;
  nudges: Nudge[];
  /** What was logged as an error. */
  faults: { facts: object; message: string }[];
};

/** What test/support/feed-server.ts answers with; made for these tests, for localhost, and good for a hundred years. */
export const ownCertificate = readFileSync(new URL("../fixtures/tls/certificate.pem", import.meta.url), "utf8");

/** As the keyring of an installation keeps one. */
const testPepper = Buffer.alloc(32, 7);

export const paris = "Europe/Paris" as Zone;

export type WorldWish = {
  startsAt: Instant;
  /** Where the inbox lies. */
  folder: string;
  /** "in_test" reads without threads, which a test that imports many times and is not about them starts faster. */
  reader?: "threads" | "in_test";
};

export function worldOn(database: Database, { startsAt, folder, reader = "threads" }: WorldWish): BuiltWorld {
  const clock = settableClock(startsAt);
  const nudges: Nudge[] = [];
  const faults: BuiltWorld["faults"] = [];
  const inbox = join(folder, "inbox");
  const world: World = {
    clock,
    wall: clock,
    ids: uuids(),
    random,
    hostZone: paris,
    database,
    archive: reader === "threads" ? openArchiveReader() : inThreadReader,
    // The tests' own server has a loopback address and a certificate of its own.
    feeds: openFeedReader({ timeout: AbortSignal.timeout, mayAsk: () => true, ca: ownCertificate }),
    ...noAccounts,
    letterBytes,
    hashAddress: async (address) => mailboxHash(testPepper, address),
    makeSample: (now) => makeSample(inbox, now),
    removeFromInbox: async (path) => {
      if (path.startsWith(inbox + sep)) rmSync(path, { recursive: true, force: true });
    },
    outbox: openOutbox(join(folder, "outbox")),
    removeKeptFiles: async () => {
      for (const kept of [inbox, join(folder, "outbox")]) rmSync(kept, { recursive: true, force: true });
    },
    failpoint: async () => undefined,
    nudge: async (nudge) => {
      nudges.push(nudge);
    },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (facts, message) => faults.push({ facts, message }),
    },
  };
  return { world, clock, nudges, faults };
}

/** An owner in Europe/Paris, as signing in will make them. */
export async function seedOwner(world: World): Promise<OwnerId> {
  const ownerId = world.ids.next<OwnerId>();
  await makeOwner(world.database, { ownerId, locale: "en", at: world.wall.now(), role: "operator" });
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
