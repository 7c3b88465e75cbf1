/** The letters that asked the members of a group, as they left; of a link only the hash of its token is kept. */
import type { ContactId, DraftId, FollowUpId, GroupMeetingId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type GroupLetter = {
  draftId: DraftId;
  groupId: GroupMeetingId;
  contactId: ContactId;
  followUpId: FollowUpId;
  tokenHash?: Buffer;
  sentAt: Instant;
};

/** Told twice it is kept once. */
export async function addGroupLetter(connection: Connection, owner: OwnerId, letter: GroupLetter): Promise<void> {
  await connection
    .insertInto("group_letter")
    .values({
      owner_id: owner,
      draft_id: letter.draftId,
      group_id: letter.groupId,
      contact_id: letter.contactId,
      follow_up_id: letter.followUpId,
      token_hash: letter.tokenHash ?? null,
      sent_at: letter.sentAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type GroupLetterSeen = Omit<GroupLetter, "tokenHash"> & { to: Address };

/** Of one group, the oldest first. */
export async function groupLetters(
  connection: Connection,
  owner: OwnerId,
  group: GroupMeetingId,
): Promise<GroupLetterSeen[]> {
  const rows = await connection
    .selectFrom("group_letter as letter")
    .innerJoin("draft", (join) =>
      join.onRef("draft.owner_id", "=", "letter.owner_id").onRef("draft.draft_id", "=", "letter.draft_id"),
    )
    .select(["letter.draft_id", "letter.group_id", "letter.contact_id", "letter.follow_up_id", "letter.sent_at"])
    .select("draft.to_address")
    .where("letter.owner_id", "=", owner)
    .where("letter.group_id", "=", group)
    .orderBy("letter.sent_at")
    .orderBy("letter.draft_id")
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    groupId: row.group_id,
    contactId: row.contact_id,
    followUpId: row.follow_up_id,
    to: row.to_address,
    sentAt: row.sent_at,
  }));
}
