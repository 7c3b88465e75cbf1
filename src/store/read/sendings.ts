/** What became of the owner's yes to a letter: when it leaves, or how far it is. */
import { sql } from "kysely";
import type { ContactId, DraftId, EffectId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { ApprovalTable, EffectTable } from "../tables.ts";

export type SendingSeen = {
  draftId: DraftId;
  effectId: EffectId;
  state: EffectTable["state"];
  approvedAt: Instant;
  way: ApprovalTable["way"];
  /** As planned; absent once it left, or will not. */
  leavesAt: Instant | undefined;
  /** Why it waits, or did not leave, in a sentence. */
  because: string | undefined;
};

/** The letters of these that an account of the owner's sends; the others go by hand. */
export async function readSendings(
  connection: Connection,
  owner: OwnerId,
  letters: readonly DraftId[],
): Promise<Map<DraftId, SendingSeen>> {
  if (letters.length === 0) return new Map();
  const rows = await sendings(connection, owner).where("approval.draft_id", "in", letters).execute();
  return new Map(rows.map((row) => [row.draft_id, sendingOf(row)]));
}

/** The letter that leaves next first. */
export async function readLeaving(
  connection: Connection,
  owner: OwnerId,
  rowsMax: number,
): Promise<(SendingSeen & { contactId: ContactId; name: string; subject: string })[]> {
  const rows = await sendings(connection, owner)
    .innerJoin("draft", (join) =>
      join.onRef("draft.owner_id", "=", "approval.owner_id").onRef("draft.draft_id", "=", "approval.draft_id"),
    )
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
    )
    .select(["contact.contact_id", "contact.name", "draft.subject"])
    .where("draft.state", "in", ["approved", "queued"])
    .orderBy("timer.due_at")
    .orderBy("approval.approved_at")
    .orderBy("approval.approval_id")
    .limit(rowsMax)
    .execute();
  return rows.map((row) => ({
    ...sendingOf(row),
    contactId: row.contact_id,
    name: row.name,
    subject: row.subject,
  }));
}

const sendings = (connection: Connection, owner: OwnerId) =>
  connection
    .selectFrom("approval")
    .innerJoin("effect", (join) =>
      join
        .onRef("effect.owner_id", "=", "approval.owner_id")
        .on(sql<boolean>`effect.key = 'send_letter:' || approval.approval_id`),
    )
    .leftJoin("timer", (join) =>
      join
        .onRef("timer.owner_id", "=", "effect.owner_id")
        .on("timer.kind", "=", "send_letter")
        .on(sql<boolean>`timer.subject_id = effect.effect_id`),
    )
    .select(["approval.draft_id", "approval.approved_at", "approval.way"])
    .select(["effect.effect_id", "effect.state", "timer.due_at"])
    .select(sql<string | null>`coalesce(effect.because, effect.detail->'waitsFor'->>'text')`.as("because"))
    .where("approval.owner_id", "=", owner)
    .where("approval.taken_back_at", "is", null);

const sendingOf = (row: {
  draft_id: DraftId;
  effect_id: EffectId;
  state: EffectTable["state"];
  approved_at: Instant;
  way: ApprovalTable["way"];
  due_at: Instant | null;
  because: string | null;
}): SendingSeen => ({
  draftId: row.draft_id,
  effectId: row.effect_id,
  state: row.state,
  approvedAt: row.approved_at,
  way: row.way,
  leavesAt: row.due_at ?? undefined,
  because: row.because ?? undefined,
});
