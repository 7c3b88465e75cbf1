/** `rapport serve`: everything on one process tree: the embedded database, one web process, one worker. `npm start` is this. */
import { readConfig } from "../config.ts";
import { serveProcesses } from "../serve-processes.ts";
import { supervisorDrainMs, untilToldToStop } from "../supervisor.ts";
import { readArgs } from "./usage.ts";

export const about = "Runs Rapport: database, web and worker. This is what `npm start` does.";

export async function run(args: string[]): Promise<number> {
  if (readArgs(args, `rapport serve  ${about}`, {}) === undefined) return 0;
  return serveProcesses({ config: readConfig(), name: "serve", stop: untilToldToStop({ drainMs: supervisorDrainMs }) });
}
