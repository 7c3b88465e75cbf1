/** Asks an account, once a week, under which other addresses it sends and gets mail. */
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import { saveAliases } from "../../store/accounts.ts";
import { lockOwner } from "../../store/owners.ts";
import { moveTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { tellOwnAddresses } from "./own-addresses.ts";
import { discoverSoon, scanTimer } from "./scan-timers.ts";
import { withAccount } from "./with-account.ts";

const againDays = 7;

/** Where they changed everything is read by them from now on, what was read before too. False when the account is not open. */
export async function readProfile(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  signal: AbortSignal,
): Promise<boolean> {
  const read = await withAccount(world, owner, accountId, async (opened, { address }) => {
    const profile = await opened.profile(signal);
    const main = normaliseAddress(address);
    const aliases = profile.aliases.flatMap((text) => normaliseAddress(text) ?? []).filter((one) => one !== main);
    const now = world.clock.now();
    await world.database.transaction().execute(async (transaction) => {
      await lockOwner(transaction, owner);
      if (await saveAliases(transaction, owner, accountId, aliases)) {
        await tellOwnAddresses(transaction, owner);
        await discoverSoon(transaction, owner, now);
      }
      await moveTimer(transaction, owner, scanTimer("read_profile", accountId), after(now, { days: againDays }));
    });
    return true;
  });
  return read === true;
}
