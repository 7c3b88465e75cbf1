/**
 * What callers may spend, and what they spent: each provider counts in units of its own, by fixed windows of the sandbox's
 * clock, and refuses when a window is full. Refusals take the forms in which the providers say how long to wait, in turn.
 */
import type { Clock } from "../domain/clock.ts";
import { type Instant, instantOf, millisOf } from "../domain/time.ts";

/** So many units of one key in each window. */
export type Limit = { key: string; units: number; windowMs: number; windowUnits: number };

export type Usage = { calls: number; units: number; refused: number };

export type Refusal = {
  /** The key whose window is full, and from when on there is room. */
  key: string;
  until: Instant;
  form: RetryForm;
};

export const retryForms = ["seconds", "date", "none"] as const;
/** Retry-After in seconds, as an HTTP date, or not given. */
export type RetryForm = (typeof retryForms)[number];

export class Quota {
  readonly #clock: Clock;
  readonly #windows = new Map<string, { startsAtMs: number; units: number }>();
  readonly #usages = new Map<string, Usage>();
  readonly #running = new Map<string, { now: number; most: number }>();
  #refusals = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Spends under all limits, or under none of them when one is full. */
  spend(limits: readonly Limit[]): Refusal | undefined {
    const nowMs = millisOf(this.#clock.now());
    for (const limit of limits) {
      const window = this.#window(limit, nowMs);
      if (window.units + limit.units <= limit.windowUnits) continue;
      this.#usage(limit.key).refused += 1;
      this.#refusals += 1;
      const form = retryForms[this.#refusals % retryForms.length] as RetryForm;
      return { key: limit.key, until: instantOf(window.startsAtMs + limit.windowMs), form };
    }
    for (const limit of limits) {
      this.#window(limit, nowMs).units += limit.units;
      const usage = this.#usage(limit.key);
      usage.calls += 1;
      usage.units += limit.units;
    }
    return undefined;
  }

  /** Since the beginning, or since `forget`. */
  usage(key: string): Usage {
    return { ...this.#usage(key) };
  }

  /** Of all keys that begin so. */
  usageOf(prefix: string): Usage {
    const sum = { calls: 0, units: 0, refused: 0 };
    for (const [key, { calls, units, refused }] of this.#usages) {
      if (!key.startsWith(prefix)) continue;
      sum.calls += calls;
      sum.units += units;
      sum.refused += refused;
    }
    return sum;
  }

  /** Counts from here on; windows stay as full as they are. */
  forget(): void {
    this.#usages.clear();
    this.#running.clear();
  }

  /** A call that runs for a while: undefined when `most` of them run already, else what ends it. */
  enter(key: string, most: number): (() => void) | undefined {
    const running = this.#running.get(key) ?? { now: 0, most: 0 };
    this.#running.set(key, running);
    if (running.now >= most) {
      this.#usage(key).refused += 1;
      return undefined;
    }
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    return () => {
      running.now -= 1;
    };
  }

  /** How many ran at once at most. */
  mostAtOnce(key: string): number {
    return this.#running.get(key)?.most ?? 0;
  }

  #window({ key, windowMs }: Limit, nowMs: number): { startsAtMs: number; units: number } {
    const name = `${key}/${windowMs}`;
    const startsAtMs = nowMs - (nowMs % windowMs);
    const known = this.#windows.get(name);
    if (known !== undefined && known.startsAtMs === startsAtMs) return known;
    const window = { startsAtMs, units: 0 };
    this.#windows.set(name, window);
    return window;
  }

  #usage(key: string): Usage {
    const known = this.#usages.get(key);
    if (known !== undefined) return known;
    const usage = { calls: 0, units: 0, refused: 0 };
    this.#usages.set(key, usage);
    return usage;
  }
}

/** The header that a refusal bears; empty when its form is to say nothing. */
export function retryAfter({ until, form }: Pick<Refusal, "until" | "form">, now: Instant): Record<string, string> {
  if (form === "none") return {};
  const waitMs = millisOf(until) - millisOf(now);
  if (form === "seconds") return { "Retry-After": String(Math.max(1, Math.ceil(waitMs / 1000))) };
  // HTTP dates tell whole seconds: never earlier than meant.
  return { "Retry-After": new Date(Math.ceil(millisOf(until) / 1000) * 1000).toUTCString() };
}
