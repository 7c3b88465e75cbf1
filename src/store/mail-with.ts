/** In which connected accounts the mail with a person lies. */
import { sql } from "kysely";
import type { AccountId, ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/**
 * The accounts that hold mail from or to any address of theirs: first the one in which the last message under one of the
 * subjects (lower-cased) lies, then by how much mail it is, then the one made first.
 */
export async function accountsWithMail(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  subjects: readonly string[],
): Promise<AccountId[]> {
  const { rows } = await sql<{ account_id: AccountId }>`
    with person as (
      select value from identity where owner_id = ${owner} and contact_id = ${contact} and kind = 'address'
    ), theirs as (
      select message_id from message where owner_id = ${owner} and from_address in (select value from person)
      union select message_id from message_recipient where owner_id = ${owner} and address in (select value from person)
    )
    select place.account_id
    from theirs join message on message.owner_id = ${owner} and message.message_id = theirs.message_id
      join message_place place on place.owner_id = message.owner_id and place.message_id = message.message_id
    group by place.account_id
    order by max(message.sent_at) filter (where lower(message.subject) = any(${[...subjects]}::text[])) desc nulls last,
      count(distinct message.message_id) desc, place.account_id
  `.execute(connection);
  return rows.map(({ account_id }) => account_id);
}

/** When the newest message from any address of theirs was sent, people's and programs' alike; undefined when there is none. */
export async function lastHeardFrom(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(message.sent_at) as at from message join identity on identity.owner_id = message.owner_id
      and identity.kind = 'address' and identity.value = message.from_address
    where message.owner_id = ${owner} and identity.contact_id = ${contact}
  `.execute(connection);
  return rows[0]?.at ?? undefined;
}
