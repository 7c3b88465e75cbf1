/**
 * Tokens of accounts, sealed under a data key of the account that the master key wraps (what integrations/sign-in.ts asks for
 * as TokenVault). They are renewed by one process at a time, under a lease and not in a transaction.
 */
import { sql } from "kysely";
import { z } from "zod";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import { after, type Instant } from "../domain/time.ts";
import type { Connection, Database } from "./database.ts";
import type { Keyring, WrappedKeyStore } from "./keys.ts";

export type Tokens = { accessToken: string; accessEndsAt: Instant; refreshToken?: string; scopes: readonly string[] };
type Key = { ownerId: OwnerId; accountId: AccountId };

const stored = z.object({
  accessToken: z.string(),
  accessEndsAt: z.string().transform((text) => text as Instant),
  refreshToken: z.string().exactOptional(),
  scopes: z.array(z.string()),
});

const keyAad = ({ ownerId, accountId }: Key) => `account_token/${ownerId}/${accountId}/key`;
const tokensAad = ({ ownerId, accountId }: Key) => `account_token/${ownerId}/${accountId}/tokens`;

/** Replaces what the account had: it was connected, now or again. */
export async function saveTokens(
  connection: Connection,
  keyring: Keyring,
  key: Key,
  tokens: Tokens,
  at: Instant,
): Promise<void> {
  const dataKey = Buffer.from(keyring.newDataKey(keyAad(key)));
  const row = {
    data_key: dataKey,
    sealed: seal(keyring, key, dataKey, tokens),
    access_ends_at: tokens.accessEndsAt,
    granted_at: at,
    renewed_at: at,
    lease_until: null,
  };
  await connection
    .insertInto("account_token")
    .values({ owner_id: key.ownerId, account_id: key.accountId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(["owner_id", "account_id"])
        .doUpdateSet({ ...row, version: sql<number>`account_token.version + 1` }),
    )
    .execute();
}

export async function removeTokens(connection: Connection, { ownerId, accountId }: Key): Promise<void> {
  await connection
    .deleteFrom("account_token")
    .where("owner_id", "=", ownerId)
    .where("account_id", "=", accountId)
    .execute();
}

export type VaultWorld = {
  database: Database;
  keyring(): Promise<Keyring>;
  /** Real time: leases. */
  wall(): Instant;
  sleep(milliseconds: number): Promise<void>;
};

const leaseSeconds = 45;
const askAgainMs = 150;

export function openVault(world: VaultWorld) {
  const { database, wall, sleep } = world;
  return {
    read: async (key: Key): Promise<Tokens | undefined> => (await readRow(world, key))?.tokens,

    async renew(key: Key, stale: string, refresh: (tokens: Tokens) => Promise<Tokens>): Promise<Tokens | undefined> {
      for (;;) {
        const row = await readRow(world, key);
        if (row === undefined || row.tokens.accessToken !== stale) return row?.tokens;
        if (!(await takeLease(database, key, row.version, wall()))) {
          await sleep(askAgainMs);
          continue;
        }
        try {
          const renewed = { ...row.tokens, ...(await refresh(row.tokens)) };
          const sealed = seal(await world.keyring(), key, row.dataKey, renewed);
          if (await replace(database, key, row.version, { sealed, accessEndsAt: renewed.accessEndsAt, at: wall() }))
            return renewed;
        } catch (error) {
          await giveBack(database, key, row.version);
          throw error;
        }
      }
    },
  };
}

/** Every data key of tokens, for the rotation of master keys. */
export const wrappedTokenKeys = (database: Database): WrappedKeyStore => ({
  async page(after, limit) {
    const { rows } = await sql<{ ownerId: OwnerId; accountId: AccountId; id: string; wrapped: Buffer }>`
      select owner_id as "ownerId", account_id as "accountId", owner_id || '/' || account_id as id, data_key as wrapped
      from account_token where (owner_id || '/' || account_id) > ${after ?? ""} order by 3 limit ${limit}
    `.execute(database);
    return rows.map(({ id, wrapped, ...key }) => ({ id, wrapped, aad: keyAad(key) }));
  },
  async replace(id, before, afterwards) {
    const [ownerId, accountId] = id.split("/") as [OwnerId, AccountId];
    const { numAffectedRows } = await sql`
      update account_token set data_key = ${Buffer.from(afterwards)}
      where owner_id = ${ownerId} and account_id = ${accountId} and data_key = ${Buffer.from(before)}
    `.execute(database);
    return numAffectedRows === 1n;
  },
});

const seal = (keyring: Keyring, key: Key, dataKey: Uint8Array, tokens: Tokens): Buffer =>
  Buffer.from(
    keyring.dataBox(dataKey, keyAad(key)).seal(new TextEncoder().encode(JSON.stringify(tokens)), tokensAad(key)),
  );

async function readRow({ database, keyring }: VaultWorld, key: Key) {
  const row = await database
    .selectFrom("account_token")
    .select(["data_key", "sealed", "version"])
    .where("owner_id", "=", key.ownerId)
    .where("account_id", "=", key.accountId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const opened = (await keyring()).dataBox(row.data_key, keyAad(key)).open(row.sealed, tokensAad(key));
  const tokens: Tokens = stored.parse(JSON.parse(new TextDecoder().decode(opened)));
  return { tokens, dataKey: row.data_key, version: row.version };
}

async function takeLease(database: Database, key: Key, version: number, wall: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update account_token set lease_until = ${after(wall, { seconds: leaseSeconds })}
    where owner_id = ${key.ownerId} and account_id = ${key.accountId} and version = ${version}
      and (lease_until is null or lease_until <= ${wall}::timestamptz)
  `.execute(database);
  return numAffectedRows === 1n;
}

async function replace(
  database: Database,
  key: Key,
  version: number,
  { sealed, accessEndsAt, at }: { sealed: Buffer; accessEndsAt: Instant; at: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update account_token set sealed = ${sealed}, access_ends_at = ${accessEndsAt}, renewed_at = ${at}, lease_until = null,
      version = version + 1
    where owner_id = ${key.ownerId} and account_id = ${key.accountId} and version = ${version}
  `.execute(database);
  return numAffectedRows === 1n;
}

const giveBack = (database: Database, key: Key, version: number) =>
  sql`update account_token set lease_until = null
    where owner_id = ${key.ownerId} and account_id = ${key.accountId} and version = ${version}`.execute(database);
