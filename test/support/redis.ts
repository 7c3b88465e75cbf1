/** A Redis of the test's own: on a unix socket in a temporary folder, or a port of 127.0.0.1; gone without a trace at `stop`. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./free-port.ts";

export type TestRedis = {
  url: string;
  /** Forgets everything, as an emptied or replaced server would. */
  flush(): Promise<void>;
  stop(): Promise<void>;
};

const startsWithinMs = 10_000;

export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;
if (!hasRedis) console.warn("SKIPPED: there is no redis-server on this machine, so nothing is tried on Redis.");

/** Undefined when this machine has no redis-server. With `tcp` its url is one that REDIS_URL takes. */
export async function testRedis({ tcp = false } = {}): Promise<TestRedis | undefined> {
  if (!hasRedis) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "rapport-redis-"));
  const socket = join(folder, "redis.sock");
  const port = tcp ? await freePort() : 0;
  const url = tcp ? `redis://127.0.0.1:${port}` : socket;
  const listening = ["--port", String(port), "--bind", "127.0.0.1", "--unixsocket", socket];
  const settings = [...listening, "--save", "", "--appendonly", "no", "--dir", folder];
  const server = spawn("redis-server", [...settings, "--maxmemory-policy", "noeviction"], { stdio: "ignore" });
  const admin = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy: () => 20 });
  admin.on("error", () => undefined); // not there yet: tried again until it is
  try {
    const pong = await Promise.race([admin.ping(), sleep(startsWithinMs, "late", { ref: false })]);
    if (pong !== "PONG") throw new Error(`redis-server did not answer within ${startsWithinMs} ms`);
  } catch (error) {
    await stop(server, admin, folder);
    throw error;
  }
  return {
    url,
    flush: async () => void (await admin.flushall()),
    stop: () => stop(server, admin, folder),
  };
}

async function stop(server: ChildProcess, admin: Redis, folder: string) {
  admin.disconnect();
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.exitCode === null && server.kill("SIGKILL")) await ended;
  await rm(folder, { recursive: true, force: true });
}
