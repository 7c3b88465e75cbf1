/**
 * How long the web process is held up while the worker imports the sample, as its own operator port says: the whole
 * product runs, somebody looks at the progress, and the quantiles since the import began are read at its end.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { enter, freeSettings, startServing } from "../../test/support/serving.ts";

export type EventLoopCase = {
  case: string;
  p50Ms: number;
  p99Ms: number;
  longestMs: number;
  targetMs: number;
  /** From the button to the finished review list. */
  seconds: number;
  progressAsks: number;
};

const targetMs = 100;
const lookEveryMs = 500;
const importSecondsMax = 120;

export async function eventLoopDuringSample(): Promise<EventLoopCase> {
  const home = mkdtempSync(join(tmpdir(), "rapport-loop-"));
  chmodSync(home, 0o711);
  const settings = await freeSettings(home);
  const serving = startServing({ env: settings });
  try {
    const { get, post } = await enter(await serving.address());
    const delays = async () => {
      const text = await (await fetch(`http://127.0.0.1:${settings.OPERATOR_PORT}/metrics`)).text();
      const of = (quantile: string) =>
        Number(
          new RegExp(`^rapport_event_loop_delay_seconds\\{quantile="${quantile}"\\} (\\S+)$`, "m").exec(text)?.[1],
        );
      return { p50Ms: of("0.5") * 1000, p99Ms: of("0.99") * 1000, longestMs: of("1") * 1000 };
    };
    // Each reading begins the next count, so this one leaves the start of the process out.
    await delays();
    // Past the questions of a first run, to the page of the import.
    await post("/start", { pass: "yes" });
    const began = performance.now();
    const opened = await post("/sample", {});
    const progress = `${opened.headers.get("location")!.split("?")[0]}/progress`;
    let progressAsks = 0;
    const isDone = async () => {
      progressAsks += 1;
      await (await get(progress)).text();
      const review = await (await get("/review")).text();
      return /href="\/people\/[0-9a-f-]{36}/.test(review);
    };
    while (!(await isDone())) {
      if (performance.now() - began > importSecondsMax * 1000) throw new Error("the sample was not read in time");
      await wait(lookEveryMs);
    }
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const { p50Ms, p99Ms, longestMs } = await delays();
    return {
      case: "pages: event loop of the web process during the sample's import",
      p50Ms: round(p50Ms),
      p99Ms: round(p99Ms),
      longestMs: round(longestMs),
      targetMs,
      seconds,
      progressAsks,
    };
  } finally {
    serving.child.kill("SIGTERM");
    await serving.ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
