/**
 * Kill -9 of the worker at random moments of a scan: of a Google and an Outlook account at once, against a sandbox on loopback,
 * on both things that a queue may stand on. After the restart the owner's rows equal the world's truth: nothing lost, nothing
 * twice, no work left over. RAPPORT_CYCLES says how many kills on each, RAPPORT_MINUTES how long at most, RAPPORT_SEED where the
 * seeds start.
 */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import type { OwnerId } from "../src/domain/ids.ts";
import { before, type Instant, type Zone } from "../src/domain/time.ts";
import { type Installation, openInstallation } from "../src/installation.ts";
import { providers } from "../src/integrations/provider.ts";
import { bulkMailbox } from "../src/sandbox/cloud/bulk-mail.ts";
import { atEndOfFile } from "./support/end-of-file.ts";
import { connect, type Known } from "./support/faults/fault-world.ts";
import { scanJourneys } from "./support/faults/scan-journeys.ts";
import { fillBook, fillDiary, putMessage } from "./support/faults/tiny-account.ts";
import { randomOf } from "./support/random.ts";
import { hasRedis } from "./support/redis.ts";
import { restingOwners } from "./support/resting.ts";
import { type SandboxedHome, sandboxedHome } from "./support/sandboxed-home.ts";
import { checkout, type Serving, startServing } from "./support/serving.ts";
import { seedOwner } from "./support/world-on.ts";

const cycles = Number(process.env.RAPPORT_CYCLES ?? 6);
const minutes = Number(process.env.RAPPORT_MINUTES ?? 15);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
/** Pace goes by the clock: at this speed four minutes' units are there every second, and a poll is a second away. */
const speed = 240;
const messages = 900;
/** From the moment at which the accounts are connected: before the tick, while it reads, when it is done. */
const killWithinMs = 2_500;
const doneSecondsMax = 90;

const backends = [
  { name: "PostgreSQL", missing: false },
  { name: "Redis", missing: !hasRedis },
];

for (const { name, missing } of backends)
  describe.skipIf(missing)(`the queue on ${name}`, () => {
    test(`kill -9 of the worker in ${cycles} scans (S2)`, { timeout: (minutes + 5) * 60_000 }, async () => {
      const until = performance.now() + (minutes / backends.length) * 60_000;
      const disturbed = await Disturbed.start(name === "Redis");
      const letRest = restingOwners(disturbed.installation.world.database);
      const during: Record<string, number> = {};
      let done = 0;
      for (; done < cycles && performance.now() < until; done += 1) {
        const seed = firstSeed + done;
        const afterMs = Math.round(randomOf(seed)() * killWithinMs);
        const known = await disturbed.connectBoth(seed);
        await wait(afterMs);
        await disturbed.kill();
        for (const { owner } of known) {
          const stood = await disturbed.stateOf(owner);
          during[stood] = (during[stood] ?? 0) + 1;
        }
        // The world does not wait.
        for (const one of known) putMessage(one, `meanwhile-${seed}`, { place: "inbox" });
        disturbed.work();
        for (const { owner } of known) await disturbed.settled(owner);
        for (const one of known)
          for (const { of } of scanJourneys.filter(({ name: journey }) => journey !== "renew"))
            expect(await of.compare(one), `seed ${seed}: killed at ${afterMs} ms, ${one.provider} ${of.name}`).toEqual({
              lost: [],
              doubled: [],
              invented: [],
            });
        await letRest(known);
      }
      const lastSeed = firstSeed + done - 1;
      console.log(JSON.stringify({ case: "scan-kill", queue: name, cycles: done, firstSeed, lastSeed, during }));
      expect(done).toBeGreaterThan(0);
    });
  });

/** A home, its worker as a process, and the providers beside it. */
class Disturbed {
  private readonly stands: SandboxedHome;
  readonly installation: Installation;
  private worker: Serving;

  private constructor(stands: SandboxedHome, installation: Installation) {
    this.stands = stands;
    this.installation = installation;
    this.worker = this.work();
  }

  static async start(onRedis: boolean): Promise<Disturbed> {
    const stands = await sandboxedHome({ seed: firstSeed, speed, onRedis });
    const installation = await openInstallation(readConfig(stands.env), { name: "test", poolMax: 4 });
    const disturbed = new Disturbed(stands, installation);
    atEndOfFile(async () => {
      await disturbed.kill();
      await installation.close();
      await stands.end();
    });
    return disturbed;
  }

  /** Two new owners with an account each, which from now on is read. */
  async connectBoth(seed: number): Promise<Known[]> {
    const { world } = this.installation;
    const known: Known[] = [];
    for (const provider of providers) {
      const owner = await seedOwner(world);
      const person = { address: `mara-${seed}@${provider}.example`, given: "Mara", family: "Lindqvist" };
      const until = before(world.clock.now(), { days: 10 });
      const mine = this.stands.cloud.add({
        ...person,
        provider,
        zone: "Europe/Paris" as Zone,
        backlog: bulkMailbox({
          seed,
          count: messages,
          owner: { address: person.address, name: "Mara" },
          until,
          days: 300,
        }),
      });
      const one: Known = { world, clock: world.clock, provider, owner, mine };
      fillDiary(one);
      fillBook(one);
      await connect({ ...one, vendors: this.stands.vendors });
      known.push(one);
    }
    return known;
  }

  work(): Serving {
    const command = [process.execPath, join(checkout, "bin/rapport.js"), "work"];
    this.worker = startServing({ command, env: this.stands.env });
    return this.worker;
  }

  /** Without a word, whatever it was doing. */
  async kill(): Promise<void> {
    this.worker.child.kill("SIGKILL");
    await this.worker.ended;
  }

  /** How far the reading was. Of mail, calendars and people each is read by a job of its own, in any order. */
  async stateOf(owner: OwnerId): Promise<"not begun" | "begun" | "all read"> {
    const { rows } = await sql<{ begun: number; left: number }>`
      select count(distinct noun) filter (where noun in ('mail', 'calendar', 'people'))::int as begun,
        count(*) filter (where state in ('waiting', 'reading'))::int as left
      from stream where owner_id = ${owner}
    `.execute(this.installation.world.database);
    const { begun, left } = rows[0]!;
    if (begun === 0) return "not begun";
    return begun < 3 || left > 0 || (await this.isWaiting(owner)) ? "begun" : "all read";
  }

  /** Everything was read at least once from now on, and no work is due or put off after a failure. */
  async settled(owner: OwnerId): Promise<void> {
    const { world } = this.installation;
    const from: Instant = world.clock.now();
    for (const began = performance.now(); performance.now() - began < doneSecondsMax * 1_000; await wait(200)) {
      const { rows } = await sql<{ old: number }>`
        select count(*)::int as old from stream
        where owner_id = ${owner} and (noun <> 'people' and kind = 'fresh' and (succeeded_at is null or succeeded_at < ${from}::timestamptz)
          or state in ('waiting', 'reading') or because is not null)
      `.execute(world.database);
      if (rows[0]!.old === 0 && !(await this.isWaiting(owner)) && (await this.stateOf(owner)) === "all read") return;
    }
    const streams = await world.database
      .selectFrom("stream")
      .select(["noun", "name", "state", "because", "succeeded_at"])
      .where("owner_id", "=", owner)
      .execute();
    const timers = await world.database.selectFrom("timer").selectAll().where("owner_id", "=", owner).execute();
    const said = this.worker.lines.slice(-10).map((line) => line.slice(0, 300));
    throw new Error([`not settled since ${from}`, JSON.stringify({ streams, timers }), ...said].join("\n"));
  }

  private async isWaiting(owner: OwnerId): Promise<boolean> {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from scan_item where owner_id = ${owner} and state = 'waiting') or exists (
        select from timer where owner_id = ${owner} and kind like 'scan_%' and attempts > 0) as waiting
    `.execute(this.installation.world.database);
    return rows[0]!.waiting;
  }
}
