/** Asks for Gmail's news again and again, for as long as this process works; after trouble less and less often. */
import { type Instant, millisOf } from "./domain/time.ts";
import type { Log } from "./flows/world.ts";
import { TroubleError } from "./integrations/trouble.ts";

export type NewsLoopWish = {
  /** Waits for news by itself; how many there were. */
  pull(signal: AbortSignal): Promise<number>;
  now(): Instant;
  /** Real milliseconds; ends early when the signal fires. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  log: Log;
};

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** Whoever wishes to be left alone for longer is asked again all the same: a timer of Node's that is set for 25 days fires at once. */
const longestWaitMs = 3_600_000;

/** Resolves once it has ended, soon after `stop` has fired. */
export async function pullUntil(stop: AbortSignal, wish: NewsLoopWish): Promise<void> {
  try {
    await pullOn(stop, wish);
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

async function pullOn(stop: AbortSignal, { pull, now, pause, log }: NewsLoopWish): Promise<void> {
  for (let failures = 0; !stop.aborted; ) {
    try {
      const heard = await pull(stop);
      if (failures > 0) log.info({}, "Gmail's news are heard again");
      failures = 0;
      // Whoever answers at once that there is nothing is not asked again at once.
      if (heard === 0) await pause(firstPauseMs, stop);
    } catch (error) {
      stop.throwIfAborted();
      failures += 1;
      // Polls go on meanwhile: one line says it, and one that it is over.
      if (failures === 1) log.warn({ err: error }, "Gmail's news cannot be asked for; mail is read by polls alone");
      await pause(pauseAfter(error, failures, now()), stop);
    }
  }
}

function pauseAfter(error: unknown, failures: number, now: Instant): number {
  const grown = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  if (!(error instanceof TroubleError) || error.trouble.kind !== "slow_down") return grown;
  return Math.min(Math.max(grown, millisOf(error.trouble.until) - millisOf(now)), longestWaitMs);
}
