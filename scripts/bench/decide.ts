/**
 * The decisions about people on their own, without a database: judging senders, discovering, deciding follow-ups. The
 * people are as a mailbox has them: most with a handful of contacts, few with hundreds, met from yesterday to years ago.
 */

import { type DiscoveryContext, discover } from "../../src/domain/contact/discover.ts";
import { type AddressEvidence, nothingMailed } from "../../src/domain/contact/evidence.ts";
import { judgeSender } from "../../src/domain/contact/sender.ts";
import { defaultPolicy } from "../../src/domain/policy.ts";
import { decideFollowUps } from "../../src/domain/relationship/decide.ts";
import type { Interaction } from "../../src/domain/relationship/interaction.ts";
import type { PersonHistory } from "../../src/domain/relationship/person.ts";
import { dayIn, type Instant, instantOf, type Zone } from "../../src/domain/time.ts";

export type DecideCase = {
  case: string;
  /** Median of the rounds. */
  perSecond: number;
  /** What one call gave on average, so that a call that does nothing is seen. */
  resultsEach: number;
};

const zone = "Europe/Paris" as Zone;
const nowMs = Date.UTC(2026, 10, 16, 14);
const now = instantOf(nowMs);
const dayMs = 86_400_000;
const peopleMax = 2_000;
const rounds = 7;
const policy = defaultPolicy(zone);
const context: DiscoveryContext = {
  ownAddresses: new Set(["olivia@owner.example"]),
  ownDomains: ["owner.example"],
  zone,
  now,
};

export function benchDecide(): DecideCase[] {
  const people = Array.from({ length: peopleMax }, (_, at) => personOf(at));
  const senders = Array.from({ length: peopleMax }, (_, at) => evidenceOf(at));
  const interactions = people.reduce((sum, person) => sum + person.interactions.length, 0) / people.length;
  const about = `${interactions.toFixed(0)} contacts a person`;
  return [
    measured(`decide follow-ups, ${about}`, people, (person) => decideFollowUps(person, policy, now).length),
    measured("judge sender", senders, (sender) => judgeSender(sender, context).because.length),
    measured("discover", senders, (sender) => discover(sender, context).because.length),
  ];
}

function measured<Thing>(name: string, things: readonly Thing[], work: (thing: Thing) => number): DecideCase {
  const rates: number[] = [];
  let results = 0;
  for (let round = 0; round < rounds; round += 1) {
    results = 0;
    const began = performance.now();
    for (const thing of things) results += work(thing);
    rates.push((things.length * 1000) / (performance.now() - began));
  }
  const median = rates.sort((one, other) => one - other)[Math.floor(rounds / 2)]!;
  return { case: `decide: ${name}`, perSecond: Math.round(median), resultsEach: results / things.length };
}

/** Number 0 has one contact, the last one about two hundred; half of all have fewer than seven. */
function personOf(number: number): PersonHistory {
  const share = number / peopleMax;
  const metMs = nowMs - Math.ceil(1 + ((number * 37) % 700)) * dayMs;
  const metAt = instantOf(metMs);
  const contacts = Math.ceil(200 ** share / 2);
  return {
    id: `person-${number}`,
    name: `Person ${number}`,
    status: "active",
    encounter: {
      at: metAt,
      metOn: dayIn(zone, metAt),
      where: "Coffee, Café Moka",
      channel: number % 3 === 0 ? "mail" : "event",
      others: 1 + (number % 3),
      source: { kind: "event", id: `met-${number}` },
    },
    interactions: Array.from({ length: contacts }, (_, at): Interaction => {
      const atMs = metMs + ((at * 7919 + number) % 1000) * 0.001 * (nowMs - metMs);
      const isMeeting = at % 5 === 0;
      return {
        at: instantOf(Math.floor(atMs)),
        ...(isMeeting && { endsAt: instantOf(Math.floor(atMs) + 3_600_000) }),
        mode: isMeeting ? "in_person" : "email",
        direction: isMeeting ? "mutual" : at % 2 === 0 ? "outbound" : "inbound",
        depth: isMeeting ? "conversation" : at % 4 === 1 ? "thread" : "touch",
        others: 1 + (at % 2),
        source: { kind: isMeeting ? "event" : "message", id: `${number}-${at}` },
      };
    }),
    booked: [],
    knownSince: instantOf(nowMs - 400 * dayMs),
  };
}

/** Three of five are people, the others newsletters and desks. */
function evidenceOf(number: number): AddressEvidence {
  const isPerson = number % 5 < 3;
  const at = (days: number): Instant => instantOf(nowMs - days * dayMs);
  const address = isPerson ? `ann.lee${number}@firm${number % 90}.example` : `news-${number}@mailings.example`;
  return {
    ...nothingMailed(address),
    names: [{ name: isPerson ? "Ann Lee" : "The Weekly", count: 4 }],
    sentIndividually: isPerson ? 1 + (number % 7) : 0,
    ...(isPerson && { firstSentAt: at(90), lastSentAt: at(number % 60) }),
    received: 1 + (number % 23),
    firstReceivedAt: at(120),
    lastReceivedAt: at(number % 40),
    repliesToOwner: isPerson ? number % 4 : 0,
    repliesByOwner: isPerson ? number % 3 : 0,
    subjects: 1 + (number % 9),
    marks: isPerson ? {} : { list_id: 1 + (number % 23) },
    events:
      number % 10 === 0
        ? [
            {
              eventId: `event-${number}`,
              title: "Coffee",
              startsAt: at(30),
              endsAt: instantOf(nowMs - 30 * dayMs + 3_600_000),
              attendees: 2,
              outsiders: 1,
              recurring: false,
              held: true,
              bothAccepted: true,
              asResource: false,
            },
          ]
        : [],
    cards: [],
  };
}
