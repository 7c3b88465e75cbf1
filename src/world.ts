/** The real clock, ids and randomness. Beside `main.ts` and the process glue, the only place that reads them. */
import { randomBytes } from "node:crypto";
import { setTimeout as sleepFor } from "node:timers/promises";
import type { Clock } from "./domain/clock.ts";
import { type Instant, instantOf, parseZone, utc, type Zone } from "./domain/time.ts";

export const wallClock: Clock = { now: () => instantOf(Date.now()) };

/** Fires after so many milliseconds of real time: how long the outside may take. */
export const timeout = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds);

/** Waits so many milliseconds of real time, or until the signal fires: then it rejects with its reason. */
export const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  try {
    await sleepFor(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  }
};

/** A clock that stands still: what `--as-of` looks from. */
export const clockAt = (at: Instant): Clock => ({ now: () => at });

export const hostZone = (): Zone => parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? utc;

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then a counter that begins at random in each millisecond, then chance. Ids of
 * one process sort in the order in which they were made.
 */
export function uuids(
  now: () => number = Date.now,
  random: (bytes: number) => Buffer = randomBytes,
): { next<Id extends string>(): Id } {
  let lastMs = 0;
  let counter = 0;
  return {
    next<Id extends string>(): Id {
      const ms = Math.max(now(), lastMs);
      counter = ms === lastMs ? counter + 1 : random(2).readUInt16BE() & 0x7ff;
      if (counter > 0xfff) {
        // The counter is full: borrow the next millisecond rather than repeat.
        lastMs = ms + 1;
        counter = 0;
      } else lastMs = ms;
      const bytes = random(16);
      bytes.writeUIntBE(lastMs, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes[8] = 0x80 | (bytes[8]! & 0x3f);
      const hex = bytes.toString("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
    },
  };
}

export { randomBytes as random };
