import { describe, expect, test } from "vitest";
import { type DiscoveryContext, discover, whereOf } from "../../../src/domain/contact/discover.ts";
import type { AddressEvidence } from "../../../src/domain/contact/evidence.ts";
import type { Zone } from "../../../src/domain/time.ts";
import { at, coffee, named, seen } from "./evidence.ts";

const context: DiscoveryContext = {
  ownAddresses: new Set(["sam@northwind.example"]),
  ownDomains: ["northwind.example"],
  zone: "Europe/Paris" as Zone,
  now: at("2026-11-20T09:00:00Z"),
};
const find = (evidence: AddressEvidence) => discover(evidence, context);
const say = (evidence: AddressEvidence) => {
  const found = find(evidence);
  return `${found.class} ${found.because[0]?.rule}`;
};
const priya = (facts: Partial<AddressEvidence>) => seen("priya@acme.example", { names: named("Priya Nair"), ...facts });
const webinar = (facts = {}) => coffee({ eventId: "webinar", title: "Webinar", attendees: 40, ...facts });

describe("who is proposed, and why not (R1)", () => {
  test.each`
    what                                      | evidence                                                                                                         | found
    ${"a coffee that both accepted"}          | ${priya({ events: [coffee()] })}                                                                                 | ${"candidate R1.met"}
    ${"a letter of the owner"}                | ${priya({ sentIndividually: 1 })}                                                                                | ${"candidate R1.owner_wrote"}
    ${"a newsletter"}                         | ${seen("no-reply@shop.example", { received: 40 })}                                                               | ${"machine M4.never_answers"}
    ${"posts on a mailing list"}              | ${priya({ received: 9, marks: { list_id: 9, list_headers: 9, bulk_precedence: 9 } })}                            | ${"not_yet R1.list_posts_only"}
    ${"a list's own address"}                 | ${seen("news@acme.example", { received: 9, names: named("Acme News"), marks: { list_id: 9, list_headers: 9 } })} | ${"machine M4.list_headers"}
    ${"a newsletter in a person's name"}      | ${priya({ received: 9, marks: { list_id: 9, list_headers: 9, feedback_id: 9 } })}                                | ${"machine M4.list_headers"}
    ${"a list post that is called a machine"} | ${priya({ received: 9, marks: { list_id: 9 }, correction: "machine" })}                                          | ${"machine M4.owner_said_machine"}
    ${"only copied"}                          | ${priya({ onlyCopied: 3 })}                                                                                      | ${"not_yet R1.copied_only"}
    ${"only received"}                        | ${priya({ received: 3 })}                                                                                        | ${"not_yet R1.inbound_only"}
    ${"only written to among many"}           | ${priya({ sentInGroup: 3 })}                                                                                     | ${"not_yet R1.group_only"}
    ${"a webinar of 40"}                      | ${priya({ events: [webinar()] })}                                                                                | ${"not_yet R1.large_events_only"}
    ${"a meeting of 6"}                       | ${priya({ events: [coffee({ attendees: 6 })] })}                                                                 | ${"candidate R1.met"}
    ${"a meeting of 7"}                       | ${priya({ events: [coffee({ attendees: 7 })] })}                                                                 | ${"not_yet R1.large_events_only"}
    ${"a meeting still to come"}              | ${priya({ events: [coffee({ endsAt: at("2026-11-20T09:00:00.001Z") })] })}                                       | ${"not_yet R1.nothing_ended"}
    ${"a meeting that ends this very moment"} | ${priya({ events: [coffee({ endsAt: at("2026-11-20T09:00:00Z") })] })}                                           | ${"candidate R1.met"}
    ${"declined or cancelled"}                | ${priya({ events: [coffee({ held: false })] })}                                                                  | ${"not_yet R1.nothing_ended"}
    ${"calendar spam, never accepted"}        | ${priya({ events: [coffee({ bothAccepted: false })] })}                                                          | ${"not_yet R1.not_accepted"}
    ${"on a card alone (R7)"}                 | ${priya({ cards: [{ cardId: "1", origin: "linkedin", addresses: [] }] })}                                        | ${"known R7.card_only"}
    ${"a colleague (S6)"}                     | ${seen("lea@eu.northwind.example", { sentIndividually: 9, received: 9, repliesToOwner: 4 })}                     | ${"colleague S6.own_domain"}
    ${"the owner"}                            | ${seen("sam@northwind.example", { received: 9 })}                                                                | ${"ignored R1.own_address"}
    ${"ignored by the owner (S6)"}            | ${priya({ events: [coffee()], correction: "ignored" })}                                                          | ${"ignored S6.owner_ignored"}
    ${"a desk that was written to"}           | ${seen("info@acme.example", { sentIndividually: 1 })}                                                            | ${"unsure R1.owner_wrote"}
    ${"a meeting of colleagues only"}         | ${priya({ events: [coffee({ outsiders: 0, recurring: true })] })}                                                | ${"not_yet R1.nothing_ended"}
  `("$what: $found", ({ evidence, found }) => expect(say(evidence)).toBe(found));
});

test("the coffee gives source event, date and place (R1, R3)", () => {
  expect(find(priya({ events: [coffee()] })).encounter).toEqual({
    at: "2026-11-16T13:00:00.000Z",
    metOn: "2026-11-16",
    where: "Coffee, Café Moka",
    channel: "event",
    others: 1,
    source: { kind: "event", id: "coffee" },
  });
});

test("the drinks at SaaStr are named, and why is left to ask (R3)", () => {
  const drinks = coffee({ title: "SaaStr Paris — drinks", place: "Station F", attendees: 4 });
  const { encounter } = find(priya({ events: [drinks] }));
  expect(encounter?.where).toBe("SaaStr Paris drinks, Station F");
  expect(encounter?.why).toBeUndefined();
  expect(encounter?.others).toBe(3);
});

test("the first small meeting is the encounter, whatever the order and whatever mail came before (R3)", () => {
  const later = coffee({ eventId: "later", endsAt: at("2026-11-18T13:00:00Z") });
  const mail = {
    sentIndividually: 1,
    received: 1,
    firstSentAt: at("2026-11-10T09:00:00Z"),
    firstReceivedAt: at("2026-11-11T09:00:00Z"),
  };
  expect(find(priya({ ...mail, events: [later, coffee()] })).encounter?.source.id).toBe("coffee");
});

test("mail is an encounter from the moment that it has gone both ways (R3)", () => {
  const sent = { sentIndividually: 1, firstSentAt: at("2026-11-10T09:00:00Z") };
  expect(find(priya(sent)).encounter).toBeUndefined();
  const both = { ...sent, received: 1, firstReceivedAt: at("2026-11-11T23:30:00Z") };
  expect(find(priya(both)).encounter).toMatchObject({
    channel: "mail",
    at: "2026-11-11T23:30:00.000Z",
    metOn: "2026-11-12",
  });
  const theyBegan = { ...both, firstReceivedAt: at("2026-11-01T09:00:00Z") };
  expect(find(priya(theyBegan)).encounter?.at).toBe("2026-11-10T09:00:00.000Z");
});

test.each`
  title                               | place                         | where
  ${"Coffee"}                         | ${undefined}                  | ${"Coffee"}
  ${"Coffee at Café Moka"}            | ${"Café Moka"}                | ${"Coffee at Café Moka"}
  ${"Re: Lunch"}                      | ${"https://meet.example/abc"} | ${"Lunch"}
  ${"Catch-up"}                       | ${"Zoom"}                     | ${"Catch-up"}
  ${"Invitation: Data Lyon | Meetup"} | ${"12 rue Neuve\n69001 Lyon"} | ${"Data Lyon Meetup, 12 rue Neuve"}
  ${""}                               | ${"Station F"}                | ${"Station F"}
  ${" "}                              | ${" "}                        | ${undefined}
`("$title at $place is said as $where (R3)", ({ title, place, where }) => expect(whereOf(title, place)).toBe(where));
