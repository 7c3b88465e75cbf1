/** Who is left in peace and with whom nothing was said for long, as the last decision found it. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { PersonStandingTable } from "./tables.ts";

export type PersonStanding = {
  contactId: ContactId;
  standing: PersonStandingTable["standing"];
  /** Until when they are left in peace; absent while nothing but their own word, or the owner's, ends it. */
  until?: Instant;
  because: Because;
};

/** Makes the standings be exactly these; the same again writes nothing. */
export async function keepStandings(
  connection: Connection,
  owner: OwnerId,
  standings: readonly PersonStanding[],
): Promise<void> {
  const rows = rowsParameter(
    standings.map(({ contactId, standing, until, because }) => ({
      contact: contactId,
      standing,
      until: until ?? null,
      because,
    })),
  );
  await sql`
    with gone as (delete from person_standing where owner_id = ${owner}
      and not exists (select from json_to_recordset(${rows}) as row (contact uuid, standing text)
        where row.contact = person_standing.contact_id and row.standing = person_standing.standing))
    insert into person_standing (owner_id, contact_id, standing, until, because)
    select ${owner}, contact, standing, until, because
    from json_to_recordset(${rows}) as row (contact uuid, standing text, until timestamptz, because jsonb)
    on conflict (owner_id, contact_id, standing) do update set until = excluded.until, because = excluded.because
    where (person_standing.until, person_standing.because) is distinct from (excluded.until, excluded.because)
  `.execute(connection);
}

export type StandingSeen = PersonStanding & { name: string };

/** Whoever may be asked again soonest comes first. */
export async function readStandings(
  connection: Connection,
  owner: OwnerId,
  standing: PersonStanding["standing"],
): Promise<StandingSeen[]> {
  const rows = await connection
    .selectFrom("person_standing")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "person_standing.owner_id")
        .onRef("contact.contact_id", "=", "person_standing.contact_id"),
    )
    .select(["person_standing.contact_id", "contact.name", "standing", "until", "person_standing.because"])
    .where("person_standing.owner_id", "=", owner)
    .where("standing", "=", standing)
    .orderBy("until", (order) => order.asc().nullsLast())
    .orderBy("contact.name")
    .orderBy("person_standing.contact_id")
    .execute();
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: row.name,
    standing: row.standing,
    because: row.because as Because,
    ...(row.until !== null && { until: row.until }),
  }));
}
