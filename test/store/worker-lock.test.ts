import { expect, test } from "vitest";
import { takeWorkerLock } from "../../src/store/worker-lock.ts";
import { testDatabase } from "../support/postgres.ts";
import { until } from "../support/until.ts";

const never = new AbortController().signal;

test("the second worker waits, says so, and gets its turn when the first lets go", async () => {
  const { address } = await testDatabase();
  const said: string[] = [];
  const asking = (name: string, signal = never) =>
    takeWorkerLock(address, {
      onWaiting: () => said.push(`${name} waits`),
      onLost: () => said.push(`${name} lost it`),
      signal,
    }).then((lock) => {
      said.push(`${name} works`);
      return lock;
    });

  const first = await asking("first");
  const second = asking("second");
  await until(() => said.length === 2);
  expect(said).toEqual(["first works", "second waits"]);
  await first.release();
  const lock = await second;
  expect(said).toEqual(["first works", "second waits", "second works"]);
  await lock.release();
});

test("a worker whose connection breaks is told that it lost its turn, and the next one gets it", async () => {
  const { address, pool } = await testDatabase();
  const lost: string[] = [];
  await takeWorkerLock(address, {
    onWaiting: () => undefined,
    onLost: ({ message }) => lost.push(message),
    signal: never,
  });
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'worker lock' and datname = current_database()`;
  await pool.query(kill);
  await until(() => lost.length > 0);
  const next = await takeWorkerLock(address, {
    onWaiting: () => undefined,
    onLost: () => undefined,
    signal: never,
  });
  await next.release();
});

test("waiting ends when the process is told to stop", async () => {
  const { address } = await testDatabase();
  const first = await takeWorkerLock(address, { onWaiting: () => undefined, onLost: () => undefined, signal: never });
  const stop = new AbortController();
  const second = takeWorkerLock(address, {
    onWaiting: () => stop.abort(new Error("told to stop")),
    onLost: () => undefined,
    signal: stop.signal,
  });
  await expect(second).rejects.toThrow("told to stop");
  await first.release();
});
