/**
 * Who is new (R1, S6): from the evidence about one address to a proposal, or to the plain reason why there is none.
 * Proposes only whom the owner dealt with: wrote to individually, or met in a small meeting that both accepted.
 */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Instant, PlainDate, Zone } from "../time.ts";
import { domainOf, registrableDomain } from "./address.ts";
import type { AddressEvidence, MachineMark, SharedEvent } from "./evidence.ts";
import { personLikeness } from "./person-likeness.ts";
import { judgeSender } from "./sender.ts";
import { type SenderJudgement, times } from "./sender-sum.ts";
import { namedFrom } from "./sender-words.ts";
import type { ToldMeeting } from "./told.ts";

/** Where, when and how the owner first met a person (R3). `why` is never guessed: the owner is asked. */
export type Encounter = {
  /** End of the event, or the moment from which mail had gone both ways. Clocks count from here. */
  at: Instant;
  /** The same as a day in the owner's zone. */
  metOn: PlainDate;
  /** "SaaStr Paris drinks, Station F"; absent when the source names nothing. */
  where?: string;
  channel: "event" | "mail" | "card";
  /** People besides the owner; 1 is a one-to-one. */
  others: number;
  introducedBy?: string;
  why?: string;
  /** What it was read from: the event, for mail the address written with, the card. It never satisfies a follow-up itself. */
  source: { kind: "event" | "message" | "card" | "logged"; id: string };
};

/**
 * candidate: proposed. unsure: dealt with, but person or machine is not clear; the owner is asked. colleague: own house.
 * not_yet: seen, never dealt with (inbound only, copied only, large events only, posts on a mailing list only). known: in an address book only, shown
 * in the list and never due (R7). machine, ignored: not shown among people.
 */
export type DiscoveryClass = "candidate" | "unsure" | "colleague" | "machine" | "ignored" | "not_yet" | "known";

export type Discovery = {
  class: DiscoveryClass;
  because: Because[];
  encounter?: Encounter;
  judgement?: SenderJudgement;
};

export type DiscoveryContext = {
  /** The owner's own addresses, normalised. */
  ownAddresses: ReadonlySet<string>;
  /** Registrable domains of the owner's house (`ownDomainsOf`). */
  ownDomains: readonly string[];
  zone: Zone;
  now: Instant;
  smallMeetingMax?: number;
  /** Subject of the first message exchanged, without Re and Fwd, when the caller has it; names where a mail encounter was. */
  firstSubject?: string;
};

export function discover(evidence: AddressEvidence, context: DiscoveryContext): Discovery {
  const { address } = evidence;
  if (context.ownAddresses.has(address))
    return { class: "ignored", because: [because("R1.own_address", "This is you.")] };
  if (evidence.correction === "ignored") {
    return { class: "ignored", because: [because("S6.owner_ignored", "You said to leave this person out.")] };
  }
  const judgement = judgeSender(evidence, context);
  if (judgement.verdict === "machine") {
    if (!isListPoster(evidence)) return { class: "machine", because: judgement.because, judgement };
    const text = `They wrote ${times(evidence.received)} to a mailing list, never to you.`;
    const posted = because("R1.list_posts_only", text, { received: evidence.received });
    return { class: "not_yet", because: [posted, ...judgement.because], judgement };
  }
  if (context.ownDomains.includes(registrableDomain(domainOf(address)))) {
    const text = `${domainOf(address)} is your own house.`;
    return { class: "colleague", because: [because("S6.own_domain", text), ...judgement.because], judgement };
  }
  const meetings = pastMeetings(evidence, context);
  const found = dealings(evidence, context, meetings);
  const isProposed = found.because.length > 0;
  const reasons = isProposed ? found.because : notYet(evidence, meetings);
  return {
    class: isProposed
      ? judgement.verdict === "person"
        ? "candidate"
        : "unsure"
      : evidence.cards.length > 0
        ? "known"
        : "not_yet",
    because: [...reasons, ...judgement.because],
    ...(isProposed && found.encounter !== undefined && { encounter: found.encounter }),
    judgement,
  };
}

/** What no person's own post to a mailing list carries. (Mail services file posts under forums or promotions as they like.) */
const machineMade: readonly MachineMark[] = [
  "feedback_id",
  "mailer_mark",
  "auto_generated",
  "auto_replied",
  "delivery_report",
  "reply_to_no_reply",
  "spam_label",
];

/**
 * A name and an address like a person's, heard through a mailing list alone. The headers are the list's; they say nothing
 * about who wrote.
 */
const isListPoster = ({ address, names, received, marks, correction }: AddressEvidence): boolean =>
  correction === undefined &&
  received > 0 &&
  marks.list_id === received &&
  machineMade.every((mark) => (marks[mark] ?? 0) === 0) &&
  names[0] !== undefined &&
  personLikeness(names[0].name, address) >= namedFrom;

type Meetings = { small: readonly SharedEvent[]; large: readonly SharedEvent[]; unaccepted: number };

/** Held events that have ended, oldest first, told apart by size. Events among colleagues only introduce nobody. */
function pastMeetings({ events }: AddressEvidence, { now, smallMeetingMax = 6 }: DiscoveryContext): Meetings {
  const small: SharedEvent[] = [];
  const large: SharedEvent[] = [];
  let unaccepted = 0;
  for (const event of events) {
    if (event.endsAt > now || !event.held || event.asResource || event.outsiders === 0) continue;
    if (!event.bothAccepted) unaccepted += 1;
    else if (event.attendees <= smallMeetingMax) small.push(event);
    else large.push(event);
  }
  return { small: small.sort(byEnd), large: large.sort(byEnd), unaccepted };
}

const byEnd = (one: { endsAt: Instant }, other: { endsAt: Instant }): number =>
  one.endsAt < other.endsAt ? -1 : one.endsAt > other.endsAt ? 1 : 0;

type Dealings = { because: Because[]; encounter?: Encounter };

/** What the owner did with the person. An event outranks mail as the first encounter: meeting is what starts the clocks. */
function dealings(evidence: AddressEvidence, context: DiscoveryContext, { small }: Meetings): Dealings {
  const reasons: Because[] = [];
  const first = small[0];
  const told = firstTold(evidence, context.now);
  if (first !== undefined) reasons.push(metBecause(first, context.zone));
  if (told !== undefined) reasons.push(toldBecause(told, context.zone));
  // They had an appointment: somebody to write to, though nobody was met.
  const missed = evidence.events.find((event) => event.isMissed === true && event.endsAt <= context.now);
  if (missed !== undefined && first === undefined) reasons.push(missedBecause(missed, context.zone));
  if (evidence.sentIndividually > 0) {
    const text = `You wrote to them ${times(evidence.sentIndividually)}.`;
    reasons.push(because("R1.owner_wrote", text, { sentIndividually: evidence.sentIndividually }));
  }
  const encounter =
    told !== undefined && (first === undefined || told.endsAt < first.endsAt)
      ? toldEncounter(told, context.zone)
      : first !== undefined
        ? encounterAt(first, context.zone)
        : mailEncounter(evidence, context);
  return encounter === undefined ? { because: reasons } : { because: reasons, encounter };
}

function metBecause(event: SharedEvent, zone: Zone): Because {
  const day = localDays(zone).dayOf(event.endsAt);
  return because("R1.met", `You met at "${event.title}" on ${day}: ${event.attendees} people, both of you accepted.`, {
    event: event.eventId,
    attendees: event.attendees,
    day,
  });
}

const firstTold = ({ told = [] }: AddressEvidence, now: Instant): ToldMeeting | undefined =>
  told.filter(({ endsAt }) => endsAt <= now).sort(byEnd)[0];

function toldBecause({ eventId, title, endsAt }: ToldMeeting, zone: Zone): Because {
  const day = localDays(zone).dayOf(endsAt);
  return because("R11.owner_said", `You said that you met at "${title}" on ${day}.`, { event: eventId, day });
}

function missedBecause({ eventId, title, endsAt }: SharedEvent, zone: Zone): Because {
  const day = localDays(zone).dayOf(endsAt);
  return because("R37.no_show", `"${title}" on ${day} did not take place, as you said.`, { event: eventId, day });
}

/** At an event of many it was not a meeting of two: the invitation may stand in the thank-you. */
function toldEncounter({ eventId, title, place, endsAt, why }: ToldMeeting, zone: Zone): Encounter {
  const where = whereOf(title, place);
  return {
    at: endsAt,
    metOn: localDays(zone).dayOf(endsAt),
    ...(where !== undefined && { where }),
    ...(why !== undefined && { why }),
    channel: "event",
    others: othersAtLargeEvent,
    source: { kind: "event", id: eventId },
  };
}

/** How many were there is not known, only that it was more than the two. */
const othersAtLargeEvent = 2;

function encounterAt(event: SharedEvent, zone: Zone): Encounter {
  const where = whereOf(event.title, event.place);
  return {
    at: event.endsAt,
    metOn: localDays(zone).dayOf(event.endsAt),
    ...(where !== undefined && { where }),
    channel: "event",
    others: Math.max(1, event.attendees - 1),
    source: { kind: "event", id: event.eventId },
  };
}

/** Mail is an encounter once it has gone both ways; a letter that nobody answered has met nobody. */
function mailEncounter(evidence: AddressEvidence, { zone, firstSubject }: DiscoveryContext): Encounter | undefined {
  const { firstSentAt, firstReceivedAt, sentIndividually, address } = evidence;
  if (sentIndividually === 0 || firstSentAt === undefined || firstReceivedAt === undefined) return undefined;
  const at = firstSentAt > firstReceivedAt ? firstSentAt : firstReceivedAt;
  const where = firstSubject === undefined ? undefined : whereOf(firstSubject, undefined);
  return {
    at,
    metOn: localDays(zone).dayOf(at),
    ...(where !== undefined && { where: `mail about "${where}"` }),
    channel: "mail",
    others: 1,
    source: { kind: "message", id: address },
  };
}

/** Why somebody who was seen is not proposed; said plainly, because "why is X not here?" is asked too. */
function notYet(evidence: AddressEvidence, { large, unaccepted }: Meetings): Because[] {
  const reasons: Because[] = [];
  const { received, onlyCopied, sentInGroup, cards } = evidence;
  if (large.length > 0) {
    reasons.push(
      because("R1.large_events_only", `You shared only large events (${large.length}).`, { events: large.length }),
    );
  }
  if (unaccepted > 0) {
    reasons.push(
      because("R1.not_accepted", `You did not both accept the invitations that you share (${unaccepted}).`, {
        unaccepted,
      }),
    );
  }
  if (received > 0)
    reasons.push(because("R1.inbound_only", `They wrote ${times(received)}, you never did.`, { received }));
  if (sentInGroup > 0)
    reasons.push(
      because("R1.group_only", `You wrote to them only among many (${times(sentInGroup)}).`, { sentInGroup }),
    );
  if (onlyCopied > 0)
    reasons.push(because("R1.copied_only", `They were only copied (${times(onlyCopied)}).`, { onlyCopied }));
  if (cards.length > 0) {
    reasons.push(
      because("R7.card_only", "They stand on a list of yours; nothing was exchanged yet.", { cards: cards.length }),
    );
  }
  if (reasons.length === 0) reasons.push(because("R1.nothing_ended", "Nothing has ended or was written yet."));
  return reasons;
}

/**
 * An event's title and place as the owner would say them: "SaaStr Paris — drinks" at "Station F" → "SaaStr Paris drinks,
 * Station F". A place that is only a link says nothing; a place already in the title is not repeated.
 */
export function whereOf(title: string, place: string | undefined): string | undefined {
  const event = cleanTitle(title);
  const at = cleanPlace(place);
  if (at === "" || event.toLowerCase().includes(at.toLowerCase())) return event === "" ? undefined : event;
  return event === "" ? at : `${event}, ${at}`;
}

const cleanTitle = (title: string): string =>
  title
    .slice(0, 300)
    .replace(
      /^\s*((re|fw|fwd|aw|wg|tr|rv|sv|accepted|updated invitation|invitation|einladung|invitación|convite)\s*:\s*)+/i,
      "",
    )
    .replace(/\s+[-–—|•·]+\s+/g, " ")
    .replace(/["“”„]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);

function cleanPlace(place: string | undefined): string {
  if (place === undefined) return "";
  const first = place.slice(0, 300).split(/[\n;]/)[0] ?? "";
  const text = first
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, "");
  return /^(zoom|google meet|microsoft teams( meeting)?|teams|online|video call|webex|tbd|tba)$/i.test(text)
    ? ""
    : text.slice(0, 120);
}
