/** Letters that stand or went out, for what later ones must not repeat and for the threads that reminders stay in. */
import type { ContactId, DraftId, FollowUpId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type WrittenLetter = {
  draftId: DraftId;
  contactId: ContactId;
  followUpId: FollowUpId;
  name: string;
  kind: string;
  state: string;
  subject: string;
  body: string;
  /** As it was stored beside the letter. */
  facts: unknown;
  writtenAt: Instant;
};

/** Of every follow-up the letter that stands or went out since then, oldest first. */
export async function lettersSince(connection: Connection, owner: OwnerId, since: Instant): Promise<WrittenLetter[]> {
  const rows = await connection
    .selectFrom("draft")
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
    )
    .select(["draft.draft_id", "draft.contact_id", "draft.follow_up_id", "contact.name", "draft.kind", "draft.state"])
    .select(["draft.subject", "draft.body", "draft.facts", "draft.created_at"])
    .where("draft.owner_id", "=", owner)
    .where("draft.state", "in", ["proposed", "approved", "queued", "sent"])
    .where("draft.created_at", ">=", since)
    .orderBy("draft.created_at")
    .orderBy("draft.draft_id")
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    contactId: row.contact_id,
    followUpId: row.follow_up_id,
    name: row.name,
    kind: row.kind,
    state: row.state,
    subject: row.subject,
    body: row.body,
    facts: row.facts,
    writtenAt: row.created_at,
  }));
}
