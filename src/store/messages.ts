/** Messages as scanned: headers, recipients, and where each lies in its source. Reading the same ones again changes nothing. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { MachineMark } from "../domain/contact/evidence.ts";
import type { AccountId, ImportId, MessageId, OwnerId } from "../domain/ids.ts";
import { answersElsewhere } from "../domain/mail/answers-elsewhere.ts";
import type { Address, Correspondent, MessageHeaders } from "../domain/mail/message.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type NewMessage = {
  id: MessageId;
  headers: MessageHeaders;
  marks: readonly MachineMark[];
  ref: string;
};

/** Recipients of one message beyond this are counted but not stored one by one: no such message is personal. */
const recipientsKeptMax = 200;

/**
 * What makes two copies the same message: Message-ID, sender and date together, because some senders reuse one id.
 * Without a Message-ID the subject and recipients stand in.
 */
export function naturalKey(headers: MessageHeaders): string {
  const parts = [
    headers.messageId ?? "",
    headers.from.address,
    headers.sentAt ?? "",
    ...(headers.messageId === undefined ? [headers.subject, ...headers.to.map(({ address }) => address)] : []),
  ];
  return createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 32);
}

/** The row that a message stands in, and where it was read. */
export type SavedMessage = { accountId: AccountId; messageId: MessageId; ref: string };

/**
 * Stores a batch: each message once for an owner, whatever accounts and files it was found in. Says how many were new, and for
 * each place that was read which row stands for it. Copies of a known message add their labels.
 */
export async function saveMessages(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  messages: readonly NewMessage[],
): Promise<{ added: number; saved: SavedMessage[] }> {
  if (messages.length === 0) return { added: 0, saved: [] };
  const batch = withoutCopies(messages);
  const elsewhere = await knownElsewhere(connection, owner, account, batch);
  const rows = batch
    .filter(({ key }) => !elsewhere.has(key))
    .map(({ key, message: { id, headers, marks }, labels }) => ({
      id,
      key,
      header_id: headers.messageId ?? null,
      sent_at: headers.sentAt ?? null,
      sent_offset: headers.sentOffsetMinutes ?? null,
      from_address: headers.from.address,
      from_name: headers.from.name ?? null,
      subject: headers.subject,
      in_reply_to: headers.inReplyTo ?? headers.references.at(-1) ?? null,
      root_key: headers.references[0] ?? headers.inReplyTo ?? headers.messageId ?? key,
      labels,
      delivered_to: headers.deliveredTo,
      recipients: headers.to.length + headers.cc.length + headers.bcc.length,
      content_type: headers.contentType,
      signals: { ...headers.signals, answersGoTo: answersElsewhere(headers) },
      marks,
    }));
  const inserted = await sql<{ natural_key: string; message_id: MessageId; added: boolean }>`
    with incoming as (
      select * from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, key text, header_id text, sent_at timestamptz, sent_offset int, from_address text, from_name text,
        subject text, in_reply_to text, root_key text, labels json, delivered_to json, recipients int,
        content_type text, signals jsonb, marks json)
    )
    insert into message (owner_id, account_id, message_id, natural_key, header_id, sent_at, sent_offset_minutes,
      from_address, from_name, subject, in_reply_to, root_key, labels, delivered_to, recipients, content_type, signals, marks)
    select ${owner}, ${account}, id, key, header_id, sent_at, sent_offset, from_address, from_name, subject, in_reply_to,
      root_key, array(select json_array_elements_text(labels)), array(select json_array_elements_text(delivered_to)),
      recipients, content_type, signals, array(select json_array_elements_text(marks))
    from incoming
    on conflict (owner_id, account_id, natural_key) do update set
      labels = array(select distinct label from unnest(message.labels || excluded.labels) as label order by label),
      delivered_to = array(select distinct one from unnest(message.delivered_to || excluded.delivered_to) as one order by one)
    returning natural_key, message_id, (xmax = 0) as added
  `.execute(connection);
  const rowOf = new Map(
    inserted.rows.map(({ natural_key, message_id }) => [natural_key, { accountId: account, messageId: message_id }]),
  );
  const isNew = new Set(inserted.rows.flatMap(({ natural_key, added }) => (added ? [natural_key] : [])));
  const recipients = batch.flatMap(({ key, message: { id, headers } }) =>
    isNew.has(key) ? recipientRows(id, headers) : [],
  );
  if (recipients.length > 0) {
    await sql`
      insert into message_recipient (owner_id, account_id, message_id, role, address, name)
      select ${owner}, ${account}, id, role, address, name
      from json_to_recordset(${rowsParameter(recipients)}) as row (id uuid, role text, address text, name text)
      on conflict do nothing
    `.execute(connection);
  }
  const saved = batch.flatMap(({ key, refs }) => {
    const row = rowOf.get(key) ?? elsewhere.get(key);
    return row === undefined ? [] : refs.map((ref) => ({ ...row, ref }));
  });
  return { added: isNew.size, saved };
}

/** Rows of the owner's other accounts that stand for messages of the batch; they take the batch's labels. */
async function knownElsewhere(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  batch: readonly Folded[],
): Promise<Map<string, { accountId: AccountId; messageId: MessageId }>> {
  const rows = batch.map(({ key, message, labels }) => ({ key, labels, delivered_to: message.headers.deliveredTo }));
  const known = await sql<{ natural_key: string; account_id: AccountId; message_id: MessageId }>`
    update message set
      labels = array(select distinct label from unnest(message.labels || array(select json_array_elements_text(row.labels))) as label order by label),
      delivered_to = array(select distinct one from unnest(message.delivered_to || array(select json_array_elements_text(row.delivered_to))) as one order by one)
    from json_to_recordset(${rowsParameter(rows)}) as row (key text, labels json, delivered_to json)
    where message.owner_id = ${owner} and message.natural_key = row.key and message.account_id <> ${account}
    returning message.natural_key, message.account_id, message.message_id
  `.execute(connection);
  return new Map(
    known.rows.map(({ natural_key, account_id, message_id }) => [
      natural_key,
      { accountId: account_id, messageId: message_id },
    ]),
  );
}

/** Which import brought which message, and where it lies in its files. */
export async function saveMessageSources(
  connection: Connection,
  owner: OwnerId,
  source: ImportId,
  saved: readonly SavedMessage[],
): Promise<void> {
  if (saved.length === 0) return;
  await sql`
    insert into message_source (owner_id, account_id, import_id, message_id, ref)
    select ${owner}, "accountId", ${source}, "messageId", ref
    from json_to_recordset(${rowsParameter(saved)}) as row ("accountId" uuid, "messageId" uuid, ref text)
    on conflict do nothing
  `.execute(connection);
}

type Folded = { key: string; message: NewMessage; labels: string[]; refs: string[] };

/**
 * One statement may not touch a row twice, so copies inside one batch are folded first, their labels joined. Sorted, so
 * that two imports of the same messages at once wait for each other instead of blocking each other.
 */
function withoutCopies(messages: readonly NewMessage[]): Folded[] {
  const byKey = new Map<string, Folded>();
  for (const message of messages) {
    const key = naturalKey(message.headers);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { key, message, labels: [...message.headers.labels], refs: [message.ref] });
    else {
      known.labels = [...new Set([...known.labels, ...message.headers.labels])];
      known.refs.push(message.ref);
    }
  }
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function recipientRows(id: MessageId, headers: MessageHeaders) {
  const rows = (role: "to" | "cc" | "bcc", people: readonly Correspondent[]) =>
    people.map(({ address, name }) => ({ id, role, address, name: name ?? null }));
  return [...rows("to", headers.to), ...rows("cc", headers.cc), ...rows("bcc", headers.bcc)].slice(
    0,
    recipientsKeptMax,
  );
}

/** Who wrote a message, and under which subject; undefined when it is not there any more. */
export async function messageHead(
  connection: Connection,
  owner: OwnerId,
  id: MessageId,
): Promise<{ from: Address | undefined; subject: string } | undefined> {
  const row = await connection
    .selectFrom("message")
    .select(["from_address", "subject"])
    .where("owner_id", "=", owner)
    .where("message_id", "=", id)
    .orderBy("account_id")
    .limit(1)
    .executeTakeFirst();
  return row && { from: row.from_address ?? undefined, subject: row.subject };
}
