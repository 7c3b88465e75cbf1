/** When something would read differently: the earliest of many instants after a moment. */
import type { Decision } from "../relationship/decide.ts";
import { after, type Instant } from "../time.ts";
import type { Sequence } from "./sequence.ts";

export class NextChange {
  found: Instant | undefined;
  readonly #now: Instant;
  constructor(now: Instant) {
    this.#now = now;
  }
  at(...instants: readonly (Instant | undefined)[]): void {
    for (const one of instants) {
      if (one !== undefined && one > this.#now && (this.found === undefined || one < this.found)) this.found = one;
    }
  }
  ofDecision({ outcome, dueAt, overdueAt, deadlineAt, nextWarningAt }: Decision): void {
    if (outcome === "satisfied" || outcome === "history" || outcome === "rest" || outcome === "expired") return;
    // A deadline is over one millisecond after itself.
    this.at(dueAt, overdueAt, nextWarningAt, deadlineAt && after(deadlineAt, { milliseconds: 1 }));
  }
  ofSequence({ standing, asksNextAt, holdsPlaceUntil }: Sequence): void {
    this.at(asksNextAt, holdsPlaceUntil);
    if (standing.kind === "paused") this.at(standing.until);
    if (standing.kind === "waiting") this.at(standing.next?.dueAt);
  }
}
