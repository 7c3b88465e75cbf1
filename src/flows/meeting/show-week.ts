/**
 * One week of the owner's time as data, for looking at: what takes time and what does not, what could be offered for a
 * meeting of some length, and why the rest could not. The same question as letters ask, with nobody invited yet.
 */
import type { CalendarTrust } from "../../domain/draft/offer.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { type Busy, busyFrom, type NotBusy } from "../../domain/meeting/busy.ts";
import { dayNumberOf, dayOfNumber, weekNumber } from "../../domain/meeting/day-number.ts";
import type { EventTime } from "../../domain/meeting/event.ts";
import { type Loosening, loosenFirst } from "../../domain/meeting/loosen.ts";
import { type Prepared, prepare } from "../../domain/meeting/prepare.ts";
import type { UnreadableCalendar } from "../../domain/meeting/refusal.ts";
import { freeSlots } from "../../domain/meeting/slots.ts";
import { type Stretch, stretchesOf } from "../../domain/meeting/stretches.ts";
import { dayNumberAt, dayStartMs, stretchAt, type WallClock } from "../../domain/meeting/wall-clock.ts";
import { type Instant, instantOf, millisOf, type PlainDate, type Zone } from "../../domain/time.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { type FreeTime, freeTimeOf, questionOf, untrusted } from "./free-time.ts";

/** An event that takes no time of the owner's, and why. */
export type NotBusySeen = { title: string; calendar: string; time: EventTime; because: NotBusy["because"] };

export type WeekDay = {
  day: PlainDate;
  startMs: number;
  /** The first moment of the next day: 23 or 25 hours later where the clock changes. */
  endMs: number;
  zone: Zone;
  isToday: boolean;
  /** Taken time that touches the day, by its start. */
  busy: readonly Busy[];
  notBusy: readonly NotBusySeen[];
  /** The whole day, in order and without a hole. */
  stretches: readonly Stretch[];
};

export type Week = {
  now: Instant;
  lengthMinutes: number;
  /** The usual lengths of the owner's meetings, shortest first. */
  lengths: readonly { name: string; minutes: number }[];
  clock: WallClock;
  days: readonly WeekDay[];
  /** Mondays of the weeks beside this one, as far as times are offered at all. */
  previous?: PlainDate;
  next?: PlainDate;
  trust: CalendarTrust;
  unreadable: readonly UnreadableCalendar[];
  /** Taken time of which little is known, and why it blocks: series that cannot be followed, zones that are not known. */
  unknown: readonly Busy[];
  horizonDays: number;
  /** Starts are offered at whole multiples of this since midnight. */
  startEveryMinutes: number;
  /** The first start that could be offered, in this week or another. */
  firstStartAt?: Instant;
  /** When there is none at all: the rule to give way on first. */
  nothingLeft?: { loosen?: Loosening };
};

/** The week of a day, else of now. A week that lies before now or beyond the horizon is answered by the nearest one. */
export async function showWeek(
  world: World,
  owner: OwnerId,
  { weekOf, minutes }: { weekOf?: PlainDate; minutes?: number } = {},
): Promise<Week> {
  const view = await ownerView(world, owner);
  const { now } = view;
  const { durations } = view.policy;
  const free = await freeTimeOf(world, view);
  const lengthMinutes = minutes ?? durations.coffeeMinutes;
  const unreadable = untrusted(free.trust);
  const prepared = prepare({ ...questionOf(free, { now, lengthMinutes }), unreadable });
  const { clock } = prepared;
  const today = dayNumberAt(clock, millisOf(now));
  const [first, last] = [weekNumber(today), weekNumber(dayNumberAt(clock, prepared.latestMs))];
  const wanted = weekOf === undefined ? first : weekNumber(dayNumberOf(weekOf));
  const week = Math.min(Math.max(wanted, first), last);
  const monday = mondayOf(week);
  const notBusy = notBusyOf(free);
  const [firstSlot] = freeSlots(prepared);
  return {
    now,
    lengthMinutes,
    lengths: lengthsOf(durations),
    clock,
    days: [0, 1, 2, 3, 4, 5, 6].map((later) => dayOf(prepared, notBusy, monday + later, today)),
    ...(week > first && { previous: dayOfNumber(mondayOf(week - 1)) }),
    ...(week < last && { next: dayOfNumber(mondayOf(week + 1)) }),
    trust: free.trust,
    unreadable,
    unknown: free.busy.filter(({ kind }) => kind === "unknown"),
    horizonDays: free.availability.horizonDays,
    startEveryMinutes: free.availability.startEveryMinutes,
    ...(firstSlot === undefined ? { nothingLeft: loosened(prepared) } : { firstStartAt: instantOf(firstSlot.startMs) }),
  };
}

const lengthsOf = (durations: Policy["durations"]): Week["lengths"] => [
  { name: "check-in", minutes: durations.checkInMinutes },
  { name: "call", minutes: durations.callMinutes },
  { name: "coffee", minutes: durations.coffeeMinutes },
  { name: "lunch", minutes: durations.lunchMinutes },
];

function dayOf(prepared: Prepared, notBusy: readonly NotBusySeen[], dayNumber: number, today: number): WeekDay {
  const { clock, index } = prepared;
  const startMs = dayStartMs(clock, dayNumber);
  const endMs = dayStartMs(clock, dayNumber + 1);
  const day = dayOfNumber(dayNumber);
  return {
    day,
    startMs,
    endMs,
    zone: stretchAt(clock, endMs - 1).zone,
    isToday: dayNumber === today,
    busy: index.inOrder().items.filter((item) => item.startMs < endMs && item.endMs > startMs),
    notBusy: notBusy.filter(({ time }) => touches(time, { day, startMs, endMs })),
    stretches: stretchesOf(prepared, startMs, endMs),
  };
}

function notBusyOf({ events, sorting }: FreeTime): NotBusySeen[] {
  return events.flatMap((event) =>
    busyFrom([event], sorting).notBusy.map(({ because }) => ({
      title: event.title,
      calendar: event.calendar,
      time: event.time,
      because,
    })),
  );
}

const touches = (time: EventTime, { day, startMs, endMs }: Pick<WeekDay, "day" | "startMs" | "endMs">): boolean =>
  time.kind === "all_day"
    ? time.firstDay <= day && time.lastDay >= day
    : millisOf(time.startsAt) < endMs && millisOf(time.endsAt) > startMs;

function loosened(prepared: Prepared): { loosen?: Loosening } {
  const loosen = loosenFirst(prepared);
  return loosen === undefined ? {} : { loosen };
}

/** The number of the Monday that begins an ISO week. */
const mondayOf = (week: number): number => week * 7 - 3;
