/**
 * Jobs without a queue: due timers of one owner are handed to the real worker one after the other, and the clock goes on to
 * the next one that is due. So what comes of trouble is what the product makes of it.
 */
import { sql } from "kysely";
import type { OwnerId } from "../../../src/domain/ids.ts";
import type { Instant } from "../../../src/domain/time.ts";
import type { World } from "../../../src/flows/world.ts";
import { type JobName, jobOf } from "../../../src/jobs/catalogue.ts";
import { handlersOf } from "../../../src/jobs/handlers.ts";
import type { JobQueue, WorkerOptions } from "../../../src/jobs/queue.ts";
import { startWork } from "../../../src/jobs/worker.ts";
import { timersIn } from "../../../src/store/timers.ts";
import type { SettableClock } from "../world-on.ts";

export type Settled =
  /** All is read, and only the next poll is due. */
  | "settled"
  /** No timer is left: nobody will ever come back. */
  | "stopped"
  /** It went wrong each time. */
  | "never";

export type Jobs = {
  /** Runs these kinds of work for one owner until each went well and nothing of it is waiting, at most so many times. */
  run(owner: OwnerId, kinds: readonly JobName[], runsMax?: number): Promise<Settled>;
};

const usualRunsMax = 60;

export async function jobsOf(world: World, clock: SettableClock): Promise<Jobs> {
  const { database } = world;
  const { handle, onFailed } = await workerOf(world);
  const signal = new AbortController().signal;

  const timersOf = (owner: OwnerId, kinds: readonly JobName[]) =>
    database
      .selectFrom("timer")
      .select(["kind", "subject_id", "due_at", "attempts"])
      .where("owner_id", "=", owner)
      .where("kind", "in", [...kinds])
      .orderBy("due_at")
      .execute();
  /** Something listed is still to be read, or something could not be read when it was tried last. */
  const isWaiting = async (owner: OwnerId): Promise<boolean> => {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from scan_item where owner_id = ${owner} and state = 'waiting')
        or exists (select from stream where owner_id = ${owner} and (because is not null or state = 'reading'))
        or exists (select from calendar where owner_id = ${owner} and unreadable_since is not null) as waiting
    `.execute(database);
    return rows[0]!.waiting;
  };

  return {
    async run(owner, kinds, runsMax = usualRunsMax) {
      const left = new Set<string>(kinds);
      for (let runs = 0; runs < runsMax; runs += 1) {
        const [next] = await timersOf(owner, kinds);
        if (next === undefined) return "stopped";
        if (left.size === 0 && !(await isWaiting(owner))) return "settled";
        if (next.due_at > clock.now()) clock.set(next.due_at as Instant);
        const job = jobOf({ ownerId: owner, kind: next.kind, subjectId: next.subject_id });
        try {
          await handle(job, { jobId: `${runs}`, signal });
        } catch (error) {
          await onFailed(job, error as Error);
        }
        const stands = (await timersOf(owner, kinds)).find(({ kind }) => kind === next.kind);
        if (stands === undefined || stands.attempts > 0) left.add(next.kind);
        else left.delete(next.kind);
      }
      return "never";
    },
  };
}

/** The real worker, without a queue: whoever asks hands it the jobs. */
export async function workerOf(world: World): Promise<WorkerOptions> {
  const { database } = world;
  let options: WorkerOptions | undefined;
  const nothing = async () => undefined;
  const queue: JobQueue = {
    add: nothing,
    addMany: nothing,
    worker: async (given) => {
      options = given;
      return { pause: nothing, resume: () => undefined, close: nothing };
    },
    depth: async () => ({ waiting: 0, active: 0, delayed: 0, failed: 0 }),
    failed: async () => [],
    queues: [],
    close: nothing,
  };
  await startWork({
    queue,
    timers: timersIn(database),
    handlers: handlersOf(world),
    now: world.clock.now,
    wall: world.wall.now,
    log: world.log,
  });
  return options!;
}
