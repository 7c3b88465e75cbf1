/** Evidence for tests: an address about which nothing is known, and what a test adds to it. */
import type { AddressEvidence, SharedEvent } from "../../../src/domain/contact/evidence.ts";
import { instantOf } from "../../../src/domain/time.ts";

export const at = (text: string) => instantOf(Date.parse(text));

export const seen = (address: string, facts: Partial<AddressEvidence> = {}): AddressEvidence => ({
  address,
  names: [],
  sentIndividually: 0,
  sentInGroup: 0,
  received: 0,
  repliesToOwner: 0,
  repliesByOwner: 0,
  onlyCopied: 0,
  subjects: 0,
  marks: {},
  events: [],
  cards: [],
  ...facts,
});

export const named = (name: string) => [{ name, count: 1 }];

/** The coffee of the requirements' shared example; it ended on Mon 2026-11-16 at 14:00 in Paris. */
export const coffee = (facts: Partial<SharedEvent> = {}): SharedEvent => ({
  eventId: "coffee",
  title: "Coffee",
  place: "Café Moka",
  startsAt: at("2026-11-16T12:15:00Z"),
  endsAt: at("2026-11-16T13:00:00Z"),
  attendees: 2,
  outsiders: 1,
  recurring: false,
  held: true,
  bothAccepted: true,
  asResource: false,
  ...facts,
});
