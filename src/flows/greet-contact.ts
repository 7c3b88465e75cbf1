/** The owner says how they greet a person whose first name could not be told. The letter is completed at once. */
import type { ContactId, OwnerId } from "../domain/ids.ts";
import { saveGreeting } from "../store/contacts.ts";
import { composeDrafts } from "./compose-drafts.ts";
import type { World } from "./world.ts";

export async function greetContact(world: World, owner: OwnerId, contact: ContactId, name: string): Promise<"done" | "unknown"> {
  const known = await saveGreeting(world.database, owner, contact, name);
  if (!known) return "unknown";
  await composeDrafts(world, owner);
  return "done";
}
