/**
 * Which times somebody's answer leaves open for the next letter: within what they said fits, and never where they said that
 * it does not. What is left over counts as their own busy time, so that times are found for them as for everybody else.
 */
import { z } from "zod";
import { localDays } from "../local-days.ts";
import type { Busy } from "../meeting/busy.ts";
import type { ProposedTime, TimeLimit } from "../reply/meaning.ts";
import { addDays, type Instant, millisOf, minuteOfDayIn, type PlainDate, weekdayOf, type Zone } from "../time.ts";

const day = z.string().transform((text) => text as PlainDate);
const instant = z.string().transform((text) => text as Instant);
const time = z.object({ startsAt: instant, endsAt: instant });
const minute = z.number();

/** As stored: the limits of `readReply`, without their words. */
export const timesWish = z.object({
  limits: z.array(
    z.object({
      fits: z.boolean(),
      days: z.array(z.object({ first: day, last: day })).exactOptional(),
      everyWeekday: z.int().min(1).max(7).exactOptional(),
      clock: z
        .discriminatedUnion("kind", [
          z.object({ kind: z.literal("at"), minutes: z.array(minute) }),
          z.object({ kind: z.literal("between"), from: minute, until: minute, isPart: z.boolean() }),
          z.object({ kind: z.literal("from"), minute }),
          z.object({ kind: z.literal("until"), minute }),
        ])
        .exactOptional(),
    }),
  ),
  /** Stretches that they named: a time is looked for inside of one of them. Empty when they named none. */
  within: z.array(time),
  /** Times that they know and did not take, or that somebody else has. */
  notAt: z.array(time),
});
export type TimesWish = z.output<typeof timesWish>;
type Limit = TimesWish["limits"][number];
type Span = { startsAt: Instant; endsAt: Instant };

/** What they said of times, without their words; `notAt` are those of the letter that they answer. */
export const wishOfLimits = (limits: readonly TimeLimit[], notAt: readonly Span[]): TimesWish => ({
  limits: limits.map(({ says: _, days, clock, ...limit }) => ({
    ...limit,
    ...(days !== undefined && { days: [...days] }),
    ...(clock !== undefined && { clock: clock.kind === "at" ? { ...clock, minutes: [...clock.minutes] } : clock }),
  })),
  within: [],
  notAt: [...notAt],
});

/** Of times that they proposed and that are not to be had: the days of exact ones, of others the stretch itself. */
export const wishOfTimes = (times: readonly ProposedTime[], zone: Zone, notAt: readonly Span[]): TimesWish => {
  const { dayOf, startOf } = localDays(zone);
  const windows = times.flatMap((one) => one.windows);
  return {
    limits: [],
    within: windows.map(({ from, until, isExact }) =>
      isExact
        ? { startsAt: startOf(dayOf(from)), endsAt: startOf(addDays(dayOf(from), 1)) }
        : { startsAt: from, endsAt: until },
    ),
    notAt: [...notAt],
  };
};

/** Where they would not come, as busy time of theirs, on the days between both ends. `zone` is that of the letter. */
export function busyByWish(
  wish: TimesWish,
  {
    zone,
    firstDay,
    lastDay,
    lengthMinutes,
  }: { zone: Zone; firstDay: PlainDate; lastDay: PlainDate; lengthMinutes: number },
): Busy[] {
  const { at } = localDays(zone);
  const taken: Busy[] = wish.notAt.map(({ startsAt, endsAt }) => busy(millisOf(startsAt), millisOf(endsAt)));
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) {
    for (const { from, until } of stretches(minutesThatFit(wish, { on, zone, lengthMinutes })))
      taken.push(busy(millisOf(at(on, from)), millisOf(at(on, until))));
  }
  return taken;
}

const busy = (startMs: number, endMs: number): Busy => ({
  startMs,
  endMs,
  kind: "busy",
  source: { calendar: "rapport", uid: "their answer" },
});

const minutesOfDay = 1_440;
type OnDay = { on: PlainDate; zone: Zone; lengthMinutes: number };
type Fits = (minute: number) => boolean;

/**
 * "From 10" and "until 4" hold together; of days, stretches and hours that are named one after the other each is good
 * enough; what does not fit is taken away from all of them.
 */
function minutesThatFit({ limits, within }: TimesWish, day: OnDay): Fits {
  const good = limits.filter(({ fits }) => fits);
  const bad = limits.filter(({ fits }) => !fits);
  const ofDays = good.filter(namesDay);
  const bounds = good.filter((limit) => !namesDay(limit) && isBound(limit));
  const hours = good.filter((limit) => !namesDay(limit) && !isBound(limit));
  const covers = (limit: Limit): Fits => (isOn(limit, day.on) ? hoursOf(limit, day) : () => false);
  const some = (all: readonly Limit[]): Fits => {
    const each = all.map(covers);
    return (minute) => each.length === 0 || each.some((fits) => fits(minute));
  };
  const inDays = some(ofDays);
  const inHours = some(hours);
  const inBounds = bounds.map(covers);
  const out = bad.map(covers);
  const inStretch = stretchFits(within, day);
  return (minute) =>
    inDays(minute) &&
    inHours(minute) &&
    inBounds.every((fits) => fits(minute)) &&
    inStretch(minute) &&
    !out.some((covered) => covered(minute));
}

const namesDay = ({ days, everyWeekday }: Limit): boolean => days !== undefined || everyWeekday !== undefined;
const isBound = ({ clock }: Limit): boolean => clock?.kind === "from" || clock?.kind === "until";

const isOn = ({ days, everyWeekday }: Limit, on: PlainDate): boolean =>
  (everyWeekday === undefined || weekdayOf(on) === everyWeekday) &&
  (days === undefined || days.some(({ first, last }) => first <= on && on <= last));

function hoursOf({ clock }: Limit, { lengthMinutes }: OnDay): Fits {
  switch (clock?.kind) {
    case undefined:
      return () => true;
    case "at":
      return (minute) => clock.minutes.some((start) => minute >= start && minute < start + lengthMinutes);
    case "between":
      return (minute) => minute >= clock.from && minute < clock.until;
    case "from":
      return (minute) => minute >= clock.minute;
    case "until":
      return (minute) => minute < clock.minute;
  }
}

function stretchFits(within: readonly Span[], { on, zone }: OnDay): Fits {
  const { dayOf } = localDays(zone);
  const pieces = within
    .filter(({ startsAt, endsAt }) => dayOf(startsAt) <= on && on <= dayOf(endsAt))
    .map(({ startsAt, endsAt }) => ({
      from: dayOf(startsAt) === on ? minuteOfDayIn(zone, startsAt) : 0,
      until: dayOf(endsAt) === on ? minuteOfDayIn(zone, endsAt) : minutesOfDay,
    }));
  return (minute) => within.length === 0 || pieces.some(({ from, until }) => minute >= from && minute < until);
}

/** The stretches of a day, in minutes, that do not fit. */
function stretches(fits: Fits): { from: number; until: number }[] {
  const found: { from: number; until: number }[] = [];
  for (let minute = 0; minute < minutesOfDay; minute += 1) {
    if (fits(minute)) continue;
    const last = found.at(-1);
    if (last?.until === minute) last.until = minute + 1;
    else found.push({ from: minute, until: minute + 1 });
  }
  return found;
}
