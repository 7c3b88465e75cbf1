/**
 * Work: takes a job, looks whether its timer still asks for it, calls the flow, and sees to what becomes of it. A job
 * without a due timer has nothing to do. A flow finishes or moves its timer in the transaction of its result; one that
 * returns without a word is done.
 */
import { after, type Instant } from "../domain/time.ts";
import { TroubleError } from "../integrations/trouble.ts";
import {
  catalogue,
  type Job,
  type JobName,
  type PayloadOf,
  retrySeconds,
  standsInLine,
  type TimerRef,
  timerOf,
} from "./catalogue.ts";
import { type Fate, fateOf } from "./fate.ts";
import type { JobQueue, JobRun, JobWorker } from "./queue.ts";
import { leaseSeconds } from "./tick.ts";

/** One flow a name: 5 to 25 lines that call a flow with the ids of the payload. */
export type Handlers = { [Name in JobName]: (payload: PayloadOf<Name>, run: JobRun) => Promise<void> };
/** What "start over" means for a kind of work: forget its cursor. */
export type StartOver = { [Name in JobName]?: (payload: PayloadOf<Name>) => Promise<void> };

/** The store's timers, as far as work needs them. */
export type WorkTimers = {
  start(timer: TimerRef, times: { now: Instant; leaseUntil: Instant }): Promise<{ attempts: number } | undefined>;
  find(timer: TimerRef): Promise<{ attempts: number } | undefined>;
  putOff(timer: TimerRef, why: { error: string; againAt: Instant }): Promise<void>;
  release(timer: TimerRef): Promise<void>;
  releaseOthers(timer: TimerRef): Promise<void>;
  finish(timer: TimerRef): Promise<unknown>;
};

export type WorkWorld = {
  queue: JobQueue;
  timers: WorkTimers;
  handlers: Handlers;
  startOver?: StartOver;
  now(): Instant;
  wall(): Instant;
  log: WorkLog;
  concurrency?: number;
};

export type WorkLog = {
  info(facts: object, words: string): void;
  warn(facts: object, words: string): void;
  error(facts: object, words: string): void;
};

export const startWork = (world: WorkWorld): Promise<JobWorker> =>
  world.queue.worker({
    handle: (job, run) => work(world, job, run),
    onFailed: (job, error) => afterFailure(world, job, error),
    ...(world.concurrency !== undefined && { concurrency: world.concurrency }),
  });

async function work(world: WorkWorld, job: Job, run: JobRun) {
  const timer = timerOf(job);
  try {
    await workOff(world, job, run, timer);
  } finally {
    if (standsInLine(job)) await world.timers.releaseOthers(timer);
  }
}

async function workOff(world: WorkWorld, job: Job, run: JobRun, timer: TimerRef) {
  const leaseUntil = after(world.wall(), { seconds: leaseSeconds });
  const started = await world.timers.start(timer, { now: world.now(), leaseUntil });
  if (started === undefined) return;
  try {
    await handlerOf(world.handlers, job)(job.payload, run);
  } catch (error) {
    if (run.signal.aborted) {
      world.log.info({ ...timer, jobId: run.jobId, job: job.name, err: error }, "left off because the process stops");
    } else if (error instanceof TroubleError) {
      world.log.warn({ ...timer, jobId: run.jobId, job: job.name, err: error }, "the outside made trouble");
      const { isStanding } = catalogue[job.name];
      const fate = fateOf(error.trouble, { now: world.now(), attempts: started.attempts, isStanding });
      return meet(world, job, fate, error.message);
    } else throw error;
  }
  // Nothing happens here when the flow has finished, moved or set its timer itself.
  await (run.signal.aborted ? world.timers.release(timer) : world.timers.finish(timer));
}

async function meet({ timers, startOver }: WorkWorld, job: Job, fate: Fate, error: string) {
  const timer = timerOf(job);
  switch (fate.kind) {
    case "start_over":
      await handlerOf(startOver ?? {}, job)?.(job.payload);
      return timers.putOff(timer, { error, againAt: fate.at });
    case "again":
    case "ask_owner":
      return timers.putOff(timer, { error, againAt: fate.at });
    case "give_up":
      await timers.finish(timer);
  }
}

/** A bug, a lost database, or a process that died with this job again and again: later, and later still. */
async function afterFailure({ timers, now, log }: WorkWorld, job: Job, error: Error) {
  const timer = timerOf(job);
  const attempts = (await timers.find(timer))?.attempts ?? 0;
  log.error({ ...timer, job: job.name, attempts, err: error }, "a job failed");
  await timers.putOff(timer, { error: error.message, againAt: after(now(), { seconds: retrySeconds(attempts + 1) }) });
}

/** TypeScript cannot see that the name and the payload of one job belong together; `parseJob` has made sure. */
function handlerOf(handlers: Handlers, job: Job): (payload: unknown, run: JobRun) => Promise<void>;
function handlerOf(handlers: StartOver, job: Job): ((payload: unknown) => Promise<void>) | undefined;
function handlerOf(handlers: Handlers | StartOver, job: Job) {
  return handlers[job.name];
}
