/** Addresses that letters came back from, and that the owner wants written to no more; until they say otherwise. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { ContactId, DraftId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type FailedAddress = {
  address: Address;
  /** Where they are written to from then on. */
  instead: Address;
  /** The letter that came back, and when it had left. */
  draftId: DraftId;
  sentAt: Instant;
  because: readonly Because[];
};

export async function saveFailedAddress(
  connection: Connection,
  owner: OwnerId,
  { address, instead, draftId, sentAt, because }: FailedAddress,
  at: Instant,
): Promise<void> {
  const failed = { instead, draft_id: draftId, sent_at: sentAt, because: json(because), noted_at: at };
  await connection
    .insertInto("failed_address")
    .values({ owner_id: owner, address, ...failed })
    .onConflict((conflict) => conflict.columns(["owner_id", "address"]).doUpdateSet(failed))
    .execute();
}

/** False when it was not among them. */
export async function removeFailedAddress(connection: Connection, owner: OwnerId, address: Address): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("failed_address")
    .where("owner_id", "=", owner)
    .where("address", "=", address)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Those of these addresses, in their alphabet's order. */
export async function failedAmong(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<FailedAddress[]> {
  if (addresses.length === 0) return [];
  const rows = await connection
    .selectFrom("failed_address")
    .select(["address", "instead", "draft_id", "sent_at", "because"])
    .where("owner_id", "=", owner)
    .where("address", "in", [...addresses])
    .orderBy("address")
    .execute();
  return rows.map((row) => ({
    address: row.address,
    instead: row.instead,
    draftId: row.draft_id,
    sentAt: row.sent_at,
    because: row.because as Because[],
  }));
}

/** Of the letters to addresses that were given up, those that came back, as they stand in the owner's sent mail. */
export async function returnedMessages(connection: Connection, owner: OwnerId): Promise<Set<string>> {
  const { rows } = await sql<{ message_id: string }>`
    select message.message_id from failed_address failed
      join draft on draft.owner_id = failed.owner_id and draft.draft_id = failed.draft_id
      join message_recipient recipient on recipient.owner_id = failed.owner_id and recipient.address = failed.address
      join message on message.owner_id = recipient.owner_id and message.message_id = recipient.message_id
    where failed.owner_id = ${owner} and message.subject = draft.subject
      and abs(extract(epoch from message.sent_at - failed.sent_at)) <= ${sameLetterSeconds}
    order by message.message_id
  `.execute(connection);
  return new Set(rows.map(({ message_id }) => message_id));
}

/** Two letters of one subject to one mailbox are one within so long. */
const sameLetterSeconds = 36 * 3_600;

/** The newest letter to somebody that came back, with the instant at which it had left; undefined when none did. */
export async function lastReturned(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
): Promise<{ draftId: DraftId; to: Address; sentAt: Instant } | undefined> {
  const { rows } = await sql<{ draftId: DraftId; to: Address; sentAt: Instant }>`
    select draft.draft_id as "draftId", draft.to_address as "to", coalesce(logged.at, draft.created_at) as "sentAt"
    from draft left join logged on logged.owner_id = draft.owner_id and logged.draft_id = draft.draft_id
      and logged.contact_id = draft.contact_id
    where draft.owner_id = ${owner} and draft.contact_id = ${contact} and draft.state = 'failed'
    order by draft.changed_at desc, draft.draft_id limit 1
  `.execute(connection);
  return rows[0];
}

/** What was noted when it left is undone: it reached nobody. */
export async function forgetSending(connection: Connection, owner: OwnerId, draftId: DraftId): Promise<void> {
  await connection.deleteFrom("logged").where("owner_id", "=", owner).where("draft_id", "=", draftId).execute();
  await connection
    .deleteFrom("ledger_entry")
    .where("owner_id", "=", owner)
    .where("source_kind", "=", "draft")
    .where("source_id", "=", draftId)
    .execute();
}
