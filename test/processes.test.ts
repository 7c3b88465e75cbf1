/**
 * The process tree of `serve` (design §2, Processes), as a person sees it from outside. scripts/matrix.ts runs this file
 * for each pair of database and queue: TEST_DATABASE_URL, TEST_QUEUE.
 */
import { once } from "node:events";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { fastFolder } from "./support/global-setup.ts";
import { testDatabase } from "./support/postgres.ts";
import { testRedis } from "./support/redis.ts";
import {
  databaseProcesses,
  enter,
  freeSettings,
  killTree,
  onBusyMachine,
  type Serving,
  startServing,
  stopDatabase,
  treeOf,
  verbProcess,
} from "./support/serving.ts";
import { until as untilQuietly } from "./support/until.ts";

const isEmbedded = inject("testServer").product.kind === "socket";
const redis = process.env.TEST_QUEUE === "redis" ? await testRedis({ tcp: true }) : undefined;
const base = realpathSync(mkdtempSync(join(fastFolder(), "rapport-processes-")));
chmodSync(base, 0o711);
const drainedWithinMs = 20_000;
const until = (holds: () => boolean | Promise<boolean>) => untilQuietly(holds, onBusyMachine);
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const standing: Serving[] = [];
const start = (env: NodeJS.ProcessEnv, command = [process.execPath, "bin/rapport.js", "serve"]) => {
  const serving = startServing({ command, env });
  standing.push(serving);
  return serving;
};

/** One home for the whole file, since making a database takes seconds on a busy machine. */
let env: Record<string, string>;
beforeAll(async () => {
  const address = isEmbedded ? undefined : (await testDatabase({ isEmpty: true })).address;
  env = {
    ...(await freeSettings(join(base, "home"))),
    ...(redis !== undefined && { REDIS_URL: redis.url }),
    ...(address?.kind === "url" && {
      DATABASE_URL: address.url,
      RAPPORT_MIGRATE: "1",
      RAPPORT_MASTER_KEYS: `only:${Buffer.alloc(32, 7).toString("base64")}`,
    }),
  };
});

afterAll(async () => {
  for (const one of standing) killTree(one);
  await stopDatabase(join(base, "home"));
  await redis?.stop();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
});

describe("serve", () => {
  let serving: Serving;
  let address: string;
  const serve = () => serving.child.pid!;
  const said = (words: string) => serving.lines.filter((line) => line.includes(words)).length;
  const answers = async () => (await fetch(new URL("/", address)).catch(() => undefined))?.status === 200;
  const killVerb = (verb: string) => {
    const { pid } = verbProcess(serve(), verb)!;
    process.kill(pid, "SIGKILL");
    return pid;
  };

  beforeAll(async () => {
    serving = start(env);
    address = await serving.address();
  });

  test("prints one address, and the first page behind it answers", async () => {
    expect(said("http://")).toBe(1);
    expect(await answers()).toBe(true);
    const page = await (await enter(address)).get("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("sample");
  });

  test("starts web again on the same port when it was killed", async () => {
    const killed = killVerb("web");
    await until(answers);
    expect(verbProcess(serve(), "web")!.pid).not.toBe(killed);
  });

  test("starts work again when it was killed", async () => {
    await until(() => said('"working"') === 1);
    killVerb("work");
    await until(() => said('"working"') === 2);
    const ready = await fetch(`http://127.0.0.1:${Number(env.OPERATOR_PORT) + 1}/readyz`);
    expect(ready.status).toBe(200);
  });

  test("without Redis a second worker waits and says so; with it both work", async () => {
    const second = start({ ...env, OPERATOR_PORT: "0" }, [process.execPath, "bin/rapport.js", "work"]);
    const expected = redis === undefined ? "waits for its turn" : '"working"';
    await until(() => second.lines.some((line) => line.includes(expected)));
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });

  test("told to stop, ends with everything that belongs to it", async () => {
    const began = performance.now();
    serving.child.kill("SIGTERM");
    expect(await serving.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(drainedWithinMs);
    expect(treeOf(serve())).toEqual([]);
    await until(() => databaseProcesses(env.RAPPORT_DATA_DIR!).length === 0);
    expect(await answers()).toBe(false);
  });
});

test("what stops `npm start` stops all of it", async () => {
  const npm = start(env, ["npm", "start"]);
  await npm.address();
  npm.child.kill("SIGTERM");
  await npm.ended;
  await until(() => databaseProcesses(env.RAPPORT_DATA_DIR!).length === 0);
  await expect(fetch(`http://127.0.0.1:${env.PORT}/`)).rejects.toThrow();
});

test("when serve is killed, its processes end by themselves", async () => {
  const serving = start(env);
  await serving.address();
  await until(() => verbProcess(serving.child.pid!, "work") !== undefined);
  const orphans = ["web", "work"].map((verb) => verbProcess(serving.child.pid!, verb)!.pid);
  serving.child.kill("SIGKILL");
  await until(() => orphans.every((pid) => treeOf(pid).length === 0));
});

test("a port that is taken is told in one line, once", async () => {
  const neighbour = createServer().listen(0, "127.0.0.1");
  await once(neighbour, "listening");
  const { port } = neighbour.address() as { port: number };
  const serving = start({ ...env, PORT: String(port) });
  expect(await serving.ended).toBe(78);
  expect(serving.lines.filter((line) => line.includes(String(port)))).toEqual([
    expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 is taken by another program: .*PORT/),
  ]);
  neighbour.close();
});
