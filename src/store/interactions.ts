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

/**
 * Makes the interactions be exactly these and gives them by contact, oldest first: what the owner logged or told is stored
 * apart and comes in with the rest. Of two of one contact, source and time the first counts; what stands already is not
 * written again.
 */
export async function saveInteractions(
  connection: Connection,
  owner: OwnerId,
  interactions: readonly ContactInteraction[],
): Promise<Map<ContactId, Interaction[]>> {
  const stored = await loadInteractions(connection, owner);
  const before = new Map<string, ContactInteraction>();
  for (const [contactId, ones] of stored)
    for (const one of ones) before.set(keyOf({ contactId, ...one }), { contactId, ...one });
  const wanted = new Map<string, ContactInteraction>();
  for (const one of interactions) if (!wanted.has(keyOf(one))) wanted.set(keyOf(one), one);
  const gone = [...before].filter(([key]) => !wanted.has(key)).map(([, one]) => one);
  const fresh = [...wanted].filter(([key, one]) => !isSame(before.get(key), one)).map(([, one]) => one);
  if (gone.length === 0 && fresh.length === 0) return stored;
  await removeInteractions(connection, owner, gone);
  await writeInteractions(connection, owner, fresh);
  return loadInteractions(connection, owner);
}

const keyOf = ({ contactId, source, at }: ContactInteraction): string =>
  `${contactId} ${source.kind} ${source.id} ${at}`;

const isSame = (before: ContactInteraction | undefined, one: ContactInteraction): boolean =>
  before !== undefined &&
  before.endsAt === one.endsAt &&
  before.mode === one.mode &&
  before.direction === one.direction &&
  before.depth === one.depth &&
  before.others === one.others &&
  before.title === one.title &&
  before.place === one.place;

async function removeInteractions(
  connection: Connection,
  owner: OwnerId,
  gone: readonly ContactInteraction[],
): Promise<void> {
  for (let start = 0; start < gone.length; start += rowsPerStatement) {
    const rows = gone.slice(start, start + rowsPerStatement).map(keyColumns);
    await sql`
      delete from interaction using json_to_recordset(${rowsParameter(rows)}) as row (
        contact uuid, source_kind text, source_id uuid, at timestamptz)
      where interaction.owner_id = ${owner} and interaction.contact_id = row.contact and interaction.at = row.at
        and interaction.source_kind = row.source_kind and interaction.source_id = row.source_id
    `.execute(connection);
  }
}

async function writeInteractions(
  connection: Connection,
  owner: OwnerId,
  fresh: readonly ContactInteraction[],
): Promise<void> {
  for (let start = 0; start < fresh.length; start += rowsPerStatement) {
    const rows = fresh.slice(start, start + rowsPerStatement).map((one) => ({
      ...keyColumns(one),
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
      on conflict (owner_id, contact_id, source_kind, source_id, at) do update set
        ends_at = excluded.ends_at, mode = excluded.mode, direction = excluded.direction, depth = excluded.depth,
        others = excluded.others, title = excluded.title, place = excluded.place
    `.execute(connection);
  }
}

const keyColumns = ({ contactId, source, at }: ContactInteraction) => ({
  contact: contactId,
  source_kind: source.kind,
  source_id: source.id,
  at,
});

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
