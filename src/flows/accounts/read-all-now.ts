/** Everything new of all accounts that work, now. */
import type { OwnerId } from "../../domain/ids.ts";
import { listConnected } from "../../store/accounts.ts";
import type { World } from "../world.ts";
import { readNow } from "./change-account.ts";

export async function readAllNow(world: World, owner: OwnerId): Promise<void> {
  for (const { accountId, state } of await listConnected(world.database, owner))
    if (state === "open") await readNow(world, owner, accountId);
}
