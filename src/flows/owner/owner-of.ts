/** The owner that this home works for. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { dayIn, type Instant, type Zone } from "../../domain/time.ts";
import {
  archiveAccount,
  type DatedZoneRow,
  findOwner,
  lockOwners,
  makeOwner,
  type Owner,
  setZone,
  sinceEver,
  zoneOfComputer,
  zones,
} from "../../store/owners.ts";
import type { OwnerRole } from "../../store/tables.ts";
import type { World, WorldInside } from "../world.ts";

/** The first owner; made on first use, also when several processes ask at once. */
export async function ownerOf(world: World): Promise<Owner> {
  const known = await findOwner(world.database);
  if (known !== undefined) return known;
  return world.database.transaction().execute(async (transaction) => {
    await lockOwners(transaction);
    const made = await findOwner(transaction);
    if (made !== undefined) return made;
    await freshOwner({ ...world, database: transaction });
    return (await findOwner(transaction))!;
  });
}

/** An owner of whom nothing is known yet; the first of a home looks after it. */
export async function freshOwner(inside: WorldInside, role: OwnerRole = "operator"): Promise<OwnerId> {
  const ownerId = inside.ids.next<OwnerId>();
  await makeOwner(inside.database, { ownerId, locale: "en", at: inside.wall.now(), role });
  await setZone(inside.database, ownerId, sinceEver, inside.hostZone, zoneOfComputer);
  return ownerId;
}

/** The zone the owner lives in at this moment. */
export async function ownerZone(world: World, owner: OwnerId): Promise<Zone> {
  return zoneOn(await zones(world.database, owner), world.hostZone, world.clock.now());
}

/** Of a dated list by its first days; `otherwise` where there is none. */
export function zoneOn(dated: readonly DatedZoneRow[], otherwise: Zone, at: Instant): Zone {
  const first = dated[0]?.zone ?? otherwise;
  const today = dayIn(first, at);
  return dated.findLast(({ from }) => from <= today)?.zone ?? first;
}

/** The account that stands for all export files of an owner. */
export const exportFilesAccount = (world: World, owner: OwnerId): Promise<AccountId> =>
  archiveAccount(world.database, owner, { accountId: world.ids.next(), at: world.wall.now() });
