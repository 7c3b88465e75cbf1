/** The worker process: queue, tick, handlers and the operator's port, from start to drained. */
import { ConfigError } from "./config.ts";
import { pullNews } from "./flows/push/pull-news.ts";
import type { Nudge } from "./flows/world.ts";
import type { Installation } from "./installation.ts";
import { jobOf } from "./jobs/catalogue.ts";
import { handlersOf } from "./jobs/handlers.ts";
import { type JobQueue, openQueue, type QueueBackend } from "./jobs/queue.ts";
import { startTick } from "./jobs/tick.ts";
import { startWork } from "./jobs/worker.ts";
import { pullUntil } from "./news-loop.ts";
import { listenForOperator, operationsApp } from "./operations.ts";
import { schemaState } from "./store/migrate.ts";
import { PreparedClient } from "./store/prepared-client.ts";
import { effectHealth, timerHealth } from "./store/read/operations.ts";
import { claimDueTimers, timersIn } from "./store/timers.ts";
import { takeWorkerLock, type WorkerLock } from "./store/worker-lock.ts";
import { sleep } from "./world.ts";

/** Resolves when everything under way has ended, after `stop` has fired. */
export async function startWorker(installation: Installation, stop: AbortSignal): Promise<void> {
  const { config, log } = installation;
  const lock = config.REDIS_URL === undefined ? await waitForTurn(installation, stop) : undefined;
  if (lock === "told_to_stop") return;
  const queue = await openQueueOf(installation);
  const world = { ...installation.world, nudge: nudgeInto(queue) };
  const { database, clock, wall } = world;
  const work = await startWork({
    queue,
    timers: timersIn(database),
    handlers: handlersOf(world),
    now: clock.now,
    wall: wall.now,
    log,
  });
  const tick = startTick({
    claimDue: (times) => claimDueTimers(database, times),
    addMany: (jobs) => queue.addMany(jobs),
    now: clock.now,
    wall: wall.now,
    every: (milliseconds, task) => {
      const interval = setInterval(task, milliseconds);
      return () => clearInterval(interval);
    },
    onError: (error) => log.error({ err: error }, "a tick failed"),
  });
  const operator = await listenForOperator(
    operationsApp({
      checks: checksOf(installation),
      timers: () => timerHealth(database, clock.now()),
      effects: () => effectHealth(database, wall.now()),
      queue: () => queue.depth(),
      tickAgeSeconds: tick.ageSeconds,
      onError: (error) => log.error({ err: error }, "a metric could not be read"),
    }),
    config.OPERATOR_PORT === 0 ? 0 : config.OPERATOR_PORT + 1,
  ).catch(sayTaken("OPERATOR_PORT"));
  log.info({ operatorPort: operator.port }, "working");
  const source = world.push?.gmail?.by === "pull" ? world.push.gmail.news : undefined;
  const listening =
    source === undefined
      ? undefined
      : pullUntil(stop, { pull: (signal) => pullNews(world, source, signal), now: clock.now, pause: sleep, log });
  await fired(stop);
  await listening;
  await tick.stop();
  await work.close();
  await queue.close();
  await operator.close();
  await lock?.release();
}

async function waitForTurn({ address, log }: Installation, stop: AbortSignal): Promise<WorkerLock | "told_to_stop"> {
  const text = "another worker works on this database; without REDIS_URL only one may, so this one waits for its turn";
  try {
    return await takeWorkerLock(address, {
      onWaiting: () => log.warn({}, text),
      onLost: (error) => {
        log.error({ err: error }, "the connection that holds the worker's lock was lost");
        process.kill(process.pid, "SIGTERM");
      },
      signal: stop,
    });
  } catch (error) {
    if (stop.aborted) return "told_to_stop";
    throw error;
  }
}

export const checksOf = ({ pool }: Installation) => ({
  database: async () => {
    await pool.query("select 1");
    return undefined;
  },
  schema: async () => {
    const { at, newest } = await schemaState(pool);
    return at === newest ? undefined : `the schema is at ${at} and should be at ${newest}`;
  },
});

export const openQueueOf = ({ config, address, log }: Installation): Promise<JobQueue> =>
  openQueue({
    backend: backendOf(config.REDIS_URL, address),
    shards: config.QUEUE_SHARDS,
    onError: (error) => log.warn({ err: error }, "the queue lost its connection and goes on by itself"),
  });

function backendOf(redisUrl: string | undefined, address: Installation["address"]): QueueBackend {
  if (redisUrl !== undefined) return { kind: "redis", url: redisUrl };
  const { kind: _, ...connection } = address;
  return {
    kind: "postgres",
    connection:
      "url" in connection
        ? { connectionString: connection.url, Client: PreparedClient }
        : { ...connection, Client: PreparedClient },
  };
}

/** A nudge is only a hint: when the queue cannot be reached, the timer's tick does it a second later. */
export const nudgeInto =
  (queue: JobQueue) =>
  async ({ job, ownerId, subjectId }: Nudge): Promise<void> =>
    queue.add(jobOf({ ownerId, kind: job, subjectId: subjectId ?? ownerId })).catch(() => undefined);

/** A port that is taken stays taken: one clear line, and no further try, as with any setting that cannot be used. */
export const sayTaken =
  (setting: string) =>
  (error: NodeJS.ErrnoException & { address?: string; port?: number }): never => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new ConfigError(
      `Port ${error.port} of ${error.address} is taken by another program: end it, or set ${setting} to a free port.`,
    );
  };

const fired = (signal: AbortSignal) =>
  new Promise<void>((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true }),
  );
