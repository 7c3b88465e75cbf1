import { afterEach, expect, test } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import { takeWorkerLock } from "../../src/store/worker-lock.ts";
import { testDatabase } from "../support/postgres.ts";
import { useInstallation } from "../support/verb.ts";
import { temporaryFolder } from "../support/world.ts";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

test("tells whether a worker works on this database", async () => {
  const { address } = await testDatabase();
  const other = await testDatabase();
  useInstallation(address, temporaryFolder());
  process.env.PORT = "0";
  const worker = async () => (await examine()).find(({ name }) => name === "worker")?.state;
  const nothing = () => undefined;
  const lockOf = (place: typeof address) =>
    takeWorkerLock(place, { onWaiting: nothing, onLost: nothing, signal: new AbortController().signal });

  const elsewhere = await lockOf(other.address);
  expect(await worker()).toBe("warn");
  const here = await lockOf(address);
  expect(await worker()).toBe("ok");
  await here.release();
  await elsewhere.release();
});
