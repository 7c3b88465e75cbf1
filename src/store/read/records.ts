/** What happened with a person, as it was written down when it happened. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { RecordedWhat } from "../contact-records.ts";
import type { Connection } from "../database.ts";
import { becauseOf } from "./stored-json.ts";

export type RecordSeen = { at: Instant; what: RecordedWhat; because: Because[] };

/** The newest first. */
export async function readRecords(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  rowsMax: number,
): Promise<RecordSeen[]> {
  const rows = await connection
    .selectFrom("contact_record")
    .select(["at", "what", "because"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .orderBy("at", "desc")
    .orderBy("record_id", "desc")
    .limit(rowsMax)
    .execute();
  return rows.map(({ at, what, because }) => ({ at, what: what as RecordedWhat, because: becauseOf(because) }));
}
