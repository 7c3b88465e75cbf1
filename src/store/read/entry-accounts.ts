/** Connected accounts that open their owner's pages, of all owners: whoever comes in is not known yet. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";
import type { AccountTable } from "../tables.ts";

type Provider = Exclude<AccountTable["provider"], "archive">;

/**
 * Connected, and chosen to open the pages. Where nothing was chosen, the accounts of an owner without a passphrase do: whoever sits at
 * their browser needs nothing more. Where there is one, a browser left open must not be enough to let an account of somebody else in.
 */
const opensPages = sql<boolean>`(account.state not in ('closing', 'closed')
  and coalesce(
    (select jsonb_exists(value->'accounts', account.account_id::text) from setting
      where setting.owner_id = account.owner_id and name = 'entry'),
    exists (select from owner whose where whose.owner_id = account.owner_id and whose.passphrase_hash is null))
  and not exists (select from erasure where erasure.owner_id = account.owner_id))`;

export type EntryAccount = { accountId: AccountId; provider: Provider; address: string; opens: boolean };

/** The owner's connected accounts, in the order in which they were connected. */
export async function entryAccounts(connection: Connection, owner: OwnerId): Promise<EntryAccount[]> {
  const rows = await connection
    .selectFrom("account")
    .select(["account_id", "provider", "address", opensPages.as("opens")])
    .where("owner_id", "=", owner)
    .where("state", "not in", ["closing", "closed"])
    .orderBy("created_at")
    .orderBy("account_id")
    .execute();
  return rows.flatMap(({ account_id, provider, address, opens }) =>
    provider === "archive" || address === null ? [] : [{ accountId: account_id, provider, address, opens }],
  );
}

/** Whether one of them opens the owner's pages. */
export const hasEntryAccount = async (connection: Connection, owner: OwnerId): Promise<boolean> =>
  (await entryAccounts(connection, owner)).some(({ opens }) => opens);

/** At most two: one is the owner, two are one too many. */
export async function ownersOfIdentity(
  connection: Connection,
  provider: Provider,
  identityKey: string,
): Promise<OwnerId[]> {
  const rows = await connection
    .selectFrom("account")
    .select("owner_id")
    .distinct()
    .where("provider", "=", provider)
    .where("identity_key", "=", identityKey)
    .where(opensPages)
    .orderBy("owner_id")
    .limit(2)
    .execute();
  return rows.map(({ owner_id }) => owner_id);
}

export async function connectedProviders(connection: Connection): Promise<Provider[]> {
  const rows = await connection
    .selectFrom("account")
    .select("provider")
    .distinct()
    .where("provider", "<>", "archive")
    .where(opensPages)
    .orderBy("provider")
    .execute();
  return rows.flatMap(({ provider }) => (provider === "archive" ? [] : [provider]));
}
