/** The owner says how they sign. The letters that waited for it are completed at once. */
import type { OwnerId } from "../domain/ids.ts";
import { sayName } from "../store/owners.ts";
import { composeDrafts } from "./compose-drafts.ts";
import type { World } from "./world.ts";

export async function nameOwner(world: World, owner: OwnerId, name: string): Promise<void> {
  await sayName(world.database, owner, name);
  await composeDrafts(world, owner);
}
