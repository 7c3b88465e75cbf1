/**
 * A mailbox of any size for measures: message n is a function of the seed and n, so that two million of them take no memory.
 * Every fifth is sent, and threads are four messages long.
 */
import type { Address, Correspondent } from "../../domain/mail/message.ts";
import { before, type Instant, utc } from "../../domain/time.ts";
import { hashOf } from "../random.ts";
import type { Letter } from "../world.ts";
import type { Backlog, CloudMessage, Mark, Place } from "./mailbox.ts";

export type BulkWish = {
  seed: number;
  count: number;
  owner: { address: Address; name: string };
  /** The newest message is a minute older. */
  until: Instant;
  /** Over how many days the messages are spread evenly. */
  days?: number;
  /** How many people write. */
  correspondents?: number;
};

const usualDays = 4 * 365;
const usualCorrespondents = 400;
const threadLength = 4;

export function bulkMailbox(wish: BulkWish): Backlog {
  const { count } = wish;
  let counts: ReadonlyMap<Place, number> | undefined;
  return {
    count,
    at: (number) => messageAt(wish, number),
    numberOf: (id) => within(count, /^2([0-9a-f]{15})$/.exec(id)?.[1], 16),
    numberOfMessageId: (messageId) => within(count, /^n(\d+)\.bulk@/.exec(messageId)?.[1], 10),
    numbersOfThread: (threadId) => {
      const root = within(count, /^2([0-9a-f]{15})$/.exec(threadId)?.[1], 16);
      if (root === undefined || root !== rootOf(root)) return [];
      return Array.from({ length: Math.min(threadLength, count - root) }, (_, step) => root + step);
    },
    countOf: (place) => {
      counts ??= countsOf(count);
      return counts.get(place) ?? 0;
    },
  };
}

function countsOf(count: number): ReadonlyMap<Place, number> {
  const counts = new Map<Place, number>();
  for (let number = 0; number < count; number++) {
    const place = placeOf(number);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function within(count: number, digits: string | undefined, radix: number): number | undefined {
  const number = digits === undefined ? Number.NaN : Number.parseInt(digits, radix);
  return number < count ? number : undefined;
}

const idOf = (number: number) => `2${number.toString(16).padStart(15, "0")}`;
const rootOf = (number: number) => number - (number % threadLength);

function messageAt(wish: BulkWish, number: number): CloudMessage {
  const { seed, count, until, days = usualDays } = wish;
  const at = before(until, { minutes: 1, milliseconds: ((count - 1 - number) / count) * days * 86_400_000 });
  const place = placeOf(number);
  return {
    id: idOf(number),
    threadId: idOf(rootOf(number)),
    at,
    number,
    place,
    marks: marksOf(number, place, hashOf(`${seed}/${number}`)),
    properties: {},
    change: 1 + Math.floor((number / count) * 999),
    // Made when it is looked at: lists ask for ids alone.
    get content() {
      const letter = letterAt(wish, number, at);
      return place === "sent"
        ? ({ kind: "letter", letter } as const)
        : ({ kind: "letter", letter, deliveredTo: wish.owner.address } as const);
    },
  };
}

function placeOf(number: number): Place {
  if (number % 5 === 4) return "sent";
  return number % 50 === 7 ? "spam" : number % 3 === 0 ? "archive" : "inbox";
}

function marksOf(number: number, place: Place, hash: number): Mark[] {
  if (place === "sent") return [];
  const category = hash % 4 === 0 ? "category_promotions" : hash % 4 === 1 ? "category_updates" : "category_personal";
  return number % 7 === 0 ? ["unread", category] : [category];
}

function letterAt(
  { seed, owner, correspondents = usualCorrespondents }: BulkWish,
  number: number,
  at: Instant,
): Letter {
  const root = rootOf(number);
  const them = correspondentAt(hashOf(`${seed}/thread/${root}`) % correspondents);
  const isSent = placeOf(number) === "sent";
  const topic = topics[hashOf(`${seed}/topic/${root}`) % topics.length] as string;
  const said = `Hello,\n\nabout ${topic}: this is note ${number - root + 1} of our thread ${root}. More on the phone.\n\nBest regards`;
  return {
    id: `n${number}.bulk@${(isSent ? owner.address : them.address).split("@")[1]}`,
    at,
    zone: utc,
    from: isSent ? owner : them,
    to: [isSent ? them : owner],
    subject: number === root ? `About ${topic}` : `Re: About ${topic}`,
    said,
    text: said,
    references: Array.from({ length: number - root }, (_, step) => {
      const earlier = root + step;
      const wrote = placeOf(earlier) === "sent" ? owner : them;
      return `n${earlier}.bulk@${wrote.address.split("@")[1]}`;
    }),
    labels: [],
    encoding: "8bit",
  };
}

const givenNames = ["Noor", "Elio", "Saskia", "Tobias", "Yara", "Matteo", "Freya", "Idris", "Ludmila", "Owen"];
const familyNames = [
  "Achterberg",
  "Castellan",
  "Dufresne",
  "Eklund",
  "Farkas",
  "Grimaldi",
  "Haddad",
  "Ilves",
  "Jankowski",
];
const topics = [
  "the workshop",
  "the budget",
  "next week",
  "the draft contract",
  "the site visit",
  "the numbers",
  "the team",
];

function correspondentAt(number: number): Correspondent {
  const given = givenNames[number % givenNames.length] as string;
  const family = familyNames[Math.floor(number / givenNames.length) % familyNames.length] as string;
  return {
    address: `${given}.${family}.${number}@firm${number % 97}.example`.toLowerCase(),
    name: `${given} ${family}`,
  };
}
