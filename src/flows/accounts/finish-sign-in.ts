/**
 * The owner comes back from a provider. Whose account it is is told by the provider's own key, never by the address, which may
 * pass to somebody else. What was granted is kept; what was not, the account does without.
 */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { addDays, dayIn, utc } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import { type Identity, SignInError, type SignInTrouble, type Tokens } from "../../integrations/sign-in.ts";
import { connectAccount, findByIdentity, findConnected, setAccountState } from "../../store/accounts.ts";
import { endAdminWait, saveAdminWait } from "../../store/admin-waits.ts";
import { noteClientTry } from "../../store/oauth-clients.ts";
import { lockOwner } from "../../store/owners.ts";
import { type SignInTryRow, takeTry } from "../../store/sign-in-tries.ts";
import { saveTokens } from "../../store/tokens.ts";
import { wakeLetters } from "../sending/stuck.ts";
import type { World } from "../world.ts";
import { keepWishes, possibleWishes } from "../write-back/choose-wishes.ts";
import { clientOf, type KnownClient } from "./client-of.ts";
import { tellOwnAddresses } from "./own-addresses.ts";
import { scanKinds, startScans } from "./scan-timers.ts";

/** Google takes access back after so many days while its consent screen is in Testing. */
export const testingDays = 7;

export type SignedIn =
  | { kind: "connected"; accountId: AccountId; isNew: boolean; missing: readonly Part[] }
  /** They came back with another account than the one that was to be connected again. */
  | { kind: "another_account"; wanted: string; came: string }
  | { kind: "trouble"; trouble: SignInTrouble; accountId: AccountId | undefined };

/** What an account may serve for; each needs scopes of its own. */
export type Part = "mail" | "drafts" | "calendar" | "people" | "tasks";

export async function finishSignIn(
  world: World,
  owner: OwnerId,
  { provider, back, signal }: { provider: Provider; back: URL; signal: AbortSignal },
): Promise<SignedIn> {
  const state = back.searchParams.get("state") ?? "";
  const begun = await takeTry(world.database, await world.keyring(), owner, { state, provider, now: world.wall.now() });
  if (begun === undefined)
    return stale("This way back was used before, is older than ten minutes, or was begun elsewhere.");
  const known = await clientOf(world, provider);
  if (known === undefined) return stale("The registration at the provider was removed meanwhile.");
  const signIn = world.signIns[provider];
  try {
    const { tokens, identity } = await signIn.finish(known.client, {
      redirect: begun.redirect,
      back,
      kept: begun.kept,
      signal,
    });
    const wanted = begun.accountId && (await findConnected(world.database, owner, begun.accountId));
    if (wanted !== undefined && wanted.identityKey !== identity.key) {
      await signIn.revoke(known.client, tokens, signal);
      return { kind: "another_account", wanted: wanted.address, came: identity.address };
    }
    return await connect(world, owner, provider, known, { tokens, identity, wished: begun.wishes });
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    await noteTrouble(world, owner, known, error.trouble, begun);
    return { kind: "trouble", trouble: error.trouble, accountId: begun.accountId };
  }
}

const stale = (because: string): SignedIn => ({
  kind: "trouble",
  trouble: { kind: "stale", because },
  accountId: undefined,
});

async function connect(
  world: World,
  owner: OwnerId,
  provider: Provider,
  known: KnownClient,
  { tokens, identity, wished }: { tokens: Tokens; identity: Identity; wished: readonly string[] },
): Promise<SignedIn> {
  const now = world.clock.now();
  const isTesting = known.from === "page" && known.standing.isTesting && provider === "google";
  const keyring = await world.keyring();
  const before = await findByIdentity(world.database, owner, provider, identity.key);
  const accountId = before?.accountId ?? world.ids.next<AccountId>();
  const possible = await possibleWishes(world, owner, { accountId, provider, scopes: tokens.scopes });
  const wishes = possible.filter((one) => wished.includes(one) || before?.wishes.includes(one));
  await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    await connectAccount(transaction, owner, {
      accountId,
      provider,
      identityKey: identity.key,
      address: identity.address,
      tenant: identity.tenant,
      scopes: tokens.scopes,
      accessEndsOn: isTesting ? addDays(dayIn(utc, now), testingDays) : undefined,
      at: now,
    });
    await saveTokens(transaction, keyring, { ownerId: owner, accountId }, tokens, world.wall.now());
    await tellOwnAddresses(transaction, owner);
    await startScans(transaction, owner, accountId, now);
    await wakeLetters(transaction, owner, accountId, now);
    if (wished.length > 0) await keepWishes(transaction, owner, accountId, { wishes, now });
    for (const waited of [accountId, undefined])
      await endAdminWait(transaction, owner, { provider, accountId: waited });
    if (known.from === "page") await noteClientTry(transaction, provider, { provenAt: now });
  });
  for (const job of [...scanKinds, ...(wishes.length > 0 ? ["write_back"] : [])])
    await world.nudge({ job, ownerId: owner, subjectId: accountId });
  const missing = await missingParts(world, owner, accountId, provider, tokens.scopes);
  return { kind: "connected", accountId, isNew: before === undefined, missing };
}

/** What the granted scopes do not serve for. */
export async function missingParts(
  world: World,
  ownerId: OwnerId,
  accountId: AccountId,
  provider: Provider,
  scopes: readonly string[],
): Promise<Part[]> {
  const opened = await world.openAccount({ ownerId, accountId, provider, scopes, isInteractive: true });
  const parts: Record<Part, unknown> = {
    mail: opened.mail,
    drafts: opened.mail?.drafts,
    calendar: opened.calendar,
    people: opened.people,
    tasks: opened.tasks,
  };
  return (Object.keys(parts) as Part[]).filter((part) => parts[part] === undefined);
}

/** A registration that is wrong says so on its page; what waits for an administrator says so until it is connected. */
async function noteTrouble(
  world: World,
  owner: OwnerId,
  known: KnownClient,
  trouble: SignInTrouble,
  { provider, accountId, wishes }: SignInTryRow,
): Promise<void> {
  const { because } = trouble;
  if (trouble.kind === "wrong_setting" && known.from === "page")
    await noteClientTry(world.database, provider, { wrongSetting: trouble.setting, because });
  if (trouble.kind === "needs_admin")
    await world.database.transaction().execute(async (transaction) => {
      const wait = { provider, accountId, because, link: trouble.link, wishes, since: world.clock.now() };
      await saveAdminWait(transaction, owner, wait);
      const states = { from: ["open", "reconnect"], to: "waiting_admin", because } as const;
      if (accountId !== undefined) await setAccountState(transaction, owner, accountId, states);
    });
}
