/**
 * The streams of an account: how far each was read, what came of it, and why it stands still. The cursor moves in the
 * transaction that stores what lies between (S2), by compare-and-set, so of two readers at once one gives way.
 */
import { type Selectable, sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { StreamTable } from "./tables.ts";

export type Noun = StreamTable["noun"];

export type StoredStream = {
  noun: Noun;
  /** As the integration calls it; of a calendar, its ref there. */
  name: string;
  kind: StreamTable["kind"];
  state: StreamTable["state"];
  cursor: string | undefined;
  cursorAt: Instant | undefined;
  since: Instant | undefined;
  /** When it was last read to its end; undefined while its first reading runs. */
  succeededAt: Instant | undefined;
  /** When it was last listed from the start, or began to be listed anew to prove that nothing was missed. */
  relistedAt: Instant | undefined;
  version: number;
};

export type StreamKey = { noun: Noun; name: string };

/** Makes rows for streams that have none; the others stay as they are. */
export async function ensureStreams(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  noun: Noun,
  streams: readonly { name: string; kind: StreamTable["kind"]; since?: Instant }[],
): Promise<void> {
  if (streams.length === 0) return;
  await connection
    .insertInto("stream")
    .values(
      streams.map(({ name, kind, since }) => ({
        owner_id: owner,
        account_id: account,
        noun,
        name,
        kind,
        state: "waiting" as const,
        since: since ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of one noun, in a stable order; those that are off are left out. */
export async function loadStreams(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  noun: Noun,
): Promise<StoredStream[]> {
  const rows = await streamsOf(connection, owner, account).where("noun", "=", noun).execute();
  return rows.map(storedStream);
}

/** Those of an account that are not off, by noun, kind and name. */
export const streamsOf = (connection: Connection, owner: OwnerId, account: AccountId) =>
  connection
    .selectFrom("stream")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("state", "<>", "off")
    .orderBy("noun")
    .orderBy("kind")
    .orderBy("name");

export const storedStream = (row: Selectable<StreamTable>): StoredStream => ({
  noun: row.noun,
  name: row.name,
  kind: row.kind,
  state: row.state,
  cursor: row.cursor ?? undefined,
  cursorAt: row.cursor_at ?? undefined,
  since: row.since ?? undefined,
  succeededAt: row.succeeded_at ?? undefined,
  relistedAt: row.relisted_at ?? undefined,
  version: row.version,
});

export type PageCounts = { listed: number; stored: number; gone: number };

/** The stream as it stands after the page, or undefined when somebody else moved it meanwhile: then the page must not be kept. */
export async function advanceStream(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  stream: StoredStream,
  step: { cursor: string; at: Instant; state: StreamTable["state"]; counts: PageCounts },
): Promise<StoredStream | undefined> {
  const isAtEnd = step.state !== "reading";
  const { numAffectedRows } = await sql`
    update stream set cursor = ${step.cursor}, cursor_at = ${step.at}, state = ${step.state}, version = version + 1,
      listed = listed + ${step.counts.listed}, stored = stored + ${step.counts.stored}, gone = gone + ${step.counts.gone},
      tried_at = ${step.at}, succeeded_at = case when ${isAtEnd} then ${step.at}::timestamptz else succeeded_at end, because = null,
      relisted_at = case when ${isAtEnd} then coalesce(relisted_at, ${step.at}::timestamptz) else relisted_at end
    where ${isStream(owner, account, stream)} and version = ${stream.version} and state <> 'off'
  `.execute(connection);
  return numAffectedRows === 1n
    ? {
        ...stream,
        cursor: step.cursor,
        cursorAt: step.at,
        state: step.state,
        ...(isAtEnd && { succeededAt: step.at, relistedAt: stream.relistedAt ?? step.at }),
        version: stream.version + 1,
      }
    : undefined;
}

/** Messages whose headers were read from the inbox of listed ones belong to the stream that listed them. */
export async function countStored(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  noun: Noun,
  counts: ReadonlyMap<string, Partial<PageCounts>>,
): Promise<void> {
  const rows = [...counts].map(([name, { stored = 0, gone = 0 }]) => ({ name, stored, gone }));
  if (rows.length === 0) return;
  await sql`
    update stream set stored = stream.stored + row.stored, gone = stream.gone + row.gone
    from json_to_recordset(${rowsParameter(rows)}) as row (name text, stored int, gone int)
    where owner_id = ${owner} and account_id = ${account} and noun = ${noun} and stream.name = row.name
  `.execute(connection);
}

/**
 * From the start again, back to `since`: the cursor is worth nothing any more (S4), or it is time to prove that nothing was
 * missed (S3). The rows that are known stay, and what is listed again is not counted twice.
 */
export async function restartStream(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  stream: StoredStream,
  { since, why, at }: { since: Instant; why: "cursor_spent" | "relist"; at: Instant },
): Promise<StoredStream | undefined> {
  const isRelist = why === "relist";
  const { numAffectedRows } = await sql`
    update stream set cursor = null, state = 'waiting', since = ${since}, version = version + 1,
      resyncs = resyncs + ${isRelist ? 0 : 1}, relisted_at = case when ${isRelist} then ${at}::timestamptz else relisted_at end
    where ${isStream(owner, account, stream)} and version = ${stream.version}
  `.execute(connection);
  return numAffectedRows === 1n
    ? {
        ...stream,
        cursor: undefined,
        state: "waiting",
        since,
        version: stream.version + 1,
        ...(isRelist && { relistedAt: at }),
      }
    : undefined;
}

/** What a listing anew found that was missed before. */
export async function countFoundLate(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  stream: StreamKey,
  found: number,
): Promise<void> {
  if (found === 0) return;
  await sql`update stream set found_late = found_late + ${found} where ${isStream(owner, account, stream)}`.execute(
    connection,
  );
}

/** Why the last try failed; what was read so far stands. */
export async function noteFailure(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  stream: StreamKey,
  { because, at }: { because: string; at: Instant },
): Promise<void> {
  await sql`update stream set because = ${because}, tried_at = ${at} where ${isStream(owner, account, stream)}`.execute(
    connection,
  );
}

/**
 * Not read any more (a calendar that was deleted or unticked, a scope taken back), until it is ensured and switched on again:
 * then from the start, since what it brought went with it.
 */
export async function switchStreams(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  noun: Noun,
  { on, off }: { on: readonly string[]; off: readonly string[] },
): Promise<void> {
  await sql`
    update stream set state = case when name = any(${[...off]}::text[]) then 'off' else 'waiting' end, cursor = null,
      version = version + 1
    where owner_id = ${owner} and account_id = ${account} and noun = ${noun}
      and (name = any(${[...off]}::text[]) and state <> 'off' or name = any(${[...on]}::text[]) and state = 'off')
  `.execute(connection);
}

/** What the provider counted: beside it stands what we stored and skipped. */
export async function noteCounted(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  stream: StreamKey,
  { counted, at }: { counted: number; at: Instant },
): Promise<void> {
  await sql`update stream set counted = ${counted}, counted_at = ${at} where ${isStream(owner, account, stream)}`.execute(
    connection,
  );
}

/** Adds to what a stream left out, by reason, with one example of each. */
export async function countSkipped(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  { noun, name }: StreamKey,
  skipped: readonly { because: string; count: number; example?: string }[],
): Promise<void> {
  const byReason = new Map<string, { because: string; count: number; example: string | null }>();
  for (const { because, count, example } of skipped) {
    const known = byReason.get(because) ?? { because, count: 0, example: example ?? null };
    byReason.set(because, { ...known, count: known.count + count });
  }
  if (byReason.size === 0) return;
  await sql`
    insert into stream_skipped (owner_id, account_id, noun, name, because, count, example)
    select ${owner}, ${account}, ${noun}, ${name}, because, count, example
    from json_to_recordset(${rowsParameter([...byReason.values()])}) as row (because text, count int, example text)
    on conflict (owner_id, account_id, noun, name, because) do update set count = stream_skipped.count + excluded.count
  `.execute(connection);
}

const isStream = (owner: OwnerId, account: AccountId, { noun, name }: StreamKey) =>
  sql`owner_id = ${owner} and account_id = ${account} and noun = ${noun} and name = ${name}`;
