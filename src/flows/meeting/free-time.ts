/**
 * The owner's free time as of a moment: what the imported calendars block, how far they can be trusted, and the question
 * that the slot core answers. Used by drafts, by `rapport free` and by the week's page.
 */

import type { CalendarTrust } from "../../domain/draft/offer.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import {
  type Busy,
  type BusyContext,
  BusyPolicy,
  busyFrom,
  unknownCalendar,
  unknownTime,
} from "../../domain/meeting/busy.ts";
import type { CalendarEvent, EventTime } from "../../domain/meeting/event.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import type { Holiday } from "../../domain/meeting/holidays.ts";
import { type Question, windowOf } from "../../domain/meeting/prepare.ts";
import type { Window } from "../../domain/meeting/recurrence.ts";
import type { UnreadableCalendar } from "../../domain/meeting/refusal.ts";
import { type DatedZone, type WallClock, wallClock } from "../../domain/meeting/wall-clock.ts";
import { after, before, dayIn, type Instant, instantOf, type Zone } from "../../domain/time.ts";
import { unknownCalendars } from "../../store/calendars.ts";
import type { Connection } from "../../store/database.ts";
import { calendarSigns, eventsAround } from "../../store/events.ts";
import { sinceEver } from "../../store/owners.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { isOurs, ownTimes } from "./own-times.ts";

/** A calendar without a sign of life for longer than this is not trusted with free times. */
export const calendarOldAfterDays = 14;

/** A calendar of a connected account that was not read for longer than this may hold anything. */
export const calendarUnknownAfterMinutes = 60;

export type FreeTime = {
  availability: Availability;
  zones: readonly DatedZone[];
  /** With our own holds and bookings, each once. */
  busy: readonly Busy[];
  trust: CalendarTrust;
  /** What stands in the calendars around the window, expanded: single times, series one by one. */
  events: readonly CalendarEvent[];
  /** The owner's wall clock over the window. */
  clock: WallClock;
  /** By what events were sorted into taken and not taken time. */
  sorting: BusyContext;
  holidays: readonly Holiday[];
};

export async function freeTimeOf(world: World, view: OwnerView): Promise<FreeTime> {
  const { database } = world;
  const { owner, now, zone: home, settings } = view;
  const availability = Availability.parse(settings.availability ?? {});
  const { fromMs, untilMs } = windowOf({ now, availability });
  const window = { from: instantOf(fromMs), to: instantOf(untilMs) };
  const events = await eventsAround(database, owner, window);
  const expanded = expandAll(events, window, home);
  const own = await ownTimes(database, owner, { ...window, now });
  const happening: CalendarEvent[] = [];
  const others: CalendarEvent[] = [];
  for (const { eventId, event, times } of expanded)
    for (const { time } of times) {
      const one = occurrence(event, time);
      happening.push(one);
      if (!own.standFor(eventId, time)) others.push(one);
    }
  const dated = datedZones(view, world.hostZone);
  const clock = wallClock(dated, fromMs, untilMs);
  const sorting: BusyContext = {
    ownAddresses: new Set(view.mine),
    policy: BusyPolicy.parse(settings.busy ?? {}),
    clock,
  };
  const { busy } = busyFrom(others, sorting);
  const unknown = expanded.flatMap(({ event, unreadable }) =>
    unreadable === undefined ? [] : [unknownTime(event, unreadable.window, unreadable.note)],
  );
  const unread = await unknownCalendars(database, owner, before(now, { minutes: calendarUnknownAfterMinutes }));
  const unreadable = unread.map(({ ref, title, because }) => unknownCalendar({ ref, title }, window, because));
  return {
    availability,
    zones: dated,
    busy: [...busy, ...own.busy, ...unknown, ...unreadable],
    trust: await calendarTrust(database, owner, now),
    events: happening,
    clock,
    sorting,
    holidays: await holidaysIn(availability, window, home),
  };
}

/** The table of holidays is large, so only an owner who keeps them pays for it. */
async function holidaysIn({ holidays }: Availability, window: Window, zone: Zone): Promise<readonly Holiday[]> {
  if (holidays === undefined) return [];
  const { publicHolidays } = await import("../../domain/meeting/holidays.ts");
  return publicHolidays(holidays, { firstDay: dayIn(zone, window.from), lastDay: dayIn(zone, window.to) });
}

/** A meeting of so many minutes. Without a look at any calendar when `unchecked`: what we promised ourselves stays taken. */
export const questionOf = (
  free: FreeTime,
  {
    unchecked,
    ...wanted
  }: Pick<
    Question,
    "now" | "lengthMinutes" | "deadlineAt" | "onlyDays" | "travelMinutesTo" | "contactId" | "invitees"
  > & {
    unchecked?: boolean;
  },
): Question => ({
  availability: free.availability,
  zones: free.zones,
  holidays: free.holidays,
  busy: unchecked === true ? free.busy.filter(isOurs) : free.busy,
  ...wanted,
});

/** Nothing is offered from a calendar that is old or absent. */
export function untrusted(trust: CalendarTrust): UnreadableCalendar[] {
  if (trust.state === "fresh") return [];
  const because =
    trust.state === "none" ? "none has been imported yet" : `its last change is of ${trust.asOf.slice(0, 10)}`;
  return [{ calendar: "your calendar", because }];
}

/** One time of a series, or a single event, with nothing left to expand. */
const occurrence = ({ recurrence: _, ...event }: CalendarEvent, time: EventTime): CalendarEvent => ({ ...event, time });

const datedZones = ({ zones }: OwnerView, hostZone: Zone): DatedZone[] =>
  zones.length === 0
    ? [{ zone: hostZone }]
    : zones.map(({ from, zone }) => (from === sinceEver ? { zone } : { zone, fromDay: from }));

/** How far the imported calendars can be believed. */
export async function calendarTrust(connection: Connection, owner: OwnerId, now: Instant): Promise<CalendarTrust> {
  const signs = await calendarSigns(connection, owner, now);
  if (signs.calendars === 0 || signs.lastAt === undefined) return { state: "none" };
  const old = after(signs.lastAt, { days: calendarOldAfterDays }) < now;
  return { state: old ? "old" : "fresh", asOf: signs.lastAt };
}
