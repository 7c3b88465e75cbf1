/**
 * `serve`: keeps one process of each kind running. A process that ends is started again, after a pause that grows while
 * it keeps ending at once; one that cannot live at all takes the whole down, so that whoever watches `serve` learns of
 * it. Told to stop, it tells its processes, gives them time to finish what they hold, and ends them when they do not.
 *
 * This file runs on the real clock: it is the glue between the operating system's processes, not a decision about people.
 */
import { type ChildProcess, spawn } from "node:child_process";

/** What the supervisor knows of a process: it may be sent a signal, and it ends once. */
export type SupervisedProcess = {
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** Resolves with the exit code; undefined when a signal ended it. Never rejects. */
  ended: Promise<number | undefined>;
};

export type SupervisorOptions = {
  /** Names of the processes, in the order in which they are started. */
  names: readonly string[];
  start(name: string): SupervisedProcess;
  /** Fires when all shall stop. */
  stop: AbortSignal;
  onEnded(name: string, facts: { code: number | undefined; ranSeconds: number; againInSeconds: number }): void;
  pauses?: Partial<SupervisorPauses>;
};

export type SupervisorPauses = {
  /** Pause before the first restart; doubled for each end at once after that. */
  firstMs: number;
  longestMs: number;
  /** A process that ran shorter than this ended at once. */
  atOnceMs: number;
  /** Ends at once in a row after which it is given up. */
  atOnceMax: number;
  /** Time to finish after the signal, before SIGKILL. */
  drainMs: number;
};

const usual: SupervisorPauses = { firstMs: 250, longestMs: 15_000, atOnceMs: 10_000, atOnceMax: 6, drainMs: 20_000 };

/** For who supervises: its processes have their time to finish, then it ends them, and what it keeps for them (the database) after. */
export const supervisorDrainMs = usual.drainMs + 15_000;

/** sysexits' EX_CONFIG: the process found settings that it cannot run with. Starting it again would change nothing. */
export const exitCodeOfWrongSettings = 78;

/** Resolves with the exit code for `serve` when every process has ended: 0 when told to stop, else that of the one which cannot live. */
export async function supervise(options: SupervisorOptions): Promise<number> {
  const pauses = { ...usual, ...options.pauses };
  // Stopping one means stopping all: `stop` from outside, or the first process that is given up.
  const stopAll = new AbortController();
  const stop = AbortSignal.any([options.stop, stopAll.signal]);
  const codes = await Promise.all(
    options.names.map(async (name) => {
      const code = await keepRunning(name, options, pauses, stop);
      stopAll.abort();
      return code;
    }),
  );
  return codes.find((code) => code !== 0) ?? 0;
}

async function keepRunning(
  name: string,
  { start, onEnded }: SupervisorOptions,
  pauses: SupervisorPauses,
  stop: AbortSignal,
): Promise<number> {
  let atOnce = 0;
  while (!stop.aborted) {
    const startedAt = performance.now();
    const code = await runOnce(start(name), pauses.drainMs, stop);
    if (stop.aborted) return 0;

    const ranMs = performance.now() - startedAt;
    atOnce = ranMs < pauses.atOnceMs ? atOnce + 1 : 0;
    const isGivenUp = atOnce >= pauses.atOnceMax || code === exitCodeOfWrongSettings;
    const pauseMs = isGivenUp ? 0 : Math.min(pauses.longestMs, pauses.firstMs * 2 ** Math.max(0, atOnce - 1));
    onEnded(name, {
      code,
      ranSeconds: ranMs / 1000,
      againInSeconds: isGivenUp ? Number.POSITIVE_INFINITY : pauseMs / 1000,
    });
    if (isGivenUp) return code === undefined || code === 0 ? 1 : code;
    await pause(pauseMs, stop);
  }
  return 0;
}

async function runOnce(child: SupervisedProcess, drainMs: number, stop: AbortSignal): Promise<number | undefined> {
  let lastResort: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill("SIGTERM");
    lastResort = setTimeout(() => child.kill("SIGKILL"), drainMs);
  };
  if (stop.aborted) end();
  else stop.addEventListener("abort", end, { once: true });
  const code = await child.ended;
  stop.removeEventListener("abort", end);
  clearTimeout(lastResort);
  return code;
}

const pause = (milliseconds: number, stop: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (stop.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    }
    stop.addEventListener("abort", done);
  });

/**
 * Starts this same program with other arguments, on the same Node: standard output and error are shared, and a channel
 * that breaks when the supervisor is gone tells the process to stop (`untilToldToStop`). `settings` outrank the environment.
 */
export function startSelf(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): SupervisedProcess & { process: ChildProcess } {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...settings },
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.once("exit", (code) => resolve(code ?? undefined));
    child.once("error", () => resolve(undefined));
  });
  return { process: child, ended, kill: (signal) => void child.kill(signal) };
}

/**
 * A signal that fires when this process shall stop: SIGTERM, SIGINT, or its supervisor is gone. Asked a second time by
 * SIGINT (a person who presses Ctrl-C again), or not done within `drainMs`, the process ends on the spot.
 */
export function untilToldToStop({ drainMs = usual.drainMs } = {}): AbortSignal {
  const stop = new AbortController();
  const told = (because: string) => {
    if (stop.signal.aborted) return;
    stop.abort(new Error(`told to stop by ${because}`));
    setTimeout(() => process.exit(exitCodeOfForce), drainMs).unref();
  };
  process.on("SIGTERM", () => told("SIGTERM"));
  process.on("SIGINT", () => {
    if (stop.signal.aborted) process.exit(exitCodeOfForce);
    told("SIGINT");
  });
  if (process.channel !== undefined) {
    process.once("disconnect", () => told("the end of its supervisor"));
    // The channel alone must not keep a finished process alive.
    process.channel?.unref();
  }
  return stop.signal;
}

/** Tells whoever started this process where its pages answer. Nobody hears it who did not start it over a channel. */
export const tellReady = (address: string): void => void process.send?.({ ready: address });

/** The address that a process told of, once it does. */
export function onReady(child: ChildProcess, listen: (address: string) => void): void {
  child.on("message", (message) => {
    const { ready } = message as { ready?: unknown };
    if (typeof ready === "string") listen(ready);
  });
}

/** As a shell reports SIGINT. */
const exitCodeOfForce = 130;
