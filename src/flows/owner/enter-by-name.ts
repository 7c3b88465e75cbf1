/** Signing in where several people are at home: by name and passphrase. */
import type { OwnerId } from "../../domain/ids.ts";
import { readSignInName } from "../../domain/sign-in-name.ts";
import { countNamed, ownerByName } from "../../store/owner-roles.ts";
import type { World } from "../world.ts";
import { checkPassphrase } from "./passphrase.ts";

/** From the second owner on nobody enters without signing in, at this computer neither. */
export const isShared = async ({ database }: World): Promise<boolean> => (await countNamed(database)) > 1;

/** Undefined alike, and after the same work, for a name of nobody and for a passphrase that is not theirs. */
export async function ownerEntering(
  world: World,
  { name, passphrase }: { name: string; passphrase: string },
): Promise<OwnerId | undefined> {
  const read = readSignInName(name);
  const owner = read && (await ownerByName(world.database, read));
  return (await checkPassphrase(world, owner, passphrase)) ? owner : undefined;
}
