/**
 * The registrations of this installation at the providers, entered on a page: sealed under a data key of their own. What the
 * environment gives outranks them.
 */
import { z } from "zod";
import type { Instant } from "../domain/time.ts";
import type { Connection, Database } from "./database.ts";
import type { Keyring, WrappedKeyStore } from "./keys.ts";
import type { OauthClientTable } from "./tables.ts";

type Provider = OauthClientTable["provider"];

const client = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).exactOptional(),
  tenant: z.string().min(1).exactOptional(),
});
export type StoredClient = z.output<typeof client>;

export type ClientStanding = {
  /** Its access ends after seven days (Google's Testing), as whoever set it up said. */
  isTesting: boolean;
  wrongSetting: string | undefined;
  because: string | undefined;
  setAt: Instant;
  /** Somebody signed in with it. */
  provenAt: Instant | undefined;
};

const keyAad = (provider: Provider) => `oauth_client/${provider}/key`;
const clientAad = (provider: Provider) => `oauth_client/${provider}/client`;

export async function saveClient(
  connection: Connection,
  keyring: Keyring,
  provider: Provider,
  { client: wanted, isTesting, at }: { client: StoredClient; isTesting: boolean; at: Instant },
): Promise<void> {
  const dataKey = Buffer.from(keyring.newDataKey(keyAad(provider)));
  const plain = new TextEncoder().encode(JSON.stringify(client.parse(wanted)));
  const sealed = Buffer.from(keyring.dataBox(dataKey, keyAad(provider)).seal(plain, clientAad(provider)));
  const row = {
    data_key: dataKey,
    sealed,
    is_testing: isTesting,
    wrong_setting: null,
    because: null,
    set_at: at,
    proven_at: null,
  };
  await connection
    .insertInto("oauth_client")
    .values({ provider, ...row })
    .onConflict((conflict) => conflict.column("provider").doUpdateSet(row))
    .execute();
}

export async function findClient(
  connection: Connection,
  keyring: Keyring,
  provider: Provider,
): Promise<{ client: StoredClient; standing: ClientStanding } | undefined> {
  const row = await connection
    .selectFrom("oauth_client")
    .selectAll()
    .where("provider", "=", provider)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const opened = keyring.dataBox(row.data_key, keyAad(provider)).open(row.sealed, clientAad(provider));
  return {
    client: client.parse(JSON.parse(new TextDecoder().decode(opened))),
    standing: {
      isTesting: row.is_testing,
      wrongSetting: row.wrong_setting ?? undefined,
      because: row.because ?? undefined,
      setAt: row.set_at,
      provenAt: row.proven_at ?? undefined,
    },
  };
}

/** What a try to sign in said of it: that it works, or what is wrong. */
export async function noteClientTry(
  connection: Connection,
  provider: Provider,
  outcome: { provenAt: Instant } | { wrongSetting: string; because: string },
): Promise<void> {
  await connection
    .updateTable("oauth_client")
    .set(
      "provenAt" in outcome
        ? { proven_at: outcome.provenAt, wrong_setting: null, because: null }
        : { wrong_setting: outcome.wrongSetting, because: outcome.because },
    )
    .where("provider", "=", provider)
    .execute();
}

/** Their data keys, for the rotation of master keys. */
export const wrappedClientKeys = (database: Database): WrappedKeyStore => ({
  async page(after, limit) {
    const rows = await database
      .selectFrom("oauth_client")
      .select(["provider", "data_key"])
      .where("provider", ">", (after ?? "") as Provider)
      .orderBy("provider")
      .limit(limit)
      .execute();
    return rows.map(({ provider, data_key }) => ({ id: provider, wrapped: data_key, aad: keyAad(provider) }));
  },
  async replace(id, before, afterwards) {
    const { numUpdatedRows } = await database
      .updateTable("oauth_client")
      .set({ data_key: Buffer.from(afterwards) })
      .where("provider", "=", id as Provider)
      .where("data_key", "=", Buffer.from(before))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },
});
