/** Letters that the owner said were sent: from what was logged, with the kind of letter that it was. */
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type LetterSentRow = { contactId: ContactId; at: Instant; kind: string };

/** By mail alone: what went through a social network or by post is no letter to anybody's inbox. Oldest first. */
export async function sentLetters(connection: Connection, owner: OwnerId): Promise<LetterSentRow[]> {
  const rows = await connection
    .selectFrom("logged")
    .innerJoin("draft", (join) =>
      join.onRef("draft.owner_id", "=", "logged.owner_id").onRef("draft.draft_id", "=", "logged.draft_id"),
    )
    .select(["logged.contact_id", "logged.at", "draft.kind"])
    .where("logged.owner_id", "=", owner)
    .where("logged.outcome", "=", "sent")
    .where("logged.mode", "=", "email")
    .orderBy("logged.at")
    .orderBy("logged.logged_id")
    .execute();
  return rows.map(({ contact_id, at, kind }) => ({ contactId: contact_id, at, kind }));
}
