/** `rapport work`: the worker process: ticks, takes jobs, runs flows. */
import { readConfig } from "../config.ts";
import { openInstallation } from "../installation.ts";
import { untilToldToStop } from "../supervisor.ts";
import { startWorker } from "../worker-process.ts";
import { readArgs } from "./usage.ts";

export const about = "Runs one worker process (part of serve; more than one needs REDIS_URL).";

export async function run(args: string[]): Promise<number> {
  if (readArgs(args, `rapport work  ${about}`, {}) === undefined) return 0;
  const stop = untilToldToStop();
  const installation = await openInstallation(readConfig(), { name: "work", poolMax: 10 });
  try {
    await startWorker(installation, stop);
    return 0;
  } finally {
    await installation.close();
  }
}
