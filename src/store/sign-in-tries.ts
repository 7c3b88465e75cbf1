/** Sign-ins on their way: found by the hash of their state, good for one use until they end; verifier and nonce are sealed. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import type { Keyring } from "./keys.ts";
import type { OauthClientTable } from "./tables.ts";

type Provider = OauthClientTable["provider"];

const keptShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type KeptTry = z.output<typeof keptShape>;

export type SignInTryRow = {
  provider: Provider;
  kept: KeptTry;
  redirect: string;
  /** What the owner ticked, to be written there once it is granted. */
  wishes: readonly string[];
  /** Of a reconnection. */
  accountId: AccountId | undefined;
};

const hashOf = (state: string): Buffer => createHash("sha256").update(state).digest();
const aadOf = (owner: OwnerId, id: string): string => `sign_in_try/${owner}/${id}`;

/** Those that ended before go with it. */
export async function beginTry(
  connection: Connection,
  keyring: Keyring,
  owner: OwnerId,
  {
    tryId,
    now,
    endsAt,
    provider,
    kept,
    redirect,
    wishes,
    accountId,
  }: SignInTryRow & { tryId: string; now: Instant; endsAt: Instant },
): Promise<void> {
  await connection.deleteFrom("sign_in_try").where("owner_id", "=", owner).where("ends_at", "<=", now).execute();
  await connection
    .insertInto("sign_in_try")
    .values({
      owner_id: owner,
      try_id: tryId,
      state_hash: hashOf(kept.state),
      provider,
      sealed: Buffer.from(keyring.seal(new TextEncoder().encode(JSON.stringify(kept)), aadOf(owner, tryId))),
      redirect,
      wishes: [...wishes],
      account_id: accountId ?? null,
      ends_at: endsAt,
    })
    .execute();
}

/** Takes it away: undefined when there is none, it ended, or somebody came back with it before. */
export async function takeTry(
  connection: Connection,
  keyring: Keyring,
  owner: OwnerId,
  { state, provider, now }: { state: string; provider: Provider; now: Instant },
): Promise<SignInTryRow | undefined> {
  const row = await connection
    .deleteFrom("sign_in_try")
    .where("owner_id", "=", owner)
    .where("state_hash", "=", hashOf(state))
    .where("provider", "=", provider)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined || row.ends_at <= now) return undefined;
  const opened = keyring.open(row.sealed, aadOf(owner, row.try_id));
  return {
    provider,
    kept: keptShape.parse(JSON.parse(new TextDecoder().decode(opened))),
    redirect: row.redirect,
    wishes: row.wishes,
    accountId: row.account_id ?? undefined,
  };
}
