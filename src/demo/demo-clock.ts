/** The demo's time: it runs as real time does, or faster, and may be moved ahead. Never back: what happened has happened. */
import { type Instant, instantOf, millisOf } from "../domain/time.ts";

export type DemoClock = {
  /** Real time when the demo began: its own time was the same then. */
  base: Instant;
  /** How far it was moved ahead since. */
  offsetMs: number;
  /** Seconds of the demo in a real one. */
  speed: number;
};

export const beganAt = (wall: Instant): DemoClock => ({ base: wall, offsetMs: 0, speed: 1 });

export const timeOf = ({ base, offsetMs, speed }: DemoClock, wall: Instant): Instant =>
  instantOf(millisOf(base) + (millisOf(wall) - millisOf(base)) * speed + offsetMs);

/** To an instant of the demo; a clock that is there already stays as it is. */
export function movedTo(clock: DemoClock, wall: Instant, to: Instant): DemoClock {
  const aheadMs = millisOf(to) - millisOf(timeOf(clock, wall));
  return aheadMs <= 0 ? clock : { ...clock, offsetMs: clock.offsetMs + aheadMs };
}

/** Runs at another speed from now on, without a leap. */
export function atSpeed(clock: DemoClock, wall: Instant, speed: number): DemoClock {
  const changed = { ...clock, speed };
  return { ...changed, offsetMs: clock.offsetMs + millisOf(timeOf(clock, wall)) - millisOf(timeOf(changed, wall)) };
}
