/** The published calendars that an owner follows, and the dates in them (R11). */
import { sql } from "kysely";
import { z } from "zod";
import type { EventId, FeedId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";

const validators = z.object({ etag: z.string().exactOptional(), lastModified: z.string().exactOptional() });
export type StoredValidators = z.output<typeof validators>;

export type Feed = {
  feedId: FeedId;
  url: string;
  name: string;
  state: "waiting" | "open" | "failing" | "ended";
  because: string | undefined;
  validators: StoredValidators;
  readAt: Instant | undefined;
};

/** Undefined when the owner follows it already. */
export async function addFeed(
  connection: Connection,
  owner: OwnerId,
  { feedId, url, name, at }: { feedId: FeedId; url: string; name: string; at: Instant },
): Promise<FeedId | undefined> {
  const row = await connection
    .insertInto("feed")
    .values({ owner_id: owner, feed_id: feedId, url, name, state: "waiting", validators: json({}), added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("feed_id")
    .executeTakeFirst();
  return row?.feed_id;
}

export async function findFeed(connection: Connection, owner: OwnerId, feedId: FeedId): Promise<Feed | undefined> {
  const row = await connection
    .selectFrom("feed")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("feed_id", "=", feedId)
    .executeTakeFirst();
  return (
    row && {
      feedId: row.feed_id,
      url: row.url,
      name: row.name,
      state: row.state,
      because: row.because ?? undefined,
      validators: validators.parse(row.validators),
      readAt: row.read_at ?? undefined,
    }
  );
}

export type FeedChange = {
  state: Feed["state"];
  because: string | undefined;
  name?: string;
  validators?: StoredValidators;
  skipped?: number;
  readAt?: Instant;
};

export async function changeFeed(connection: Connection, owner: OwnerId, feedId: FeedId, change: FeedChange) {
  await connection
    .updateTable("feed")
    .set({
      state: change.state,
      because: change.because ?? null,
      ...(change.name !== undefined && { name: change.name }),
      ...(change.validators !== undefined && { validators: json(change.validators) }),
      ...(change.skipped !== undefined && { skipped: change.skipped }),
      ...(change.readAt !== undefined && { read_at: change.readAt }),
    })
    .where("owner_id", "=", owner)
    .where("feed_id", "=", feedId)
    .execute();
}

/** The feed with all its dates; events that the owner goes to stay theirs. */
export async function removeFeed(connection: Connection, owner: OwnerId, feedId: FeedId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("feed")
    .where("owner_id", "=", owner)
    .where("feed_id", "=", feedId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export type FeedDate = {
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  title: string;
  place: string | undefined;
  link: string | undefined;
};

/**
 * The dates from `from` on are those of the new reading. One that the owner answered and that is gone now stays, so that
 * what they said and the event they go to are not lost when a publisher cleans up.
 */
export async function saveFeedDates(
  connection: Connection,
  owner: OwnerId,
  feedId: FeedId,
  dates: readonly FeedDate[],
  from: Instant,
): Promise<void> {
  const rows = dates.map(({ uid, startsAt, endsAt, title, place, link }) => ({
    uid,
    starts_at: startsAt,
    ends_at: endsAt,
    title,
    place: place ?? null,
    link: link ?? null,
  }));
  await sql`
    delete from feed_event old where owner_id = ${owner} and feed_id = ${feedId} and starts_at >= ${from} and answer is null
      and not exists (select from json_to_recordset(${rowsParameter(rows)}) as row (uid text, starts_at timestamptz)
        where row.uid = old.uid and row.starts_at = old.starts_at)
  `.execute(connection);
  await sql`
    insert into feed_event (owner_id, feed_id, uid, starts_at, ends_at, title, place, link)
    select ${owner}, ${feedId}, uid, starts_at, ends_at, title, place, link
    from json_to_recordset(${rowsParameter(rows)}) as row (
      uid text, starts_at timestamptz, ends_at timestamptz, title text, place text, link text)
    on conflict (owner_id, feed_id, uid, starts_at) do update set
      ends_at = excluded.ends_at, title = excluded.title, place = excluded.place, link = excluded.link
  `.execute(connection);
}

/** The dates from an instant on as they are known, with whether the owner said a word about each. */
export async function loadFeedDates(
  connection: Connection,
  owner: OwnerId,
  feedId: FeedId,
  from: Instant,
): Promise<{ uid: string; startsAt: Instant; isAnswered: boolean }[]> {
  const rows = await connection
    .selectFrom("feed_event")
    .select(["uid", "starts_at", "answer"])
    .where("owner_id", "=", owner)
    .where("feed_id", "=", feedId)
    .where("starts_at", ">=", from)
    .orderBy("uid")
    .orderBy("starts_at")
    .execute();
  return rows.map(({ uid, starts_at, answer }) => ({ uid, startsAt: starts_at, isAnswered: answer !== null }));
}

/** The owner's word about a date, and the event that stands for it, go over to another date of the same event. */
export async function moveFeedAnswer(
  connection: Connection,
  owner: OwnerId,
  { feedId, uid, startsAt }: FeedDateKey,
  to: Instant,
): Promise<void> {
  await sql`
    with gone as (
      delete from feed_event
      where owner_id = ${owner} and feed_id = ${feedId} and uid = ${uid} and starts_at = ${startsAt}
      returning answer, event_id
    )
    update feed_event set answer = gone.answer, event_id = gone.event_id from gone
    where owner_id = ${owner} and feed_id = ${feedId} and uid = ${uid} and starts_at = ${to}
  `.execute(connection);
}

/** Dates from an instant on that the owner goes to, and that their calendar holds at another time, place or name. */
export async function attendedOtherwise(
  connection: Connection,
  owner: OwnerId,
  feedId: FeedId,
  from: Instant,
): Promise<(Omit<FeedDate, "uid"> & { eventId: EventId })[]> {
  const { rows } = await sql<{
    event_id: EventId;
    starts_at: Instant;
    ends_at: Instant;
    title: string;
    place: string | null;
    link: string | null;
  }>`
    select date.event_id, date.starts_at, date.ends_at, date.title, date.place, date.link
    from feed_event date join event on event.owner_id = date.owner_id and event.event_id = date.event_id
    where date.owner_id = ${owner} and date.feed_id = ${feedId} and date.starts_at >= ${from} and date.answer = 'going'
      and (date.starts_at, date.ends_at, date.title, date.place)
        is distinct from (event.starts_at, event.ends_at, event.title, event.place)
    order by date.starts_at, date.event_id
  `.execute(connection);
  return rows.map((row) => ({
    eventId: row.event_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    title: row.title,
    place: row.place ?? undefined,
    link: row.link ?? undefined,
  }));
}

export type FeedDateKey = { feedId: FeedId; uid: string; startsAt: Instant };

/** Locks the date until the end of the transaction, so that two answers at once follow each other. */
export async function lockFeedDate(connection: Connection, owner: OwnerId, { feedId, uid, startsAt }: FeedDateKey) {
  const row = await connection
    .selectFrom("feed_event")
    .innerJoin("feed", (join) =>
      join.onRef("feed.owner_id", "=", "feed_event.owner_id").onRef("feed.feed_id", "=", "feed_event.feed_id"),
    )
    .selectAll("feed_event")
    .select("feed.name as feed_name")
    .where("feed_event.owner_id", "=", owner)
    .where("feed_event.feed_id", "=", feedId)
    .where("uid", "=", uid)
    .where("starts_at", "=", startsAt)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      title: row.title,
      place: row.place ?? undefined,
      link: row.link ?? undefined,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      answer: row.answer ?? undefined,
      eventId: row.event_id ?? undefined,
      feedName: row.feed_name,
    }
  );
}

export async function answerFeedDate(
  connection: Connection,
  owner: OwnerId,
  { feedId, uid, startsAt }: FeedDateKey,
  { answer, eventId }: { answer: "going" | "not_going" | undefined; eventId: EventId | undefined },
): Promise<void> {
  await connection
    .updateTable("feed_event")
    .set({ answer: answer ?? null, event_id: eventId ?? null })
    .where("owner_id", "=", owner)
    .where("feed_id", "=", feedId)
    .where("uid", "=", uid)
    .where("starts_at", "=", startsAt)
    .execute();
}
