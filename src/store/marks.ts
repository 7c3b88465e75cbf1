/** What people are to the owner, as the decisions found it last. */
import { sql } from "kysely";
import type { Mark } from "../domain/contact/marks.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import { type Connection, rowsParameter } from "./database.ts";

/** Makes the marks be exactly these. */
export async function saveMarks(
  connection: Connection,
  owner: OwnerId,
  marks: readonly { contactId: ContactId; mark: Mark }[],
): Promise<void> {
  const rows = rowsParameter(marks.map(({ contactId, mark }) => ({ id: contactId, mark })));
  await sql`
    delete from contact_mark where owner_id = ${owner}
      and not exists (select from json_to_recordset(${rows}) as row (id uuid, mark text)
        where row.id = contact_mark.contact_id and row.mark = contact_mark.mark)
  `.execute(connection);
  await sql`
    insert into contact_mark (owner_id, mark, contact_id)
    select ${owner}, mark, id from json_to_recordset(${rows}) as row (id uuid, mark text)
    on conflict do nothing
  `.execute(connection);
}
