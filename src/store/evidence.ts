/**
 * Counts what mail, calendar and cards show about each address: `AddressEvidence` for judging, and `OwnerEvidence` for
 * finding out which addresses are the owner's. One pass per question over indexed columns, never one per address.
 */
import { type RawBuilder, sql } from "kysely";
import { type MachineMark, type MailEvidence, nothingMailed, type SharedCard } from "../domain/contact/evidence.ts";
import type { OwnerEvidence, OwnerSighting } from "../domain/contact/owner.ts";
import type { EventId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { CalendarEvent } from "../domain/meeting/event.ts";
import { type Instant, parseZone, type Zone } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { readEvent } from "./events.ts";
import { isAutomatic, marksBelieved } from "./reading-corrections.ts";

/** A message to more people than this is not written to one of them individually. */
const individualRecipientsMax = 6;
const namesKeptMax = 5;

type Counts = {
  -readonly [Key in keyof MailEvidence]: MailEvidence[Key];
};

/**
 * Evidence from mail about every address seen that is not in `mine`. Addresses seen only on events or cards are not in it.
 * An automatic answer is no answer of theirs.
 */
export async function mailEvidence(
  connection: Connection,
  owner: OwnerId,
  mine: readonly Address[],
): Promise<Map<Address, MailEvidence>> {
  const found = new Map<Address, Counts & { marks: Partial<Record<MachineMark, number>> }>();
  const of = (address: Address) => {
    let counts = found.get(address);
    if (counts === undefined) {
      counts = { ...nothingMailed(address), marks: {} };
      found.set(address, counts);
    }
    return counts;
  };
  const own = sql`any(${[...mine]}::text[])`;

  const sent = await sql<{
    address: string;
    individually: number;
    grouped: number;
    first: Instant | null;
    last: Instant | null;
  }>`
    select r.address,
      count(*) filter (where r.role = 'to' and m.recipients <= ${individualRecipientsMax})::int as individually,
      count(*) filter (where r.role <> 'to' or m.recipients > ${individualRecipientsMax})::int as grouped,
      min(m.sent_at) as first, max(m.sent_at) as last
    from message m join message_recipient r using (owner_id, account_id, message_id)
    where m.owner_id = ${owner} and m.from_address = ${own} and not r.address = ${own}
    group by r.address
  `.execute(connection);
  for (const row of sent.rows) {
    const counts = of(row.address);
    counts.sentIndividually = row.individually;
    counts.sentInGroup = row.grouped;
    if (row.first !== null) counts.firstSentAt = row.first;
    if (row.last !== null) counts.lastSentAt = row.last;
  }

  const received = await sql<{
    address: string;
    messages: number;
    first: Instant | null;
    last: Instant | null;
    subjects: number;
  }>`
    select from_address as address, count(*)::int as messages, max(sent_at) as last,
      min(sent_at) filter (where not ${isAutomatic(owner, "message")}) as first,
      count(distinct regexp_replace(lower(left(subject, 200)), '^((re|aw|fwd|fw|wg|tr|rv)\s*:\s*)+', ''))::int as subjects
    from message where owner_id = ${owner} and from_address is not null and not from_address = ${own}
    group by from_address
  `.execute(connection);
  for (const row of received.rows) {
    const counts = of(row.address);
    counts.received = row.messages;
    counts.subjects = row.subjects;
    if (row.first !== null) counts.firstReceivedAt = row.first;
    if (row.last !== null) counts.lastReceivedAt = row.last;
  }

  const answers = await sql<{ address: string; direction: "to" | "by"; answers: number }>`
    select a.from_address as address, 'to' as direction, count(*)::int as answers
    from message a join message o on o.owner_id = a.owner_id and o.header_id = a.in_reply_to
    where a.owner_id = ${owner} and not a.from_address = ${own} and o.from_address = ${own} and not ${isAutomatic(owner, "a")}
    group by a.from_address
    union all
    select theirs.from_address, 'by', count(*)::int
    from message a join message theirs on theirs.owner_id = a.owner_id and theirs.header_id = a.in_reply_to
    where a.owner_id = ${owner} and a.from_address = ${own} and not theirs.from_address = ${own}
    group by theirs.from_address
  `.execute(connection);
  for (const { address, direction, answers: count } of answers.rows) {
    if (direction === "to") of(address).repliesToOwner = count;
    else of(address).repliesByOwner = count;
  }

  const copied = await sql<{ address: string; messages: number }>`
    select r.address, count(*)::int as messages
    from message m join message_recipient r using (owner_id, account_id, message_id)
    where m.owner_id = ${owner} and r.role = 'cc' and not m.from_address = ${own} and not r.address = ${own}
    group by r.address
  `.execute(connection);
  for (const { address, messages } of copied.rows) of(address).onlyCopied = messages;

  const marks = await sql<{ address: string; mark: MachineMark; messages: number }>`
    select from_address as address, mark, count(*)::int as messages
    from message, unnest(${marksBelieved(owner, "message")}) as mark
    where owner_id = ${owner} and from_address is not null and not from_address = ${own}
    group by from_address, mark
  `.execute(connection);
  for (const { address, mark, messages } of marks.rows) of(address).marks[mark] = messages;

  const names = await sql<{ address: string; name: string; count: number }>`
    select address, name, count(*)::int as count from (
      select from_address as address, from_name as name from message where owner_id = ${owner} and from_name is not null
      union all
      select address, name from message_recipient where owner_id = ${owner} and name is not null
    ) as seen
    where not address = ${own}
    group by address, name order by count(*) desc, name
  `.execute(connection);
  for (const { address, name, count } of names.rows) {
    const known = found.get(address);
    if (known !== undefined && known.names.length < namesKeptMax) known.names = [...known.names, { name, count }];
  }
  return found;
}

/** What a stored card (domain/contact/card.ts) says beside its name and addresses. */
const cardFields = sql`card.body->>'company' as company, card.body->>'title' as title, card.body->>'postalAddress' as postal,
  array(select jsonb_array_elements_text(card.body->'phones')) as phones, array(select jsonb_array_elements_text(card.body->'links')) as links`;

/**
 * Cards by the addresses on them, the owner's own address book (vcard) before lists of connections, whichever was read
 * first. Cards without any address are in `cardsWithoutAddress`.
 */
export async function cardEvidence(connection: Connection, owner: OwnerId): Promise<Map<Address, SharedCard[]>> {
  const { rows } = await sql<CardRow & { address: string; card_id: string; origin: string; addresses: string[] }>`
    select mine.address, card.card_id, card.origin, card.name, ${cardFields},
      array(select address from card_address one where one.owner_id = card.owner_id
        and one.account_id = card.account_id and one.card_id = card.card_id order by address) as addresses
    from card join card_address mine using (owner_id, account_id, card_id)
    where card.owner_id = ${owner} and not card.is_ours order by mine.address, card.origin desc, card.key
  `.execute(connection);
  const found = new Map<Address, SharedCard[]>();
  for (const { address, card_id, origin, addresses, ...rest } of rows) {
    const card: SharedCard = { cardId: card_id, origin, addresses, ...cardOf(rest) };
    found.set(address, [...(found.get(address) ?? []), card]);
  }
  return found;
}

/** The columns of `cardFields`, with the name. */
type CardRow = {
  name: string | null;
  company: string | null;
  title: string | null;
  phones: string[];
  postal: string | null;
  links: string[];
};

const cardOf = ({ name, company, title, phones, postal, links }: CardRow) => ({
  ...(name !== null && { name }),
  ...(company !== null && { company }),
  ...(title !== null && { title }),
  ...(phones.length > 0 && { phones }),
  ...(postal !== null && { postalAddress: postal }),
  ...(links.length > 0 && { links }),
});

/** Every event with people on it, for the shared events of all addresses and for interactions. */
export async function eventsWithPeople(
  connection: Connection,
  owner: OwnerId,
): Promise<{ eventId: EventId; event: CalendarEvent }[]> {
  const { rows } = await sql<{ event_id: EventId; body: unknown }>`
    select event_id, body from event where owner_id = ${owner} order by starts_at, event_id
  `.execute(connection);
  return rows.map(({ event_id, body }) => ({ eventId: event_id, event: readEvent(body) }));
}

/** Addresses that could be the owner's are looked for among this many of the most frequent in each place. */
const sightingsPerPlaceMax = 60;

/** Every label and folder name seen on messages. */
export async function messageLabels(connection: Connection, owner: OwnerId): Promise<string[]> {
  const { rows } = await sql<{ label: string }>`
    select distinct label from message, unnest(labels) as label where owner_id = ${owner} order by label
  `.execute(connection);
  return rows.map(({ label }) => label);
}

/** What speaks for each address being the owner's own. `sentLabels` are those of `messageLabels` that mean sent mail. */
export async function ownerEvidence(
  connection: Connection,
  owner: OwnerId,
  sentLabels: readonly string[],
): Promise<OwnerEvidence> {
  const isSent = sql`labels && ${[...sentLabels]}::text[]`;
  const found = new Map<Address, { -readonly [Key in keyof OwnerSighting]: OwnerSighting[Key] }>();
  const of = (address: Address) => {
    let sighting = found.get(address);
    if (sighting === undefined) {
      sighting = {
        address,
        sentFrom: 0,
        otherFrom: 0,
        deliveredTo: 0,
        to: 0,
        viaList: 0,
        eventsOrganised: 0,
        eventsAttended: 0,
        calendarsNamed: 0,
      };
      found.set(address, sighting);
    }
    return sighting;
  };

  const from = await sql<{ address: string; sent: number; other: number; name: string | null }>`
    select from_address as address, count(*) filter (where ${isSent})::int as sent,
      count(*) filter (where not ${isSent})::int as other, mode() within group (order by from_name) as name
    from message where owner_id = ${owner} and from_address is not null
    group by 1 order by 2 desc, 3 desc, 1 limit ${sightingsPerPlaceMax}
  `.execute(connection);
  for (const { address, sent, other, name } of from.rows) {
    Object.assign(of(address), { sentFrom: sent, otherFrom: other, ...(name !== null && { name }) });
  }
  const received = await sql<{ address: string; place: "delivered" | "to"; count: number; lists: number }>`
    (select address, 'delivered' as place, count(*)::int as count, count(*) filter (where 'list_id' = any(marks))::int as lists
     from message, unnest(delivered_to) as address where owner_id = ${owner} and not ${isSent}
     group by 1 order by 3 desc, 1 limit ${sightingsPerPlaceMax})
    union all
    (select r.address, 'to', count(*)::int, count(*) filter (where 'list_id' = any(m.marks))::int
     from message m join message_recipient r using (owner_id, account_id, message_id)
     where m.owner_id = ${owner} and not ${isSent} and r.role = 'to'
     group by 1 order by 3 desc, 1 limit ${sightingsPerPlaceMax})
  `.execute(connection);
  for (const { address, place, count, lists } of received.rows) {
    const sighting = of(address);
    sighting[place === "to" ? "to" : "deliveredTo"] = count;
    sighting.viaList += lists;
  }
  const events = await sql<{ address: string; organised: number; attended: number; name: string | null }>`
    select address, count(*) filter (where organiser)::int as organised, count(*)::int as attended,
      mode() within group (order by name) as name
    from event_attendee where owner_id = ${owner} and not resource
    group by 1 order by 3 desc, 1 limit ${sightingsPerPlaceMax}
  `.execute(connection);
  for (const { address, organised, attended, name } of events.rows) {
    const sighting = of(address);
    Object.assign(sighting, { eventsOrganised: organised, eventsAttended: attended });
    if (name !== null) sighting.name ??= name;
  }
  const sums = await sql<{ sent: number; other: number; events: number; calendars: string[] }>`
    select count(*) filter (where ${isSent})::int as sent, count(*) filter (where not ${isSent})::int as other,
      (select count(distinct event_id)::int from event_attendee where owner_id = ${owner}) as events,
      array(select lower(name) from calendar where owner_id = ${owner} and name like '%@%' order by name) as calendars
    from message where owner_id = ${owner}
  `.execute(connection);
  const { sent = 0, other = 0, events: eventCount = 0, calendars = [] } = sums.rows[0] ?? {};
  for (const name of calendars) of(name).calendarsNamed += 1;
  return { sightings: [...found.values()], sentMessages: sent, otherMessages: other, events: eventCount };
}

/** How many messages and events there are in all: the ground the counts stand on. */
export async function totals(
  connection: Connection,
  owner: OwnerId,
): Promise<{ messages: number; events: number; lastAt: Instant | undefined }> {
  const { rows } = await sql<{ messages: number; events: number; last: Instant | null }>`
    select (select count(*)::int from message where owner_id = ${owner}) as messages,
      (select count(*)::int from event where owner_id = ${owner}) as events,
      (select max(sent_at) from message where owner_id = ${owner}) as last
  `.execute(connection);
  return { messages: rows[0]?.messages ?? 0, events: rows[0]?.events ?? 0, lastAt: rows[0]?.last ?? undefined };
}

/** Threads (by their root) in which each of these addresses wrote, or in which the owner wrote to it; at most 100 each. */
export async function threadsOf(
  connection: Connection,
  owner: OwnerId,
  mine: readonly Address[],
  addresses: readonly Address[],
): Promise<Map<Address, string[]>> {
  const { rows } = await sql<{ address: string; roots: string[] }>`
    select address, (array_agg(distinct root_key))[1:100] as roots from (
      select from_address as address, root_key from message where owner_id = ${owner} and from_address = any(${[...addresses]}::text[])
      union all
      select r.address, m.root_key from message m join message_recipient r using (owner_id, account_id, message_id)
      where m.owner_id = ${owner} and m.from_address = any(${[...mine]}::text[]) and r.address = any(${[...addresses]}::text[])
    ) as seen group by address
  `.execute(connection);
  return new Map(rows.map(({ address, roots }) => [address, roots]));
}

/** The subject of the first message exchanged with each address, either way. */
export async function firstSubjects(
  connection: Connection,
  owner: OwnerId,
  mine: readonly Address[],
): Promise<Map<Address, string>> {
  const { rows } = await sql<{ address: string; subject: string }>`
    select distinct on (address) address, subject from (
      select from_address as address, sent_at, subject from message where owner_id = ${owner} and sent_at is not null
      union all
      select r.address, m.sent_at, m.subject from message m join message_recipient r using (owner_id, account_id, message_id)
      where m.owner_id = ${owner} and m.sent_at is not null and r.role = 'to' and m.from_address = any(${[...mine]}::text[])
    ) as seen where address is not null order by address, sent_at, subject
  `.execute(connection);
  return new Map(rows.map(({ address, subject }) => [address, subject]));
}

/** The newest message, or end of an event, that is not after `now`: how far the picture reaches. */
export async function lastSign(connection: Connection, owner: OwnerId, now: Instant): Promise<Instant | undefined> {
  const { rows } = await sql<{ last: Instant | null }>`select ${lastSignUntil(owner, now)} as last`.execute(connection);
  return rows[0]?.last ?? undefined;
}

/** As an expression; null where there is none. */
export const lastSignUntil = (owner: OwnerId, now: Instant): RawBuilder<Instant | null> => sql`greatest(
  (select max(sent_at) from message where owner_id = ${owner} and sent_at <= ${now}::timestamptz),
  (select max(ends_at) from event where owner_id = ${owner} and ends_at <= ${now}::timestamptz and not recurring and not all_day)
)`;

/** `profile` is its link or key, by which it is told apart. */
export type ListedCard = Omit<SharedCard, "cardId" | "addresses"> & { profile: string };

/** Cards that name nobody by address. */
export async function cardsWithoutAddress(connection: Connection, owner: OwnerId): Promise<ListedCard[]> {
  const { rows } = await sql<CardRow & { profile: string; origin: string }>`
    select distinct on (profile) * from (
      select coalesce(body->'links'->>0, origin || ':' || key) as profile, origin, name, ${cardFields}
      from card where owner_id = ${owner} and not exists (
        select from card_address one where one.owner_id = card.owner_id and one.account_id = card.account_id and one.card_id = card.card_id)
    ) as listed where name is not null order by profile, origin
  `.execute(connection);
  return rows.map(({ profile, origin, ...card }) => ({ profile, origin, ...cardOf(card) }));
}

/** How many timed events are written in each zone. */
export async function eventZones(connection: Connection, owner: OwnerId): Promise<{ zone: Zone; count: number }[]> {
  const { rows } = await sql<{ zone: Zone; count: number }>`
    select body->'time'->>'zone' as zone, count(*)::int as count from event
    where owner_id = ${owner} and not all_day and body->'zoneUnknown' is null group by 1 order by 2 desc, 1
  `.execute(connection);
  return rows.filter(({ zone }) => parseZone(zone) !== undefined);
}
