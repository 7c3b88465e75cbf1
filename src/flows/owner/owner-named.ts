/** Whose things a command is about: the only owner of a home, or the one that was named. */
import type { OwnerId } from "../../domain/ids.ts";
import { readSignInName } from "../../domain/sign-in-name.ts";
import { listOwners } from "../../store/owners.ts";
import type { World } from "../world.ts";
import { ownerOf } from "./owner-of.ts";

/** Undefined: nobody is called so, or several are at home and none was named; `names` are those to choose from. */
export async function ownerNamed(
  world: World,
  typed: string | undefined,
): Promise<{ ownerId: OwnerId | undefined; names: readonly string[] }> {
  const owners = await listOwners(world.database);
  const names = owners.flatMap(({ signInName }) => signInName ?? []);
  if (typed === undefined) return { ownerId: names.length > 1 ? undefined : (await ownerOf(world)).ownerId, names };
  const name = readSignInName(typed);
  return { ownerId: owners.find(({ signInName }) => name !== undefined && signInName === name)?.ownerId, names };
}
