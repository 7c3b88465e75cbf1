/**
 * The closed list of faults that anything outside may answer with, in our words. Each provider maps its own errors here
 * once; `jobs` turn one into a job's fate with one table. Bugs are not trouble: they crash.
 */
import type { Instant } from "../domain/time.ts";

export type ProviderTrouble =
  | { kind: "sign_in_again"; because: string }
  | { kind: "slow_down"; until: Instant }
  | { kind: "cursor_spent" }
  | { kind: "gone"; what: string }
  | { kind: "conflict"; what: string }
  | { kind: "refused"; because: string }
  | { kind: "unreachable"; because: string }
  | { kind: "unknown_outcome"; what: string };

export class TroubleError extends Error {
  readonly trouble: ProviderTrouble;
  constructor(trouble: ProviderTrouble) {
    super(
      trouble.kind + ("because" in trouble ? `: ${trouble.because}` : "what" in trouble ? `: ${trouble.what}` : ""),
    );
    this.trouble = trouble;
  }
}
