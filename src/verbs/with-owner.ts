/** What most verbs begin and end with: the installation opened, its owner and their zone found, everything closed again. */
import { readConfig } from "../config.ts";
import type { Clock } from "../domain/clock.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Zone } from "../domain/time.ts";
import { ownerOf, ownerZone } from "../flows/owner-of.ts";
import type { World } from "../flows/world.ts";
import { type Installation, openInstallation } from "../installation.ts";

export type Opened = { installation: Installation; world: World; owner: OwnerId; zone: Zone };

/** Lines about things that take time go to stderr, so that stdout holds the answer alone; with `isJson` there are none. */
export async function withOwner(
  name: string,
  isJson: boolean,
  work: (opened: Opened) => Promise<number>,
  clock?: Clock,
): Promise<number> {
  return withInstallation(name, isJson, async (installation) => {
    const { world } = installation;
    const { ownerId } = await ownerOf(world);
    return work({ installation, world, owner: ownerId, zone: await ownerZone(world, ownerId) });
  }, clock);
}

export async function withInstallation(
  name: string,
  isJson: boolean,
  work: (installation: Installation) => Promise<number>,
  clock?: Clock,
): Promise<number> {
  const config = { ...readConfig(), ...(isJson && { LOG_LEVEL: "error" as const }) };
  const say = isJson ? () => undefined : (line: string) => console.error(line);
  const installation = await openInstallation(config, { name, poolMax: 2, say, ...(clock !== undefined && { clock }) });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
