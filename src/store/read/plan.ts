/** The plan beside its items: whom each asked and will ask, and the letters that wait for the owner with a place in it. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, DraftId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";
import type { PlanLineTable } from "../tables.ts";

export type PlanLineSeen = {
  planItemId: PlanItemId;
  contactId: ContactId;
  name: string;
  standing: PlanLineTable["standing"];
  because: readonly Because[];
};

/** As the last decision found them, by item in the order in which they are told. */
export async function readPlanLines(connection: Connection, owner: OwnerId): Promise<PlanLineSeen[]> {
  const rows = await connection
    .selectFrom("plan_line")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "plan_line.owner_id")
        .onRef("contact.contact_id", "=", "plan_line.contact_id"),
    )
    .select(["plan_item_id", "plan_line.contact_id", "contact.name", "standing", "plan_line.because"])
    .where("plan_line.owner_id", "=", owner)
    .orderBy("plan_item_id")
    .orderBy("plan_line.place")
    .execute();
  return rows.map((row) => ({
    planItemId: row.plan_item_id,
    contactId: row.contact_id,
    name: row.name,
    standing: row.standing,
    because: row.because as Because[],
  }));
}

/** Why items ask nobody now, and the names of those whom items are or were filled with. */
export async function readItemNotes(
  connection: Connection,
  owner: OwnerId,
): Promise<Map<PlanItemId, { waits?: Because; name?: string }>> {
  const rows = await connection
    .selectFrom("plan_item")
    .leftJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "plan_item.owner_id")
        .onRef("contact.contact_id", "=", "plan_item.contact_id"),
    )
    .select(["plan_item_id", "waits", "contact.name"])
    .where("plan_item.owner_id", "=", owner)
    .orderBy("plan_item_id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.plan_item_id,
      { ...(row.waits !== null && { waits: row.waits as Because }), ...(row.name !== null && { name: row.name }) },
    ]),
  );
}

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
