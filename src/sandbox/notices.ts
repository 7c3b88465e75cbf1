/**
 * Notifications on their way to a program. The sandbox hands them to whoever brings them there; providers say that some of
 * theirs are lost, come twice or late, and `unreliable` does so too.
 */
import { after, type Instant } from "../domain/time.ts";
import type { Chance } from "./random.ts";

export type Notice = { url: string; headers: Readonly<Record<string, string>>; body: string };

/** Brings one to its address. */
export type Notify = (notice: Notice) => void;

/** Shares of all notifications, from 0 to 1. */
export type Unreliability = { lost: number; doubled: number; late: number; lateSeconds: number };

/** Where late ones wait: the cloud. */
type Later = { now(): Instant; later(at: Instant, happen: () => void): void };

export function unreliable(
  { lost, doubled, late, lateSeconds }: Unreliability,
  { world, draw, notify }: { world: Later; draw: Chance; notify: Notify },
): Notify {
  return (notice) => {
    if (draw.happens(lost)) return;
    const isDoubled = draw.happens(doubled);
    const bring = () => {
      notify(notice);
      if (isDoubled) notify(notice);
    };
    if (draw.happens(late)) world.later(after(world.now(), { seconds: lateSeconds }), bring);
    else bring();
  };
}
