/**
 * Looks for the people whom the owner needs to meet among everybody seen (R4): in mail, in the calendar, in imports. Looked
 * for anew each time, so that an undone import takes its find back; the day of the first find stays. Nothing is written to
 * anybody because of it.
 */
import { findWanted, type WantedAppeared } from "../../domain/contact/wanted.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../../store/database.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { newestMessageFrom, sightings } from "../../store/sightings.ts";
import { loadWanted, saveAppeared } from "../../store/wanted.ts";
import { ownAddressesOf } from "../discover.ts";
import type { World } from "../world.ts";

export async function lookForWanted(world: World, owner: OwnerId): Promise<{ appeared: number }> {
  const { database } = world;
  const wanted = await loadWanted(database, owner);
  if (wanted.length === 0) return { appeared: 0 };
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const all = findWanted(wanted, await sightings(database, owner, mine));
  for (const one of wanted) {
    const found = all.get(one.id);
    const before = one.appeared;
    if (found !== undefined) {
      const isSame = before !== undefined && whoIs(before) === whoIs(found);
      const at = isSame ? before.at : world.clock.now();
      await saveAppeared(database, owner, one.id, { ...(await withMessage(database, owner, found)), at });
    } else if (before !== undefined) await saveAppeared(database, owner, one.id, undefined);
  }
  return { appeared: all.size };
}

const whoIs = ({ sighting }: WantedAppeared): string | undefined =>
  sighting.contactId ?? sighting.address ?? sighting.name;

/** A letter is named by its id, so that the alert can lead to it. */
async function withMessage(connection: Connection, owner: OwnerId, found: WantedAppeared): Promise<WantedAppeared> {
  const { address, seenIn } = found.sighting;
  if (seenIn.kind !== "message" || address === undefined) return found;
  const id = (await newestMessageFrom(connection, owner, address)) ?? seenIn.id;
  return { ...found, sighting: { ...found.sighting, seenIn: { kind: "message", id } } };
}
