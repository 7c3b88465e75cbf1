/** Opens the sample: invented people whose last day is today, imported through the same path as any export. */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import type { World } from "../world.ts";
import { beginImport } from "./begin-import.ts";

export async function trySample(world: World, owner: OwnerId): Promise<{ importId: ImportId }> {
  const path = await world.makeSample(world.clock.now());
  const { importId } = await beginImport(world, owner, { path, name: "The sample", keptByUs: true });
  return { importId };
}
