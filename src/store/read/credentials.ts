/** What the headers of a person's letters tell about where they come from (R8). */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Connection } from "../database.ts";

/** Different places that answers were asked to, at most these. */
const placesMax = 3;

export async function readCredentials(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<{ answersGoTo: Address[]; failedChecks: number }> {
  const { rows } = await sql<{ places: Address[] | null; failed: number }>`
    select (array_agg(distinct signals->>'answersGoTo') filter (where signals ? 'answersGoTo'))[1:${sql.lit(placesMax)}] as places,
      count(*) filter (where signals ? 'dmarcFailed')::int as failed
    from message where owner_id = ${owner} and from_address = any(${[...addresses]}::text[])
  `.execute(connection);
  return { answersGoTo: rows[0]?.places ?? [], failedChecks: rows[0]?.failed ?? 0 };
}
