/** One process tree: the database of an installation held open, its web process and its worker kept running until told to stop. */
import type { ChildProcess } from "node:child_process";
import type { Config } from "./config.ts";
import { openInstallation } from "./installation.ts";
import { openLog } from "./log.ts";
import { startSelf, supervise } from "./supervisor.ts";

export type Serving = {
  /** Of the installation; as environment variables too where the processes shall not read their own. */
  config: Config;
  settings?: Readonly<Record<string, string>>;
  name: string;
  stop: AbortSignal;
  onStarted?(process: "web" | "work", child: ChildProcess): void;
};

/** Resolves with the exit code when all have ended. */
export async function serveProcesses({ config, settings, name, stop, onStarted }: Serving): Promise<number> {
  // Held open for as long as this process lives: the database stays up, and its schema is settled before anyone asks.
  const installation = await openInstallation(config, { name, poolMax: 1, say: (line) => console.error(line) });
  const log = openLog({ name, level: config.LOG_LEVEL, pretty: process.stdout.isTTY === true });
  try {
    // A wrong or missing key ends the start, before any process of ours relies on it.
    await installation.keyring();
    installation.embedded?.keep();
    return await supervise({
      names: ["web", "work"],
      start: (which) => {
        const started = startSelf([which], settings);
        onStarted?.(which as "web" | "work", started.process);
        return started;
      },
      stop,
      onEnded: (which, facts) =>
        Number.isFinite(facts.againInSeconds)
          ? log.warn({ process: which, ...facts }, "a process ended and is started again")
          : log.error({ process: which, ...facts }, "a process cannot live, so all of them end"),
    });
  } finally {
    await installation.close();
    // Nothing stays behind, unless a verb in another terminal still uses the database.
    await installation.embedded?.stop();
  }
}
