/**
 * Notifications on their way to a program: kept until somebody takes them along, since the sandbox has no timers of its own.
 * Some are lost, as providers say that some of theirs are.
 */
import type { Chance } from "./random.ts";

export type Notice = { url: string; headers: Readonly<Record<string, string>>; body: string };

/** Brings one to its address. */
export type Notify = (notice: Notice) => void;

/** Loses that share of them, drawn from a seed; 0 loses none. */
export const losing =
  (share: number, draw: Chance, notify: Notify): Notify =>
  (notice) => {
    if (!draw.happens(share)) notify(notice);
  };
