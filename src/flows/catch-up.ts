/**
 * What a worker would have decided meanwhile, where none is running: the verbs of the command line show what was decided last,
 * and weeks may lie between two of them.
 */
import type { OwnerId } from "../domain/ids.ts";
import { before } from "../domain/time.ts";
import { followUp } from "./follow-up.ts";
import { nextDecisionAt } from "./next-decision.ts";
import type { World } from "./world.ts";

/** A worker that runs is not this late. */
const lateSeconds = 60;

export async function catchUp(world: World, owner: OwnerId): Promise<void> {
  const dueAt = await nextDecisionAt(world, owner);
  if (dueAt !== undefined && dueAt < before(world.clock.now(), { seconds: lateSeconds })) await followUp(world, owner);
}
