/** An approval taken back (R41): within the minute of grace, and later as long as nothing has begun to leave. */
import { because } from "../../domain/because.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { addAudit } from "../../store/audit.ts";
import { findDraft } from "../../store/drafts.ts";
import { setFollowUpState } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import type { World, WorldInside } from "../world.ts";
import { withdrawApproved } from "./withdraw.ts";

/** The letter waits for its approval again. */
export async function takeBackApproval(
  world: World,
  owner: OwnerId,
  draftId: DraftId,
): Promise<"taken_back" | "left_already" | "not_there"> {
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    return takeBackInside({ ...world, database: transaction }, owner, draftId);
  });
}

export async function takeBackInside(
  inside: WorldInside,
  owner: OwnerId,
  draftId: DraftId,
): Promise<"taken_back" | "left_already" | "not_there"> {
  const { database, ids, clock } = inside;
  const draft = await findDraft(database, owner, draftId);
  if (draft?.state === "sent") return "left_already";
  if (draft?.state !== "approved") return "not_there";
  const reason = because("R41.taken_back", "You took your approval back.");
  const withdrawal = { draft, to: "proposed", because: reason, what: "taken_back" } as const;
  if (!(await withdrawApproved(inside, owner, withdrawal))) return "left_already";
  const at = clock.now();
  await setFollowUpState(database, owner, draft.followUpId, { from: ["in_hand"], to: "due", at });
  const { textHash } = draft;
  await addAudit(database, owner, { auditId: ids.next(), at, what: "approval_taken_back", draftId, textHash });
  return "taken_back";
}
