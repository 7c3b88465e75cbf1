/** What is still open with one person outside of here, and what there is of them: asked before they are erased. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

export type OpenEnds = {
  /** Letters that began to leave and are not known to have left. */
  letters: number;
  /** Meetings to come, agreed or being agreed. */
  meetings: number;
  /** Held hours that stand in a calendar of the owner's, or may. */
  entries: number;
  /** Small groups that are being asked. */
  groups: number;
};

export async function readOpenEnds(
  connection: Connection,
  owner: OwnerId,
  { contactId, now }: { contactId: ContactId; now: Instant },
): Promise<OpenEnds> {
  const theirs = sql`owner_id = ${owner} and contact_id = ${contactId}`;
  const { rows } = await sql<OpenEnds>`
    select
      (select count(*)::int from effect where owner_id = ${owner} and detail->>'contactId' = ${contactId}
        and state not in ('done', 'withdrawn')) as letters,
      (select count(*)::int from booking where ${theirs} and state in ('claiming', 'pending', 'confirmed') and ends_at > ${now}) as meetings,
      (select count(*)::int from hold where ${theirs} and event_state in ('wanted', 'unknown', 'standing', 'removing')) as entries,
      (select count(*)::int from group_member join group_meeting using (owner_id, group_id)
        where ${theirs} and group_meeting.state = 'asking') as groups
  `.execute(connection);
  return rows[0]!;
}

/** What an erasure takes: rows counted by what they are. */
export type KeptOfPerson = {
  messages: number;
  events: number;
  cards: number;
  facts: number;
  letters: number;
  bookings: number;
  logged: number;
  records: number;
};

export async function readKeptOfPerson(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
): Promise<KeptOfPerson> {
  const theirs = sql`owner_id = ${owner} and contact_id = ${contactId}`;
  const happened = (kind: string) =>
    sql`(select count(distinct source_id)::int from interaction where ${theirs} and source_kind = ${kind})`;
  const count = (table: "fact" | "draft" | "booking" | "logged" | "contact_record") =>
    sql`(select count(*)::int from ${sql.table(table)} where ${theirs})`;
  const { rows } = await sql<KeptOfPerson>`
    select ${happened("message")} as messages, ${happened("event")} as events, ${count("fact")} as facts,
      ${count("draft")} as letters, ${count("booking")} as bookings, ${count("logged")} as logged, ${count("contact_record")} as records,
      (select count(distinct card_id)::int from card_address join identity on identity.owner_id = card_address.owner_id
        and identity.kind = 'address' and identity.value = card_address.address
        where identity.owner_id = ${owner} and identity.contact_id = ${contactId}) as cards
  `.execute(connection);
  return rows[0]!;
}

/** How many mailboxes and profiles were erased for good. */
export async function countErased(connection: Connection, owner: OwnerId): Promise<number> {
  const row = await connection
    .selectFrom("tombstone")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("owner_id", "=", owner)
    .where("kind", "=", "erased")
    .executeTakeFirstOrThrow();
  return row.count;
}
