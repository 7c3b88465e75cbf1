/** One deliberate tap: this letter offers working hours although no trustworthy calendar was looked at. */
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { findDraft, markUnchecked } from "../../store/drafts.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

export async function offerUnchecked(world: World, owner: OwnerId, draftId: DraftId): Promise<"done" | "unknown"> {
  const draft = await findDraft(world.database, owner, draftId);
  if (draft?.offer === undefined) return "unknown";
  await markUnchecked(world.database, owner, draftId);
  await composeDrafts(world, owner);
  return "done";
}
