/** The texts of messages: which to read, those kept, and their erasure when their time has come. */
import { sql } from "kysely";
import { z } from "zod";
import type { Card } from "../domain/contact/card.ts";
import type { ContactId, MessageId, OwnerId } from "../domain/ids.ts";
import type { Address, Correspondent } from "../domain/mail/message.ts";
import type { Signature } from "../domain/mail/signature.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import { isAutomatic, isBulk } from "./reading-corrections.ts";
import { type PlaceRow, placeOf, type TextPlace, textPlace } from "./text-places.ts";

/** `from` is the writer, `byOwner` when that is the owner: their own signature tells nothing about anybody else. */
export type TextToRead = { messageId: MessageId; place: TextPlace; from: Correspondent; byOwner: boolean };

/**
 * A message with a person who qualifies: written to or by a candidate alone, or to a few. Of lists and letters to many
 * nothing is read; an automatic answer is, for the day it names. For queries that join interaction, contact and message.
 */
export const qualifies = (owner: OwnerId) => sql`contact.class = 'candidate' and interaction.source_kind = 'message'
  and (interaction.depth <> 'passive' or ${isAutomatic(owner, "message")})`;

/**
 * A letter of somebody else in a thread with a person who was asked for something, since they were asked: the answer may come
 * from another address of theirs, or from their assistant (M6). `message` is the name by which the query knows the table.
 */
export const inAskedThread = (owner: OwnerId, message: string) => sql<boolean>`(not ${isBulk(owner, message)}
  and not exists (select from owner_address mine where mine.owner_id = ${owner}
    and mine.address = ${sql.ref(`${message}.from_address`)} and mine.standing in ('said', 'inferred'))
  and exists (select from enrolment
    join interaction known on known.owner_id = ${owner} and known.contact_id = enrolment.contact_id
      and known.source_kind = 'message' and known.depth <> 'passive'
    join message other on other.owner_id = ${owner} and other.message_id = known.source_id
    where enrolment.owner_id = ${owner} and other.root_key = ${sql.ref(`${message}.root_key`)}
      and enrolment.started_at < ${sql.ref(`${message}.sent_at`)}))`;

/**
 * The newest personal messages with each candidate, their first from each of their addresses (there people say
 * who they are, who sent them, and where they work now), those to the owner and one more that begin a thread (so people are
 * introduced), and what others answered for those who
 * were asked, that were not read yet, the people in touch last first.
 */
export async function textsToRead(
  connection: Connection,
  owner: OwnerId,
  { perPerson, max }: { perPerson: number; max: number },
): Promise<TextToRead[]> {
  const { rows } = await sql<Omit<TextToRead, "place"> & PlaceRow>`
    with ranked as (
      select source_id as message_id, interaction.at, direction, message.root_key,
        row_number() over (partition by interaction.contact_id order by interaction.at desc, source_id) as nth,
        row_number() over (partition by interaction.contact_id, direction, message.from_address order by interaction.at, source_id) as of_address,
        row_number() over (partition by message.root_key order by interaction.at, source_id) as in_thread,
        interaction.others = 2 as to_two,
        row_number() over (partition by interaction.contact_id, interaction.others = 2 order by interaction.at desc, source_id) as nth_to_two
      from interaction join contact using (owner_id, contact_id)
        join message on message.owner_id = interaction.owner_id and message.message_id = interaction.source_id
      where interaction.owner_id = ${owner} and ${qualifies(owner)}
    ), newest as (select distinct on (message_id) message_id, at, direction from ranked
      where nth <= ${perPerson} or (direction = 'inbound' and of_address = 1)
        or (direction = 'inbound' and in_thread = 1 and to_two and nth_to_two <= ${perPerson})
      order by message_id, at desc),
    wanted as (
      select * from newest
      union all
      select message_id, sent_at, 'inbound' from message
      where owner_id = ${owner} and text_read_at is null and ${inAskedThread(owner, "message")}
        and not exists (select from newest where newest.message_id = message.message_id)
    )
    select message_id as "messageId", place.place_account, place.place_path, place.place_ref, direction = 'outbound' as "byOwner",
      jsonb_strip_nulls(jsonb_build_object('address', message.from_address, 'name', message.from_name)) as "from"
    from wanted join message using (message_id)
      join ${textPlace(owner)} on true
    where message.owner_id = ${owner} and message.text_read_at is null
    order by wanted.at desc, "messageId" limit ${max}
  `.execute(connection);
  return rows.flatMap(({ messageId, from, byOwner, ...row }) => {
    const place = placeOf(row);
    return place === undefined ? [] : [{ messageId, from, byOwner, place }];
  });
}

/** What writers say of themselves below their messages; an empty reading is not kept. */
export const keepSignatures = (
  connection: Connection,
  owner: OwnerId,
  signatures: readonly { messageId: MessageId; signature: Signature }[],
): Promise<void> =>
  keepSaid(
    connection,
    owner,
    "message_signature",
    signatures.map(({ messageId, signature }) => ({ id: messageId, body: signature })),
  );

/** A card is kept as it was read; one message brings at most one, its writer's own. */
export const keepCards = (
  connection: Connection,
  owner: OwnerId,
  cards: readonly { messageId: MessageId; card: Card }[],
): Promise<void> =>
  keepSaid(
    connection,
    owner,
    "message_card",
    cards.map(({ messageId, card }) => ({ id: messageId, body: card })),
  );

async function keepSaid(
  connection: Connection,
  owner: OwnerId,
  table: SaidTable,
  rows: readonly { id: MessageId; body: object }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (owner_id, account_id, message_id, body)
    select message.owner_id, message.account_id, message.message_id, row.body
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, body jsonb)
      join message on message.owner_id = ${owner} and message.message_id = row.id
    on conflict (owner_id, account_id, message_id) do update set body = excluded.body
  `.execute(connection);
}

/** One row a message that says something of its writer. */
type SaidTable = "message_signature" | "message_card";

/** What a person's message says of themselves, with when it was written. */
export type SaidOfSelf<Thing> = { said: Thing; writtenAt: Instant | undefined };

/** Of each address the newest few are looked at. */
const perAddressMax = 8;

/** The signatures under the messages of each address, newest first, at most 8. Automatic answers name others: they are left out. */
export const signaturesOf = (connection: Connection, owner: OwnerId): Promise<Map<Address, SaidOfSelf<Signature>[]>> =>
  saidBySelf(connection, owner, "message_signature", (body) => storedSignature.parse(body) as Signature);

/** The own cards that came with the messages of each address, newest first, at most 8. */
export const attachedCardsOf = (connection: Connection, owner: OwnerId): Promise<Map<Address, SaidOfSelf<OwnCard>[]>> =>
  saidBySelf(connection, owner, "message_card", (body) => storedCard.parse(body));

async function saidBySelf<Thing>(
  connection: Connection,
  owner: OwnerId,
  table: SaidTable,
  parse: (body: unknown) => Thing,
): Promise<Map<Address, SaidOfSelf<Thing>[]>> {
  const { rows } = await sql<{ address: Address; body: unknown; sent_at: Instant | null }>`
    select address, body, sent_at from (
      select message.from_address as address, body, sent_at, message_id,
        row_number() over (partition by message.from_address order by sent_at desc nulls last, message_id) as nth
      from ${sql.table(table)} join message using (owner_id, account_id, message_id)
      where owner_id = ${owner} and from_address is not null and not ${isAutomatic(owner, "message")}
    ) as newest where nth <= ${perAddressMax} order by address, nth
  `.execute(connection);
  const found = new Map<Address, SaidOfSelf<Thing>[]>();
  for (const { address, body, sent_at } of rows) {
    const known = found.get(address) ?? [];
    known.push({ said: parse(body), writtenAt: sent_at ?? undefined });
    found.set(address, known);
  }
  return found;
}

/** What of a card speaks of its owner. */
const storedCard = z.object({
  name: z.string().exactOptional(),
  company: z.string().exactOptional(),
  title: z.string().exactOptional(),
  phones: z.array(z.string()),
  postalAddress: z.string().exactOptional(),
  links: z.array(z.string()),
});
export type OwnCard = z.infer<typeof storedCard>;

const storedSignature = z.object({
  name: z
    .object({
      full: z.string(),
      given: z.string().exactOptional(),
      family: z.string().exactOptional(),
      greeting: z.string().exactOptional(),
    })
    .exactOptional(),
  title: z.string().exactOptional(),
  company: z.string().exactOptional(),
  phones: z.array(z.object({ number: z.string(), kind: z.enum(["mobile", "work", "fax", "unknown"]) })),
  postalAddress: z.string().exactOptional(),
  links: z.array(z.string()),
  because: z.array(z.object({ rule: z.string(), text: z.string() })),
});

/** Erases what was read of messages that stand with no candidate any more, nor with anybody who was asked: after a correction, or an import taken back. */
export async function eraseTextsOfOthers(connection: Connection, owner: OwnerId): Promise<void> {
  await sql`
    with others as (
      update message set text_kept = null, text_kept_until = null, text_read_at = null
      where owner_id = ${owner} and text_read_at is not null and not exists (
      select from interaction join contact using (owner_id, contact_id)
      where interaction.owner_id = message.owner_id and interaction.source_id = message.message_id and ${qualifies(owner)})
        and not ${inAskedThread(owner, "message")}
      returning message_id),
    unsigned as (delete from message_signature using others
      where message_signature.owner_id = ${owner} and message_signature.message_id = others.message_id)
    delete from message_card using others
    where message_card.owner_id = ${owner} and message_card.message_id = others.message_id
  `.execute(connection);
}

export async function keepTexts(
  connection: Connection,
  owner: OwnerId,
  texts: readonly { messageId: MessageId; text: string | undefined }[],
  { readAt, keptUntil }: { readAt: Instant; keptUntil: Instant },
): Promise<void> {
  const rows = texts.map(({ messageId, text }) => ({ id: messageId, text: text?.replaceAll("\u0000", "") ?? null }));
  await sql`
    update message set text_kept = text, text_kept_until = case when text is null then null else ${keptUntil}::timestamptz end, text_read_at = ${readAt}
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, text text)
    where owner_id = ${owner} and message_id = id
  `.execute(connection);
}

/** All kept text with each contact that a person wrote, newest first, joined: at most 6,000 characters a contact. */
export async function textsKept(
  connection: Connection,
  owner: OwnerId,
): Promise<{ contactId: ContactId; text: string }[]> {
  const { rows } = await sql<{ contactId: ContactId; text: string }>`
    select contact_id as "contactId", left(string_agg(text_kept, E'\n' order by at desc), 6000) as text
    from interaction join message on message.owner_id = interaction.owner_id and message.message_id = interaction.source_id
    where interaction.owner_id = ${owner} and source_kind = 'message' and text_kept is not null and not ${isAutomatic(owner, "message")}
    group by contact_id order by contact_id
  `.execute(connection);
  return rows;
}

/** Erases what was kept long enough, in every column that holds text of mail, and says when the next is due. */
export async function eraseKeptText(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<{ erased: number; nextAt: Instant | undefined }> {
  const messages = await sql`
    update message set text_kept = null, text_kept_until = null where owner_id = ${owner} and text_kept_until <= ${now}
  `.execute(connection);
  const drafts = await sql`
    update draft set subject = '', body = '', facts = '{}', lint = '[]', offer = null, text_kept_until = null
    where owner_id = ${owner} and text_kept_until <= ${now} and state not in ('proposed', 'approved', 'queued')
  `.execute(connection);
  const answers = await sql`
    update answer set text_kept = null, because = '[]', wish = null, text_kept_until = null
    where owner_id = ${owner} and text_kept_until <= ${now}
  `.execute(connection);
  const { rows } = await sql<{ next: Instant | null }>`
    select least(
      (select min(text_kept_until) from message where owner_id = ${owner}),
      (select min(text_kept_until) from draft where owner_id = ${owner} and state not in ('proposed', 'approved', 'queued')),
      (select min(text_kept_until) from answer where owner_id = ${owner})
    ) as next
  `.execute(connection);
  return {
    erased: Number((messages.numAffectedRows ?? 0n) + (drafts.numAffectedRows ?? 0n) + (answers.numAffectedRows ?? 0n)),
    nextAt: rows[0]?.next ?? undefined,
  };
}
