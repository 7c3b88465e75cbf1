/**
 * The demo: an installation of its own below the home, with its own database and processes, whose providers are a sandbox in
 * this process. Nothing of it leaves the computer.
 */
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { homeOf } from "../installation.ts";
import { type Loopback, serveOnLoopback } from "../sandbox/loopback.ts";
import { serveProcesses } from "../serve-processes.ts";
import { onReady } from "../supervisor.ts";
import { wallClock } from "../world.ts";
import { controlHost, type DemoCloud, openDemoCloud } from "./demo-cloud.ts";
import { openJournal } from "./journal.ts";
import { demoClients, demoPorts, demoSettings, redirectsOf } from "./settings.ts";
import { openStoredClock, type StoredClock } from "./stored-clock.ts";

export type DemoWish = {
  config: Config;
  stop: AbortSignal;
  /** Seconds of the demo in a real one; as it was when left out. */
  speed?: number;
  /** Told the address that opens its pages, at each start of its web process. */
  onReady(address: string): void;
};

/** Resolves with the exit code when all its processes have ended. */
export async function runDemo({ config, stop, speed, onReady: told }: DemoWish): Promise<number> {
  const home = join(homeOf(config), "demo");
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const clock = openStoredClock(home, wallClock);
  if (speed !== undefined) clock.setSpeed(speed);
  const cloud = await openDemoCloud({
    clock,
    clients: demoClients,
    redirects: { google: redirectsOf("google"), microsoft: redirectsOf("microsoft") },
    journal: openJournal(join(home, "sandbox.jsonl")),
  });
  const sandbox = await serveDemo(cloud, clock);
  try {
    const settings = demoSettings({
      home,
      sandbox: sandbox.address,
      port: await freePort(demoPorts),
      logLevel: config.LOG_LEVEL,
    });
    return await serveProcesses({
      config: readConfig(settings),
      settings,
      name: "demo",
      stop,
      onStarted: (which, child) => which === "web" && onReady(child, told),
    });
  } finally {
    await sandbox.stop();
  }
}

const serveDemo = (cloud: DemoCloud, clock: StoredClock): Promise<Loopback> =>
  serveOnLoopback(async (request) => {
    // Whoever asks may know already that time was moved: a token given at the time before would be over when it arrives.
    clock.readAgain();
    return new URL(request.url).host === controlHost
      ? Response.json({ nextAt: cloud.nextAt() ?? null })
      : cloud.answer(request);
  });

/** The first that nobody listens on. */
async function freePort(ports: readonly number[]): Promise<number> {
  for (const port of ports) if (await isFree(port)) return port;
  throw new ConfigError(`The demo needs a free port from ${ports.at(0)} to ${ports.at(-1)}: end what uses them.`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
