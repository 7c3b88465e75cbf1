import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { after, type Elapsed, type Instant, parseInstant } from "../../src/domain/time.ts";
import { type ProviderTrouble, TroubleError } from "../../src/integrations/trouble.ts";
import { type JobName, jobNames, type TimerRef } from "../../src/jobs/catalogue.ts";
import { type JobQueue, openQueue, type QueueBackend } from "../../src/jobs/queue.ts";
import { startTick, type Tick } from "../../src/jobs/tick.ts";
import { type Handlers, type StartOver, startWork } from "../../src/jobs/worker.ts";
import { claimDueTimers, setTimer, timersIn } from "../../src/store/timers.ts";
import { type TestDatabase, testDatabase } from "../support/postgres.ts";
import { postgresBackend } from "../support/queue-backends.ts";
import { hasRedis, type TestRedis, testRedis } from "../support/redis.ts";
import { until } from "../support/until.ts";

const ana = "01920000-0000-7000-8000-00000000000a" as OwnerId;
const bo = "01920000-0000-7000-8000-00000000000b" as OwnerId;
const noon = parseInstant("2026-11-16T12:00:00.000Z")!;
const later = (elapsed: Elapsed) => after(noon, elapsed);
const discover = (ownerId: OwnerId): TimerRef => ({ ownerId, kind: "discover", subjectId: ownerId });

let database: TestDatabase;
let redis: TestRedis | undefined;
beforeAll(async () => {
  database = await testDatabase();
  redis = await testRedis();
  for (const owner of [ana, bo]) {
    await database.pool.query("insert into owner (owner_id, locale, created_at) values ($1, 'en', $2)", [owner, noon]);
  }
});
afterAll(() => redis?.stop());
beforeEach(async () => {
  await database.pool.query("delete from timer");
});

const set = (timer: TimerRef, at = noon) => setTimer(database.db, timer.ownerId, timer, at);
const finish = (timer: TimerRef) => timersIn(database.db).finish(timer);
/** A process as `work` is one, its clock in hand: `tick.once()` is the second that passes. */
async function process(backend: QueueBackend, namespace: string, flows: Partial<Handlers>, more?: StartOver) {
  const time = { now: noon };
  const now = () => time.now;
  const said: string[] = [];
  const say = (level: string) => (_: object, words: string) => void said.push(`${level} ${words}`);
  const queue: JobQueue = await openQueue({
    backend,
    namespace,
    shards: 2,
    onError: (error) => said.push(String(error)),
  });
  const tick: Tick = startTick({
    claimDue: (times) => claimDueTimers(database.db, times),
    addMany: queue.addMany,
    now,
    wall: now,
    every: () => () => undefined,
    onError: (error) => said.push(String(error)),
  });
  const nothing = async () => undefined;
  const worker = await startWork({
    queue,
    timers: timersIn(database.db),
    handlers: {
      ...(Object.fromEntries(jobNames.map((name) => [name, nothing])) as Record<JobName, typeof nothing>),
      ...flows,
    },
    ...(more !== undefined && { startOver: more }),
    now,
    wall: now,
    log: { info: say("info"), warn: say("warn"), error: say("error") },
  });
  onTestFinished(() => queue.close());
  return { time, tick, queue, worker, said };
}

let tests = 0;
const start = (flow: Handlers["discover"] | Partial<Handlers>, more?: StartOver) => {
  tests += 1;
  const flows = typeof flow === "function" ? { discover: flow } : flow;
  return process(postgresBackend(database.address), `work-${tests}`, flows, more);
};

describe("a due timer", () => {
  test("is worked off once, by whoever ticks first, and its flow takes it away", async () => {
    const ran: OwnerId[] = [];
    const { tick, queue } = await start(async ({ ownerId }) => {
      ran.push(ownerId);
      await finish(discover(ownerId));
    });
    await set(discover(ana));
    await set(discover(bo), later({ seconds: 1 }));
    expect(await Promise.all([tick.once(), tick.once()])).toEqual([1, 1]);
    await until(async () => ran.length > 0 && (await queue.depth()).active === 0);
    expect(ran).toEqual([ana]);
    expect(await tick.once()).toBe(0);
  });

  test("of a letter that is due together with another goes to work as soon as that one has left", async () => {
    const running = new Set<string>();
    const ran: string[] = [];
    const letters = ["01920000-0000-7000-8000-0000000000e1", "01920000-0000-7000-8000-0000000000e2"];
    const { tick } = await start({
      async send_letter({ effectId }) {
        expect([...running]).toEqual([]);
        running.add(effectId);
        await sleep(5);
        running.delete(effectId);
        ran.push(effectId);
      },
    });
    for (const subjectId of letters) await set({ ownerId: ana, kind: "send_letter", subjectId });
    await tick.once();
    await until(
      async () =>
        ran.length === 1 &&
        (await timersIn(database.db).find({ ownerId: ana, kind: "send_letter", subjectId: ran[0]! })) === undefined,
    );
    // No second has passed, and no lease has ended.
    await until(async () => (await tick.once()) === 1 || ran.length === 2);
    await until(() => ran.length === 2);
    expect(ran.toSorted()).toEqual(letters);
  });

  test("of a job that is added a second time after it is done does nothing", async () => {
    const ran: OwnerId[] = [];
    const { queue } = await start(async ({ ownerId }) => {
      ran.push(ownerId);
      await finish(discover(ownerId));
    });
    await set(discover(ana));
    for (let times = 0; times < 2; times += 1) {
      await queue.add({ name: "discover", payload: { ownerId: ana } });
      await until(async () => idle(await queue.depth()));
    }
    expect(ran).toEqual([ana]);
  });

  test("whose flow breaks is tried again later and later, with the reason, and holds up nobody", async () => {
    const ran: OwnerId[] = [];
    const { tick, time, queue, said } = await start(async ({ ownerId }) => {
      if (ownerId === ana) throw new Error("a page that nobody can read");
      ran.push(ownerId);
      await finish(discover(ownerId));
    });
    await set(discover(ana));
    await set(discover(bo));
    await tick.once();
    await until(async () => ran.length === 1 && said.length === 1);
    await until(async () => (await timersIn(database.db).find(discover(ana)))?.attempts === 1);
    expect(await timersIn(database.db).find(discover(ana))).toMatchObject({ dueAt: later({ seconds: 5 }) });

    time.now = later({ seconds: 5 });
    expect(await tick.once()).toBe(1);
    await until(async () => (await timersIn(database.db).find(discover(ana)))?.attempts === 2);
    expect(await timersIn(database.db).find(discover(ana))).toMatchObject({ dueAt: later({ seconds: 5 + 15 }) });
    expect((await queue.failed())[0]).toMatchObject({ error: "a page that nobody can read" });
  });

  const minute = later({ minutes: 1 });
  test.each<{ trouble: ProviderTrouble; dueAt: Instant | undefined; cursors: number }>([
    { trouble: { kind: "slow_down", until: minute }, dueAt: minute, cursors: 1 },
    { trouble: { kind: "unreachable", because: "no route" }, dueAt: later({ seconds: 5 }), cursors: 1 },
    { trouble: { kind: "sign_in_again", because: "revoked" }, dueAt: later({ hours: 24 }), cursors: 1 },
    { trouble: { kind: "cursor_spent" }, dueAt: noon, cursors: 0 },
    { trouble: { kind: "gone", what: "the mailbox" }, dueAt: undefined, cursors: 1 },
  ])("whose provider says $trouble.kind comes to its fate", async ({ trouble, dueAt, cursors }) => {
    const kept = new Set([ana]);
    const { tick, queue, said } = await start(
      async () => {
        throw new TroubleError(trouble);
      },
      { discover: async ({ ownerId }) => void kept.delete(ownerId) },
    );
    await set(discover(ana));
    await tick.once();
    await until(async () => said.length === 1 && idle(await queue.depth()));
    expect(said).toEqual(["warn the outside made trouble"]);
    expect((await timersIn(database.db).find(discover(ana)))?.dueAt).toBe(dueAt);
    expect(kept.size).toBe(cursors);
    expect((await queue.depth()).failed).toBe(0);
  });

  test("whose process stops half way is free for the next process at once", async () => {
    const begun = Promise.withResolvers<void>();
    const { tick, worker } = await start(async (_, { signal }) => {
      begun.resolve();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    });
    await set(discover(ana));
    await tick.once();
    await begun.promise;
    expect(await tick.once()).toBe(0);
    await worker.close();
    expect(await tick.once()).toBe(1);
  });
});

test.skipIf(!hasRedis)("Redis emptied in the middle loses nothing: every timer's work is done in the end", async () => {
  const owners = Array.from(
    { length: 40 },
    (_, number) => `01920000-0000-7000-9000-${String(number).padStart(12, "0")}` as OwnerId,
  );
  for (const owner of owners) {
    await database.pool.query("insert into owner (owner_id, locale, created_at) values ($1, 'en', $2)", [owner, noon]);
    await set(discover(owner));
  }
  const done = new Set<OwnerId>();
  const { tick, time, queue, worker } = await process({ kind: "redis", url: redis!.url }, "flushed", {
    async discover({ ownerId }) {
      await finish(discover(ownerId));
      done.add(ownerId);
    },
  });
  await worker.pause();
  expect(await tick.once()).toBe(owners.length);
  expect((await queue.depth()).waiting).toBe(owners.length);
  worker.resume();
  await until(() => done.size > 0);
  await redis!.flush();

  await until(async () => {
    time.now = after(time.now, { seconds: 10 });
    await tick.once();
    return done.size === owners.length;
  });
  expect(
    (await claimDueTimers(database.db, { now: time.now, wall: time.now, leaseUntil: time.now, max: 1 })).length,
  ).toBe(0);
});

const idle = ({ waiting, active }: { waiting: number; active: number }) => waiting + active === 0;
