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

/** What was typed behind the verb, as far as it matters here; `owner` is a name to sign in with. */
export type OwnersValues = { owner?: string | undefined; json?: boolean | undefined };

export const withOwner = (
  verb: string,
  { owner: name, json }: OwnersValues,
  work: (opened: Opened) => Promise<number>,
): Promise<number> =>
  withInstallation(verb, json === true, async ({ world }) => {
    const owner = await chosenOwner(world, name);
    return work({ world, owner, zone: await ownerZone(world, owner) });
  });

/** Who was named, else that of RAPPORT_OWNER, else the only one. Throws UsageError, which lists the names, when that is nobody. */
export async function chosenOwner(world: World, typed: string | undefined): Promise<OwnerId> {
  const name = typed ?? readConfig().RAPPORT_OWNER;
  const { ownerId, names } = await ownerNamed(world, name);
  if (ownerId !== undefined) return ownerId;
  const source = typed === undefined ? "RAPPORT_OWNER" : "--owner";
  if (names.length === 0)
    throw new UsageError(`Nobody at home signs in by a name yet: leave ${source} out, and the only owner is meant.`);
  throw new UsageError(
    name === undefined
      ? `Several owners are at home: say whose things with --owner NAME, or RAPPORT_OWNER: ${names.join(", ")}.`
      : `Nobody at home signs in as ${name} (${source}). At home: ${names.join(", ")}.`,
  );
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
