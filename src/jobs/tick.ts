/**
 * The tick: once a second it takes the timers that are due under a lease and tells the queue about them. It lives in
 * the process and not in the queue, because a queue that was emptied would forget it without a word. Any number of
 * ticks may run beside each other.
 */
import { after, type Instant, millisOf } from "../domain/time.ts";
import { type Job, jobOf, type TimerRef } from "./catalogue.ts";

export type TickWorld = {
  /** `claimDueTimers` of the store. */
  claimDue(times: { now: Instant; wall: Instant; leaseUntil: Instant; max: number }): Promise<readonly TimerRef[]>;
  addMany(jobs: readonly Job[]): Promise<void>;
  /** Business time decides what is due, the wall's how long a lease holds. */
  now(): Instant;
  wall(): Instant;
  /** Runs the task again and again, that many milliseconds apart; returns what ends it. */
  every(milliseconds: number, task: () => void): () => void;
  onError(error: unknown): void;
};

export type Tick = {
  /** Hands over everything that is due now; resolves with the count. Failing, it leaves the rest to the leases. */
  once(): Promise<number>;
  /** Seconds since the last tick that went well (since the start, when none has). */
  ageSeconds(): number;
  /** No tick starts any more; resolves when a running one has ended. */
  stop(): Promise<void>;
};

export const tickMs = 1_000;
/** Work that is not finished by then is offered again, which does nothing while it is still running. */
export const leaseSeconds = 30;
const claimedMax = 500;

export function startTick(world: TickWorld): Tick {
  let wentWellAt = world.wall();
  let running: Promise<number> | undefined;

  const once = () => {
    running ??= handOver(world).finally(() => {
      running = undefined;
    });
    return running;
  };
  const end = world.every(tickMs, () => {
    once().then(() => {
      wentWellAt = world.wall();
    }, world.onError);
  });

  return {
    once,
    ageSeconds: () => (millisOf(world.wall()) - millisOf(wentWellAt)) / 1000,
    async stop() {
      end();
      await running?.catch(world.onError);
    },
  };
}

async function handOver({ claimDue, addMany, now, wall }: TickWorld): Promise<number> {
  const asOf = now();
  for (let total = 0; ; ) {
    const at = wall();
    const due = await claimDue({
      now: asOf,
      wall: at,
      leaseUntil: after(at, { seconds: leaseSeconds }),
      max: claimedMax,
    });
    if (due.length > 0) await addMany(due.map(jobOf));
    total += due.length;
    if (due.length < claimedMax) return total;
  }
}
