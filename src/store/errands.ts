/** Letters that the owner asked for: follow-ups that no clock decides, and that stand until sent, let go or too late. */
import { sql } from "kysely";
import type { Errand } from "../domain/draft/errand.ts";
import type { FollowUpId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

/** Asked for again, also after it was sent or let go, it stands anew as it was asked last. */
export async function saveErrands(
  connection: Connection,
  owner: OwnerId,
  errands: readonly (Errand & { followUpId: FollowUpId })[],
  at: Instant,
): Promise<void> {
  if (errands.length === 0) return;
  const rows = errands.map(({ followUpId, contactId, kind, about, deadlineAt, urgency, because }) => ({
    id: followUpId,
    contact: contactId,
    kind,
    about,
    deadline: deadlineAt,
    urgency,
    because: [because],
  }));
  await sql`
    insert into follow_up (owner_id, follow_up_id, contact_id, kind, about, state, due_at, deadline_at, because, urgency, changed_at)
    select ${owner}, id, contact, kind, about, 'due', ${at}, deadline, because, urgency, ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, contact uuid, kind text, about text, deadline timestamptz, urgency real, because jsonb)
    on conflict (owner_id, contact_id, kind, about) do update set
      state = 'due', due_at = excluded.due_at, deadline_at = excluded.deadline_at, because = excluded.because,
      urgency = excluded.urgency, changed_at = excluded.changed_at, version = follow_up.version + 1
  `.execute(connection);
}

/** The follow-up of one that stands or stood; undefined when it was never asked for. */
export async function findErrand(
  connection: Connection,
  owner: OwnerId,
  { contactId, kind, about }: Pick<Errand, "contactId" | "about"> & { kind: string },
): Promise<FollowUpId | undefined> {
  const row = await connection
    .selectFrom("follow_up")
    .select("follow_up_id")
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contactId)
    .where("kind", "=", kind)
    .where("about", "=", about)
    .executeTakeFirst();
  return row?.follow_up_id;
}

/** satisfied: its letter went out. cancelled: it cannot be written any more. */
export async function endErrand(
  connection: Connection,
  owner: OwnerId,
  id: FollowUpId,
  state: "satisfied" | "cancelled",
  at: Instant,
): Promise<void> {
  await sql`
    update follow_up set state = ${state}, changed_at = ${at}, version = version + 1
    where owner_id = ${owner} and follow_up_id = ${id} and about <> '' and state in ('due', 'in_hand')
  `.execute(connection);
}

/** What was put off until a day that has come. */
export async function wakeErrands(connection: Connection, owner: OwnerId, now: Instant): Promise<void> {
  await sql`
    update follow_up set state = 'due', snoozed_until = null, changed_at = ${now}, version = version + 1
    where owner_id = ${owner} and about <> '' and state = 'planned' and snoozed_until <= ${now}
  `.execute(connection);
}

/** What was asked for and not sent in its time. */
export async function expireErrands(connection: Connection, owner: OwnerId, now: Instant): Promise<void> {
  await sql`
    update follow_up set state = 'expired', changed_at = ${now}, version = version + 1
    where owner_id = ${owner} and about <> '' and state in ('planned', 'due', 'in_hand') and deadline_at < ${now}
  `.execute(connection);
}
