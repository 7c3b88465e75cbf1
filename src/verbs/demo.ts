/** `rapport demo`: the sample's people with accounts at a Google and an Outlook that are served by this computer. */
import { readConfig } from "../config.ts";
import { runDemo } from "../demo/run-demo.ts";
import { supervisorDrainMs, tellReady, untilToldToStop } from "../supervisor.ts";
import { readArgs, wholeNumber } from "./usage.ts";

export const about = "Runs the demo: invented people, and a Google and an Outlook on this computer to connect to.";

const usage = `rapport demo  ${about}

It is an installation of its own, in the folder demo of the data folder, with a clock that its pages move on. A later start
goes on where it ended; remove that folder to begin anew. Real accounts cannot be connected there.

  --speed N   N seconds of the demo in a real one, 1 to 3600; stays until it is changed`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { speed: { type: "string" } });
  if (read === undefined) return 0;
  const { speed } = read.values;
  return runDemo({
    config: readConfig(),
    stop: untilToldToStop({ drainMs: supervisorDrainMs }),
    ...(speed !== undefined && { speed: wholeNumber("--speed", speed, 1, [1, 3600]) }),
    onReady: tellReady,
  });
}
