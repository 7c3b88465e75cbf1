/** What the owner decided about each person: kept apart from everything derived, so that no new reading touches it. */
import { sql } from "kysely";
import { type ContactChoices, contactChoices } from "../domain/contact/choices.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, isAnyOf, json } from "./database.ts";

/** Everybody about whom something was decided, or those among some contacts. */
export async function loadContactChoices(
  connection: Connection,
  owner: OwnerId,
  contacts?: readonly ContactId[],
): Promise<Map<ContactId, ContactChoices>> {
  const rows = await choices(connection, owner)
    .$if(contacts !== undefined, (some) => some.where(isAnyOf("contact_id", contacts ?? [])))
    .execute();
  return new Map(rows.map(({ contact_id, body }) => [contact_id, contactChoices.parse(body)]));
}

/** About one person; nothing decided is an empty object. */
export async function findContactChoices(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
): Promise<ContactChoices> {
  const row = await choices(connection, owner).where("contact_id", "=", contactId).executeTakeFirst();
  return contactChoices.parse(row?.body ?? {});
}

const choices = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("contact_choice").select(["contact_id", "body"]).where("owner_id", "=", owner);

/**
 * Lays `change` over what was decided, in one statement, so that two forms sent at once both count; an undefined value
 * takes a choice back. Throws a ZodError, with nothing changed, when a value is not as it must be.
 */
export async function changeContactChoices(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
  change: Partial<ContactChoices>,
  at: Instant,
): Promise<void> {
  const decided = json(contactChoices.parse(change));
  const takenBack = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [name] : []));
  await sql`
    insert into contact_choice (owner_id, contact_id, body, changed_at) values (${owner}, ${contactId}, ${decided}::jsonb, ${at})
    on conflict (owner_id, contact_id) do update set body = (contact_choice.body || excluded.body) - ${takenBack}::text[],
      version = contact_choice.version + 1, changed_at = excluded.changed_at
  `.execute(connection);
  await showChoices(connection, owner, contactId);
}

/** Lists are read by status and purpose, which stand on the contact too: as decided, else as for anybody new. */
export async function showChoices(connection: Connection, owner: OwnerId, only?: ContactId): Promise<void> {
  await sql`
    update contact set status = coalesce(chosen.body->>'status', 'candidate'), purpose = coalesce(chosen.body->>'purpose', 'business')
    from contact_choice chosen
    where contact.owner_id = ${owner} and chosen.owner_id = contact.owner_id and chosen.contact_id = contact.contact_id
      and (${only ?? null}::uuid is null or contact.contact_id = ${only ?? null}::uuid)
      and (contact.status, contact.purpose) is distinct from
        (coalesce(chosen.body->>'status', 'candidate'), coalesce(chosen.body->>'purpose', 'business'))
  `.execute(connection);
}

/** How many people have a cadence that still asks for something (R7); `besides` is not counted. */
export async function activeCadences(connection: Connection, owner: OwnerId, besides?: ContactId): Promise<number> {
  const { rows } = await sql<{ active: number }>`
    select count(*)::int as active from contact_choice
    where owner_id = ${owner} and body ? 'cadenceDays' and contact_id is distinct from ${besides ?? null}::uuid
      and coalesce(body->>'status', 'active') in ('candidate', 'active')
  `.execute(connection);
  return rows[0]?.active ?? 0;
}
