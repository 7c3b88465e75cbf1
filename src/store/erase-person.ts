/**
 * The rows of one person, gone. Messages and events stay as empty shells, so that nothing is read a second time and the
 * owner's time stays busy: that there was something, and when.
 */
import { sql } from "kysely";
import type { Traces } from "../domain/contact/erasure.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

/** Behind the owner's lock; whatever of theirs is still to be done at a provider was done before. */
export async function eraseContact(connection: Connection, owner: OwnerId, contactId: ContactId): Promise<void> {
  const theirs = sql`owner_id = ${owner} and contact_id = ${contactId}`;
  await sql`
    delete from timer where owner_id = ${owner} and subject_id in (
      select draft_id from draft where ${theirs} union all select follow_up_id from follow_up where ${theirs}
      union all select offer_id from offer where ${theirs} union all select hold_id from hold where ${theirs}
      union all select booking_id from booking where ${theirs} union all select ${contactId}::uuid
      union all select effect_id from effect where owner_id = ${owner} and detail->>'contactId' = ${contactId})
  `.execute(connection);
  await sql`delete from effect where owner_id = ${owner} and detail->>'contactId' = ${contactId}`.execute(connection);
  await sql`delete from decision where owner_id = ${owner} and subject_id = ${contactId}`.execute(connection);
  await sql`delete from written where owner_id = ${owner} and kind = 'card' and subject_id = ${contactId}`.execute(
    connection,
  );
  await sql`delete from digest_link where owner_id = ${owner} and draft_id in (select draft_id from draft where ${theirs})`.execute(
    connection,
  );
  await sql`delete from wanted where owner_id = ${owner} and appeared_contact_id = ${contactId}`.execute(connection);
  await sql`update plan_item set contact_id = null where ${theirs}`.execute(connection);
  // What others and they had to do with each other.
  await sql`delete from ledger_entry where owner_id = ${owner} and other_contact_id = ${contactId}`.execute(connection);
  await sql`delete from follow_up where owner_id = ${owner} and about = ${contactId}::text`.execute(connection);
  await sql`
    update contact_choice set body = case when body->>'introducedBy' = ${contactId} then body - 'introducedBy' else body end
      || case when body ? 'agreedToMeet' then jsonb_build_object('agreedToMeet', (body->'agreedToMeet') - ${contactId}::text) else '{}' end
    where owner_id = ${owner} and (body->>'introducedBy' = ${contactId} or body->'agreedToMeet' ? ${contactId}::text)
  `.execute(connection);
  await sql`delete from contact where ${theirs}`.execute(connection);
}

/** What mail, calendars and cards show of the addresses, for as long as it stands there. */
export async function eraseSightings(
  connection: Connection,
  owner: OwnerId,
  { addresses, profiles }: Traces,
): Promise<void> {
  await eraseFromMail(connection, owner, addresses);
  await eraseFromEvents(connection, owner, addresses);
  const theirs = sql`any(${[...addresses]}::text[])`;
  await sql`
    delete from card where owner_id = ${owner} and (
      exists (select from card_address one where one.owner_id = card.owner_id and one.account_id = card.account_id
        and one.card_id = card.card_id and one.address = ${theirs})
      or coalesce(body->'links'->>0, origin || ':' || key) = any(${[...profiles]}::text[]))
  `.execute(connection);
  await sql`delete from sender where owner_id = ${owner} and address = ${theirs}`.execute(connection);
  await sql`delete from failed_address where owner_id = ${owner} and (address = ${theirs} or instead = ${theirs})`.execute(
    connection,
  );
  await sql`
    delete from merge_question where owner_id = ${owner} and addresses && ${[...addresses, ...profiles]}::text[]
  `.execute(connection);
  await sql`
    delete from tombstone where owner_id = ${owner} and kind in ('address', 'profile') and value = any(${[...addresses, ...profiles]}::text[])
  `.execute(connection);
}

/** Also the subjects and texts of what passed between the two alone. */
async function eraseFromMail(connection: Connection, owner: OwnerId, addresses: readonly string[]): Promise<void> {
  const theirs = sql`any(${[...addresses]}::text[])`;
  const fromThem = sql`owner_id = ${owner} and message_id in (
    select message_id from message where owner_id = ${owner} and from_address = ${theirs})`;
  for (const table of ["message_signature", "message_card", "reading_correction"] as const)
    await sql`delete from ${sql.table(table)} where ${fromThem}`.execute(connection);
  await sql`
    update message set subject = '', text_kept = null, text_kept_until = null
    where owner_id = ${owner} and message_id in (
      select message_id from message_recipient one where owner_id = ${owner} and exists (
        select from message_recipient them where them.owner_id = one.owner_id and them.account_id = one.account_id
          and them.message_id = one.message_id and them.address = ${theirs})
      group by message_id having bool_and(address = ${theirs}))
  `.execute(connection);
  await sql`delete from message_recipient where owner_id = ${owner} and address = ${theirs}`.execute(connection);
  await sql`
    update message set from_address = null, from_name = null, subject = '', text_kept = null, text_kept_until = null,
      signals = signals - 'answersGoTo'
    where owner_id = ${owner} and from_address = ${theirs}
  `.execute(connection);
}

/** A meeting of the two alone keeps its time; of one with others they are no guest any more (`forgetMentions`). */
async function eraseFromEvents(connection: Connection, owner: OwnerId, addresses: readonly string[]): Promise<void> {
  const theirs = sql`any(${[...addresses]}::text[])`;
  const alone = sql<{ event_id: string }>`
    select event_id from event_attendee guest where owner_id = ${owner} and not resource and event_id in (
      select event_id from event_attendee where owner_id = ${owner} and address = ${theirs}) and not exists (
      select from owner_address mine where mine.owner_id = guest.owner_id and mine.address = guest.address
        and mine.standing in ('said', 'inferred'))
    group by event_id having bool_and(address = ${theirs})`;
  await sql`delete from debrief where owner_id = ${owner} and event_id in (${alone})`.execute(connection);
  await sql`
    update event set title = '', place = null, body = (body - 'description' - 'place' - 'link') || '{"title": ""}'
    where owner_id = ${owner} and event_id in (${alone})
  `.execute(connection);
  await sql`update event set organiser = null where owner_id = ${owner} and organiser = ${theirs}`.execute(connection);
  await sql`delete from event_attendee where owner_id = ${owner} and address = ${theirs}`.execute(connection);
}
