/** What most verbs begin and end with: the installation opened, its owner and their zone found, everything closed again. */
import { readConfig } from "../config.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Zone } from "../domain/time.ts";
import { ownerOf, ownerZone } from "../flows/owner/owner-of.ts";
import type { World } from "../flows/world.ts";
import { type Installation, type Opening, openInstallation } from "../installation.ts";

export type Opened = { world: World; owner: OwnerId; zone: Zone };

export const withOwner = (name: string, isJson: boolean, work: (opened: Opened) => Promise<number>): Promise<number> =>
  withInstallation(name, isJson, async ({ world }) => {
    const { ownerId } = await ownerOf(world);
    return work({ world, owner: ownerId, zone: await ownerZone(world, ownerId) });
  });

/** Lines about things that take time go to stderr, so that stdout holds the answer alone; with `isJson` there are none. */
export async function withInstallation(
  name: string,
  isJson: boolean,
  work: (installation: Installation) => Promise<number>,
  opening: Pick<Opening, "schema"> = {},
): Promise<number> {
  const config = { ...readConfig(), LOG_LEVEL: "error" as const };
  const say = isJson ? () => undefined : (line: string) => console.error(line);
  const installation = await openInstallation(config, { name, poolMax: 2, say, ...opening });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
