/** Notifications that providers were asked to send: one row each, found by the token that they bring. */
import { sql } from "kysely";
import type { AccountId, ChannelId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type Channel = {
  channelId: ChannelId;
  noun: "mail" | "calendar";
  name: string;
  ref: string | undefined;
  resourceRef: string | undefined;
  state: "making" | "live" | "failed" | "stopping";
  openedAt: Instant | undefined;
  endsAt: Instant | undefined;
};

export async function loadChannels(connection: Connection, owner: OwnerId, account: AccountId): Promise<Channel[]> {
  const rows = await connection
    .selectFrom("push_channel")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .orderBy("noun")
    .orderBy("name")
    .orderBy("channel_id")
    .execute();
  return rows.map((row) => ({
    channelId: row.channel_id,
    noun: row.noun,
    name: row.name,
    ref: row.ref ?? undefined,
    resourceRef: row.resource_ref ?? undefined,
    state: row.state,
    openedAt: row.opened_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
  }));
}

/** Stands before the provider is asked, because its first notification may come before its answer. */
export async function addChannel(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  channel: Pick<Channel, "channelId" | "noun" | "name"> & { tokenHash: Buffer },
): Promise<void> {
  await connection
    .insertInto("push_channel")
    .values({
      owner_id: owner,
      account_id: account,
      channel_id: channel.channelId,
      noun: channel.noun,
      name: channel.name,
      token_hash: channel.tokenHash,
      state: "making",
    })
    .execute();
}

export async function changeChannel(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  channelId: ChannelId,
  change: { state: Channel["state"]; because?: string } & Partial<{
    ref: string;
    resourceRef: string;
    openedAt: Instant;
    endsAt: Instant;
  }>,
): Promise<void> {
  const { state, because, ref, resourceRef, openedAt, endsAt } = change;
  await connection
    .updateTable("push_channel")
    .set({
      state,
      because: because ?? null,
      ...(ref !== undefined && { ref }),
      ...(resourceRef !== undefined && { resource_ref: resourceRef }),
      ...(openedAt !== undefined && { opened_at: openedAt }),
      ...(endsAt !== undefined && { ends_at: endsAt }),
    })
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("channel_id", "=", channelId)
    .execute();
}

export async function removeChannel(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  channelId: ChannelId,
): Promise<void> {
  await connection
    .deleteFrom("push_channel")
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("channel_id", "=", channelId)
    .execute();
}

export type TokensChannel = {
  ownerId: OwnerId;
  accountId: AccountId;
  channelId: ChannelId;
  noun: Channel["noun"];
  ref: string | undefined;
};

/**
 * Whose channel has this token. Nobody who asks is known by anything but it: its hash is looked up, so that the time that this
 * takes tells nothing of how near a wrong one came.
 */
export async function channelOfToken(
  connection: Connection,
  provider: "google" | "microsoft",
  tokenHash: Buffer,
): Promise<TokensChannel | undefined> {
  const { rows } = await sql<TokensChannel & { ref: string | null }>`
    select owner_id as "ownerId", account_id as "accountId", channel_id as "channelId", noun, ref
    from push_channel join account using (owner_id, account_id)
    where token_hash = ${tokenHash} and account.provider = ${provider} and account.state = 'open'
  `.execute(connection);
  const [found] = rows;
  return found && { ...found, ref: found.ref ?? undefined };
}

/** Accounts with that address whose mail is watched; the address is a provider's proven word. */
export async function watchedMailboxes(
  connection: Connection,
  provider: "google" | "microsoft",
  address: string,
): Promise<TokensChannel[]> {
  const { rows } = await sql<TokensChannel & { ref: string | null }>`
    select owner_id as "ownerId", account_id as "accountId", channel_id as "channelId", noun, ref
    from push_channel join account using (owner_id, account_id)
    where noun = 'mail' and account.provider = ${provider} and account.address = ${address} and account.state = 'open'
    order by owner_id, account_id, channel_id
  `.execute(connection);
  return rows.map((row) => ({ ...row, ref: row.ref ?? undefined }));
}

export async function noteTold(connection: Connection, { ownerId, channelId }: TokensChannel, at: Instant) {
  await connection
    .updateTable("push_channel")
    .set({ told_at: at })
    .where("owner_id", "=", ownerId)
    .where("channel_id", "=", channelId)
    .execute();
}

/** Whether every stream of a noun that is read for what is new has a channel that lives. */
export async function isPushed(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  noun: Channel["noun"],
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ pushed: boolean }>`
    select count(*) > 0 and bool_and(exists (
      select from push_channel channel where channel.owner_id = stream.owner_id and channel.account_id = stream.account_id
        and channel.noun = stream.noun and channel.name = case when ${noun} = 'mail' then 'mail' else stream.name end
        and channel.state = 'live' and channel.ends_at > ${now})) as pushed
    from stream where owner_id = ${owner} and account_id = ${account} and noun = ${noun} and kind = 'fresh' and state <> 'off'
  `.execute(connection);
  return rows[0]?.pushed === true;
}
