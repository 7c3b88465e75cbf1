/** `rapport web`: the web process: the owner's pages and, when asked for, the public ones. */
import { readConfig } from "../config.ts";
import { openInstallation } from "../installation.ts";
import { untilToldToStop } from "../supervisor.ts";
import { startWeb } from "../web-process.ts";
import { readArgs } from "./usage.ts";

export const about = "Runs the web process (part of serve).";

export async function run(args: string[]): Promise<number> {
  if (readArgs(args, `rapport web  ${about}`, {}) === undefined) return 0;
  const stop = untilToldToStop();
  const installation = await openInstallation(readConfig(), { name: "web", poolMax: 8 });
  try {
    await startWeb(installation, stop);
    return 0;
  } finally {
    await installation.close();
  }
}
