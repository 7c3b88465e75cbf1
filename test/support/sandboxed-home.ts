/** A home for processes whose providers are a sandbox on loopback, in this process; all share one clock that can be moved. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStoredClock, type StoredClock } from "../../src/demo/stored-clock.ts";
import { Cloud } from "../../src/sandbox/cloud/cloud.ts";
import { type Answer, serveOnLoopback } from "../../src/sandbox/loopback.ts";
import { openVendors, type Vendors } from "../../src/sandbox/vendors.ts";
import { wallClock } from "../../src/world.ts";
import { clients } from "./faults/fault-world.ts";
import { layClock } from "./laid-clock.ts";
import { type TestRedis, testRedis } from "./redis.ts";
import { freeSettings, stopDatabase } from "./serving.ts";

export type SandboxedHome = {
  home: string;
  /** Of its processes: nothing of this process's own settings is among them. */
  env: Record<string, string>;
  redis: TestRedis | undefined;
  clock: StoredClock;
  cloud: Cloud;
  vendors: Vendors;
  /** When whoever used the home has ended: its database, the sandbox, Redis and the folder. */
  end(): Promise<void>;
};

/** `speed`: seconds of theirs in one of ours. `through`: what its processes ask the providers passes through. */
export async function sandboxedHome(wish: {
  seed: number;
  speed: number;
  onRedis: boolean;
  through?: (answer: Answer) => Answer;
}): Promise<SandboxedHome> {
  const { through = (answer) => answer } = wish;
  const home = realpathSync(mkdtempSync(join(tmpdir(), "rapport-sandboxed-")));
  chmodSync(home, 0o711);
  layClock(home, { speed: wish.speed });
  const clock = openStoredClock(home, wallClock);
  const cloud = new Cloud({ seed: wish.seed, clock });
  const vendors = openVendors({ cloud, clients: { google: [clients.google], microsoft: [clients.microsoft] } });
  const loopback = await serveOnLoopback(through((request) => vendors.fetch(request)));
  const redis = wish.onRedis ? await testRedis({ tcp: true }) : undefined;
  const env = {
    ...(await freeSettings(home)),
    RAPPORT_SANDBOX: loopback.address,
    GOOGLE_CLIENT_ID: clients.google.clientId,
    GOOGLE_CLIENT_SECRET: clients.google.clientSecret,
    MICROSOFT_CLIENT_ID: clients.microsoft.clientId,
    MICROSOFT_CLIENT_SECRET: clients.microsoft.clientSecret,
    LOG_LEVEL: "warn",
    ...(redis !== undefined && { REDIS_URL: redis.url }),
  };
  return {
    home,
    env,
    redis,
    clock,
    cloud,
    vendors,
    async end() {
      await stopDatabase(home);
      await loopback.stop();
      await redis?.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
