/** After something was read or said: who is who, what happened, what is due, and the letters for it, in this order. */
import type { OwnerId } from "../domain/ids.ts";
import { derived, imported, refreshStatistics } from "../store/statistics.ts";
import { composeDrafts } from "./compose-drafts.ts";
import { decideOwnersFollowUps } from "./decide-follow-ups.ts";
import { type Discovered, discoverPeople } from "./discover.ts";
import { readTexts } from "./read-texts.ts";
import { relateContacts } from "./relate.ts";
import type { World } from "./world.ts";

export type Refreshed = Discovered & { due: number; planned: number; drafts: number };

export async function refresh(
  world: World,
  owner: OwnerId,
  signal: AbortSignal = new AbortController().signal,
): Promise<Refreshed> {
  await refreshStatistics(world.database, imported);
  const discovered = await discoverPeople(world, owner);
  await refreshStatistics(world.database, derived);
  await relateContacts(world, owner);
  await refreshStatistics(world.database, ["interaction"]);
  await readTexts(world, owner, signal);
  const { due, planned } = await decideOwnersFollowUps(world, owner);
  const { composed } = await composeDrafts(world, owner);
  return { ...discovered, due, planned, drafts: composed };
}
