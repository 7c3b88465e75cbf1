import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Job } from "../../src/jobs/catalogue.ts";
import { type JobQueue, openQueue, type QueueBackend, type WorkerOptions } from "../../src/jobs/queue.ts";
import { queueBackends } from "../support/queue-backends.ts";
import { until } from "../support/until.ts";

const owner = (number: number) => `01920000-0000-7000-8000-${number.toString(16).padStart(12, "0")}` as OwnerId;
const discover = (number: number): Job => ({ name: "discover", payload: { ownerId: owner(number) } });

for (const { name, missing, open } of queueBackends)
  describe.skipIf(missing)(`the queue on ${name}`, () => {
    let backend: QueueBackend;
    let close: () => Promise<void>;
    let namespaces = 0;

    beforeAll(async () => {
      ({ backend, close } = await open());
    });
    afterAll(() => close());

    const fresh = async () => {
      namespaces += 1;
      const namespace = `queue-${namespaces}`;
      const errors: Error[] = [];
      const queue = await openQueue({ backend, namespace, shards: 2, onError: (error) => errors.push(error) });
      onTestFinished(async () => {
        await queue.close();
        expect(errors).toEqual([]);
      });
      return { queue, namespace };
    };

    test("every job added in bulk is run once, with its payload", async () => {
      const { queue } = await fresh();
      const jobs = Array.from({ length: 100 }, (_, number) => discover(number));
      await queue.addMany(jobs);
      expect(await queue.depth()).toEqual({ waiting: 100, active: 0, delayed: 0, failed: 0 });

      const seen = await runUntil(queue, 100);
      expect(seen.map(({ payload }) => payload.ownerId).sort()).toEqual(jobs.map(({ payload }) => payload.ownerId));
      await until(async () => (await queue.depth()).active === 0);
      expect(await queue.depth()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    });

    test("work of one kind for one owner waits once, and runs once more when asked for while it runs", async () => {
      const { queue } = await fresh();
      await queue.add(discover(1));
      await queue.addMany([discover(1), discover(1), discover(2)]);
      expect((await queue.depth()).waiting).toBe(2);

      const gate = Promise.withResolvers<void>();
      let now = 0;
      let most = 0;
      const runs: string[] = [];
      await work(queue, async ({ payload }) => {
        if (payload.ownerId !== owner(1)) return;
        now += 1;
        most = Math.max(most, now);
        runs.push(payload.ownerId);
        if (runs.length === 1) await gate.promise;
        now -= 1;
      });
      await until(() => runs.length === 1);
      await queue.addMany([discover(1), discover(1)]);
      await queue.add(discover(1));
      await sleep(100);
      expect(runs).toHaveLength(1);
      gate.resolve();
      await until(async () => runs.length === 2 && (await queue.depth()).active === 0);
      expect([most, (await queue.depth()).waiting]).toEqual([1, 0]);
    });

    test("a job that throws ends among the failed with its error, and the others run on", async () => {
      const { queue } = await fresh();
      await queue.addMany([discover(1), discover(2), discover(3)]);
      const told: string[] = [];
      const ran: string[] = [];
      await work(
        queue,
        async ({ payload }) => {
          if (payload.ownerId === owner(2)) throw new Error("a page that nobody can read");
          ran.push(payload.ownerId);
        },
        async (job, error) => void told.push(`${job.name} ${job.payload.ownerId} ${error.message}`),
      );
      await until(() => ran.length === 2 && told.length === 1);

      expect(told).toEqual([`discover ${owner(2)} a page that nobody can read`]);
      const [failed, ...others] = await queue.failed();
      expect(others).toEqual([]);
      expect(failed).toMatchObject({
        name: "discover",
        payload: { ownerId: owner(2) },
        error: "a page that nobody can read",
        failedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });

      // A failed job must not swallow the next one of its kind.
      await queue.add(discover(2));
      await until(() => told.length === 2);
    });

    test("closing fires the signal, waits for running jobs and leaves the waiting ones waiting", async () => {
      const { queue } = await fresh();
      await queue.addMany([discover(1), discover(2), discover(3)]);
      const ended: string[] = [];
      const worker = await queue.worker({
        concurrency: 1,
        onFailed: async () => undefined,
        handle: async ({ payload }, { signal }) => {
          await once(signal, "abort");
          await sleep(50);
          ended.push(payload.ownerId);
        },
      });
      await until(async () => (await queue.depth()).active > 0);
      const { active, waiting } = await queue.depth();
      await worker.close();

      expect(ended).toHaveLength(active);
      expect(await queue.depth()).toEqual({ waiting, active: 0, delayed: 0, failed: 0 });
    });
  });

const work = (queue: JobQueue, handle: WorkerOptions["handle"], onFailed: WorkerOptions["onFailed"] = noFailure) =>
  queue.worker({ handle, onFailed });

async function noFailure(_: Job, error: Error) {
  throw error;
}

async function runUntil(queue: JobQueue, count: number): Promise<Job[]> {
  const seen: Job[] = [];
  await work(queue, async (job) => void seen.push(job));
  await until(() => seen.length >= count);
  return seen;
}
