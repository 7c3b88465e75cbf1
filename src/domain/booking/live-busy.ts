/** Whether an hour is free in what calendars answer live, which name times without saying whose they are. */
import type { Instant } from "../time.ts";
import { overlap } from "./hold.ts";

export type Stretch = { calendar: string; startsAt: Instant; endsAt: Instant };

/**
 * The busy stretches in the way of a meeting. `harmless` are known not to be: its own event where it moves from, and events
 * that the owner lets others book over. What a stretch has beyond them counts.
 */
export const inTheWay = (
  meeting: { startsAt: Instant; endsAt: Instant },
  busy: readonly Stretch[],
  harmless: readonly Stretch[],
): Stretch[] =>
  busy
    .flatMap((stretch) => harmless.filter(({ calendar }) => calendar === stretch.calendar).reduce(lessOne, [stretch]))
    .filter((stretch) => overlap(stretch, meeting));

/** What is left of stretches without another. */
const lessOne = (stretches: readonly Stretch[], { startsAt, endsAt }: Stretch): Stretch[] =>
  stretches
    .flatMap((one) => [
      { ...one, endsAt: one.endsAt < startsAt ? one.endsAt : startsAt },
      { ...one, startsAt: one.startsAt > endsAt ? one.startsAt : endsAt },
    ])
    .filter((one) => one.startsAt < one.endsAt);
