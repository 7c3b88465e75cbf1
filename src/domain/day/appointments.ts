/** The meetings that are still to come on a day: with whom, where, when (R43), and from when their brief is wanted (R36). */

import { domainOf, registrableDomain } from "../contact/address.ts";
import { type OwnHouse, ownersPart, peopleOn } from "../contact/shared-events.ts";
import type { Address } from "../mail/message.ts";
import type { CalendarEvent } from "../meeting/event.ts";
import { eventMode } from "../relationship/event-mode.ts";
import type { Mode } from "../relationship/interaction.ts";
import { before, hoursBetween, type Instant } from "../time.ts";
import { briefBeforeMinutes } from "./brief.ts";

export type Appointment = {
  eventId: string;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  minutes: number;
  mode: Mode;
  /** The place, else the link. */
  place?: string;
  /** People from outside who have not declined. */
  guests: readonly Address[];
  briefFrom: Instant;
};

type Coming = { eventId: string; event: CalendarEvent; times: readonly { startsAt: Instant; endsAt: Instant }[] };

/** Small meetings with people from outside that end after `now` and begin before `until`, in order. */
export function agenda(
  events: readonly Coming[],
  own: OwnHouse,
  { now, until, smallMeetingMax }: { now: Instant; until: Instant; smallMeetingMax: number },
): Appointment[] {
  return events
    .flatMap(({ eventId, event, times }) => {
      const guests = guestsOf(event, own);
      if (guests.length === 0 || guests.length + 1 > smallMeetingMax) return [];
      const place = event.place ?? event.link;
      return times
        .filter(({ startsAt, endsAt }) => endsAt > now && startsAt < until)
        .map(({ startsAt, endsAt }) => ({
          eventId,
          title: event.title,
          startsAt,
          endsAt,
          minutes: Math.round(hoursBetween(startsAt, endsAt) * 60),
          mode: eventMode(event),
          ...(place !== undefined && { place }),
          guests,
          briefFrom: before(startsAt, { minutes: briefBeforeMinutes }),
        }));
    })
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0));
}

function guestsOf(event: CalendarEvent, own: OwnHouse): Address[] {
  const people = peopleOn(event);
  if (event.status === "cancelled" || event.time.kind === "all_day" || ownersPart(people, own) === "declined")
    return [];
  return people
    .filter(({ address, resource, response }) => !resource && response !== "declined" && !own.addresses.has(address))
    .filter(({ address }) => !own.domains.includes(registrableDomain(domainOf(address))))
    .map(({ address }) => address);
}
