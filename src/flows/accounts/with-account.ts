/** Work on a connected account: opened, and what its provider says about signing in kept as the account's state. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { ProviderAccount } from "../../integrations/provider.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { type ConnectedAccount, findConnected, setAccountState } from "../../store/accounts.ts";
import type { World } from "../world.ts";

/**
 * Undefined when there is nothing to work on: the account is closed, or waits for its owner. When the provider wants them to
 * sign in again (S8), the account says so from then on, and nothing of it runs until they have. Other trouble is thrown.
 */
export async function withAccount<Result>(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  work: (opened: ProviderAccount, account: ConnectedAccount) => Promise<Result>,
  { isInteractive = false }: { isInteractive?: boolean } = {},
): Promise<Result | undefined> {
  const account = await findConnected(world.database, owner, accountId);
  if (account?.state !== "open") return undefined;
  const { provider, scopes } = account;
  try {
    const opened = await world.openAccount({ ownerId: owner, accountId, provider, scopes, isInteractive });
    return await work(opened, account);
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind !== "sign_in_again") throw error;
    const { because } = error.trouble;
    await setAccountState(world.database, owner, accountId, { from: ["open"], to: "reconnect", because });
    world.log.warn({ ownerId: owner, accountId, because }, "an account must be connected again");
    return undefined;
  }
}
