/** The embedded database of `serve`, killed without a word: it is started again, and whoever works by its lock with it. */

import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { atEndOfFile } from "./support/end-of-file.ts";
import { killAll } from "./support/kill.ts";
import { databaseProcesses, freeSettings, killTree, startServing, stopDatabase } from "./support/serving.ts";
import { until } from "./support/until.ts";

const againSecondsMax = 90;

test("a killed database is up again, the pages answer and work goes on", { timeout: 180_000 }, async () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "rapport-database-killed-")));
  chmodSync(base, 0o711);
  const home = join(base, "home");
  const env = await freeSettings(home);
  const serving = startServing({ env });
  atEndOfFile(async () => {
    killTree(serving);
    await stopDatabase(home);
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  });
  const address = await serving.address();
  const worked = () => serving.lines.filter((line) => line.includes('"working"')).length;
  const soon = (holds: () => boolean | Promise<boolean>) => until(holds, { secondsMax: againSecondsMax });
  const statusOf = async (url: string | URL) => (await fetch(url).catch(() => undefined))?.status;
  await soon(() => worked() === 1);

  const postmaster = databaseProcesses(home).find(({ command }) => command.includes(" -D "))!;
  killAll(postmaster.pid);
  await soon(async () => (await statusOf(`http://127.0.0.1:${env.OPERATOR_PORT}/readyz`)) === 200);
  expect(await statusOf(new URL("/", address))).toBe(200);
  // It has lost the lock with the connection that held it, and is started again.
  await soon(() => worked() === 2);
});
