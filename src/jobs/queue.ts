/**
 * The queue: BullMQ on Redis or on PostgreSQL behind the few words that the rest needs. It carries names and ids, may
 * be emptied at any moment without loss (timers are rows), and runs one kind of work for one owner at a time.
 *
 * BullMQ's ES build cannot load `pg` by itself (it looks for a `require` that a module has not), so its CommonJS build
 * is asked for by name, whoever resolves our imports.
 */
import { createRequire } from "node:module";
import { Redis } from "ioredis";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { instantOf } from "../domain/time.ts";
import { type Job, oneAtATime, parseJob } from "./catalogue.ts";

const bullmq = createRequire(import.meta.url)("bullmq") as typeof import("bullmq");

export type QueueBackend =
  /** A config and never a shared pool: every worker keeps one connection for itself. */
  { kind: "postgres"; connection: PostgresConnection } | { kind: "redis"; url: string };

/** As `pg` takes it; with the store's `PreparedClient` as `Client`, the server plans BullMQ's statements once. */
export type PostgresConnection = (
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string }
) & { Client?: unknown };

export type QueueOptions = {
  backend: QueueBackend;
  /** Queues that the owners are spread over. Redis only; PostgreSQL has one. Change it only when nothing waits. */
  shards?: number;
  /** Keeps several queues apart on one server; ours is `rapport`. */
  namespace?: string;
  /** Lost connections and the like: the queue goes on by itself afterwards. */
  onError: (error: Error) => void;
};

/** What a handler is told beside the job. The signal fires when the process wants to stop: leave off at a safe place. */
export type JobRun = { jobId: string; signal: AbortSignal };

export type WorkerOptions = {
  handle: (job: Job, run: JobRun) => Promise<void>;
  /** After a job is counted as failed, also when it was given up because its process died with it again and again. */
  onFailed: (job: Job, error: Error) => Promise<void>;
  /** Jobs at a time over all shards of this process. */
  concurrency?: number;
};

export type QueueDepth = { waiting: number; active: number; delayed: number; failed: number };
export type FailedJob = { jobId: string; name: string; payload: unknown; error: string; failedAt: Instant | undefined };

export type JobWorker = {
  /** Takes no new jobs; resolves when the running ones have ended. */
  pause(): Promise<void>;
  resume(): void;
  /** Fires the signal of running jobs, waits until they have ended, lets go of the connections. */
  close(): Promise<void>;
};

export type JobQueue = {
  add(job: Job): Promise<void>;
  /** Many at once: far cheaper than one by one. */
  addMany(jobs: readonly Job[]): Promise<void>;
  worker(options: WorkerOptions): Promise<JobWorker>;
  depth(): Promise<QueueDepth>;
  /** The latest failed jobs, newest first. */
  failed(max?: number): Promise<FailedJob[]>;
  /** BullMQ's own objects, one a shard: for the operators' board, which reads them. */
  queues: readonly object[];
  /** Closes the workers too. */
  close(): Promise<void>;
};

const shardsUsual = 8;
const concurrencyUsual = 16;
/** Connections of one BullMQ object to PostgreSQL, besides the one that listens. */
const poolMax = 3;
/** After a power cut the queue may lack its last half second. It may lack everything: timers are rows. */
const notWaitingForDisk = "-c synchronous_commit=off";
/** A nudge that Redis does not take within this time is dropped: the timer comes again. */
const commandTimeoutMs = 5_000;
const failedKept = { age: 14 * 24 * 3600, count: 1_000 };
/** A killed job runs again after at most lock plus check, not after BullMQ's usual minute. */
const stalled = { lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 10 };

export async function openQueue({ backend, shards, namespace = "rapport", onError }: QueueOptions): Promise<JobQueue> {
  const engine = engineOf(backend, namespace, onError);
  const queues = Array.from({ length: backend.kind === "redis" ? (shards ?? shardsUsual) : 1 }, (_, shard) =>
    engine.queue(shard),
  );
  for (const queue of queues) queue.on("error", onError);
  const workers = new Set<JobWorker>();
  const queueOf = ({ payload }: Job) => queues[shardOf(payload.ownerId, queues.length)]!;
  await Promise.all(queues.map((queue) => queue.waitUntilReady()));

  return {
    queues,

    async add(job) {
      await queueOf(job).add(job.name, job.payload, optionsOf(job));
    },

    async addMany(jobs) {
      const lots = Map.groupBy(jobs, queueOf);
      await Promise.all(
        [...lots].map(([queue, lot]) =>
          queue.addBulk(lot.map((job) => ({ name: job.name, data: job.payload, opts: optionsOf(job) }))),
        ),
      );
    },

    async worker(options) {
      const worker = await startWorkers(queues.length, engine, options, onError);
      const closing: JobWorker = {
        ...worker,
        async close() {
          workers.delete(closing);
          await worker.close();
        },
      };
      workers.add(closing);
      return closing;
    },

    async depth() {
      const counts = await Promise.all(
        queues.map((queue) => queue.getJobCounts("waiting", "active", "delayed", "failed")),
      );
      const sum = (state: keyof QueueDepth) => counts.reduce((total, count) => total + (count[state] ?? 0), 0);
      return { waiting: sum("waiting"), active: sum("active"), delayed: sum("delayed"), failed: sum("failed") };
    },

    async failed(max = 50) {
      const jobs = (await Promise.all(queues.map((queue) => queue.getFailed(0, max - 1)))).flat();
      return jobs
        .sort((one, other) => (other.finishedOn ?? 0) - (one.finishedOn ?? 0))
        .slice(0, max)
        .map((job) => ({
          jobId: job.id ?? "",
          name: job.name,
          payload: job.data,
          error: job.failedReason,
          failedAt: job.finishedOn === undefined ? undefined : instantOf(job.finishedOn),
        }));
    },

    async close() {
      await Promise.all([...workers].map((worker) => worker.close()));
      await Promise.all(queues.map((queue) => queue.close()));
      await engine.close();
    },
  };
}

/** One shard an owner, for ever the same; the tail of a UUIDv7 is random. */
const shardOf = (owner: OwnerId, shards: number) => Number.parseInt(owner.slice(-8), 16) % shards;

const optionsOf = (job: Job) => ({
  deduplication: { id: oneAtATime(job), keepLastIfActive: true },
  // A failure is put off by the timer row, which survives the queue; so the queue itself never tries again.
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: failedKept,
});

type Engine = {
  queue(shard: number): AnyQueue;
  worker(shard: number, process: (job: BullJob) => Promise<void>, concurrency: number): AnyWorker;
  close(): Promise<void>;
};

/** What both backends' classes have in common; their full types differ by the connection they name. */
type AnyQueue = {
  add(name: string, data: object, options: BullOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: object; opts: BullOptions }[]): Promise<unknown>;
  getJobCounts(...states: (keyof QueueDepth)[]): Promise<Record<string, number>>;
  getFailed(from: number, to: number): Promise<BullJob[]>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
};
type AnyWorker = {
  pause(): Promise<void>;
  resume(): void;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "failed", listener: (job: BullJob | undefined, error: Error) => void): unknown;
};
type BullOptions = ReturnType<typeof optionsOf>;
type BullJob = {
  id?: string | undefined;
  name: string;
  data: unknown;
  failedReason: string;
  finishedOn?: number | undefined;
};

function engineOf(backend: QueueBackend, namespace: string, onError: (error: Error) => void): Engine {
  if (backend.kind === "postgres") {
    const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
    const connection = {
      ...backend.connection,
      max: poolMax,
      schema: "bullmq",
      migrate: true,
      options: notWaitingForDisk,
    };
    return {
      queue: () => new Queue(namespace, { connection }),
      worker: (_, process, concurrency) => new Worker(namespace, process, { connection, concurrency, ...stalled }),
      close: async () => undefined,
    };
  }
  const adding = new Redis(backend.url, { maxRetriesPerRequest: null, commandTimeout: commandTimeoutMs });
  const working = new Redis(backend.url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [adding, working]) client.on("error", onError);
  // The braces keep all keys of a shard in one slot of a Redis Cluster.
  const prefix = (shard: number) => `{${namespace}:${shard}}`;
  return {
    queue: (shard) => new bullmq.Queue("jobs", { connection: adding, prefix: prefix(shard) }),
    worker: (shard, process, concurrency) =>
      new bullmq.Worker("jobs", process, { connection: working, prefix: prefix(shard), concurrency, ...stalled }),
    async close() {
      for (const client of [adding, working]) client.disconnect();
    },
  };
}

async function startWorkers(
  shards: number,
  engine: Engine,
  { handle, onFailed, concurrency = concurrencyUsual }: WorkerOptions,
  onError: (error: Error) => void,
): Promise<JobWorker> {
  const stop = new AbortController();
  const failures = new Set<Promise<void>>();

  const process = async ({ id, name, data }: BullJob) => {
    await handle(parseJob(name, data), { jobId: id ?? "", signal: stop.signal });
  };
  const noteFailure = (job: BullJob | undefined, error: Error) => {
    if (job === undefined) return;
    const noted = (async () => onFailed(parseJob(job.name, job.data), error))().catch(onError);
    failures.add(noted);
    void noted.finally(() => failures.delete(noted));
  };

  const workers = Array.from({ length: shards }, (_, shard) =>
    engine.worker(shard, process, Math.ceil(concurrency / shards)),
  );
  for (const worker of workers) {
    worker.on("failed", noteFailure);
    worker.on("error", onError);
  }
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));

  return {
    async pause() {
      await Promise.all(workers.map((worker) => worker.pause()));
    },
    resume() {
      for (const worker of workers) worker.resume();
    },
    async close() {
      stop.abort();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(failures);
    },
  };
}
