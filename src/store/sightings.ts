/** Everybody who was seen anywhere, contact or not, with their newest sign: what wanted people are looked for among (R4). */
import { sql } from "kysely";
import type { Sighting } from "../domain/contact/wanted.ts";
import type { ContactId, MessageId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/**
 * Newest first, the owner's own addresses left out. Mail is seen by its senders, the calendar by the guests of events that
 * stand, also of those to come, lists by their cards. Of a letter only the sender is known here: `id` is the address.
 */
export async function sightings(connection: Connection, owner: OwnerId, mine: readonly Address[]): Promise<Sighting[]> {
  const { rows } = await sql<{
    address: string | null;
    contact_id: ContactId | null;
    name: string | null;
    title: string | null;
    company: string | null;
    kind: Sighting["seenIn"]["kind"];
    id: string;
    at: Instant | null;
  }>`
    with seen as (
      select address, name, null as title, null as company, 'message' as kind, address as id, last_at as at
      from sender where owner_id = ${owner} and messages > 0 and verdict <> 'machine'
      union all
      (select distinct on (a.address) a.address, a.name, null, null, 'event', e.event_id::text, e.starts_at
       from event_attendee a join event e using (owner_id, account_id, event_id)
       where a.owner_id = ${owner} and not a.resource and a.response <> 'declined' and e.status <> 'cancelled'
       order by a.address, e.starts_at desc, e.event_id)
      union all
      select a.address, c.name, c.body->>'title', c.body->>'company', 'card', c.card_id::text, null
      from card c left join card_address a using (owner_id, account_id, card_id)
      where c.owner_id = ${owner} and not c.is_ours
    )
    select seen.address, contact.contact_id, coalesce(contact.name, seen.name) as name,
      coalesce(contact.title, seen.title) as title, coalesce(contact.company, seen.company) as company,
      seen.kind, seen.id, seen.at
    from seen
      left join identity on identity.owner_id = ${owner} and identity.kind = 'address' and identity.value = seen.address
      left join contact on contact.owner_id = ${owner} and contact.contact_id = identity.contact_id
    where seen.address is null or not seen.address = any(${[...mine]}::text[])
    order by seen.at desc nulls last, seen.kind, seen.id, seen.address
  `.execute(connection);
  return rows.map((row) => ({
    seenIn: { kind: row.kind, id: row.id },
    at: row.at ?? neverDated,
    ...(row.address !== null && { address: row.address }),
    ...(row.contact_id !== null && { contactId: row.contact_id }),
    ...(row.name !== null && { name: row.name }),
    ...(row.title !== null && { title: row.title }),
    ...(row.company !== null && { company: row.company }),
  }));
}

/** Lists carry no time: they are the oldest sign. */
const neverDated = "1970-01-01T00:00:00.000Z" as Instant;

/** The newest letter that each of these addresses wrote. */
export async function newestMessagesFrom(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<Map<Address, MessageId>> {
  if (addresses.length === 0) return new Map();
  const rows = await connection
    .selectFrom("message")
    .distinctOn("from_address")
    .select(["from_address", "message_id"])
    .where("owner_id", "=", owner)
    .where("from_address", "in", [...new Set(addresses)])
    .orderBy("from_address")
    .orderBy("sent_at", (order) => order.desc().nullsLast())
    .orderBy("message_id")
    .execute();
  return new Map(rows.map(({ from_address, message_id }) => [from_address as Address, message_id]));
}

/** Who stood on one event with any of these addresses: the title of the newest such event for each pair. */
export async function sharedWith(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
  attendeesMax: number,
): Promise<{ address: Address; with: Address; title: string }[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<{ address: Address; with: Address; title: string }>`
    select distinct on (other.address, them.address) other.address, them.address as "with", e.title
    from event_attendee them
      join event e using (owner_id, account_id, event_id)
      join event_attendee other using (owner_id, account_id, event_id)
    where them.owner_id = ${owner} and them.address = any(${[...addresses]}::text[]) and other.address <> them.address
      and not other.resource and e.status <> 'cancelled' and e.attendees <= ${attendeesMax}
    order by other.address, them.address, e.starts_at desc, e.event_id
  `.execute(connection);
  return rows;
}
