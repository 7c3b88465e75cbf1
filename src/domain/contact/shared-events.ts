/** From one calendar event and the times it took place to what each person on it shared with the owner (R1). */
import type { Address } from "../mail/message.ts";
import type { AttendeeResponse, CalendarEvent } from "../meeting/event.ts";
import type { Instant } from "../time.ts";
import { domainOf, registrableDomain } from "./address.ts";
import type { SharedEvent } from "./evidence.ts";

export type OwnHouse = {
  addresses: ReadonlySet<Address>;
  /** Registrable domains of the owner's own house. */
  domains: readonly string[];
};

/** One shared event for every other address on it and every time it took place, in the order of `times`. */
export function sharedEvents(
  eventId: string,
  event: CalendarEvent,
  times: readonly { startsAt: Instant; endsAt: Instant }[],
  own: OwnHouse,
): Map<Address, SharedEvent[]> {
  const people = peopleOn(event);
  const owner = ownersPart(people, own);
  const living = people.filter(({ resource }) => !resource);
  const outsiders = living.filter(
    ({ address }) => !own.addresses.has(address) && !own.domains.includes(registrableDomain(domainOf(address))),
  );
  const shared = new Map<Address, SharedEvent[]>();
  for (const { address, response, organiser, resource } of people) {
    if (own.addresses.has(address)) continue;
    const held = event.status !== "cancelled" && owner !== "declined" && response !== "declined";
    const theyCome = organiser || response === "accepted";
    shared.set(
      address,
      times.map((time) => ({
        eventId,
        title: event.title,
        ...(event.place !== undefined && { place: event.place }),
        ...time,
        attendees: living.some((one) => own.addresses.has(one.address)) ? living.length : living.length + 1,
        outsiders: outsiders.length,
        recurring: event.recurrence !== undefined || event.occurrence !== undefined,
        held,
        bothAccepted: held && theyCome && owner === "accepted",
        asResource: resource,
      })),
    );
  }
  return shared;
}

export type PersonOnEvent = { address: Address; response: AttendeeResponse; organiser: boolean; resource: boolean };

/** Attendees, and the organiser where the list leaves them out. An organiser is coming, whatever stands beside the name. */
export function peopleOn({ attendees, organiser }: CalendarEvent): PersonOnEvent[] {
  const listed = attendees.map((one) => ({
    address: one.address,
    response: one.response,
    organiser: one.organiser === true || one.address === organiser?.address,
    resource: one.resource === true,
  }));
  const isListed = organiser === undefined || listed.some(({ address }) => address === organiser.address);
  return isListed || organiser === undefined || listed.length === 0
    ? listed
    : [...listed, { address: organiser.address, response: "accepted", organiser: true, resource: false }];
}

/** An event in the owner's calendar that does not list the owner was put there by the owner. */
export function ownersPart(people: readonly PersonOnEvent[], own: OwnHouse): AttendeeResponse {
  const mine = people.filter(({ address }) => own.addresses.has(address));
  if (mine.length === 0 || mine.some(({ organiser }) => organiser)) return "accepted";
  if (mine.some(({ response }) => response === "accepted")) return "accepted";
  return mine.some(({ response }) => response === "declined") ? "declined" : (mine[0]?.response ?? "unknown");
}
