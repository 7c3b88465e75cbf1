/** The owner answers why they met somebody, or that no reason is needed (R3). The letters are completed at once. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { saveWhy } from "../../store/contacts.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

export async function answerWhy(
  world: World,
  owner: OwnerId,
  contact: ContactId,
  answer: { why: string } | "waived",
): Promise<"done" | "unknown"> {
  const known = await saveWhy(world.database, owner, contact, answer);
  if (!known) return "unknown";
  await composeDrafts(world, owner);
  return "done";
}
