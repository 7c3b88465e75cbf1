/**
 * Everything that is due by its size alone: what the day is cut from. Thousands may be due, and a page shows some twenty of them:
 * only of those the rest is read (`readReview`).
 */
import { sql } from "kysely";
import type { DutySize } from "../../domain/day/items.ts";
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { followUpsDue } from "./review.ts";

export type DueSize = DutySize & { followUpId: FollowUpId; contactId: ContactId };

/** In no order. */
export async function readDueSizes(connection: Connection, owner: OwnerId, now: Instant): Promise<DueSize[]> {
  const rows = await followUpsDue(connection, owner, { now, filter: "all", search: "" })
    .leftJoin(
      (letters) =>
        letters
          .selectFrom("draft")
          .distinctOn("follow_up_id")
          .select(["follow_up_id", sql<boolean>`question is not null`.as("is_asking")])
          .select(sql<boolean>`body <> '' or question is not null`.as("is_written"))
          .where("owner_id", "=", owner)
          .where("state", "in", ["proposed", "approved", "queued"])
          .orderBy("follow_up_id")
          .orderBy("version", "desc")
          .as("letter"),
      (join) => join.onRef("letter.follow_up_id", "=", "follow_up.follow_up_id"),
    )
    .select(["follow_up.follow_up_id", "follow_up.contact_id", "follow_up.kind", "follow_up.way", "follow_up.urgency"])
    .select(["follow_up.deadline_at", "contact.closeness", "letter.is_asking", "letter.is_written"])
    .select(
      sql<boolean>`follow_up.contact_id in (
        select contact_id from contact_field where owner_id = ${owner} and field = 'phone'
        union all
        select contact_id from contact_choice where owner_id = ${owner} and body ? 'phone'
      )`.as("has_phone"),
    )
    .execute();
  return rows.map((row) => ({
    followUpId: row.follow_up_id,
    contactId: row.contact_id,
    kind: row.kind,
    way: row.way,
    urgency: row.urgency,
    closeness: row.closeness,
    hasPhone: row.has_phone,
    ...(row.deadline_at !== null && { deadlineAt: row.deadline_at }),
    ...(row.is_written === true && { letter: row.is_asking === true ? ("asking" as const) : ("ready" as const) }),
  }));
}
