/** Accounts: the archive of imports, and those connected at a provider. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import type { AccountTable } from "./tables.ts";

export type AccountState = AccountTable["state"];

export type ConnectedAccount = {
  accountId: AccountId;
  provider: "google" | "microsoft";
  /** As the owner calls it; its address at first. */
  name: string;
  address: string;
  identityKey: string;
  tenant: string | undefined;
  state: AccountState;
  /** Why it does not work, in words for the owner. */
  because: string | undefined;
  scopes: readonly string[];
  wishes: readonly string[];
  /** Beside `address`. */
  aliases: readonly string[];
  accessEndsOn: PlainDate | undefined;
  connectedAt: Instant;
};

export async function findConnected(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
): Promise<ConnectedAccount | undefined> {
  const row = await connected(connection, owner).where("account_id", "=", accountId).executeTakeFirst();
  return row && accountOf(row);
}

/** All that are not closed, the oldest first. */
export async function listConnected(connection: Connection, owner: OwnerId): Promise<ConnectedAccount[]> {
  const rows = await connected(connection, owner)
    .where("state", "<>", "closed")
    .orderBy("created_at")
    .orderBy("account_id")
    .execute();
  return rows.map(accountOf);
}

/** The account of an identity that is connected, or was and waits to be again. */
export async function findByIdentity(
  connection: Connection,
  owner: OwnerId,
  provider: ConnectedAccount["provider"],
  identityKey: string,
): Promise<ConnectedAccount | undefined> {
  const row = await connected(connection, owner)
    .where("provider", "=", provider)
    .where("identity_key", "=", identityKey)
    .where("state", "not in", ["closing", "closed"])
    .executeTakeFirst();
  return row && accountOf(row);
}

export type Connecting = {
  accountId: AccountId;
  provider: ConnectedAccount["provider"];
  identityKey: string;
  address: string;
  tenant: string | undefined;
  scopes: readonly string[];
  accessEndsOn: PlainDate | undefined;
  at: Instant;
};

/** Makes the account, or opens the one that there is again with what is granted now. */
export async function connectAccount(connection: Connection, owner: OwnerId, account: Connecting): Promise<void> {
  const standing = {
    address: account.address,
    tenant: account.tenant ?? null,
    scopes: [...account.scopes],
    state: "open" as const,
    because: null,
    access_ends_on: account.accessEndsOn ?? null,
    connected_at: account.at,
  };
  await connection
    .insertInto("account")
    .values({
      owner_id: owner,
      account_id: account.accountId,
      provider: account.provider,
      identity_key: account.identityKey,
      name: account.address,
      created_at: account.at,
      ...standing,
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "account_id"]).doUpdateSet(standing))
    .execute();
}

const connected = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("account").selectAll().where("owner_id", "=", owner).where("provider", "<>", "archive");

/** From one of these states to another; false when it was in none of them. Where `because` is left out there is none. */
export async function setAccountState(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
  change: { from: readonly AccountState[]; to: AccountState; because?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("account")
    .set({ state: change.to, because: change.because ?? null })
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .where("state", "in", [...change.from])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What the owner lets Rapport write there. */
export async function saveWishes(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
  wishes: readonly string[],
): Promise<void> {
  await connection
    .updateTable("account")
    .set({ wishes: [...wishes] })
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .execute();
}

/** The addresses beside the main one, lower-cased. False when they are known already. */
export async function saveAliases(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
  aliases: readonly string[],
): Promise<boolean> {
  const sorted = [...new Set(aliases)].sort();
  const { numUpdatedRows } = await connection
    .updateTable("account")
    .set({ aliases: sorted })
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .where(sql<boolean>`aliases is distinct from ${sorted}::text[]`)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many calendars of a provider this installation polls, over all owners: the provider's daily quota is shared (S3). */
export async function calendarsPolled(connection: Connection, provider: "google" | "microsoft"): Promise<number> {
  const { rows } = await sql<{ calendars: number }>`
    select count(*)::int as calendars from stream join account using (owner_id, account_id)
    where noun = 'calendar' and stream.state <> 'off' and account.state = 'open' and account.provider = ${provider}
  `.execute(connection);
  return rows[0]?.calendars ?? 0;
}

type Row = { [Column in keyof AccountTable]: unknown };

const accountOf = (row: Row): ConnectedAccount => ({
  accountId: row.account_id as AccountId,
  provider: row.provider as ConnectedAccount["provider"],
  name: row.name as string,
  address: (row.address ?? "") as string,
  identityKey: (row.identity_key ?? "") as string,
  tenant: (row.tenant ?? undefined) as string | undefined,
  state: row.state as AccountState,
  because: (row.because ?? undefined) as string | undefined,
  scopes: row.scopes as string[],
  wishes: row.wishes as string[],
  aliases: row.aliases as string[],
  accessEndsOn: (row.access_ends_on ?? undefined) as PlainDate | undefined,
  connectedAt: (row.connected_at ?? row.created_at) as Instant,
});
