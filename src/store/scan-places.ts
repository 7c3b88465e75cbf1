/** Where scanned messages, events and cards lie at their provider, to read them again and to hear that they are gone. */
import { sql } from "kysely";
import type { AccountId, CardId, EventId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { SavedMessage } from "./messages.ts";

export async function placeMessages(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  placed: readonly (SavedMessage & { threadRef?: string })[],
): Promise<void> {
  if (placed.length === 0) return;
  const rows = placed.map(({ ref, accountId, messageId, threadRef }) => ({
    ref,
    of_account: accountId,
    message_id: messageId,
    thread_ref: threadRef ?? null,
  }));
  await sql`
    insert into message_place (owner_id, account_id, ref, message_account_id, message_id, thread_ref)
    select ${owner}, ${account}, ref, of_account, message_id, thread_ref
    from json_to_recordset(${rowsParameter(rows)}) as row (ref text, of_account uuid, message_id uuid, thread_ref text)
    on conflict (owner_id, account_id, ref) do nothing
  `.execute(connection);
}

/** Which of these are known. */
export async function knownPlaces(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  refs: readonly string[],
): Promise<Set<string>> {
  const rows = await connection
    .selectFrom("message_place")
    .select("ref")
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("ref", "in", [...refs])
    .execute();
  return new Set(rows.map(({ ref }) => ref));
}

export async function placeEvents(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  calendar: string,
  placed: readonly { ref: string; eventId: EventId }[],
): Promise<void> {
  if (placed.length === 0) return;
  // One statement may not touch a row twice: of one place the last reading counts.
  const rows = [...new Map(placed.map((one) => [one.ref, one])).values()];
  await sql`
    insert into event_place (owner_id, account_id, calendar, ref, event_id)
    select ${owner}, ${account}, ${calendar}, ref, "eventId"
    from json_to_recordset(${rowsParameter(rows)}) as row (ref text, "eventId" uuid)
    on conflict (owner_id, account_id, calendar, ref) do update set event_id = excluded.event_id
  `.execute(connection);
}

/**
 * Events that are gone from their calendar are cancelled, as the owner's calendar shows them no more; told again, they stand again (`saveEvents`). `since` keeps those
 * that were over by then: some providers also drop what left their window. Says how many changed.
 */
export async function cancelGoneEvents(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  calendar: string,
  refs: readonly string[],
  since: Instant | undefined,
): Promise<number> {
  if (refs.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    update event set status = 'cancelled', body = body || '{"status": "cancelled", "gone": true}'::jsonb
    from event_place place
    where place.owner_id = ${owner} and place.account_id = ${account} and place.calendar = ${calendar}
      and place.ref = any(${[...refs]}::text[]) and event.owner_id = place.owner_id and event.account_id = place.account_id
      and event.event_id = place.event_id and event.status <> 'cancelled'
      and (event.recurring or event.ends_at > coalesce(${since ?? null}::timestamptz, '-infinity'))
  `.execute(connection);
  return Number(numAffectedRows);
}

/** Cancels what stands under these UIDs in a calendar beside `kept`: of a series that was told in full, all that it is. */
export async function cancelEventsBeside(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  calendar: string,
  uids: readonly string[],
  kept: readonly EventId[],
  since: Instant | undefined,
): Promise<number> {
  if (uids.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    update event set status = 'cancelled', body = body || '{"status": "cancelled", "gone": true}'::jsonb
    where owner_id = ${owner} and account_id = ${account} and calendar = ${calendar} and uid = any(${[...uids]}::text[])
      and event_id <> all(${[...kept]}::uuid[]) and status <> 'cancelled'
      and ends_at > coalesce(${since ?? null}::timestamptz, '-infinity')
  `.execute(connection);
  return Number(numAffectedRows);
}

/** Cancels what a calendar, told in full for this stretch, did not tell. Says how many. */
export async function cancelUntoldEvents(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  calendar: string,
  { told, from, to }: { told: readonly string[]; from: Instant; to: Instant },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update event set status = 'cancelled', body = body || '{"status": "cancelled"}'::jsonb
    where owner_id = ${owner} and account_id = ${account} and calendar = ${calendar} and status <> 'cancelled'
      and (recurring or ends_at > ${from}::timestamptz) and starts_at < ${to}::timestamptz
      and not exists (select from event_place place where place.owner_id = ${owner} and place.account_id = ${account}
        and place.calendar = ${calendar} and place.event_id = event.event_id and place.ref = any(${[...told]}::text[]))
  `.execute(connection);
  return Number(numAffectedRows);
}

export async function placeCards(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  placed: readonly { ref: string; cardId: CardId }[],
): Promise<void> {
  if (placed.length === 0) return;
  const rows = [...new Map(placed.map((one) => [one.ref, one])).values()];
  await sql`
    insert into card_place (owner_id, account_id, ref, card_id)
    select ${owner}, ${account}, ref, "cardId"
    from json_to_recordset(${rowsParameter(rows)}) as row (ref text, "cardId" uuid)
    on conflict (owner_id, account_id, ref) do update set card_id = excluded.card_id
  `.execute(connection);
}

/** Of an address book that was told in full: whatever else stands here went there. Says how many. */
export async function removeUntoldCards(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  told: readonly string[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from card where owner_id = ${owner} and account_id = ${account}
      and not exists (select from card_place place where place.owner_id = ${owner} and place.account_id = ${account}
        and place.card_id = card.card_id and place.ref = any(${[...told]}::text[]))
  `.execute(connection);
  return Number(numAffectedRows);
}

/** Cards that the owner deleted in their address book are no evidence any more. Says how many went. */
export async function removeGoneCards(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  refs: readonly string[],
): Promise<number> {
  if (refs.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    delete from card using card_place place
    where place.owner_id = ${owner} and place.account_id = ${account} and place.ref = any(${[...refs]}::text[])
      and card.owner_id = place.owner_id and card.account_id = place.account_id and card.card_id = place.card_id
  `.execute(connection);
  return Number(numAffectedRows);
}
