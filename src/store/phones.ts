/** The number to call each person on: as the owner said, else the first that is known of them. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

export async function firstPhones(connection: Connection, owner: OwnerId): Promise<Map<ContactId, string>> {
  const { rows } = await sql<{ contact_id: ContactId; value: string }>`
    with known as (
      select contact_id, value, position from contact_field where owner_id = ${owner} and field = 'phone'
      union all
      select contact_id, body->>'phone', -1 from contact_choice where owner_id = ${owner} and body ? 'phone'
    )
    select distinct on (contact_id) contact_id, value from known order by contact_id, position, value
  `.execute(connection);
  return new Map(rows.map(({ contact_id, value }) => [contact_id, value]));
}
