/** The published calendars that are followed, and the dates in them, as pages and verbs show them. */
import { sql } from "kysely";
import type { FeedId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { containing, limitOf, offsetOf, type PageOf, type PageWanted, pageOf, searchWords } from "./page.ts";

export type FeedSeen = {
  feedId: FeedId;
  url: string;
  name: string;
  state: "waiting" | "open" | "failing" | "ended";
  because: string | undefined;
  readAt: Instant | undefined;
  /** Dates that are still ahead. */
  ahead: number;
  skipped: number;
};

export async function readFeeds(connection: Connection, owner: OwnerId, now: Instant): Promise<FeedSeen[]> {
  const { rows } = await sql<FeedSeen & { because: string | null; readAt: Instant | null }>`
    select feed_id as "feedId", url, name, state, because, read_at as "readAt", skipped,
      (select count(*)::int from feed_event date where date.owner_id = feed.owner_id and date.feed_id = feed.feed_id
        and date.starts_at >= ${now}) as ahead
    from feed where owner_id = ${owner} order by name, feed_id
  `.execute(connection);
  return rows.map((row) => ({ ...row, because: row.because ?? undefined, readAt: row.readAt ?? undefined }));
}

export type FeedDateSeen = {
  feedId: FeedId;
  feedName: string;
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  title: string;
  place: string | undefined;
  link: string | undefined;
  answer: "going" | "not_going" | undefined;
};

/** Dates that have not ended, in order; those the owner said no to only when they are searched for. */
export async function readFeedDates(
  connection: Connection,
  owner: OwnerId,
  { search, now, ...wanted }: PageWanted & { search: string; now: Instant },
): Promise<PageOf<FeedDateSeen>> {
  const words = searchWords(search);
  const fits = words.map(
    (word) =>
      sql`and lower(date.title || ' ' || coalesce(date.place, '') || ' ' || feed.name) like ${containing(word)}`,
  );
  const unlessNo = words.length === 0 ? sql`and date.answer is distinct from 'not_going'` : sql``;
  const { rows } = await sql<{ [Field in keyof FeedDateSeen]: Exclude<FeedDateSeen[Field], undefined> | null }>`
    select date.feed_id as "feedId", feed.name as "feedName", uid, starts_at as "startsAt", ends_at as "endsAt", title, place,
      link, answer
    from feed_event date join feed using (owner_id, feed_id)
    where date.owner_id = ${owner} and date.ends_at > ${now} ${unlessNo} ${sql.join(fits, sql` `)}
    order by starts_at, title, feed_id, uid limit ${limitOf(wanted)} offset ${offsetOf(wanted)}
  `.execute(connection);
  return pageOf(
    rows.map((row) => ({
      feedId: row.feedId!,
      feedName: row.feedName!,
      uid: row.uid!,
      startsAt: row.startsAt!,
      endsAt: row.endsAt!,
      title: row.title!,
      place: row.place ?? undefined,
      link: row.link ?? undefined,
      answer: row.answer ?? undefined,
    })),
    wanted,
  );
}

/** How many dates the owner goes to, or went to, between two instants. */
export async function countGoing(
  connection: Connection,
  owner: OwnerId,
  { from, to }: { from: Instant; to: Instant },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from feed_event
    where owner_id = ${owner} and answer = 'going' and starts_at >= ${from} and starts_at < ${to}
  `.execute(connection);
  return rows[0]?.count ?? 0;
}
