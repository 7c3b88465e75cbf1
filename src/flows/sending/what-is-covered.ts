/** What one approval of a letter covers, as it is shown beside the button (requirements, "One approval covers"). */
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { findDraft } from "../../store/drafts.ts";
import type { World } from "../world.ts";
import { nudgesOf, type StoredNudge } from "./stored-facts.ts";

export type Covered = {
  /** Booked when one of them is plainly accepted. */
  times: readonly OfferedTime[];
  /** The reminders that go when "and remind twice" stays ticked; only their times may differ. Empty for letters without any. */
  nudges: readonly Pick<StoredNudge, "step" | "subject" | "body">[];
};

/** Undefined when there is no such letter. */
export async function whatIsCovered(world: World, owner: OwnerId, draftId: DraftId): Promise<Covered | undefined> {
  const draft = await findDraft(world.database, owner, draftId);
  return draft && { times: draft.offer?.times ?? [], nudges: nudgesOf(draft.facts) };
}
