/** Connected accounts as their pages show them: what was listed, stored and left out, how old each cursor is, what waits. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { type ConnectedAccount, findConnected, listConnected } from "../accounts.ts";
import { type KnownCalendar, loadCalendars } from "../calendars.ts";
import type { Connection } from "../database.ts";
import { type StoredStream, storedStream, streamsOf } from "../streams.ts";
import { type AdminWaitSeen, readAdminWaits } from "./admin-waits.ts";

export type AccountSeen = ConnectedAccount & {
  messages: number;
  events: number;
  cards: number;
  /** The oldest of its streams' last successes; undefined while one of them was never read to its end. */
  currentAsOf: Instant | undefined;
  waiting: number;
  deadLetters: number;
  /** It reads the past still. */
  isFilling: boolean;
};

export type StreamSeen = StoredStream & {
  listed: number;
  stored: number;
  gone: number;
  counted: number | undefined;
  because: string | undefined;
  resyncs: number;
  foundLate: number;
  skipped: { because: string; count: number; example: string | undefined }[];
};

export type DeadLetter = { ref: string; because: string | undefined; attempts: number; listedAt: Instant };

export type AccountDetail = {
  account: AccountSeen;
  streams: StreamSeen[];
  calendars: (KnownCalendar & { unreadableSince: Instant | undefined; because: string | undefined })[];
  deadLetters: DeadLetter[];
  /** While an administrator must allow that it is connected again. */
  adminWait: AdminWaitSeen | undefined;
};

const deadLettersShown = 50;

export async function readAccounts(connection: Connection, owner: OwnerId): Promise<AccountSeen[]> {
  const accounts = await listConnected(connection, owner);
  return Promise.all(accounts.map((account) => seen(connection, owner, account)));
}

export async function readAccount(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
): Promise<AccountDetail | undefined> {
  const found = await findConnected(connection, owner, accountId);
  if (found === undefined || found.state === "closed") return undefined;
  const [account, streams, calendars, deadLetters, waits] = await Promise.all([
    seen(connection, owner, found),
    readStreams(connection, owner, accountId),
    readCalendars(connection, owner, accountId),
    readDeadLetters(connection, owner, accountId),
    readAdminWaits(connection, owner),
  ]);
  const adminWait = waits.find((wait) => wait.accountId === accountId);
  return { account, streams, calendars, deadLetters, adminWait };
}

async function seen(connection: Connection, owner: OwnerId, account: ConnectedAccount): Promise<AccountSeen> {
  const { accountId } = account;
  const { rows } = await sql<
    Omit<AccountSeen, keyof ConnectedAccount | "currentAsOf"> & { current: Instant | null; unread: number }
  >`
    select
      (select count(*)::int from message_place where owner_id = ${owner} and account_id = ${accountId}) as messages,
      (select count(*)::int from event where owner_id = ${owner} and account_id = ${accountId}) as events,
      (select count(*)::int from card where owner_id = ${owner} and account_id = ${accountId}) as cards,
      (select min(succeeded_at) from stream where owner_id = ${owner} and account_id = ${accountId} and kind = 'fresh' and state <> 'off') as current,
      (select count(*)::int from stream where owner_id = ${owner} and account_id = ${accountId} and kind = 'fresh' and state <> 'off' and succeeded_at is null) as unread,
      (select count(*)::int from scan_item where owner_id = ${owner} and account_id = ${accountId} and state = 'waiting') as waiting,
      (select count(*)::int from scan_item where owner_id = ${owner} and account_id = ${accountId} and state = 'dead') as "deadLetters",
      exists (select from stream where owner_id = ${owner} and account_id = ${accountId} and kind = 'past' and state not in ('over', 'off')) as "isFilling"
  `.execute(connection);
  const { current, unread, ...counts } = rows[0]!;
  return { ...account, ...counts, currentAsOf: unread > 0 ? undefined : (current ?? undefined) };
}

async function readStreams(connection: Connection, owner: OwnerId, accountId: AccountId): Promise<StreamSeen[]> {
  const rows = await streamsOf(connection, owner, accountId).execute();
  const skipped = await connection
    .selectFrom("stream_skipped")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .orderBy("count", "desc")
    .orderBy("because")
    .execute();
  return rows.map((row) => ({
    ...storedStream(row),
    listed: row.listed,
    stored: row.stored,
    gone: row.gone,
    counted: row.counted ?? undefined,
    because: row.because ?? undefined,
    resyncs: row.resyncs,
    foundLate: row.found_late,
    skipped: skipped
      .filter((one) => one.noun === row.noun && one.name === row.name)
      .map(({ because, count, example }) => ({ because, count, example: example ?? undefined })),
  }));
}

async function readCalendars(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
): Promise<AccountDetail["calendars"]> {
  const known = await loadCalendars(connection, owner, accountId);
  const rows = await connection
    .selectFrom("calendar")
    .select(["name", "unreadable_since", "because"])
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .execute();
  const byRef = new Map(rows.map((row) => [row.name, row]));
  return known.map((calendar) => ({
    ...calendar,
    unreadableSince: byRef.get(calendar.ref)?.unreadable_since ?? undefined,
    because: byRef.get(calendar.ref)?.because ?? undefined,
  }));
}

async function readDeadLetters(connection: Connection, owner: OwnerId, accountId: AccountId): Promise<DeadLetter[]> {
  const rows = await connection
    .selectFrom("scan_item")
    .select(["ref", "because", "attempts", "listed_at"])
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .where("state", "=", "dead")
    .orderBy("listed_at")
    .orderBy("ref")
    .limit(deadLettersShown)
    .execute();
  return rows.map(({ ref, because, attempts, listed_at }) => ({
    ref,
    because: because ?? undefined,
    attempts,
    listedAt: listed_at,
  }));
}
