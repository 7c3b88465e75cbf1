/** The people of the sample as accounts: the owner's mail, calendars and contacts lie at a provider instead of in files. */
import type { AttendeeResponse, EventTime } from "../../domain/meeting/event.ts";
import { before, type Instant, instantAt, startOfDay } from "../../domain/time.ts";
import { moveWorld } from "../move-world.ts";
import { nameOf, owner, type Persona, people } from "../people.ts";
import { savedPeople } from "../sample-cards.ts";
import { sampleWorld } from "../sample-world.ts";
import { type Guest, type Letter, type Meeting, startOf, type World } from "../world.ts";
import type { CloudAccount, CloudProvider } from "./account.ts";
import type { CloudContact } from "./address-book.ts";
import type { NewEvent, Shows } from "./calendars.ts";
import type { Cloud } from "./cloud.ts";
import type { Mark, Place } from "./mailbox.ts";
import { occurrenceId } from "./occurrence-id.ts";

export type SampleWish = {
  /** Where the owner's main account is. */
  provider: CloudProvider;
  /** Their second address lies at the other provider as an account of its own, instead of being an alias of the main one. */
  hasSecond?: boolean;
};

export type SampleAccounts = { main: CloudAccount; second: CloudAccount | undefined };

export function fillFromSample(cloud: Cloud, { provider, hasSecond = false }: SampleWish): SampleAccounts {
  const world = moveWorld(sampleWorld(cloud.seed), cloud.now());
  const person = { given: owner.given, family: owner.family, zone: owner.town.zone };
  const tenant = (at: CloudProvider) => (at === "microsoft" ? { tenant: sampleTenant } : {});
  const main = cloud.add({
    ...person,
    provider,
    address: owner.address,
    ...tenant(provider),
    ...(!hasSecond && { aliases: [owner.alias] }),
  });
  const other = provider === "google" ? "microsoft" : "google";
  const second = hasSecond
    ? cloud.add({ ...person, provider: other, address: owner.alias, ...tenant(other) })
    : undefined;
  fillMail(world, (letter) => (second !== undefined && isOfAlias(letter) ? second : main));
  fillCalendars(main, world, cloud.now());
  fillBook(main, world, cloud.now());
  return { main, second };
}

/** The owner's firm, as a directory of Microsoft knows it. */
export const sampleTenant = "5b1c7f60-3d2a-4e8b-9a41-0c6d2e7f8a90";

const isOfAlias = ({ from, deliveredTo }: Letter) => from.address === owner.alias || deliveredTo === owner.alias;

function fillMail({ letters }: World, accountOf: (letter: Letter) => CloudAccount): void {
  for (const letter of letters) {
    const { mailbox, address } = accountOf(letter);
    const place = placeOf(letter);
    const content = place === "sent" ? { letter } : { letter, deliveredTo: letter.deliveredTo ?? address };
    mailbox.add({ content: { kind: "letter", ...content }, place, marks: marksOf(letter), at: letter.at });
  }
}

function placeOf({ labels }: Letter): Place {
  if (labels.includes("Sent")) return "sent";
  if (labels.includes("Spam")) return "spam";
  return labels.includes("Inbox") ? "inbox" : "archive";
}

const marksOf = ({ labels }: Letter): Mark[] =>
  labels
    .map((label) => label.toLowerCase().replace(" ", "_"))
    .filter((label) => ["unread", "important", "starred"].includes(label) || label.startsWith("category_"));

function fillCalendars(account: CloudAccount, { meetings }: World, now: Instant): void {
  const { calendars } = account;
  const { zone, id: work } = calendars.main;
  const family = account.provider === "google" ? "c_famille@group.calendar.google.com" : `${work}-famille`;
  calendars.putCalendar({ id: family, name: "Famille", isMain: false, isShown: true, role: "owner", zone }, now);
  const entered = meetings.map((meeting) => ({ meeting, at: enteredAt(meeting, now) }));
  for (const { meeting, at } of entered.toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )) {
    const calendarId = meeting.calendar === "work" ? work : family;
    const event = eventOf(meeting, calendars.newEventId());
    calendars.put(calendarId, event, at);
    for (const changed of changesOf(meeting, event)) calendars.put(calendarId, changed, at);
  }
}

function enteredAt(meeting: Meeting, now: Instant): Instant {
  const at = before(startOf(meeting), { days: meeting.enteredDaysBefore });
  return at < now ? at : now;
}

const responses: Readonly<Record<Guest["response"], AttendeeResponse>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
  "NEEDS-ACTION": "needs_action",
};
const shown: Readonly<Record<NonNullable<Meeting["shows"]>, Shows>> = {
  FREE: "free",
  TENTATIVE: "tentative",
  OOF: "out_of_office",
  FOCUS: "focus",
};
const statuses = { CONFIRMED: "confirmed", TENTATIVE: "tentative", CANCELLED: "cancelled" } as const;

function eventOf(meeting: Meeting, id: string): NewEvent {
  const { uid, title, place, description, link, organiser, guests, status, shows, rule, leftOut = [], time } = meeting;
  return {
    id,
    uid,
    sequence: 0,
    title,
    ...(place !== undefined && { place }),
    ...(description !== undefined && { description }),
    ...(link !== undefined && { link }),
    time: timeOf(meeting),
    status: statuses[status],
    shows: shows === undefined ? "busy" : shown[shows],
    ...(organiser !== undefined && { organiser }),
    attendees: guests.map(({ address, name, response, room, optional }) => ({
      address,
      ...(name !== undefined && { name }),
      response: responses[response],
      ...(address === organiser?.address && { organiser: true as const }),
      ...(optional && { optional }),
      ...(room && { resource: room }),
    })),
    ...(rule !== undefined && {
      recurrence: {
        rules: [rule],
        extra: [],
        excluded: leftOut.map((day) => (time.kind === "timed" ? instantAt(time.zone, day, time.startMinute) : day)),
      },
    }),
    properties: {},
  };
}

function timeOf({ time }: Pick<Meeting, "time">): EventTime {
  if (time.kind === "all_day") return time;
  const { zone, day, startMinute, lengthMinutes } = time;
  const startsAt = instantAt(zone, day, startMinute);
  return { kind: "timed", startsAt, endsAt: instantAt(zone, day, startMinute + lengthMinutes), zone };
}

function changesOf(meeting: Meeting, series: NewEvent): NewEvent[] {
  const { time, changes = [] } = meeting;
  if (time.kind !== "timed") return [];
  const { recurrence: _, ...common } = series;
  return changes.map(({ day, startMinute }) => {
    const occurrence = instantAt(time.zone, day, time.startMinute);
    return {
      ...common,
      id: occurrenceId(series.id, occurrence),
      seriesId: series.id,
      occurrence,
      sequence: 1,
      time: timeOf({ time: { ...time, day, startMinute } }),
    };
  });
}

/** Some are saved; the others to whom the owner wrote are only remembered. */
function fillBook({ book }: CloudAccount, { seed, letters, lastDay }: World, now: Instant): void {
  const at = before(startOfDay(owner.town.zone, lastDay), { days: 30 });
  const saved = savedPeople(seed);
  for (const persona of saved) book.add({ kind: "contact", card: cardOf(persona) }, at < now ? at : now);
  const known = new Set(saved.flatMap(({ addresses }) => addresses));
  for (const { from, to } of letters) {
    if (from.address !== owner.address && from.address !== owner.alias) continue;
    for (const { address, name } of to) {
      if (known.has(address)) continue;
      known.add(address);
      const persona = people.find(({ addresses }) => addresses.includes(address));
      const fullName = name ?? (persona === undefined ? undefined : nameOf(persona));
      const card = { ...emptyCard, addresses: [address], ...(fullName !== undefined && { name: fullName }) };
      book.add({ kind: "other", card }, at);
    }
  }
}

const emptyCard: CloudContact["card"] = { addresses: [], phones: [], links: [] };

const cardOf = (persona: Persona): CloudContact["card"] => ({
  name: nameOf(persona),
  givenName: persona.given,
  familyName: persona.family,
  addresses: persona.addresses,
  phones: persona.phone === undefined ? [] : [persona.phone],
  ...(persona.company !== "" && { company: persona.company, title: persona.title }),
  links: [],
  postalAddress: `${persona.town.name}, ${persona.town.country}`,
});
