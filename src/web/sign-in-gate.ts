/**
 * Slows down guessing. Each try costs a place before the passphrase is looked at, so that many at once do not slip
 * through; a right one gives back its own place, and not those of wrong ones before: else whoever has a passphrase here could
 * guess that of another owner without end. Kept in memory: there is one web process, and a restart is not in a
 * guesser's hands.
 */

import type { Clock } from "../domain/clock.ts";
import { after, type Instant } from "../domain/time.ts";

const windowMinutes = 10;
/** Tries of one address in the window. */
const triesPerPeerMax = 5;
/** Tries of all together: hashing costs 64 MiB and a fifth of a second each. */
const triesMax = 30;

export type Entry = { kind: "may_try" } | { kind: "wait"; until: Instant };

export type SignInGate = {
  /** Takes a place, or says until when there is none. */
  enter(peer: string): Entry;
  /** The place that was taken last. */
  forgive(peer: string): void;
  /** False when this way out has been come back from: one place is good for one answer, or it would be given back without end. */
  spend(state: string, endsAt: Instant): boolean;
};

export function openSignInGate(wall: Clock): SignInGate {
  let tries: { peer: string; at: Instant }[] = [];
  /** By state, until when it would be good. */
  const spent = new Map<string, Instant>();
  return {
    enter(peer) {
      const now = wall.now();
      tries = tries.filter(({ at }) => after(at, { minutes: windowMinutes }) > now);
      const own = tries.filter((one) => one.peer === peer);
      const full = own.length >= triesPerPeerMax ? own : tries.length >= triesMax ? tries : [];
      const oldest = full[0];
      if (oldest !== undefined) return { kind: "wait", until: after(oldest.at, { minutes: windowMinutes }) };
      tries.push({ peer, at: now });
      return { kind: "may_try" };
    },
    forgive(peer) {
      const own = tries.findLastIndex((one) => one.peer === peer);
      if (own >= 0) tries.splice(own, 1);
    },
    spend(state, endsAt) {
      const now = wall.now();
      for (const [one, until] of spent) if (until <= now) spent.delete(one);
      if (spent.has(state)) return false;
      spent.set(state, endsAt);
      return true;
    },
  };
}
