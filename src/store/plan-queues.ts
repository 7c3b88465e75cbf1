/** Whom each open item of the plan asked and will ask, as the last decision found it. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { ContactId, OwnerId, PlanItemId } from "../domain/ids.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { PlanLineTable } from "./tables.ts";

export type QueueLine = {
  contactId: ContactId;
  /** asked: an answer may still come; passed: it went on without a meeting; next: not asked yet, the best first. */
  standing: PlanLineTable["standing"];
  because: readonly Because[];
};

export type KeptQueue = {
  planItemId: PlanItemId;
  /** In the order in which they are told. */
  lines: readonly QueueLine[];
  /** Why nobody is asked now, when nobody is. */
  waits?: Because;
};

/** Makes the queues be exactly these; the same again writes nothing. */
export async function keepQueues(connection: Connection, owner: OwnerId, queues: readonly KeptQueue[]): Promise<void> {
  const lines = rowsParameter(
    queues.flatMap(({ planItemId, lines: some }) =>
      some.map(({ contactId, standing, because }, place) => ({
        item: planItemId,
        place,
        standing,
        contact: contactId,
        because,
      })),
    ),
  );
  await sql`
    with gone as (delete from plan_line where owner_id = ${owner}
      and not exists (select from json_to_recordset(${lines}) as row (item uuid, place int)
        where row.item = plan_line.plan_item_id and row.place = plan_line.place))
    insert into plan_line (owner_id, plan_item_id, place, standing, contact_id, because)
    select ${owner}, item, place, standing, contact, because
    from json_to_recordset(${lines}) as row (item uuid, place int, standing text, contact uuid, because jsonb)
    on conflict (owner_id, plan_item_id, place) do update set
      standing = excluded.standing, contact_id = excluded.contact_id, because = excluded.because
    where (plan_line.standing, plan_line.contact_id, plan_line.because)
      is distinct from (excluded.standing, excluded.contact_id, excluded.because)
  `.execute(connection);
  const waiting = rowsParameter(
    queues.flatMap(({ planItemId, waits }) => (waits === undefined ? [] : [{ item: planItemId, waits }])),
  );
  await sql`
    update plan_item set waits = found.waits
    from (select plan_item_id as item, row.waits from plan_item
        left join json_to_recordset(${waiting}) as row (item uuid, waits jsonb) on row.item = plan_item_id
      where owner_id = ${owner} and (plan_item.waits is not null or row.waits is not null)) found
    where owner_id = ${owner} and plan_item_id = found.item and plan_item.waits is distinct from found.waits
  `.execute(connection);
}
