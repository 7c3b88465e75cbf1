/** Finds out which addresses are the owner's, unless the owner has said so. */
import { inferOwner, isSentLabel } from "../../domain/contact/owner.ts";
import { dominantZone } from "../../domain/contact/owner-zone.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../../store/database.ts";
import { eventZones, messageLabels, ownerEvidence } from "../../store/evidence.ts";
import {
  type OwnerAddress,
  ownerAddresses,
  saveInferredAddresses,
  setAddressesSure,
  setInferredName,
  setZone,
  sinceEver,
  zoneOfComputer,
  zoneOfEvents,
  zones,
} from "../../store/owners.ts";
import type { World } from "../world.ts";

export type KnownOwner = { addresses: readonly OwnerAddress[]; sure: boolean };

/** The owner's addresses: `said` or `inferred`; when nothing is plain enough, `sure` is false and the candidates are `possible`. */
export async function inferOwnerAddresses(world: World, owner: OwnerId): Promise<KnownOwner> {
  return world.database.transaction().execute(async (transaction) => {
    const before = await ownerAddresses(transaction, owner);
    const said = before.filter(({ standing }) => standing === "said");
    const evidence = await ownerEvidence(
      transaction,
      owner,
      (await messageLabels(transaction, owner)).filter(isSentLabel),
    );
    const mine = new Set(said.map(({ address }) => address));
    if (said.length === 0) {
      const refused = new Set(before.filter(({ standing }) => standing === "refused").map(({ address }) => address));
      const guess = inferOwner({
        ...evidence,
        sightings: evidence.sightings.filter(({ address }) => !refused.has(address)),
      });
      await saveInferredAddresses(
        transaction,
        owner,
        guess.addresses.map((one) => ({ ...one, standing: guess.sure ? "inferred" : "possible" })),
      );
      await setAddressesSure(transaction, owner, guess.sure);
      if (guess.sure) for (const { address } of guess.addresses) mine.add(address);
    }
    const name = evidence.sightings.find(
      (one) => mine.has(one.address) && one.name !== undefined && !one.name.includes("@"),
    )?.name;
    await setInferredName(transaction, owner, name);
    await inferZone(transaction, owner);
    const addresses = (await ownerAddresses(transaction, owner)).filter(({ standing }) => standing !== "refused");
    return { addresses, sure: mine.size > 0 };
  });
}

/** The owner's zone is that of most of their events, as long as nobody said anything better than what this computer shows. */
async function inferZone(transaction: Connection, owner: OwnerId): Promise<void> {
  const known = await zones(transaction, owner);
  if (known.some(({ because }) => because !== zoneOfComputer && because !== zoneOfEvents)) return;
  const found = dominantZone(await eventZones(transaction, owner));
  if (found !== undefined) await setZone(transaction, owner, sinceEver, found, zoneOfEvents);
}
