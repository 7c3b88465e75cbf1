/** What happened between the owner and each contact, derived from messages, events and what the owner logged or told. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Depth, Direction, Interaction, Mode } from "../domain/relationship/interaction.ts";
import type { RelationshipSummary } from "../domain/relationship/summary.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import { isBulk } from "./reading-corrections.ts";

export type ContactMessage = {
  contactId: ContactId;
  messageId: string;
  at: Instant;
  direction: "inbound" | "outbound";
  root: string;
  subject: string;
  recipients: number;
  /** A list, bulk or automatic message. */
  bulk: boolean;
};

/** Every dated message between the owner and a contact, oldest first; copies (Cc) of a message to others are left out. */
export async function contactMessages(
  connection: Connection,
  owner: OwnerId,
  mine: readonly Address[],
): Promise<ContactMessage[]> {
  const own = sql`any(${[...mine]}::text[])`;
  const bulk = isBulk(owner, "m");
  const { rows } = await sql<ContactMessage>`
    select i.contact_id as "contactId", m.message_id as "messageId", m.sent_at as at, 'inbound' as direction, m.root_key as root,
      m.subject, m.recipients, ${bulk} as bulk
    from message m join identity i on i.owner_id = m.owner_id and i.kind = 'address' and i.value = m.from_address
    where m.owner_id = ${owner} and m.sent_at is not null and not m.from_address = ${own}
    union all
    select distinct on (i.contact_id, m.message_id) i.contact_id, m.message_id, m.sent_at, 'outbound', m.root_key, m.subject, m.recipients, false
    from message m join message_recipient r using (owner_id, account_id, message_id)
      join identity i on i.owner_id = m.owner_id and i.kind = 'address' and i.value = r.address
    where m.owner_id = ${owner} and m.sent_at is not null and m.from_address = ${own} and r.role in ('to', 'bcc')
    order by "contactId", at, "messageId"
  `.execute(connection);
  return rows;
}

export type ContactInteraction = Interaction & { contactId: ContactId };

const rowsPerStatement = 5_000;

/** Replaces all interactions: what the owner logged or told is stored apart and comes in with the rest. */
export async function saveInteractions(
  connection: Connection,
  owner: OwnerId,
  interactions: readonly ContactInteraction[],
): Promise<void> {
  await sql`delete from interaction where owner_id = ${owner}`.execute(connection);
  for (let start = 0; start < interactions.length; start += rowsPerStatement) {
    const rows = interactions.slice(start, start + rowsPerStatement).map((one) => ({
      contact: one.contactId,
      source_kind: one.source.kind,
      source_id: one.source.id,
      at: one.at,
      ends_at: one.endsAt ?? null,
      mode: one.mode,
      direction: one.direction,
      depth: one.depth,
      others: one.others,
      title: one.title ?? null,
      place: one.place ?? null,
    }));
    await sql`
      insert into interaction (owner_id, contact_id, source_kind, source_id, at, ends_at, mode, direction, depth, others, title, place)
      select ${owner}, contact, source_kind, source_id, at, ends_at, mode, direction, depth, others, title, place
      from json_to_recordset(${rowsParameter(rows)}) as row (
        contact uuid, source_kind text, source_id uuid, at timestamptz, ends_at timestamptz, mode text, direction text,
        depth text, others int, title text, place text)
      on conflict do nothing
    `.execute(connection);
  }
}

/** Interactions by contact, oldest first; of all contacts, or of those asked for. */
export async function loadInteractions(
  connection: Connection,
  owner: OwnerId,
  only?: ContactId | readonly ContactId[],
): Promise<Map<ContactId, Interaction[]>> {
  const ids = [only ?? []].flat();
  const rows = await connection
    .selectFrom("interaction")
    .selectAll()
    .where("owner_id", "=", owner)
    .$if(only !== undefined, (query) => query.where(sql<boolean>`contact_id = any(${ids}::uuid[])`))
    .orderBy("contact_id")
    .orderBy("at")
    .orderBy("source_id")
    .execute();
  const found = new Map<ContactId, Interaction[]>();
  for (const row of rows) {
    const interaction: Interaction = {
      at: row.at,
      mode: row.mode as Mode,
      direction: row.direction as Direction,
      depth: row.depth as Depth,
      others: row.others,
      source: { kind: row.source_kind, id: row.source_id },
      ...(row.ends_at !== null && { endsAt: row.ends_at }),
      ...(row.title !== null && { title: row.title }),
      ...(row.place !== null && { place: row.place }),
    };
    const known = found.get(row.contact_id);
    if (known === undefined) found.set(row.contact_id, [interaction]);
    else known.push(interaction);
  }
  return found;
}

export type SummaryOfContact = RelationshipSummary & { contactId: ContactId; closeness: number; verification: number };

export async function saveSummaries(
  connection: Connection,
  owner: OwnerId,
  summaries: readonly SummaryOfContact[],
): Promise<void> {
  for (let start = 0; start < summaries.length; start += rowsPerStatement) {
    const rows = summaries.slice(start, start + rowsPerStatement).map((one) => ({
      id: one.contactId,
      touch: one.lastTouchAt ?? null,
      conversation: one.lastConversationAt ?? null,
      met: one.lastMetAt ?? null,
      closeness: one.closeness,
      verification: one.verification,
    }));
    await sql`
      update contact set last_touch_at = touch, last_conversation_at = conversation, last_met_at = met, closeness = row.closeness,
        verification = row.verification
      from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, touch timestamptz, conversation timestamptz, met timestamptz, closeness real, verification int)
      where owner_id = ${owner} and contact_id = id
        and (contact.last_touch_at, contact.last_conversation_at, contact.last_met_at, contact.closeness, contact.verification)
          is distinct from (touch, conversation, met, row.closeness, row.verification)
    `.execute(connection);
  }
}
