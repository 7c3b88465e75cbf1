/** Letters that wait for the owner with a place in the plan. */
import type { ContactId, DraftId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";

export type PlannedLetter = { draftId: DraftId; planItemId: PlanItemId; isReady: boolean };

/** By person; of each the newest version alone. */
export async function readPlannedLetters(
  connection: Connection,
  owner: OwnerId,
): Promise<Map<ContactId, PlannedLetter>> {
  const rows = await connection
    .selectFrom("draft")
    .innerJoin("follow_up", (join) =>
      join
        .onRef("follow_up.owner_id", "=", "draft.owner_id")
        .onRef("follow_up.follow_up_id", "=", "draft.follow_up_id"),
    )
    .select(["draft.contact_id", "draft.draft_id", "draft.question", "draft.subject", "follow_up.plan_item_id"])
    .where("draft.owner_id", "=", owner)
    .where("draft.state", "=", "proposed")
    .where("follow_up.plan_item_id", "is not", null)
    .orderBy("draft.version")
    .execute();
  return new Map(
    rows.map((row) => [
      row.contact_id,
      { draftId: row.draft_id, planItemId: row.plan_item_id!, isReady: row.question === null && row.subject !== "" },
    ]),
  );
}
