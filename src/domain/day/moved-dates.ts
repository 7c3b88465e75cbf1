/** Dates of a published calendar that were put off or brought forward, as far as that can be told (R11). */
import { hoursBetween, type Instant } from "../time.ts";

/** One date of an event: the events of a series share their uid. */
export type DateOf = { uid: string; startsAt: Instant };

/** An answered date that is published no longer, and the one that stands in its place. */
export type Moved<Known extends DateOf, Published extends DateOf> = { from: Known; to: Published };

/** A date of a series is put off by less than this; further away another one was added while it was cancelled. */
const seriesMoveHoursMax = 7 * 24;

/**
 * A date has moved when exactly one of its event's answered dates is gone and exactly one is new, of a series no further
 * than a week away. Anything else is left as it was answered.
 */
export function movedDates<Known extends DateOf & { isAnswered: boolean }, Published extends DateOf>(
  known: readonly Known[],
  published: readonly Published[],
): Moved<Known, Published>[] {
  const before = Map.groupBy(known, ({ uid }) => uid);
  const after = Map.groupBy(published, ({ uid }) => uid);
  return [...before].flatMap(([uid, olds]) => {
    const news = after.get(uid) ?? [];
    const gone = olds.filter((old) => old.isAnswered && !news.some(isSameTime(old)));
    const fresh = news.filter((one) => !olds.some(isSameTime(one)));
    const [[from, another], [to, other]] = [gone, fresh];
    if (from === undefined || to === undefined || another !== undefined || other !== undefined) return [];
    const isOneDate = olds.length === 1 && news.length === 1;
    return isOneDate || Math.abs(hoursBetween(from.startsAt, to.startsAt)) < seriesMoveHoursMax ? [{ from, to }] : [];
  });
}

const isSameTime =
  ({ startsAt }: DateOf) =>
  (one: DateOf): boolean =>
    one.startsAt === startsAt;
