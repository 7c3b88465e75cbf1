/** The owner that this home works for. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { dayIn, type Zone } from "../../domain/time.ts";
import {
  archiveAccount,
  findOwner,
  lockOwners,
  makeOwner,
  type Owner,
  setZone,
  sinceEver,
  zoneOfComputer,
  zones,
} from "../../store/owners.ts";
import type { World } from "../world.ts";

/** The first owner; made on first use, also when several processes ask at once. */
export async function ownerOf(world: World): Promise<Owner> {
  const known = await findOwner(world.database);
  if (known !== undefined) return known;
  return world.database.transaction().execute(async (transaction) => {
    await lockOwners(transaction);
    const made = await findOwner(transaction);
    if (made !== undefined) return made;
    const ownerId = world.ids.next<OwnerId>();
    await makeOwner(transaction, { ownerId, locale: "en", at: world.wall.now() });
    await setZone(transaction, ownerId, sinceEver, world.hostZone, zoneOfComputer);
    return (await findOwner(transaction))!;
  });
}

/** The zone the owner lives in at this moment. */
export async function ownerZone(world: World, owner: OwnerId): Promise<Zone> {
  const rows = await zones(world.database, owner);
  const first = rows[0]?.zone ?? world.hostZone;
  const today = dayIn(first, world.clock.now());
  return rows.findLast(({ from }) => from <= today)?.zone ?? first;
}

/** The account that stands for all export files of an owner. */
export const exportFilesAccount = (world: World, owner: OwnerId): Promise<AccountId> =>
  archiveAccount(world.database, owner, { accountId: world.ids.next(), at: world.wall.now() });
