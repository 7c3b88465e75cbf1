import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { exitCodeOfWrongSettings, type SupervisedProcess, supervise } from "../src/supervisor.ts";
import { until } from "./support/until.ts";

/** Processes that live only here: each start is a line, and each ends when the test says so. */
function world(names: readonly string[]) {
  const lines: string[] = [];
  const running = new Map<string, { end: (code: number | undefined) => void; ignoresTerm: boolean }>();
  const stop = new AbortController();
  const code = supervise({
    names,
    stop: stop.signal,
    pauses: { firstMs: 5, longestMs: 20, atOnceMs: 1_000, atOnceMax: 3, drainMs: 60 },
    onEnded: (name, facts) => lines.push(`${name} ended ${facts.code}, again in ${facts.againInSeconds} s`),
    start: (name): SupervisedProcess => {
      lines.push(`${name} started`);
      const ended = Promise.withResolvers<number | undefined>();
      const one = { end: ended.resolve, ignoresTerm: false };
      running.set(name, one);
      return {
        ended: ended.promise,
        kill: (signal) => {
          lines.push(`${name} ${signal}`);
          if (signal === "SIGKILL" || !one.ignoresTerm) ended.resolve(undefined);
        },
      };
    },
  });
  return { lines, running, stop, code };
}

describe("the supervisor", () => {
  test("starts a process again when it ends, and leaves the other alone", async () => {
    const { lines, running, stop, code } = world(["web", "work"]);
    running.get("work")!.end(1);
    await until(() => lines.length === 4);
    expect(lines).toEqual(["web started", "work started", "work ended 1, again in 0.005 s", "work started"]);
    stop.abort();
    expect(await code).toBe(0);
  });

  test("waits longer each time, gives up a process that cannot live, stops the other and fails with its code", async () => {
    const { lines, running, code } = world(["web", "work"]);
    for (let starts = 1; starts <= 3; starts += 1) {
      await until(() => lines.filter((line) => line === "work started").length === starts);
      running.get("work")!.end(7);
    }
    expect(await code).toBe(7);
    expect(lines.filter((line) => !line.endsWith("started"))).toEqual([
      "work ended 7, again in 0.005 s",
      "work ended 7, again in 0.01 s",
      "work ended 7, again in Infinity s",
      "web SIGTERM",
    ]);
  });

  test("does not try again with settings that cannot work", async () => {
    const { lines, running, code } = world(["web"]);
    running.get("web")!.end(exitCodeOfWrongSettings);
    expect(await code).toBe(exitCodeOfWrongSettings);
    expect(lines).toEqual(["web started", `web ended ${exitCodeOfWrongSettings}, again in Infinity s`]);
  });

  test("told to stop, tells all, and ends by force what does not end in time", async () => {
    const { lines, running, stop, code } = world(["web", "work"]);
    running.get("work")!.ignoresTerm = true;
    stop.abort();
    expect(await code).toBe(0);
    expect(lines).toEqual(["web started", "work started", "web SIGTERM", "work SIGTERM", "work SIGKILL"]);
  });
});

describe("real processes", () => {
  const program = `
    import { startSelf, supervise, untilToldToStop } from ${JSON.stringify(join(import.meta.dirname, "../src/supervisor.ts"))};
    const stop = untilToldToStop();
    if (process.argv[2] === "child") {
      console.log("child", process.pid);
      const alive = setInterval(() => undefined, 1000);
      stop.addEventListener("abort", () => { console.log("drained", stop.reason.message); clearInterval(alive); });
    } else {
      process.exitCode = await supervise({
        names: ["child"], stop, start: (name) => startSelf([name]), pauses: { firstMs: 10 }, onEnded: () => undefined,
      });
    }
  `;

  function serve() {
    const folder = mkdtempSync(join(tmpdir(), "rapport-supervisor-"));
    writeFileSync(join(folder, "serve.ts"), program);
    const serving = spawn(process.execPath, [join(folder, "serve.ts")], { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    serving.stdout.on("data", (text) => {
      out += text;
    });
    onTestFinished(() => {
      serving.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    });
    const child = () => Number(/child (\d+)\n$/.exec(out)?.[1]);
    return { serving, child, out: () => out };
  }

  test("a killed process comes back; SIGTERM drains it and ends the whole with 0", async () => {
    const { serving, child, out } = serve();
    await until(() => child() > 0);
    const first = child();
    process.kill(first, "SIGKILL");
    await until(() => child() > 0 && child() !== first);
    serving.kill("SIGTERM");
    const [code] = await once(serving, "exit");
    expect([code, out().trim().split("\n").at(-1)]).toEqual([0, "drained told to stop by SIGTERM"]);
  });

  test("when the supervisor is killed, its processes end by themselves", async () => {
    const { serving, child, out } = serve();
    await until(() => child() > 0);
    const pid = child();
    serving.kill("SIGKILL");
    await until(() => !isAlive(pid));
    expect(out()).toContain("drained told to stop by the end of its supervisor");
  });
});

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
