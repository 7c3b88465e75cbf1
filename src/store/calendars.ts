/** The calendars of connected accounts: which there are, which count, and since when one cannot be read. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type KnownCalendar = {
  accountId: AccountId;
  /** As its provider knows it. */
  ref: string;
  title: string;
  isMain: boolean;
  mayWrite: boolean;
  /** Counts for free time and people. */
  isChosen: boolean;
};

/** Makes those that are new, counted when they are shown at the provider; of known ones the owner's choice stands. */
export async function saveListedCalendars(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  listed: readonly { ref: string; name: string; isMain: boolean; mayWrite: boolean; isShown: boolean }[],
): Promise<void> {
  const rows = listed.map(({ ref, name, isMain, mayWrite, isShown }) => ({
    ref,
    title: name,
    is_main: isMain,
    may_write: mayWrite,
    is_chosen: isShown || isMain,
  }));
  await sql`
    insert into calendar (owner_id, account_id, name, title, is_main, may_write, is_chosen)
    select ${owner}, ${account}, ref, title, is_main, may_write, is_chosen
    from json_to_recordset(${rowsParameter(rows)}) as row (ref text, title text, is_main boolean, may_write boolean, is_chosen boolean)
    on conflict (owner_id, account_id, name) do update set title = excluded.title, is_main = excluded.is_main, may_write = excluded.may_write
  `.execute(connection);
  await sql`
    delete from calendar where owner_id = ${owner} and account_id = ${account} and name <> all(${listed.map(({ ref }) => ref)}::text[])
  `.execute(connection);
}

/** When the provider was last asked which calendars there are; undefined when it is to be asked at once. */
export async function calendarsListedAt(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
): Promise<Instant | undefined> {
  const row = await connection
    .selectFrom("account")
    .select("calendars_listed_at")
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .executeTakeFirst();
  return row?.calendars_listed_at ?? undefined;
}

export async function noteCalendarsListed(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  at: Instant | undefined,
): Promise<void> {
  await connection
    .updateTable("account")
    .set({ calendars_listed_at: at ?? null })
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .execute();
}

export async function loadCalendars(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
): Promise<KnownCalendar[]> {
  const rows = await connection
    .selectFrom("calendar")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .orderBy("is_main", "desc")
    .orderBy("title")
    .orderBy("name")
    .execute();
  return rows.map(({ account_id, name, title, is_main, may_write, is_chosen }) => ({
    accountId: account_id,
    ref: name,
    title: title ?? name,
    isMain: is_main,
    mayWrite: may_write,
    isChosen: is_chosen,
  }));
}

/** The owner's word on which calendars count. */
export async function chooseCalendars(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  chosen: readonly string[],
): Promise<void> {
  await sql`
    update calendar set is_chosen = name = any(${[...chosen]}::text[])
    where owner_id = ${owner} and account_id = ${account}
  `.execute(connection);
}

/** What stood in calendars that do not count any more is no evidence and takes no time. */
export async function removeEventsOf(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  calendars: readonly string[],
): Promise<void> {
  if (calendars.length === 0) return;
  await sql`delete from event where owner_id = ${owner} and account_id = ${account} and calendar = any(${[...calendars]}::text[])`.execute(
    connection,
  );
}

/** From its first failure on; forgotten when it can be read again. */
export async function noteReadable(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  ref: string,
  trouble: { because: string; at: Instant } | undefined,
): Promise<void> {
  await sql`
    update calendar set unreadable_since = ${trouble === undefined ? null : sql`coalesce(unreadable_since, ${trouble.at}::timestamptz)`},
      because = ${trouble?.because ?? null}
    where owner_id = ${owner} and account_id = ${account} and name = ${ref}
  `.execute(connection);
}

/**
 * Chosen calendars of which nobody knows what stands in them: unreadable since `before`, never read to the end yet, or of an
 * account that waits for its owner. All of their time counts as taken (Q1).
 */
export async function unknownCalendars(
  connection: Connection,
  owner: OwnerId,
  before: Instant,
): Promise<{ ref: string; title: string; because: string }[]> {
  const { rows } = await sql<{ ref: string; title: string; because: string }>`
    select calendar.name as ref, calendar.title,
      coalesce(account.because, calendar.because, case when stream.succeeded_at is null then 'it is being read for the first time' end,
        'it was not read for a while') as because
    from calendar join account using (owner_id, account_id)
      left join stream on stream.owner_id = calendar.owner_id and stream.account_id = calendar.account_id
        and stream.noun = 'calendar' and stream.name = calendar.name
    where calendar.owner_id = ${owner} and account.provider <> 'archive' and account.state in ('open', 'reconnect') and calendar.is_chosen
      and (stream.cursor is null or stream.succeeded_at < ${before}::timestamptz)
    order by calendar.account_id, calendar.name
  `.execute(connection);
  return rows;
}
