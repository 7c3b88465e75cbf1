/** The owner asks for letters that no clock asks for: they are drafted at once, and wait for a yes like all others (R41). */
import type { Errand } from "../../domain/draft/errand.ts";
import type { FollowUpId, OwnerId } from "../../domain/ids.ts";
import { saveErrands } from "../../store/errands.ts";
import { lockOwner } from "../../store/owners.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import { composeDrafts } from "./compose-drafts.ts";

export async function askForLetters(world: World, owner: OwnerId, errands: readonly Errand[]): Promise<void> {
  const { now } = await viewpointOf(world, owner);
  const asked = errands.map((errand) => ({ ...errand, followUpId: world.ids.next<FollowUpId>() }));
  await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    await saveErrands(transaction, owner, asked, now);
  });
  await composeDrafts(world, owner);
}
