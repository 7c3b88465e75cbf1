/**
 * The daily round (R23): items cut to the minutes that the owner gives it. Hard deadlines and urgency decide the order; what
 * does not fit waits, is counted, and after five times is taken in or dropped by the owner, so that nothing starves.
 */
import { rank } from "../relationship/rank.ts";
import { type Instant, millisOf } from "../time.ts";
import type { DayItem } from "./item.ts";

/** Put off so often, an item goes before the others (R23). */
export const forcedAfter = 5;

type Sized = Pick<DayItem, "id" | "minutes" | "rolledOver" | "urgency" | "closeness" | "deadlineAt">;

export type Cut<Item> = { offered: Item[]; waiting: Item[] };

/**
 * Items whose minutes sum to at most `budgetMinutes`, in the order to do them, and the rest in its order: together they are
 * all that came in. Items put off five times take up to half of the minutes before all others, so that they neither starve
 * nor crowd out a deadline.
 */
export function cutToBudget<Item extends Sized>(
  items: readonly Item[],
  budgetMinutes: number,
  now: Instant,
): Cut<Item> {
  const ranked = rank(items, now);
  const taken = new Set<Item>();
  let left = budgetMinutes;
  const take = (item: Item, upTo: number) => {
    if (taken.has(item) || item.minutes > left || item.minutes > upTo) return 0;
    taken.add(item);
    left -= item.minutes;
    return item.minutes;
  };
  let half = Math.ceil(budgetMinutes / 2);
  const overdue = ranked.filter(({ rolledOver }) => rolledOver >= forcedAfter);
  for (const item of overdue.sort((one, other) => other.rolledOver - one.rolledOver)) half -= take(item, half);
  for (const item of ranked) take(item, left);
  return { offered: ranked.filter((item) => taken.has(item)), waiting: ranked.filter((item) => !taken.has(item)) };
}

/** What a day's sitting has offered so far, in order. */
export type Offered = { id: string; minutes: number; isDone: boolean };

export type SittingNow<Item> = Cut<Item> & {
  /** Everything offered on this day, the newest last: what to store. */
  record: Offered[];
};

/**
 * A sitting that goes on: what was offered and is still to do stays, what is gone was done, and only minutes never given
 * away are filled again. So a day never asks for more than its budget, however often it is looked at.
 */
export function continueSitting<Item extends Sized>(
  offered: readonly Offered[],
  items: readonly Item[],
  { budgetMinutes, isOver, now }: { budgetMinutes: number; isOver: boolean; now: Instant },
): SittingNow<Item> {
  const known = new Map(items.map((item) => [item.id, item]));
  const before = offered.map((one) => ({ ...one, isDone: !known.has(one.id) }));
  const left = budgetMinutes - before.reduce((sum, { minutes }) => sum + minutes, 0);
  const others = items.filter(({ id }) => !before.some((one) => one.id === id));
  const more = isOver ? { offered: [], waiting: rank(others, now) } : cutToBudget(others, left, now);
  return {
    offered: [...before.flatMap(({ id }) => known.get(id) ?? []), ...more.offered],
    waiting: more.waiting,
    record: [...before, ...more.offered.map(({ id, minutes }) => ({ id, minutes, isDone: false }))],
  };
}

/** A stretch of work longer than this was a timer that nobody stopped. */
const stretchSecondsMax = 30 * 60;

export type Timer = {
  /** Seconds of the stretches that are over. */
  spentSeconds: number;
  /** When the running stretch began. */
  runningSince?: Instant;
};

export function spentSeconds({ spentSeconds: before, runningSince }: Timer, now: Instant): number {
  if (runningSince === undefined) return before;
  const stretch = Math.floor((millisOf(now) - millisOf(runningSince)) / 1000);
  return before + Math.min(stretchSecondsMax, Math.max(0, stretch));
}

/** R23: at the budget it is enough for today. */
export const isEnough = (timer: Timer, budgetMinutes: number, now: Instant): boolean =>
  spentSeconds(timer, now) >= budgetMinutes * 60;
