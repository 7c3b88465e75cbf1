/**
 * Pace: how fast a provider may be asked, in the provider's own units. The ledger is shared by all processes (the store
 * satisfies it); whoever asks waits for a short while and otherwise comes again.
 */
import type { Instant } from "../domain/time.ts";

/** One budget that a call draws on. */
export type Draw = {
  /** As "gmail/user/<account>", "gmail/project", "graph/mailbox/<account>". */
  key: string;
  units: number;
  unitsPerMinute: number;
  /** Most units that may be drawn at once after a pause. */
  burst: number;
};

export interface PaceLedger {
  /**
   * Draws on all budgets at once, and says from when on the call may go (`now` or later). Up to `latest` the units are spent
   * then, so the caller goes at that instant or gives up its turn; beyond it nothing is spent, and it comes again then.
   */
  draw(draws: readonly Draw[], how: { isInteractive: boolean; now: Instant; latest: Instant }): Promise<Instant>;
  /** The provider said to wait: nobody goes under this key before. An earlier pause never shortens a later one. */
  pause(key: string, until: Instant): Promise<void>;
  /** How many units of a key were drawn on the day of `now` (UTC), for the account page. */
  spent(key: string, now: Instant): Promise<number>;
}

/** At most so many at a time, over all processes. */
export interface Turns {
  /** Resolves with what gives the turn back; waits while all are taken. A turn that is not given back lapses. */
  take(key: string, most: number, signal: AbortSignal): Promise<() => Promise<void>>;
}
