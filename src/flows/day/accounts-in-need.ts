/** Connected accounts that need their owner, for the round of the day. */
import { accountItem } from "../../domain/day/account-item.ts";
import type { DayItem } from "../../domain/day/item.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { listConnected } from "../../store/accounts.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export async function accountsInNeed(
  { database }: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
): Promise<DayItem[]> {
  const accounts = await listConnected(database, owner);
  return accounts.flatMap(({ state, because, accessEndsOn, accountId, provider, address }) => {
    if (state === "closing" || state === "closed") return [];
    const need = {
      accountId,
      provider,
      address,
      state,
      ...(because !== undefined && { because }),
      ...(accessEndsOn !== undefined && { accessEndsOn }),
    };
    const item = accountItem(need, policy, now);
    return item === undefined ? [] : [item];
  });
}
