/** Finds out which addresses are the owner's, unless the owner has said so. */
import { inferOwner, isSentLabel } from "../../domain/contact/owner.ts";
import { dominantZone } from "../../domain/contact/owner-zone.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../../store/database.ts";
import { eventZones, messageLabels, ownerEvidence } from "../../store/evidence.ts";
import { readOwner } from "../../store/owner-read.ts";
import {
  type DatedZoneRow,
  saveInferredAddresses,
  saveInferredOwner,
  setZone,
  sinceEver,
  zoneOfComputer,
  zoneOfEvents,
} from "../../store/owners.ts";
import type { World } from "../world.ts";

/** When nothing is plain enough, the candidates are kept as `possible`. */
export async function inferOwnerAddresses(world: World, owner: OwnerId): Promise<void> {
  await world.database.transaction().execute(async (transaction) => {
    const { addresses: before, zones } = await readOwner(transaction, owner, world.clock.now());
    const said = before.filter(({ standing }) => standing === "said");
    const evidence = await ownerEvidence(
      transaction,
      owner,
      (await messageLabels(transaction, owner)).filter(isSentLabel),
    );
    const mine = new Set(said.map(({ address }) => address));
    let sure: boolean | undefined;
    if (said.length === 0) {
      const refused = new Set(before.filter(({ standing }) => standing === "refused").map(({ address }) => address));
      const guess = inferOwner({
        ...evidence,
        sightings: evidence.sightings.filter(({ address }) => !refused.has(address)),
      });
      sure = guess.sure;
      const standing = sure ? "inferred" : "possible";
      await saveInferredAddresses(
        transaction,
        owner,
        guess.addresses.map((one) => ({ ...one, standing })),
      );
      if (sure) for (const { address } of guess.addresses) mine.add(address);
    }
    const name = evidence.sightings.find(
      (one) => mine.has(one.address) && one.name !== undefined && !one.name.includes("@"),
    )?.name;
    await saveInferredOwner(transaction, owner, { name, sure });
    await inferZone(transaction, owner, zones);
  });
}

/** The owner's zone is that of most of their events, as long as nobody said anything better than what this computer shows. */
async function inferZone(transaction: Connection, owner: OwnerId, known: readonly DatedZoneRow[]): Promise<void> {
  if (known.some(({ because }) => because !== zoneOfComputer && because !== zoneOfEvents)) return;
  const found = dominantZone(await eventZones(transaction, owner));
  if (found !== undefined) await setZone(transaction, owner, sinceEver, found, zoneOfEvents);
}
