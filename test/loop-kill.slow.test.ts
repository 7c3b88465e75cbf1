/**
 * Kill -9 of `serve`, web, the worker or the database, and a flushed queue, while letters leave, are answered and become
 * meetings: at Google and at Outlook at once, against a sandbox on loopback, on both things that a queue may stand on. What lies
 * in the mailboxes and calendars afterwards is held against the rows: nothing twice, nothing lost without a word, no two
 * meetings at one time. Two kills of three lie in wait for a letter or an event that is on its way to a provider. RAPPORT_CYCLES
 * says how many kills on each, RAPPORT_MINUTES how long at most, RAPPORT_SEED where the seeds start.
 */

import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import type { OwnerId } from "../src/domain/ids.ts";
import { after, before, dayIn, type Instant } from "../src/domain/time.ts";
import { answerWhy } from "../src/flows/people/answer-why.ts";
import { approveDraft } from "../src/flows/sending/approve-draft.ts";
import { type Installation, openInstallation } from "../src/installation.ts";
import { providers } from "../src/integrations/provider.ts";
import { settleCast } from "../src/sandbox/cloud/cast.ts";
import { chance } from "../src/sandbox/random.ts";
import { atEndOfFile } from "./support/end-of-file.ts";
import { connect } from "./support/faults/fault-world.ts";
import { HeldWrite, type Moment } from "./support/held-write.ts";
import { killAll } from "./support/kill.ts";
import { type Judged, lifeBegins, makeOwner, meetSome } from "./support/loop-lives/loop-owner.ts";
import { brokenIn, noneTold } from "./support/loop-lives/loop-truth.ts";
import { hasRedis } from "./support/redis.ts";
import { restingOwners } from "./support/resting.ts";
import { type SandboxedHome, sandboxedHome } from "./support/sandboxed-home.ts";
import {
  databaseProcesses,
  killTree,
  onBusyMachine,
  type Serving,
  startServing,
  treeOf,
  verbProcess,
} from "./support/serving.ts";
import { until } from "./support/until.ts";
import { paris } from "./support/world-on.ts";

const cycles = Number(process.env.RAPPORT_CYCLES ?? 6);
const minutes = Number(process.env.RAPPORT_MINUTES ?? 15);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
/** A minute of theirs is a second of ours: polls, gaps between letters and paces pass while one looks. */
const speed = 60;
const peopleEach = 3;
/** Letters leave, answers come, meetings are written: what is lain in wait for comes within so long, or the kill meets nothing. */
const killWithinMs = 8_000;
/** What is under way comes to its end within so many hours of theirs after the kill. */
const hoursAfter = 72;
/** From one kill to the next. */
const hoursBetween = 6;
/** After so many the next owners begin: most kills meet owners at four points of their loops. */
const killsBetween = 3;
const leapHoursMax = 6;
/** Of theirs, while all that is due is being done: ten seconds of ours. */
const lateMinutes = 10;
const lookMs = 300;
const heldLookMs = 5;
const doneSecondsMax = 180;
/**
 * Of ours, from the hour of the judgement on: a killed job holds its booking for three minutes of the wall's (`keepBooking`),
 * however fast theirs pass, and what leaves while it is counted is not written down yet. What is found wrong for as long is
 * wrong for good.
 */
const wrongSecondsMax = 240;
const underWaySecondsMax = 5;

const backends = [
  { name: "PostgreSQL", isRedis: false },
  { name: "Redis", isRedis: true },
];

for (const { name, isRedis } of backends)
  describe.skipIf(isRedis && !hasRedis)(`the queue on ${name}`, () => {
    test(`kill -9 in ${cycles} loops (R41, Q8)`, { timeout: (minutes + 10) * 60_000 }, async () => {
      const end = performance.now() + (minutes / backends.length) * 60_000;
      const disturbed = await Disturbed.start(isRedis);
      const letRest = restingOwners(disturbed.stands.installation.world.database);
      const killed: Record<string, number> = {};
      const sum = { approved: 0, meetings: 0, onTheirWay: 0 };
      const open: Cohort[] = [];
      const judge = async (one: Cohort): Promise<"stands" | "later"> => {
        const { owners, kills } = one;
        one.dueSince ??= performance.now();
        await disturbed.untilWritten(owners);
        let meetings = 0;
        for (const judged of owners) {
          const told = noneTold();
          const broken = await brokenIn(judged, told);
          const isForGood = performance.now() - one.dueSince > wrongSecondsMax * 1000;
          if (broken.length > 0 && !isForGood) return "later";
          expect(broken, `killed since they began: ${kills.join(", ")}`).toEqual([]);
          meetings += told.meetings;
        }
        sum.meetings += meetings;
        open.splice(open.indexOf(one), 1);
        await letRest(owners);
        return "stands";
      };
      let done = 0;
      for (; done < cycles && performance.now() < end; done += 1) {
        const seed = firstSeed + done;
        const draw = chance(seed, "loop-kill");
        const target = draw.pick(["serve", "web", "work", "database", ...(isRedis ? ["queue" as const] : [])] as const);
        if (done % killsBetween === 0) {
          const owners = await disturbed.connectBoth(seed);
          open.push({ owners, kills: [], until: after(disturbed.now(), { hours: hoursAfter }) });
          sum.approved += await disturbed.approveAll(owners);
        }
        const moment = draw.pick(["any", "asked", "done"] as const);
        const meets = await disturbed.lieInWait(moment, Math.round(draw.number() * killWithinMs));
        if (meets) sum.onTheirWay += 1;
        for (const { kills } of open) kills.push(`${target} (seed ${seed}, ${meets ? moment : "between"})`);
        await disturbed.kill(target);
        await disturbed.liveOn({ hours: hoursBetween });
        for (const one of open.filter(({ until }) => until <= disturbed.now())) await judge(one);
        killed[target] = (killed[target] ?? 0) + 1;
      }
      await disturbed.liveOn({ hours: hoursAfter });
      const lastsMax = { secondsMax: 2 * wrongSecondsMax };
      for (const one of [...open]) await until(async () => (await judge(one)) === "stands", lastsMax);
      const lastSeed = firstSeed + done - 1;
      console.log(
        JSON.stringify({ case: "loop-kill", queue: name, cycles: done, firstSeed, lastSeed, killed, ...sum }),
      );
      expect(done).toBeGreaterThan(0);
      expect(sum.approved).toBeGreaterThan(done / killsBetween);
      expect(sum.onTheirWay).toBeGreaterThan(0);
    });
  });

/** Two owners, whatever was killed since they began, and when they are judged; on this machine's clock, since when. */
type Cohort = { owners: readonly Judged[]; kills: string[]; until: Instant; dueSince?: number };

type Target = "serve" | "web" | "work" | "database" | "queue";

/** A home with all its processes, and the providers beside it. */
type Stands = SandboxedHome & { installation: Installation };

class Disturbed {
  readonly stands: Stands;
  private readonly held: HeldWrite;
  private serving: Serving;

  private constructor(stands: Stands, held: HeldWrite, serving: Serving) {
    this.stands = stands;
    this.held = held;
    this.serving = serving;
  }

  static async start(onRedis: boolean): Promise<Disturbed> {
    const held = new HeldWrite();
    const stands = await sandboxedHome({
      seed: firstSeed,
      speed,
      onRedis,
      through: (answer) => held.through(answer),
    });
    const { env, clock, cloud } = stands;
    clock.moveTo(lifeBegins > clock.now() ? lifeBegins : clock.now());
    settleCast(cloud);
    const serving = startServing({ env });
    await serving.address();
    const installation = await openInstallation(readConfig(env), { name: "test", poolMax: 4 });
    const disturbed = new Disturbed({ ...stands, installation }, held, serving);
    atEndOfFile(async () => {
      disturbed.endAll();
      await installation.close();
      await stands.end();
    });
    return disturbed;
  }

  now(): Instant {
    return this.stands.clock.now();
  }

  /** Two new owners who met some people each, and whose accounts are read from now on. */
  async connectBoth(seed: number): Promise<Judged[]> {
    const { installation, cloud, vendors } = this.stands;
    const { world } = installation;
    const judged: Judged[] = [];
    for (const provider of providers) {
      const address = `mara-${seed}@${provider}.example`;
      const account = cloud.add({ provider, address, given: "Mara", family: "Lind", zone: paris });
      const draw = chance(seed, "met", provider);
      meetSome(account, { draw, count: peopleEach, today: dayIn(paris, world.clock.now()) });
      const owner = await makeOwner(world);
      await connect({ world, clock: world.clock, provider, owner, mine: account, vendors });
      judged.push({ world, owner, account, clock: world.clock, faults: [] });
    }
    return judged;
  }

  /** Whatever is proposed, as soon as something is. Says how much. */
  async approveAll(owners: readonly Judged[]): Promise<number> {
    const { world } = this.stands.installation;
    let approved = 0;
    for (const { owner } of owners) {
      const proposed = () =>
        world.database
          .selectFrom("draft")
          .select(["draft_id", "contact_id", "text_hash", "question"])
          .where("owner_id", "=", owner)
          .where("state", "=", "proposed")
          .orderBy("draft_id")
          .execute();
      await this.untilProposed(async () => (await proposed()).length > 0).catch(async (error: Error) => {
        throw new Error(`${error.message}: no letter was proposed\n${await this.standing(owner)}`);
      });
      for (const { contact_id } of await proposed())
        await answerWhy(world, owner, contact_id, { why: "selling to small shops" });
      for (const { draft_id, text_hash, question } of await proposed()) {
        if (question !== null) continue;
        const wish = { draftId: draft_id, textHash: text_hash.toString("hex"), withNudges: true, way: "page" as const };
        if ((await approveDraft(world, owner, wish)).kind === "approved") approved += 1;
      }
    }
    return approved;
  }

  /** On an evening, or with a full calendar, the first letter may be due only days later. */
  private async untilProposed(isProposed: () => Promise<boolean>): Promise<void> {
    for (let leaps = 0; ; leaps += 1) {
      try {
        return await until(isProposed, { secondsMax: leaps === 0 ? 45 : 15 });
      } catch (error) {
        if (leaps === 8) throw error;
        await this.liveOn({ hours: 12 });
      }
    }
  }

  /** What left in the very moment at which it is judged is still being written down. */
  async untilWritten(owners: readonly Judged[]): Promise<void> {
    const { database } = this.stands.installation.world;
    const ids = owners.map(({ owner }) => owner);
    const underWay = () =>
      database
        .selectFrom("effect")
        .select("effect_id")
        .where("owner_id", "in", ids)
        .where("state", "in", ["claimed", "prepared", "sending", "unknown"])
        .execute();
    // One that is not is named by what is judged next.
    await until(async () => (await underWay()).length === 0, { secondsMax: underWaySecondsMax }).catch(() => undefined);
  }

  /** For whoever has to find out why a cycle did not go on. */
  private async standing(owner: OwnerId): Promise<string> {
    const { database, clock } = this.stands.installation.world;
    const timers = await database.selectFrom("timer").selectAll().where("owner_id", "=", owner).execute();
    const streams = await database
      .selectFrom("stream")
      .select(["noun", "name", "state", "because", "succeeded_at"])
      .where("owner_id", "=", owner)
      .execute();
    const said = this.serving.lines.slice(-10).map((line) => line.slice(0, 300));
    return [`now ${clock.now()}`, JSON.stringify({ streams, timers }), ...said].join("\n");
  }

  /**
   * Life goes on until a letter or an event is on its way to a provider, or until so much time has passed. True when one is:
   * it is held there until the kill is done.
   */
  async lieInWait(moment: Moment | "any", forMs: number): Promise<boolean> {
    if (moment !== "any") this.held.holdNext(moment);
    const end = performance.now() + (moment === "any" ? forMs : killWithinMs);
    while (performance.now() < end && !this.held.isCaught()) await this.leap();
    return this.held.isCaught();
  }

  /** Time leaps to what is due next, once all that was due is done. */
  async liveOn({ hours }: { hours: number }): Promise<void> {
    const { clock } = this.stands;
    const end = after(clock.now(), { hours });
    while (clock.now() < end) {
      await this.isReady();
      await until(() => this.isCaughtUp(), { secondsMax: doneSecondsMax });
      await this.leap(end);
    }
    await until(() => this.isCaughtUp(), { secondsMax: doneSecondsMax });
  }

  private async leap(end?: Instant): Promise<void> {
    const { clock, cloud } = this.stands;
    cloud.settle();
    const next = [cloud.nextAt(), await this.nextTimer(), after(clock.now(), { hours: leapHoursMax }), end];
    clock.moveTo(next.filter((at) => at !== undefined).sort()[0]!);
    const landed = performance.now();
    while (performance.now() - landed < lookMs && !this.held.isCaught()) await wait(heldLookMs);
  }

  /** What was held goes its way when nobody is left to hear of it, or hears of it late. */
  async kill(target: Target): Promise<void> {
    const { home, env, redis } = this.stands;
    const serve = this.serving.child.pid!;
    switch (target) {
      case "serve": {
        const children = treeOf(serve).filter(({ pid, command }) => pid !== serve && command.includes("main.ts"));
        this.serving.child.kill("SIGKILL");
        await this.serving.ended;
        await until(() => !children.some(({ pid }) => isAlive(pid)), onBusyMachine);
        this.held.release();
        this.serving = startServing({ env });
        await this.serving.address();
        return;
      }
      case "web":
      case "work": {
        const found = verbProcess(serve, target);
        if (found !== undefined) killAll(found.pid);
        break;
      }
      case "database": {
        const postmaster = databaseProcesses(home).find(({ command }) => command.includes(" -D "));
        if (postmaster === undefined) break;
        const processes = treeOf(postmaster.pid);
        killAll(postmaster.pid);
        // Its children answer until they see that it is gone, and end in the middle of what they are asked.
        await until(() => !processes.some(({ pid }) => isAlive(pid)), onBusyMachine);
        break;
      }
      case "queue":
        await redis?.flush();
    }
    this.held.release();
  }

  endAll(): void {
    killTree(this.serving);
  }

  /** Web and the worker say so, and the database answers. */
  private async isReady(): Promise<void> {
    const { env } = this.stands;
    const ports = [Number(env.OPERATOR_PORT), Number(env.OPERATOR_PORT) + 1];
    const says = async (port: number) =>
      (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200;
    await until(async () => (await Promise.all(ports.map(says))).every(Boolean), { secondsMax: doneSecondsMax });
  }

  /** Nothing has been due for longer than a moment. */
  private async isCaughtUp(): Promise<boolean> {
    const { installation, clock } = this.stands;
    const { rows } = await sql<{ late: number }>`
      select count(*)::int as late from timer where due_at < ${before(clock.now(), { minutes: lateMinutes })}
    `.execute(installation.world.database);
    return rows[0]!.late === 0;
  }

  /** Of those that do not come every few minutes. */
  private async nextTimer(): Promise<Instant | undefined> {
    const { installation, clock } = this.stands;
    const { rows } = await sql<{ at: Instant | null }>`
      select min(due_at) as at from timer where due_at > ${clock.now()} and kind not like 'scan_%'
    `.execute(installation.world.database);
    return rows[0]?.at ?? undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
