/**
 * Takes an account off: access is given back to the provider, then everything that came from it alone is erased. What the owner
 * said of people stays, and what also came from a file or from another account. It may be stopped and goes on by itself.
 */
import type { AccountId, OwnerId, SessionId } from "../../domain/ids.ts";
import { SignInError } from "../../integrations/sign-in.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { type ConnectedAccount, findConnected, setAccountState } from "../../store/accounts.ts";
import { endAdminWait } from "../../store/admin-waits.ts";
import { eraseScanned, eraseStreams } from "../../store/erase-account.ts";
import { lockOwner } from "../../store/owners.ts";
import { entryAccounts } from "../../store/read/entry-accounts.ts";
import { removeSessions } from "../../store/sessions.ts";
import { finishTimer, setTimer } from "../../store/timers.ts";
import { removeTokens } from "../../store/tokens.ts";
import { closeChannels } from "../push/keep-channels.ts";
import type { World } from "../world.ts";
import { clientOf } from "./client-of.ts";
import { tellOwnAddresses } from "./own-addresses.ts";
import { stopScans } from "./scan-timers.ts";

const closeTimer = (accountId: AccountId) => ({ kind: "close_account", subjectId: accountId });

/**
 * From now on nothing of it is read or written. Where it opened the owner's pages every session is signed out but the one it was
 * done in: whoever came in by it is out. False when there is no such account.
 */
export async function disconnectAccount(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  but?: SessionId,
): Promise<boolean> {
  const isClosing = await world.database.transaction().execute(async (transaction) => {
    const from = ["open", "reconnect", "waiting_admin"] as const;
    const opened = (await entryAccounts(transaction, owner)).some((one) => one.accountId === accountId && one.opens);
    if (!(await setAccountState(transaction, owner, accountId, { from, to: "closing" }))) return false;
    if (opened) await removeSessions(transaction, owner, but);
    await stopScans(transaction, owner, accountId);
    const account = await findConnected(transaction, owner, accountId);
    if (account !== undefined) await endAdminWait(transaction, owner, account);
    await setTimer(transaction, owner, closeTimer(accountId), world.clock.now());
    return true;
  });
  if (isClosing) await world.nudge({ job: "close_account", ownerId: owner, subjectId: accountId });
  return isClosing;
}

/** What `disconnectAccount` began. */
export async function closeAccount(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  signal: AbortSignal,
): Promise<void> {
  const account = await findConnected(world.database, owner, accountId);
  if (account?.state !== "closing") return;
  await leaveProvider(world, owner, account, signal);
  for (;;) {
    if (signal.aborted) return;
    const erased = await world.database
      .transaction()
      .execute((transaction) => eraseScanned(transaction, owner, accountId));
    if (erased === 0) break;
  }
  await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    await eraseStreams(transaction, owner, accountId);
    await setAccountState(transaction, owner, accountId, { from: ["closing"], to: "closed" });
    await tellOwnAddresses(transaction, owner);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    await finishTimer(transaction, owner, closeTimer(accountId));
  });
  await world.nudge({ job: "discover", ownerId: owner });
}

/** Notifications end, and access is given back; the tokens are gone here whatever the provider answers. */
export async function leaveProvider(
  world: World,
  owner: OwnerId,
  account: ConnectedAccount,
  signal: AbortSignal,
): Promise<void> {
  await stopPush(world, owner, account, signal);
  await giveBack(world, owner, account.accountId, account.provider, signal);
}

async function stopPush(world: World, owner: OwnerId, account: ConnectedAccount, signal: AbortSignal): Promise<void> {
  const { accountId, provider, scopes } = account;
  const opening = { ownerId: owner, accountId, provider, scopes, isInteractive: false };
  const { push } = await world.openAccount(opening);
  try {
    if (push !== undefined) await closeChannels(world, owner, accountId, { push, provider }, signal);
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    world.log.warn({ ownerId: owner, accountId, err: error }, "notifications go on until they end by themselves");
  }
}

/** A provider that does not answer keeps nobody from leaving: the tokens are gone here in any case. */
async function giveBack(
  world: World,
  ownerId: OwnerId,
  accountId: AccountId,
  provider: "google" | "microsoft",
  signal: AbortSignal,
): Promise<void> {
  const known = await clientOf(world, provider);
  const tokens = await world.vault.read({ ownerId, accountId, provider });
  if (known !== undefined && tokens !== undefined) {
    try {
      await world.signIns[provider].revoke(known.client, tokens, signal);
    } catch (error) {
      if (!(error instanceof TroubleError || error instanceof SignInError)) throw error;
      world.log.warn({ ownerId, accountId, err: error }, "access could not be given back to the provider");
    }
  }
  await removeTokens(world.database, { ownerId, accountId });
}
