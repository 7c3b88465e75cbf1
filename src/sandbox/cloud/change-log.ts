/**
 * What changed in one mailbox, calendar, address book or list, in order, under numbers that only grow: what a provider's
 * history ids, sync tokens and delta links stand for. Old entries are forgotten, as providers do.
 */
import { before, type Instant } from "../../domain/time.ts";

export type Logged<Change> = { number: number; at: Instant; change: Change };

/** `keptDays` and `keptMost`: whatever is older, or more than that, is forgotten at the next change or by `forget`. */
export type LogLimits = { keptDays: number; keptMost: number };

const usualLimits: LogLimits = { keptDays: 7, keptMost: 100_000 };

export class ChangeLog<Change> {
  readonly #limits: LogLimits;
  #entries: Logged<Change>[] = [];
  #newest: number;
  #oldestKept: number;

  /** `begins` is the number before the first change: what was there already happened up to it. */
  constructor(begins = 1000, limits: LogLimits = usualLimits) {
    this.#limits = limits;
    this.#newest = begins;
    this.#oldestKept = begins;
  }

  /** The number of the newest change; a reader who keeps it asks for what comes after it. */
  get newest(): number {
    return this.#newest;
  }

  append(at: Instant, change: Change): number {
    this.#newest += 1;
    this.#entries.push({ number: this.#newest, at, change });
    this.#forgetOld(at);
    return this.#newest;
  }

  /** Changes after that number, oldest first; undefined when some of them are forgotten, or the number was never given out. */
  after(number: number): readonly Logged<Change>[] | undefined {
    if (number < this.#oldestKept || number > this.#newest) return undefined;
    return this.#entries.slice(number - this.#oldestKept);
  }

  /** Forgets all changes up to a number (all when left out): cursors from before it are spent. */
  forget(upTo: number = this.#newest): void {
    this.#entries = this.#entries.filter(({ number }) => number > upTo);
    this.#oldestKept = Math.max(this.#oldestKept, Math.min(upTo, this.#newest));
    // A cursor that stands at the very end would still be good; what was asked for is that none is.
    if (upTo >= this.#newest) {
      this.#newest += 1;
      this.#oldestKept = this.#newest;
    }
  }

  #forgetOld(now: Instant): void {
    const oldest = this.#entries[0];
    const tooMany = this.#entries.length > this.#limits.keptMost * 1.1;
    if (oldest === undefined || (!tooMany && oldest.at >= before(now, { days: this.#limits.keptDays * 1.1 }))) return;
    const horizon = before(now, { days: this.#limits.keptDays });
    const from = Math.max(
      this.#entries.findIndex(({ at }) => at >= horizon),
      this.#entries.length - this.#limits.keptMost,
    );
    this.#entries = this.#entries.slice(from);
    this.#oldestKept = (this.#entries[0]?.number ?? this.#newest + 1) - 1;
  }
}
