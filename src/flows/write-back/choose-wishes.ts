/** What the owner lets Rapport write into an account. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { ProviderAccount } from "../../integrations/provider.ts";
import { type ConnectedAccount, findConnected, saveWishes } from "../../store/accounts.ts";
import type { InTransaction } from "../../store/database.ts";
import { switchStreams } from "../../store/streams.ts";
import { setTimer } from "../../store/timers.ts";
import { retryRefused } from "../../store/written.ts";
import type { World } from "../world.ts";
import { writeBackTimer } from "./write-back-timer.ts";

export const writeWishes = ["drafts", "contacts", "tasks", "holds"] as const;
export type WriteWish = (typeof writeWishes)[number];

/** What was granted is enough for these. */
export async function possibleWishes(
  world: World,
  owner: OwnerId,
  { accountId, provider, scopes }: Pick<ConnectedAccount, "accountId" | "provider" | "scopes">,
): Promise<WriteWish[]> {
  const opened = await world.openAccount({ ownerId: owner, accountId, provider, scopes, isInteractive: true });
  return writeWishes.filter((wish) => partFor(opened, wish) !== undefined);
}

const partFor = ({ mail, people, tasks, calendar }: ProviderAccount, wish: WriteWish): object | undefined =>
  ({ drafts: mail?.drafts, contacts: people?.write, tasks, holds: calendar?.write })[wish];

/** Those that are not granted are left out. False when there is no such account. */
export async function chooseWishes(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  wished: readonly WriteWish[],
): Promise<boolean> {
  const account = await findConnected(world.database, owner, accountId);
  if (account?.state !== "open") return false;
  const wishes = (await possibleWishes(world, owner, account)).filter((one) => wished.includes(one));
  const now = world.clock.now();
  await world.database
    .transaction()
    .execute((transaction) => keepWishes(transaction, owner, accountId, { wishes, now }));
  await world.nudge({ job: "write_back", ownerId: owner, subjectId: accountId });
  return true;
}

/** From now on these are written there, and nothing else. */
export async function keepWishes(
  transaction: InTransaction,
  owner: OwnerId,
  accountId: AccountId,
  { wishes, now }: { wishes: readonly WriteWish[]; now: Instant },
): Promise<void> {
  await saveWishes(transaction, owner, accountId, wishes);
  const hears = wishes.includes("tasks");
  await switchStreams(transaction, owner, accountId, "tasks", {
    on: hears ? ["tasks"] : [],
    off: hears ? [] : ["tasks"],
  });
  // Also when nothing is wished any more: drafts that stand there are taken away.
  await setTimer(transaction, owner, writeBackTimer(accountId), now);
}

/** What the provider did not take is tried once more. Says how much. */
export async function tryRefusedAgain(world: World, owner: OwnerId, accountId: AccountId): Promise<number> {
  const now = world.clock.now();
  const count = await world.database.transaction().execute(async (transaction) => {
    const retried = await retryRefused(transaction, owner, accountId, now);
    if (retried > 0) await setTimer(transaction, owner, writeBackTimer(accountId), now);
    return retried;
  });
  if (count > 0) await world.nudge({ job: "write_back", ownerId: owner, subjectId: accountId });
  return count;
}
