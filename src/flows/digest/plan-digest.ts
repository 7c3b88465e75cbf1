/** When the next digest is made: a timer, as long as the owner wants one and an account may send it. */
import { nextDigestAt } from "../../domain/day/digest-time.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { dropTimer, findTimer, setTimer } from "../../store/timers.ts";
import { writingAccounts } from "../accounts/account-for.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export const digestTimer = (owner: OwnerId) => ({ kind: "send_digest", subjectId: owner });

/** Leaves a timer that stands as it is. */
export async function planDigest(world: World, owner: OwnerId): Promise<void> {
  if ((await findTimer(world.database, owner, digestTimer(owner))) !== undefined) return;
  const at = await digestDueAt(world, owner);
  if (at !== undefined) await setTimer(world.database, owner, digestTimer(owner), at);
}

/** After the owner changed when it comes, or whether. */
export async function planDigestAnew(world: World, owner: OwnerId): Promise<void> {
  const at = await digestDueAt(world, owner);
  if (at !== undefined) await setTimer(world.database, owner, digestTimer(owner), at);
  else await dropTimer(world.database, owner, digestTimer(owner));
}

async function digestDueAt(world: World, owner: OwnerId): Promise<Instant | undefined> {
  if ((await writingAccounts(world, owner)).length === 0) return undefined;
  const policy = await policyOf(world, owner);
  return policy.day.isDigestOn ? nextDigestAt(policy, world.clock.now()) : undefined;
}
