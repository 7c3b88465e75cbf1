/** Names that only the owner can give: their own, as they sign, and how they greet a person. Letters are completed at once. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { saveGreeting } from "../../store/contacts.ts";
import { sayName } from "../../store/owners.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

export async function sayOwnerName(world: World, owner: OwnerId, name: string): Promise<void> {
  await sayName(world.database, owner, name);
  await composeDrafts(world, owner);
}

export async function sayGreeting(
  world: World,
  owner: OwnerId,
  contact: ContactId,
  name: string,
): Promise<"done" | "unknown"> {
  const known = await saveGreeting(world.database, owner, contact, name);
  if (!known) return "unknown";
  await composeDrafts(world, owner);
  return "done";
}
