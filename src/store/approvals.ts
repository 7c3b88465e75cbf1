/** The owner's approvals: what they said yes to, in which way, and whether it was taken back. */
import { sql } from "kysely";
import { type ApprovalWay, type Covers, covers, ownersHand } from "../domain/draft/approval.ts";
import type { ApprovalId, ContactId, DraftId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type Approval = {
  approvalId: ApprovalId;
  draftId: DraftId;
  textHash: Buffer;
  covers: Covers;
  way: ApprovalWay;
  wasEdited: boolean;
  approvedAt: Instant;
};

export async function addApproval(connection: Connection, owner: OwnerId, approval: Approval): Promise<void> {
  await connection
    .insertInto("approval")
    .values({
      owner_id: owner,
      approval_id: approval.approvalId,
      draft_id: approval.draftId,
      text_hash: approval.textHash,
      covers: json(approval.covers),
      way: approval.way,
      was_edited: approval.wasEdited,
      approved_at: approval.approvedAt,
    })
    .execute();
}

/** The one that stands; undefined when there is none, or it was taken back. */
export async function standingApproval(
  connection: Connection,
  owner: OwnerId,
  draftId: DraftId,
): Promise<Approval | undefined> {
  const row = await connection
    .selectFrom("approval")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("draft_id", "=", draftId)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  return (
    row && {
      approvalId: row.approval_id,
      draftId: row.draft_id,
      textHash: row.text_hash,
      covers: covers.parse(row.covers),
      way: row.way,
      wasEdited: row.was_edited,
      approvedAt: row.approved_at,
    }
  );
}

/** False when none stood. */
export async function takeBack(
  connection: Connection,
  owner: OwnerId,
  draftId: DraftId,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("approval")
    .set({ taken_back_at: at })
    .where("owner_id", "=", owner)
    .where("draft_id", "=", draftId)
    .where("taken_back_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Also when it was taken back. */
export async function wasApproved(connection: Connection, owner: OwnerId, draftId: DraftId): Promise<boolean> {
  const row = await connection
    .selectFrom("approval")
    .select("approval_id")
    .where("owner_id", "=", owner)
    .where("draft_id", "=", draftId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the standing approval of the invitation that a person got last covers; undefined when there is none. */
export async function coversOfInvitation(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
): Promise<Covers | undefined> {
  const { rows } = await sql<{ covers: unknown }>`
    select approval.covers from enrolment
      cross join lateral jsonb_path_query_first(enrolment.steps, '$[0].draftId') as sent (draft_id)
      join approval on approval.owner_id = enrolment.owner_id and approval.draft_id::text = sent.draft_id #>> '{}'
        and approval.taken_back_at is null
    where enrolment.owner_id = ${owner} and enrolment.contact_id = ${contactId}
    order by enrolment.started_at desc, enrolment.enrolment_id desc limit 1
  `.execute(connection);
  const [last] = rows;
  return last && covers.parse(last.covers);
}

/** How many letters of each kind were approved by hand as they were written. */
export async function uneditedApprovals(connection: Connection, owner: OwnerId): Promise<Map<string, number>> {
  const rows = await connection
    .selectFrom("approval")
    .innerJoin("draft", (join) =>
      join.onRef("draft.owner_id", "=", "approval.owner_id").onRef("draft.draft_id", "=", "approval.draft_id"),
    )
    .select(["draft.kind", sql<number>`count(*)::int`.as("approvals")])
    .where("approval.owner_id", "=", owner)
    .where("approval.way", "in", [...ownersHand])
    .where("approval.was_edited", "=", false)
    .where("approval.taken_back_at", "is", null)
    .groupBy("draft.kind")
    .orderBy(sql`count(*)`, "desc")
    .orderBy("draft.kind")
    .execute();
  return new Map(rows.map(({ kind, approvals }) => [kind, approvals]));
}
