/** Letters that the owner said were sent: from what was logged, with the kind of letter that it was. */
import type { ContactId, DraftId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type LetterSentRow = { contactId: ContactId; at: Instant; kind: string };

/** Under which subject each letter left, as it was written here. */
export async function sentSubjects(connection: Connection, owner: OwnerId): Promise<Map<DraftId, string>> {
  const rows = await connection
    .selectFrom("draft")
    .select(["draft_id", "subject"])
    .where("owner_id", "=", owner)
    .where("state", "=", "sent")
    .orderBy("draft_id")
    .execute();
  return new Map(rows.map(({ draft_id, subject }) => [draft_id, subject]));
}

/** Under which subject the last letter to somebody left; undefined when none did. */
export async function lastSubjectTo(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
): Promise<string | undefined> {
  const row = await connection
    .selectFrom("draft")
    .select("subject")
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .where("state", "=", "sent")
    .orderBy("changed_at", "desc")
    .orderBy("draft_id")
    .limit(1)
    .executeTakeFirst();
  return row?.subject;
}

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
