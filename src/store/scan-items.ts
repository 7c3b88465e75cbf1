/**
 * The durable inbox of an account: messages that a stream listed and whose headers are still to be read (S2). An item leaves it
 * in the transaction that stores its message. What cannot be read is tried again, and at last stays as a dead letter that the
 * owner sees and may replay.
 */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type ScanItem = { ref: string; stream: string; attempts: number };

/** Puts them in, unless they are there or their message is known. Says how many are new. */
export async function addScanItems(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  items: { stream: string; refs: readonly string[]; rank: number; at: Instant },
): Promise<number> {
  if (items.refs.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    insert into scan_item (owner_id, account_id, ref, stream, state, rank, listed_at, try_at)
    select ${owner}, ${account}, ref, ${items.stream}, 'waiting', ${items.rank}, ${items.at}, ${items.at}
    from unnest(${[...new Set(items.refs)]}::text[]) as ref
    where not exists (select from message_place place
      where place.owner_id = ${owner} and place.account_id = ${account} and place.ref = ref.ref)
    on conflict (owner_id, account_id, ref) do update set rank = least(scan_item.rank, excluded.rank)
      where scan_item.rank > excluded.rank
  `.execute(connection);
  return Number(numAffectedRows);
}

/** Those that may be tried now, fresh mail before the past; of one rank in the order in which they were listed. */
export async function nextScanItems(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  { now, max }: { now: Instant; max: number },
): Promise<ScanItem[]> {
  return connection
    .selectFrom("scan_item")
    .select(["ref", "stream", "attempts"])
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("state", "=", "waiting")
    .where("try_at", "<=", now)
    .orderBy("rank")
    .orderBy("try_at")
    .orderBy("ref")
    .limit(max)
    .execute();
}

/** Done with: stored, gone, or left out. Gives those that were still there; the others somebody else settled. */
export async function dropScanItems(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  refs: readonly string[],
): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    delete from scan_item where owner_id = ${owner} and account_id = ${account} and ref = any(${[...refs]}::text[]) returning ref
  `.execute(connection);
  return new Set(rows.map(({ ref }) => ref));
}

/** Tried in vain: again at `tryAt`, or dead without it. */
export async function failScanItems(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  failed: readonly { ref: string; because: string; tryAt: Instant | undefined }[],
): Promise<void> {
  if (failed.length === 0) return;
  const rows = failed.map(({ ref, because, tryAt }) => ({ ref, because, try_at: tryAt ?? null }));
  await sql`
    update scan_item set attempts = attempts + 1, because = row.because, try_at = coalesce(row.try_at, scan_item.try_at),
      state = case when row.try_at is null then 'dead' else 'waiting' end
    from json_to_recordset(${rowsParameter(rows)}) as row (ref text, because text, try_at timestamptz)
    where owner_id = ${owner} and account_id = ${account} and scan_item.ref = row.ref
  `.execute(connection);
}

/** Dead letters are tried once more from now on. Says how many. */
export async function replayDeadLetters(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  now: Instant,
): Promise<number> {
  const { numUpdatedRows } = await connection
    .updateTable("scan_item")
    .set({ state: "waiting", attempts: 0, try_at: now })
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("state", "=", "dead")
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** How many wait, and when the first of those that wait for a later try may go. */
export async function scanItemsWaiting(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  now: Instant,
): Promise<{ ready: number; nextTryAt: Instant | undefined }> {
  const { rows } = await sql<{ ready: number; next: Instant | null }>`
    select count(*) filter (where try_at <= ${now})::int as ready, min(try_at) filter (where try_at > ${now}) as next
    from scan_item where owner_id = ${owner} and account_id = ${account} and state = 'waiting'
  `.execute(connection);
  return { ready: rows[0]?.ready ?? 0, nextTryAt: rows[0]?.next ?? undefined };
}
