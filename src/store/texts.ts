/** The texts of messages: which to read, those kept, and their erasure when their time has come. */
import { sql } from "kysely";
import { z } from "zod";
import type { ContactId, MessageId, OwnerId } from "../domain/ids.ts";
import type { Address, Correspondent } from "../domain/mail/message.ts";
import type { Signature } from "../domain/mail/signature.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

/** `from` is the writer, `byOwner` when that is the owner: their own signature tells nothing about anybody else. */
export type TextToRead = { messageId: MessageId; path: string; ref: string; from: Correspondent; byOwner: boolean };

/** The newest personal messages with each candidate that were not read yet, the people in touch last first. */
export async function textsToRead(
  connection: Connection,
  owner: OwnerId,
  { perPerson, max }: { perPerson: number; max: number },
): Promise<TextToRead[]> {
  const { rows } = await sql<TextToRead>`
    with ranked as (
      select source_id as message_id, at, direction, row_number() over (partition by interaction.contact_id order by at desc, source_id) as nth
      from interaction join contact using (owner_id, contact_id)
      where owner_id = ${owner} and contact.class = 'candidate' and source_kind = 'message' and depth <> 'passive'
    ), newest as (select distinct on (message_id) message_id, at, direction from ranked where nth <= ${perPerson} order by message_id, at desc)
    select message_id as "messageId", import.path, source.ref, direction = 'outbound' as "byOwner",
      jsonb_strip_nulls(jsonb_build_object('address', message.from_address, 'name', message.from_name)) as "from"
    from newest join message using (message_id)
      join lateral (select import_id, ref from message_source s where s.owner_id = message.owner_id
        and s.account_id = message.account_id and s.message_id = message.message_id order by import_id desc limit 1) source on true
      join import on import.owner_id = message.owner_id and import.import_id = source.import_id
    where message.owner_id = ${owner} and message.text_read_at is null
    order by newest.at desc, "messageId" limit ${max}
  `.execute(connection);
  return rows;
}

/** What writers say of themselves below their messages; an empty reading is not kept. */
export async function keepSignatures(
  connection: Connection,
  owner: OwnerId,
  signatures: readonly { messageId: MessageId; signature: Signature }[],
): Promise<void> {
  if (signatures.length === 0) return;
  const rows = signatures.map(({ messageId, signature }) => ({ id: messageId, body: signature }));
  await sql`
    insert into message_signature (owner_id, account_id, message_id, body)
    select message.owner_id, message.account_id, message.message_id, row.body
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, body jsonb)
      join message on message.owner_id = ${owner} and message.message_id = row.id
    on conflict (owner_id, account_id, message_id) do update set body = excluded.body
  `.execute(connection);
}

/** The signatures under the messages of each address, newest first, at most 8. */
export async function signaturesOf(connection: Connection, owner: OwnerId): Promise<Map<Address, Signature[]>> {
  const { rows } = await sql<{ address: Address; body: unknown }>`
    select address, body from (
      select message.from_address as address, body, sent_at, message_id,
        row_number() over (partition by message.from_address order by sent_at desc nulls last, message_id) as nth
      from message_signature join message using (owner_id, account_id, message_id)
      where owner_id = ${owner} and from_address is not null
    ) as newest where nth <= 8 order by address, nth
  `.execute(connection);
  const found = new Map<Address, Signature[]>();
  for (const { address, body } of rows)
    found.set(address, [...(found.get(address) ?? []), storedSignature.parse(body) as Signature]);
  return found;
}

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

/** Erases what was read of messages that stand with no candidate any more: after a correction, or an import taken back. */
export async function eraseTextsOfOthers(connection: Connection, owner: OwnerId): Promise<void> {
  await sql`
    with others as (
      update message set text_kept = null, text_kept_until = null, text_read_at = null
      where owner_id = ${owner} and text_read_at is not null and not exists (
      select from interaction join contact using (owner_id, contact_id)
      where interaction.owner_id = message.owner_id and interaction.source_kind = 'message'
        and interaction.source_id = message.message_id and contact.class = 'candidate' and depth <> 'passive')
      returning message_id)
    delete from message_signature using others
    where message_signature.owner_id = ${owner} and message_signature.message_id = others.message_id
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

/** All kept text with each contact, newest first, joined: at most 6,000 characters a contact. */
export async function textsKept(
  connection: Connection,
  owner: OwnerId,
): Promise<{ contactId: ContactId; text: string }[]> {
  const { rows } = await sql<{ contactId: ContactId; text: string }>`
    select contact_id as "contactId", left(string_agg(text_kept, E'\n' order by at desc), 6000) as text
    from interaction join message on message.owner_id = interaction.owner_id and message.message_id = interaction.source_id
    where interaction.owner_id = ${owner} and source_kind = 'message' and text_kept is not null
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
    update draft set subject = '', body = '', facts = '{}', offer = null, text_kept_until = null
    where owner_id = ${owner} and text_kept_until <= ${now} and state not in ('proposed', 'approved', 'queued')
  `.execute(connection);
  const { rows } = await sql<{ next: Instant | null }>`
    select least(
      (select min(text_kept_until) from message where owner_id = ${owner}),
      (select min(text_kept_until) from draft where owner_id = ${owner} and state not in ('proposed', 'approved', 'queued'))
    ) as next
  `.execute(connection);
  return {
    erased: Number((messages.numAffectedRows ?? 0n) + (drafts.numAffectedRows ?? 0n)),
    nextAt: rows[0]?.next ?? undefined,
  };
}
