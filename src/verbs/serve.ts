/** `rapport serve`: everything on one process tree: the embedded database, one web process, one worker. `npm start` is this. */
import { readConfig } from "../config.ts";
import { openInstallation } from "../installation.ts";
import { openLog } from "../log.ts";
import { startSelf, supervise, untilToldToStop } from "../supervisor.ts";
import { readArgs } from "./usage.ts";

export const about = "Runs Rapport: database, web and worker. This is what `npm start` does.";

export async function run(args: string[]): Promise<number> {
  if (readArgs(args, `rapport serve  ${about}`, {}) === undefined) return 0;
  const config = readConfig();
  const stop = untilToldToStop();
  // Held open for as long as this process lives: the database stays up, and its schema is settled before anyone asks.
  const installation = await openInstallation(config, {
    name: "serve",
    poolMax: 1,
    say: (line) => console.error(line),
  });
  const log = openLog({ name: "serve", level: config.LOG_LEVEL, pretty: process.stdout.isTTY === true });
  try {
    // A wrong or missing key ends the start, before any process of ours relies on it.
    await installation.keyring();
    installation.embedded?.keep();
    return await supervise({
      names: ["web", "work"],
      start: (name) => startSelf([name]),
      stop,
      onEnded: (name, facts) =>
        Number.isFinite(facts.againInSeconds)
          ? log.warn({ process: name, ...facts }, "a process ended and is started again")
          : log.error({ process: name, ...facts }, "a process cannot live, so all of them end"),
    });
  } finally {
    await installation.close();
    // Nothing stays behind, unless a verb in another terminal still uses the database.
    await installation.embedded?.stop();
  }
}
