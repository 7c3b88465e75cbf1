/** The newest kept texts of mail with each person, either way, for signs that only words show. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** At most `perPerson` texts of each, written since an instant, newest first. */
export async function newestTexts(
  connection: Connection,
  owner: OwnerId,
  { since, perPerson }: { since: Instant; perPerson: number },
): Promise<{ contactId: ContactId; at: Instant; text: string }[]> {
  const { rows } = await sql<{ contactId: ContactId; at: Instant; text: string }>`
    select "contactId", at, text from (
      select interaction.contact_id as "contactId", interaction.at, message.text_kept as text,
        row_number() over (partition by interaction.contact_id order by interaction.at desc, interaction.source_id) as nth
      from interaction join message on message.owner_id = interaction.owner_id and message.message_id = interaction.source_id
      where interaction.owner_id = ${owner} and interaction.source_kind = 'message' and interaction.at >= ${since}
        and message.text_kept is not null
    ) as newest where nth <= ${perPerson} order by "contactId", at desc
  `.execute(connection);
  return rows;
}
