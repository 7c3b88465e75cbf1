/** Sends the owner to a provider to connect an account, or to connect one again. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import { wishes as ofScopes, type Wish } from "../../integrations/sign-in.ts";
import { findConnected } from "../../store/accounts.ts";
import { beginTry } from "../../store/sign-in-tries.ts";
import type { World } from "../world.ts";
import type { WriteWish } from "../write-back/choose-wishes.ts";
import { clientOf } from "./client-of.ts";

const tryMinutes = 10;

/**
 * `redirect` is the address that the provider sends them back to, as it is registered there. What is wished is written into the
 * account once it is granted; `permissions` are asked for alone. What an account was granted before is asked for again.
 */
export async function beginSignIn(
  world: World,
  owner: OwnerId,
  {
    provider,
    redirect,
    wishes,
    permissions = [],
    accountId,
  }: {
    provider: Provider;
    redirect: string;
    wishes: readonly WriteWish[];
    permissions?: readonly Wish[];
    accountId?: AccountId;
  },
): Promise<{ kind: "away"; url: string } | { kind: "no_client" } | { kind: "no_account" }> {
  const known = await clientOf(world, provider);
  if (known === undefined) return { kind: "no_client" };
  const account = accountId === undefined ? undefined : await findConnected(world.database, owner, accountId);
  if (accountId !== undefined && account?.provider !== provider) return { kind: "no_account" };
  const signIn = world.signIns[provider];
  const wished = [...permissions, ...wishes];
  const asked = signIn.scopesFor(ofScopes.filter((one) => wished.includes(one)));
  const { url, kept } = await signIn.begin(known.client, {
    redirect,
    scopes: [...new Set([...asked, ...(account?.scopes ?? [])])],
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
    wishes,
    accountId,
  });
  return { kind: "away", url };
}
