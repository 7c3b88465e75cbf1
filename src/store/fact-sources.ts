/** What facts about people are read from: kept texts of their messages, meetings with them, what they sign with. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { isAutomatic } from "./reading-corrections.ts";

export type KeptMessage = {
  contactId: ContactId;
  messageId: string;
  at: Instant;
  direction: "inbound" | "outbound";
  /** Readers, counted from the writer: 1 when it is between the two alone. */
  others: number;
  text: string;
  textKeptUntil: Instant | undefined;
  /** Nothing came back since, and nobody wrote on in its thread: what it asks was left open. */
  isUnanswered: boolean;
};

/** The kept messages with each contact that a person wrote, by contact, oldest first. */
export async function keptMessages(connection: Connection, owner: OwnerId): Promise<KeptMessage[]> {
  const { rows } = await sql<KeptMessage & { textKeptUntil: Instant | null }>`
    select one.contact_id as "contactId", message.message_id as "messageId", one.at, one.direction, one.others,
      message.text_kept as text, message.text_kept_until as "textKeptUntil",
      not exists (select from interaction later left join message wrote
          on wrote.owner_id = later.owner_id and wrote.message_id = later.source_id and later.source_kind = 'message'
        where later.owner_id = ${owner} and later.contact_id = one.contact_id and later.at > one.at
          and later.depth <> 'passive'
          and (later.direction <> one.direction or wrote.root_key = message.root_key)) as "isUnanswered"
    from interaction one join message on message.owner_id = one.owner_id and message.message_id = one.source_id
    where one.owner_id = ${owner} and one.source_kind = 'message' and one.direction in ('inbound', 'outbound')
      and message.text_kept is not null and not ${isAutomatic(owner, "message")}
    order by one.contact_id, one.at, message.message_id
  `.execute(connection);
  return rows.map((row) => ({ ...row, textKeptUntil: row.textKeptUntil ?? undefined }));
}

export type MeetingHeld = {
  contactId: ContactId;
  eventId: string;
  at: Instant;
  title: string;
  description: string | undefined;
};

/** Small meetings that took place, by contact, oldest first. */
export async function meetingsHeld(connection: Connection, owner: OwnerId): Promise<MeetingHeld[]> {
  const { rows } = await sql<MeetingHeld & { description: string | null }>`
    select one.contact_id as "contactId", event.event_id as "eventId", one.at, event.title,
      event.body->>'description' as description
    from interaction one join event on event.owner_id = one.owner_id and event.event_id = one.source_id
    where one.owner_id = ${owner} and one.source_kind = 'event' and one.depth = 'conversation'
    order by one.contact_id, one.at, event.event_id
  `.execute(connection);
  return rows.map((row) => ({ ...row, description: row.description ?? undefined }));
}

export type JobSigned = { contactId: ContactId; messageId: string; at: Instant; title: string; company: string };

/** The jobs that people sign with, title and company both, by contact, oldest first. */
export async function jobsSigned(connection: Connection, owner: OwnerId): Promise<JobSigned[]> {
  const { rows } = await sql<JobSigned>`
    select identity.contact_id as "contactId", message.message_id as "messageId", message.sent_at as at,
      signature.body->>'title' as title, signature.body->>'company' as company
    from message_signature signature join message using (owner_id, account_id, message_id)
      join identity on identity.owner_id = message.owner_id and identity.kind = 'address' and identity.value = message.from_address
    where signature.owner_id = ${owner} and message.sent_at is not null
      and signature.body->>'title' is not null and signature.body->>'company' is not null and not ${isAutomatic(owner, "message")}
    order by identity.contact_id, message.sent_at, message.message_id
  `.execute(connection);
  return rows;
}

export type JobOnCard = { contactId: ContactId; cardId: string; title: string; company: string };

/** The jobs that stand on cards, by contact. Cards are not dated. */
export async function jobsOnCards(connection: Connection, owner: OwnerId): Promise<JobOnCard[]> {
  const { rows } = await sql<JobOnCard>`
    select distinct on (identity.contact_id) identity.contact_id as "contactId", card.card_id as "cardId",
      card.body->>'title' as title, card.body->>'company' as company
    from card join card_address address using (owner_id, account_id, card_id)
      join identity on identity.owner_id = card.owner_id and identity.kind = 'address' and identity.value = address.address
    where card.owner_id = ${owner} and not card.is_ours and card.body->>'title' <> '' and card.body->>'company' <> ''
    order by identity.contact_id, card.origin, card.key
  `.execute(connection);
  return rows;
}

/** Whoever wrote or read in the thread of a message, themselves contacts, by message. */
export async function peopleInThreads(
  connection: Connection,
  owner: OwnerId,
  messages: readonly string[],
): Promise<Map<string, ContactId[]>> {
  if (messages.length === 0) return new Map();
  const { rows } = await sql<{ messageId: string; contactId: ContactId }>`
    with asked as (select message_id, root_key from message where owner_id = ${owner} and message_id = any(${[...messages]}::uuid[])),
    seen as (
      select asked.message_id, message.from_address as address from asked join message on message.owner_id = ${owner} and message.root_key = asked.root_key
      union
      select asked.message_id, recipient.address from asked
        join message on message.owner_id = ${owner} and message.root_key = asked.root_key
        join message_recipient recipient on recipient.owner_id = message.owner_id
          and recipient.account_id = message.account_id and recipient.message_id = message.message_id)
    select distinct seen.message_id as "messageId", identity.contact_id as "contactId" from seen
      join identity on identity.owner_id = ${owner} and identity.kind = 'address' and identity.value = seen.address
  `.execute(connection);
  const found = new Map<string, ContactId[]>();
  for (const { messageId, contactId } of rows) found.set(messageId, [...(found.get(messageId) ?? []), contactId]);
  return found;
}
