/** What most verbs begin and end with: the installation opened, its owner and their zone found, everything closed again. */
import { readConfig } from "../config.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Zone } from "../domain/time.ts";
import { ownerNamed } from "../flows/owner/owner-named.ts";
import { ownerZone } from "../flows/owner/owner-of.ts";
import type { World } from "../flows/world.ts";
import { type Installation, type Opening, openInstallation } from "../installation.ts";
import { UsageError } from "./usage.ts";

export type Opened = { world: World; owner: OwnerId; zone: Zone };

export const withOwner = (name: string, isJson: boolean, work: (opened: Opened) => Promise<number>): Promise<number> =>
  withInstallation(name, isJson, async ({ world }) => {
    const owner = await chosenOwner(world);
    return work({ world, owner, zone: await ownerZone(world, owner) });
  });

/** The only one, or that of RAPPORT_OWNER. Throws UsageError, which lists the names, when that is nobody. */
export async function chosenOwner(world: World): Promise<OwnerId> {
  const { RAPPORT_OWNER: name } = readConfig();
  const { ownerId, names } = await ownerNamed(world, name);
  if (ownerId !== undefined) return ownerId;
  if (names.length === 0)
    throw new UsageError(
      "Nobody at home signs in by a name yet: leave RAPPORT_OWNER out, and the only owner is meant.",
    );
  const trouble = name === undefined ? "Several owners are at home" : `Nobody at home signs in as ${name}`;
  throw new UsageError(`${trouble}: set RAPPORT_OWNER to one of ${names.join(", ")}.`);
}

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
