/** Sends the owner to a provider to connect an account, or to connect one again. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import type { Wish } from "../../integrations/sign-in.ts";
import { findConnected } from "../../store/accounts.ts";
import { beginTry } from "../../store/sign-in-tries.ts";
import type { World } from "../world.ts";
import { clientOf } from "./client-of.ts";

const tryMinutes = 10;

/** `redirect` is the address that the provider sends them back to, as it is registered there. */
export async function beginSignIn(
  world: World,
  owner: OwnerId,
  {
    provider,
    redirect,
    wishes,
    accountId,
  }: { provider: Provider; redirect: string; wishes: readonly Wish[]; accountId?: AccountId },
): Promise<{ kind: "away"; url: string } | { kind: "no_client" } | { kind: "no_account" }> {
  const known = await clientOf(world, provider);
  if (known === undefined) return { kind: "no_client" };
  const account = accountId === undefined ? undefined : await findConnected(world.database, owner, accountId);
  if (accountId !== undefined && account?.provider !== provider) return { kind: "no_account" };
  const signIn = world.signIns[provider];
  const scopes = signIn.scopesFor(wishes);
  const { url, kept } = await signIn.begin(known.client, {
    redirect,
    scopes,
    ...(account !== undefined && { again: { address: account.address } }),
  });
  const now = world.wall.now();
  await beginTry(world.database, await world.keyring(), owner, {
    tryId: world.ids.next(),
    now,
    endsAt: after(now, { minutes: tryMinutes }),
    provider,
    kept,
    redirect,
    scopes,
    accountId,
  });
  return { kind: "away", url };
}
