/** What becomes of a job when the outside made trouble: one table, for every provider and every job. */
import { after, type Instant } from "../domain/time.ts";
import type { ProviderTrouble } from "../integrations/trouble.ts";
import { retrySeconds } from "./catalogue.ts";

export type Fate =
  /** The same work again then. */
  | { kind: "again"; at: Instant }
  /** Only the owner can help; looked at again then, and at once when they have. */
  | { kind: "ask_owner"; at: Instant }
  /** What was read so far is worth nothing any more: forget the cursor, read everything. */
  | { kind: "start_over"; at: Instant }
  /** It will never work: done, and the log says why. */
  | { kind: "give_up" };

const askOwnerAgainHours = 24;
const reconcileAfterSeconds = 60;

export type Standing = {
  now: Instant;
  /** Failures in a row before this one. */
  attempts: number;
  /** Of work that never ends by itself (`catalogue`). */
  isStanding: boolean;
};

export function fateOf(trouble: ProviderTrouble, { now, attempts, isStanding }: Standing): Fate {
  const later = { kind: "again", at: after(now, { seconds: retrySeconds(attempts + 1) }) } as const;
  switch (trouble.kind) {
    case "sign_in_again":
      return { kind: "ask_owner", at: after(now, { hours: askOwnerAgainHours }) };
    case "slow_down":
      return { kind: "again", at: trouble.until > now ? trouble.until : later.at };
    case "cursor_spent":
      // A provider that says so of what was just begun would be asked without end.
      return { kind: "start_over", at: attempts === 0 ? now : later.at };
    case "gone":
    case "refused":
      return isStanding ? later : { kind: "give_up" };
    case "conflict":
    case "unreachable":
      return later;
    case "unknown_outcome":
      return { kind: "again", at: after(now, { seconds: reconcileAfterSeconds }) };
  }
}
