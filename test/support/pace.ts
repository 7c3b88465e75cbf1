/** Pace and turns in memory, by the same arithmetic that the store keeps in rows. */

import { backgroundShare } from "../../src/domain/pace.ts";
import { type Instant, instantOf, millisOf } from "../../src/domain/time.ts";
import type { Draw, PaceLedger, Turns } from "../../src/integrations/pacer.ts";

/** When a budget is full again: for all calls, and for background ones alone. Milliseconds since 1970, with fractions. */
type Kept = { allMs: number; backgroundMs: number; pausedUntilMs: number; day: string; spent: number };

export function paceInMemory(): PaceLedger {
  const kept = new Map<string, Kept>();
  const find = (key: string): Kept => {
    const found = kept.get(key) ?? { allMs: 0, backgroundMs: 0, pausedUntilMs: 0, day: "", spent: 0 };
    kept.set(key, found);
    return found;
  };
  return {
    draw: async (draws, { isInteractive, now, latest }) => {
      const nowMs = millisOf(now);
      const goesMs = Math.max(nowMs, ...draws.map((draw) => goesAtMs(find(draw.key), draw, isInteractive, nowMs)));
      const goesAt = instantOf(Math.ceil(goesMs));
      if (goesAt > latest) return goesAt;
      for (const draw of draws) spend(find(draw.key), draw, isInteractive, goesMs);
      return goesAt;
    },
    pause: async (key, until) => {
      const found = find(key);
      found.pausedUntilMs = Math.max(found.pausedUntilMs, millisOf(until));
    },
    spent: async (key, now) => {
      const { day, spent } = find(key);
      return day === now.slice(0, 10) ? spent : 0;
    },
  };
}

const shares = { all: 1, background: backgroundShare };
const msPerUnit = ({ unitsPerMinute }: Draw, share: number) => 60_000 / (unitsPerMinute * share);

function goesAtMs(kept: Kept, draw: Draw, isInteractive: boolean, nowMs: number): number {
  // A full budget lets any call go at once, also one that costs more than the burst: it is paid off afterwards.
  const wait = (fullMs: number, share: number) =>
    Math.max(fullMs, nowMs) + Math.min(0, draw.units - draw.burst * share) * msPerUnit(draw, share);
  return Math.max(
    kept.pausedUntilMs,
    wait(kept.allMs, shares.all),
    isInteractive ? 0 : wait(kept.backgroundMs, shares.background),
  );
}

function spend(kept: Kept, draw: Draw, isInteractive: boolean, goesMs: number): void {
  const later = (fullMs: number, share: number) => Math.max(fullMs, goesMs) + draw.units * msPerUnit(draw, share);
  kept.allMs = later(kept.allMs, shares.all);
  if (!isInteractive) kept.backgroundMs = later(kept.backgroundMs, shares.background);
  const day = instantOf(goesMs).slice(0, 10);
  kept.spent = (kept.day === day ? kept.spent : 0) + draw.units;
  kept.day = day;
}

/** First come, first served. */
export function turnsInMemory(): Turns {
  const taken = new Map<string, number>();
  const queues = new Map<string, (() => void)[]>();
  return {
    take: async (key, most, signal) => {
      signal.throwIfAborted();
      if ((taken.get(key) ?? 0) >= most) {
        await new Promise<void>((resolve, reject) => {
          const queue = queues.get(key) ?? [];
          queues.set(key, queue);
          queue.push(resolve);
          signal.addEventListener("abort", () => {
            const at = queue.indexOf(resolve);
            if (at !== -1) queue.splice(at, 1);
            reject(signal.reason);
          });
        });
      } else taken.set(key, (taken.get(key) ?? 0) + 1);
      let isBack = false;
      return async () => {
        if (isBack) return;
        isBack = true;
        // The turn goes straight to whoever waits longest.
        const next = queues.get(key)?.shift();
        if (next === undefined) taken.set(key, (taken.get(key) ?? 1) - 1);
        else next();
      };
    },
  };
}

/** A clock that waiting moves on: nobody waits for real. */
export function clockThatWaits(startsAt: Instant): {
  clock: { now(): Instant };
  sleepUntil(at: Instant, signal: AbortSignal): Promise<void>;
  set(at: Instant): void;
} {
  let nowMs = millisOf(startsAt);
  return {
    clock: { now: () => instantOf(nowMs) },
    sleepUntil: async (at, signal) => {
      signal.throwIfAborted();
      nowMs = Math.max(nowMs, millisOf(at));
    },
    set: (at) => {
      nowMs = millisOf(at);
    },
  };
}
