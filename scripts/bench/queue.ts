/**
 * The queue with the realistic job: ten upserts and a cursor in one transaction, on the embedded database with every
 * commit synced to the disk. Two cases for each backend: jobs that are only queued, and the whole way from a due timer
 * over the tick to work that finishes its timer in its transaction.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { OwnerId } from "../../src/domain/ids.ts";
import { instantOf } from "../../src/domain/time.ts";
import { type Job, type JobName, jobNames } from "../../src/jobs/catalogue.ts";
import { type JobQueue, openQueue, type QueueBackend } from "../../src/jobs/queue.ts";
import { startTick } from "../../src/jobs/tick.ts";
import { type Handlers, startWork } from "../../src/jobs/worker.ts";
import { type Connection, type Database, openDatabase, openPool, rowsParameter } from "../../src/store/database.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { packagedPrograms } from "../../src/store/embedded-programs.ts";
import { migrate } from "../../src/store/migrate.ts";
import { PreparedClient } from "../../src/store/prepared-client.ts";
import { claimDueTimers, finishTimer, timersIn } from "../../src/store/timers.ts";
import { testRedis } from "../../test/support/redis.ts";
import { isMain } from "../is-main.ts";

const jobsPerCase = 4_000;
const upsertsPerJob = 10;
const addedAtOnce = 500;
const poolMax = 12;

type Case = { bench: string; backend: string; jobs: number; addPerSecond?: number; perSecond: number; target?: number };

export async function benchQueue(): Promise<object[]> {
  const home = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  // The database runs as another user when this runs as root.
  chmodSync(home, 0o711);
  const binaries = await packagedPrograms(process.platform, process.arch);
  const embedded = await openEmbedded({ home, binaries, random: randomBytes, idleSeconds: 5 });
  const pool = openPool({ kind: "socket", ...embedded.connection }, { max: poolMax, name: "bench", onError: fail });
  const redis = await testRedis();
  try {
    await migrate(pool, instantOf(Date.now()));
    const db = openDatabase(pool);
    const owners = await prepare(db);
    const cases: Case[] = [await withoutQueue(db, owners)];
    const backends: [QueueBackend, number][] = [
      [{ kind: "postgres", connection: { ...embedded.connection, Client: PreparedClient } }, 1_000],
    ];
    if (redis !== undefined) backends.push([{ kind: "redis", url: redis.url }, 2_200]);
    for (const [backend, target] of backends) {
      cases.push({ ...(await queuedOnly(backend, db, owners)), target });
      cases.push(await fromTimers(backend, db, owners));
    }
    return cases;
  } finally {
    await redis?.stop();
    await pool.end();
    await embedded.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The floor: the same transactions as fast as they go, nothing queued. */
async function withoutQueue(db: Database, owners: readonly OwnerId[]): Promise<Case> {
  const left = [...owners];
  const perSecond = await rate(owners.length, () =>
    Promise.all(
      Array.from({ length: poolMax }, async () => {
        for (let owner = left.pop(); owner !== undefined; owner = left.pop()) await realisticJob(db, owner);
      }),
    ),
  );
  return { bench: "transactions alone", backend: "none", jobs: owners.length, perSecond };
}

async function queuedOnly(backend: QueueBackend, db: Database, owners: readonly OwnerId[]): Promise<Case> {
  const queue = await openQueue({ backend, namespace: "bench-queued", onError: fail });
  const jobs = owners.map((ownerId): Job => ({ name: "discover", payload: { ownerId } }));
  const addPerSecond = await rate(jobs.length, async () => {
    for (let from = 0; from < jobs.length; from += addedAtOnce)
      await queue.addMany(jobs.slice(from, from + addedAtOnce));
  });
  const counter = countDown(jobs.length);
  const perSecond = await rate(jobs.length, async () => {
    await queue.worker({
      handle: async ({ payload }) => {
        await realisticJob(db, payload.ownerId);
        counter.count();
      },
      onFailed: async (_, error) => fail(error),
    });
    await counter.done;
  });
  await queue.close();
  return { bench: "queued job", backend: backend.kind, jobs: jobs.length, addPerSecond, perSecond };
}

async function fromTimers(backend: QueueBackend, db: Database, owners: readonly OwnerId[]): Promise<Case> {
  const queue = await openQueue({ backend, namespace: "bench-timers", onError: fail });
  const now = () => instantOf(Date.now());
  await sql`
    insert into timer (owner_id, kind, subject_id, due_at)
    select owner_id, 'discover', owner_id, ${now()}::timestamptz from owner`.execute(db);
  const tick = startTick({
    claimDue: (times) => claimDueTimers(db, times),
    addMany: queue.addMany,
    now,
    wall: now,
    every: () => () => undefined,
    onError: fail,
  });
  const counter = countDown(owners.length);
  const addPerSecond = await rate(owners.length, tick.once);
  const perSecond = await rate(owners.length, async () => {
    await startWork(workWorld(queue, db, now, counter.count));
    await counter.done;
  });
  await queue.close();
  return { bench: "timer to finished job", backend: backend.kind, jobs: owners.length, addPerSecond, perSecond };
}

function workWorld(queue: JobQueue, db: Database, now: () => ReturnType<typeof instantOf>, count: () => void) {
  const quiet = { info: () => undefined, warn: () => undefined, error: fail };
  const nothing = async () => undefined;
  const discover: Handlers["discover"] = async ({ ownerId }) => {
    await db.transaction().execute(async (transaction) => {
      await realisticJob(transaction, ownerId);
      await finishTimer(transaction, ownerId, { kind: "discover", subjectId: ownerId });
    });
    count();
  };
  return {
    queue,
    now,
    wall: now,
    log: quiet,
    handlers: {
      ...(Object.fromEntries(jobNames.map((name) => [name, nothing])) as Record<JobName, typeof nothing>),
      discover,
    },
    timers: timersIn(db),
  } satisfies Parameters<typeof startWork>[0];
}

async function prepare(db: Database): Promise<OwnerId[]> {
  await sql`create table bench_item (owner_id uuid, item_no int, title text, primary key (owner_id, item_no))`.execute(
    db,
  );
  await sql`create table bench_cursor (owner_id uuid primary key, cursor text not null)`.execute(db);
  const owners = Array.from({ length: jobsPerCase }, (_, number) => {
    const head = number.toString(16).padStart(8, "0");
    return `01920000-0000-7000-8000-${head}${head.slice(-4)}` as OwnerId;
  });
  await sql`
    insert into owner (owner_id, locale, created_at)
    select owner_id, 'en', ${instantOf(0)}::timestamptz
    from json_to_recordset(${rowsParameter(owners.map((owner_id) => ({ owner_id })))}) as row (owner_id uuid)
  `.execute(db);
  return owners;
}

/** Rows and cursor in one statement: what is one statement is one transaction, and one way to the server and back. */
async function realisticJob(connection: Connection, owner: OwnerId): Promise<void> {
  const items = Array.from({ length: upsertsPerJob }, (_, item_no) => ({
    item_no,
    title: `Lunch with Lys, ${item_no}`,
  }));
  await sql`
    with saved as (
      insert into bench_item (owner_id, item_no, title)
      select ${owner}, item_no, title
      from json_to_recordset(${rowsParameter(items)}) as row (item_no int, title text)
      on conflict (owner_id, item_no) do update set title = excluded.title)
    insert into bench_cursor (owner_id, cursor) values (${owner}, ${items.at(-1)!.title})
    on conflict (owner_id) do update set cursor = excluded.cursor`.execute(connection);
}

async function rate(things: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round((things * 1000) / (performance.now() - startedAt));
}

function countDown(from: number) {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  let left = from;
  const count = () => {
    left -= 1;
    if (left === 0) resolve();
  };
  return { done, count };
}

function fail(error: unknown): never {
  throw error;
}

if (isMain(import.meta)) for (const one of await benchQueue()) console.log(JSON.stringify(one));
