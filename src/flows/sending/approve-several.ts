/** Several letters approved by one button: each by itself, with an outcome of its own. */
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import type { World } from "../world.ts";
import { type ApprovalWay, type Approved, approveDraft } from "./approve-draft.ts";

export type SeveralWish = {
  letters: readonly { draftId: DraftId; textHash: string }[];
  withNudges: boolean;
  way: ApprovalWay;
};

/** In the order asked. */
export async function approveSeveral(
  world: World,
  owner: OwnerId,
  { letters, withNudges, way }: SeveralWish,
): Promise<{ draftId: DraftId; outcome: Approved }[]> {
  const outcomes: { draftId: DraftId; outcome: Approved }[] = [];
  for (const { draftId, textHash } of letters)
    outcomes.push({ draftId, outcome: await approveDraft(world, owner, { draftId, textHash, withNudges, way }) });
  return outcomes;
}
