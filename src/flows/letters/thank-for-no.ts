/** Whether a few words of thanks are drafted when somebody says no (R21): off until the owner wishes it, and never forced. */
import type { OwnerId } from "../../domain/ids.ts";
import { followUp } from "../follow-up.ts";
import { changePolicy } from "../owner/change-policy.ts";
import type { World } from "../world.ts";

export async function thankForNo(world: World, owner: OwnerId, isNoThanked: boolean): Promise<void> {
  await changePolicy(world, owner, "letters", { isNoThanked });
  await followUp(world, owner);
}
