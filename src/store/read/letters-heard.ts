/** Letters of people who may be written to, as far as their text is kept: what a request for no more is heard from (R45). */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { isAutomatic } from "../reading-corrections.ts";

export type LetterHeard = { contactId: ContactId; locale: string; at: Instant; text: string };

/** By hand; neither those that the owner read otherwise, nor those before they lifted a stop. */
export async function lettersHeard(connection: Connection, owner: OwnerId): Promise<LetterHeard[]> {
  const { rows } = await sql<LetterHeard>`
    select contact.contact_id as "contactId", contact.locale, interaction.at, message.text_kept as text
    from interaction join contact using (owner_id, contact_id)
      join message on message.owner_id = interaction.owner_id and message.message_id = interaction.source_id
      left join contact_choice chosen on chosen.owner_id = contact.owner_id and chosen.contact_id = contact.contact_id
      left join reading_correction said on said.owner_id = message.owner_id and said.account_id = message.account_id
        and said.message_id = message.message_id
    where interaction.owner_id = ${owner} and interaction.source_kind = 'message' and interaction.direction = 'inbound'
      and interaction.depth <> 'passive' and message.text_kept is not null and contact.status <> 'blocked'
      and coalesce(said.meaning, 'opt_out') = 'opt_out' and not ${isAutomatic(owner, "message")}
      and interaction.at > coalesce((chosen.body->>'allowedAt')::timestamptz, '-infinity')
    order by interaction.at, interaction.source_id
  `.execute(connection);
  return rows;
}
