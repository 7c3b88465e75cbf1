/** Digests as they went out, one a day, with what their numbers stand for. */
import { type DigestEntry, digestEntries } from "../domain/day/digest.ts";
import type { AccountId, DigestId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type StoredDigest = {
  digestId: DigestId;
  day: PlainDate;
  subject: string;
  body: string;
  entries: readonly DigestEntry[];
  /** 32 hex digits, kept in the mail itself. */
  marker: string;
  accountId: AccountId;
  /** Its Message-ID: ours, or another one that the provider gave it. */
  headerId: string;
  /** The provider's own thread, once it is known. */
  threadRef: string | undefined;
  madeAt: Instant;
};

export type NewDigest = Omit<StoredDigest, "threadRef"> & { keptUntil: Instant };

/** False when there is one of that day. */
export async function addDigest(connection: Connection, owner: OwnerId, digest: NewDigest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("digest")
    .values({
      owner_id: owner,
      digest_id: digest.digestId,
      day: digest.day,
      items: json(digest.entries),
      subject: digest.subject,
      body: digest.body,
      marker: digest.marker,
      account_id: digest.accountId,
      header_id: digest.headerId,
      made_at: digest.madeAt,
      text_kept_until: digest.keptUntil,
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "day"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function digestOfDay(
  connection: Connection,
  owner: OwnerId,
  day: PlainDate,
): Promise<StoredDigest | undefined> {
  const row = await digests(connection, owner).where("day", "=", day).executeTakeFirst();
  return row && digestIn(row);
}

export async function findDigest(
  connection: Connection,
  owner: OwnerId,
  digestId: DigestId,
): Promise<StoredDigest | undefined> {
  const row = await digests(connection, owner).where("digest_id", "=", digestId).executeTakeFirst();
  return row && digestIn(row);
}

/** The newest that was made. */
export async function lastDigest(connection: Connection, owner: OwnerId): Promise<StoredDigest | undefined> {
  const row = await digests(connection, owner).orderBy("day", "desc").limit(1).executeTakeFirst();
  return row && digestIn(row);
}

/** Under which id and in which thread it stands at the provider. */
export async function placeDigest(
  connection: Connection,
  owner: OwnerId,
  digestId: DigestId,
  { headerId, threadRef }: { headerId: string; threadRef?: string },
): Promise<void> {
  await connection
    .updateTable("digest")
    .set({ header_id: headerId, thread_ref: threadRef ?? null })
    .where("owner_id", "=", owner)
    .where("digest_id", "=", digestId)
    .execute();
}

/** With their answers and links; says when the next goes. */
export async function eraseOldDigests(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<{ erased: number; nextAt: Instant | undefined }> {
  const { numDeletedRows } = await connection
    .deleteFrom("digest")
    .where("owner_id", "=", owner)
    .where("text_kept_until", "<=", now)
    .executeTakeFirst();
  const next = await connection
    .selectFrom("digest")
    .select(({ fn }) => fn.min("text_kept_until").as("at"))
    .where("owner_id", "=", owner)
    .executeTakeFirst();
  return { erased: Number(numDeletedRows), nextAt: next?.at ?? undefined };
}

const digests = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("digest").selectAll().where("owner_id", "=", owner);

type Row = Awaited<ReturnType<ReturnType<typeof digests>["execute"]>>[number];

const digestIn = (row: Row): StoredDigest => ({
  digestId: row.digest_id,
  day: row.day,
  subject: row.subject,
  body: row.body,
  entries: digestEntries.parse(row.items),
  marker: row.marker,
  accountId: row.account_id,
  headerId: row.header_id,
  threadRef: row.thread_ref ?? undefined,
  madeAt: row.made_at,
});
