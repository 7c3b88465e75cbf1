/** The owner answers why they met somebody, or that no reason is needed (R3). The letters are completed at once. */
import { isClause } from "../../domain/contact/why-met.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { saveWhy } from "../../store/contacts.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

/** clause: a sentence cannot stand where letters name the reason, and nothing was saved. */
export async function answerWhy(
  world: World,
  owner: OwnerId,
  contact: ContactId,
  answer: { why: string } | "waived",
): Promise<"done" | "clause" | "unknown"> {
  if (answer !== "waived" && isClause(answer.why)) return "clause";
  const known = await saveWhy(world.database, owner, contact, answer);
  if (!known) return "unknown";
  await composeDrafts(world, owner);
  return "done";
}
