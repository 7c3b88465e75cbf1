/** The number to call each person on: the first that is known of them. */
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

export async function firstPhones(connection: Connection, owner: OwnerId): Promise<Map<ContactId, string>> {
  const rows = await connection
    .selectFrom("contact_field")
    .distinctOn("contact_id")
    .select(["contact_id", "value"])
    .where("owner_id", "=", owner)
    .where("field", "=", "phone")
    .orderBy("contact_id")
    .orderBy("position")
    .execute();
  return new Map(rows.map(({ contact_id, value }) => [contact_id, value]));
}
