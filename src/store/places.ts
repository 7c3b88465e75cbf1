/** What is known of where people are: addresses and numbers on cards and in signatures, the clocks of their mail; and places of past meetings. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type PlaceSigns = {
  postalAddresses: readonly string[];
  phones: readonly string[];
  /** Offsets in minutes east of UTC of the newest messages that they wrote, each with its instant. */
  offsets: readonly { at: Instant; minutes: number }[];
};

const offsetsMax = 20;

/** Of everybody, or of those asked for. */
export async function placeSigns(
  connection: Connection,
  owner: OwnerId,
  only?: readonly ContactId[],
): Promise<Map<ContactId, PlaceSigns>> {
  const isAsked = only === undefined ? sql`true` : sql`i.contact_id = any(${[...only]}::uuid[])`;
  const cards = await sql<{ contactId: ContactId; postal: string | null; phones: string[] }>`
    select i.contact_id as "contactId", c.body->>'postalAddress' as postal,
      array(select jsonb_array_elements_text(c.body->'phones')) as phones
    from card c join card_address a using (owner_id, account_id, card_id)
      join identity i on i.owner_id = c.owner_id and i.kind = 'address' and i.value = a.address
    where c.owner_id = ${owner} and not c.is_ours and ${isAsked} order by 1, c.card_id
  `.execute(connection);
  const signed = await sql<{ contactId: ContactId; postal: string | null; phones: string[] }>`
    select i.contact_id as "contactId", s.body->>'postalAddress' as postal,
      array(select phone->>'number' from jsonb_array_elements(s.body->'phones') as phone where phone->>'kind' <> 'fax') as phones
    from message_signature s join message m using (owner_id, account_id, message_id)
      join identity i on i.owner_id = m.owner_id and i.kind = 'address' and i.value = m.from_address
    where s.owner_id = ${owner} and ${isAsked} order by 1, m.sent_at desc, m.message_id
  `.execute(connection);
  const clocks = await sql<{ contactId: ContactId; at: Instant; minutes: number }>`
    select "contactId", at, minutes from (
      select i.contact_id as "contactId", m.sent_at as at, m.sent_offset_minutes as minutes,
        row_number() over (partition by i.contact_id order by m.sent_at desc, m.message_id) as nth
      from message m join identity i on i.owner_id = m.owner_id and i.kind = 'address' and i.value = m.from_address
        join contact c on c.owner_id = i.owner_id and c.contact_id = i.contact_id and c.class = 'candidate'
      where m.owner_id = ${owner} and m.sent_at is not null and m.sent_offset_minutes is not null and ${isAsked}
    ) as newest where nth <= ${offsetsMax} order by 1, 2
  `.execute(connection);
  const found = new Map<
    ContactId,
    { postalAddresses: string[]; phones: string[]; offsets: { at: Instant; minutes: number }[] }
  >();
  const of = (id: ContactId) => {
    const signs = found.get(id) ?? { postalAddresses: [], phones: [], offsets: [] };
    found.set(id, signs);
    return signs;
  };
  for (const { contactId, postal, phones } of [...cards.rows, ...signed.rows]) {
    const signs = of(contactId);
    if (postal !== null) signs.postalAddresses.push(postal);
    signs.phones.push(...phones);
  }
  for (const { contactId, at, minutes } of clocks.rows) of(contactId).offsets.push({ at, minutes });
  return found;
}

/** Places of timed events that have ended, newest first, at most 500. */
export async function meetingPlaces(connection: Connection, owner: OwnerId, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select place from event where owner_id = ${owner} and place is not null and not all_day and status <> 'cancelled'
      and ends_at <= ${now}::timestamptz order by ends_at desc, event_id limit 500
  `.execute(connection);
  return rows.map(({ place }) => place);
}
