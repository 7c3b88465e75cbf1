/** Everything under way with one person, ended at once (R45): what was drafted, who was in a sequence, what was due. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type Stopped = { drafts: number; enrolments: number; followUps: number };

/** What was sent stays as it was; the reason stands first in what is withdrawn. */
export async function stopEverything(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
  why: { because: Because; at: Instant },
): Promise<Stopped> {
  const reason = json([why.because]);
  const drafts = await sql`
    update draft set state = 'withdrawn', because = ${reason}::jsonb || because, changed_at = ${why.at}
    where owner_id = ${owner} and contact_id = ${contactId} and state in ('proposed', 'approved', 'queued', 'stale')
  `.execute(connection);
  const enrolments = await sql`
    update enrolment set state = 'exited', exit_reason = 'opted_out', paused_until = null, ended_at = ${why.at},
      version = version + 1, changed_at = ${why.at}
    where owner_id = ${owner} and contact_id = ${contactId} and state in ('active', 'paused')
  `.execute(connection);
  const followUps = await sql`
    update follow_up set state = 'cancelled', because = ${reason}::jsonb || because, version = version + 1, changed_at = ${why.at}
    where owner_id = ${owner} and contact_id = ${contactId} and state in ('planned', 'due', 'in_hand')
  `.execute(connection);
  return {
    drafts: Number(drafts.numAffectedRows ?? 0n),
    enrolments: Number(enrolments.numAffectedRows ?? 0n),
    followUps: Number(followUps.numAffectedRows ?? 0n),
  };
}

/** What a stop cancelled may be decided anew; what the owner cancelled by hand stays cancelled. */
export async function reopenStopped(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
  rule: string,
): Promise<void> {
  await sql`
    update follow_up set state = 'planned', because = because - 0
    where owner_id = ${owner} and contact_id = ${contactId} and state = 'cancelled' and because->0->>'rule' = ${rule}
  `.execute(connection);
}

/** Every address of the person. */
export async function addressesOf(connection: Connection, owner: OwnerId, contactId: ContactId): Promise<Address[]> {
  const rows = await connection
    .selectFrom("identity")
    .select("value")
    .where("owner_id", "=", owner)
    .where("kind", "=", "address")
    .where("contact_id", "=", contactId)
    .orderBy("value")
    .execute();
  return rows.map(({ value }) => value);
}

export async function isContact(connection: Connection, owner: OwnerId, contactId: ContactId): Promise<boolean> {
  const row = await connection
    .selectFrom("contact")
    .select("contact_id")
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return row !== undefined;
}
