/** Answers to digests: those that are still to be heard among the mail, and what was done by those that were. */
import { sql } from "kysely";
import { type Heard, heardList } from "../domain/day/digest-heard.ts";
import type { DigestId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import { type PlaceRow, placeOf, type TextPlace, textPlace } from "./text-places.ts";

export type DigestReply = {
  digestId: DigestId;
  headerId: string;
  /** Where it was found, in the words of the providers' folders and labels. */
  labels: readonly string[];
  from: Address;
  /** Everybody to whom it went. */
  recipients: readonly Address[];
  at: Instant;
  place: TextPlace | undefined;
};

/**
 * The owner's own mail in the threads of digests made since then that is not taken yet, oldest first: by the ids that it answers,
 * else by the provider's own thread. A mail without a Message-ID cannot be taken once, and is not taken.
 */
export async function repliesToHear(
  connection: Connection,
  owner: OwnerId,
  { mine, since }: { mine: readonly Address[]; since: Instant },
): Promise<DigestReply[]> {
  const { rows } = await sql<Row>`
    select distinct on (message.sent_at, message.header_id) digest.digest_id, message.header_id, message.labels,
      message.from_address, message.sent_at, place.place_account, place.place_path, place.place_ref,
      array(select r.address from message_recipient r where r.owner_id = message.owner_id and r.account_id = message.account_id
        and r.message_id = message.message_id order by r.address) as recipients
    from message join digest on digest.owner_id = message.owner_id and message.sent_at >= digest.made_at
        and (digest.header_id in (message.in_reply_to, message.root_key)
          or exists (select from message_place where message_place.owner_id = digest.owner_id
            and message_place.account_id = digest.account_id and message_place.message_id = message.message_id
            and message_place.thread_ref = digest.thread_ref))
      left join ${textPlace(owner)} on true
    where message.owner_id = ${owner} and message.from_address = any(${[...mine]}::text[]) and message.sent_at >= ${since}
      and digest.made_at >= ${since} and message.header_id is distinct from digest.header_id and message.header_id is not null
      and not exists (select from digest_answer known where known.owner_id = message.owner_id and known.header_id = message.header_id)
    order by message.sent_at, message.header_id, digest.day desc
  `.execute(connection);
  return rows.map((row) => ({
    digestId: row.digest_id,
    headerId: row.header_id,
    labels: row.labels,
    from: row.from_address,
    recipients: row.recipients,
    at: row.sent_at,
    place: placeOf(row),
  }));
}

type Row = PlaceRow & {
  digest_id: DigestId;
  header_id: string;
  labels: string[];
  from_address: Address;
  sent_at: Instant;
  recipients: string[];
};

/** False when it was taken before. */
export async function keepHeard(
  connection: Connection,
  owner: OwnerId,
  { headerId, digestId }: Pick<DigestReply, "headerId" | "digestId">,
  heard: readonly Heard[],
  at: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("digest_answer")
    .values({ owner_id: owner, header_id: headerId, digest_id: digestId, heard: json(heard), heard_at: at })
    .onConflict((conflict) => conflict.columns(["owner_id", "header_id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What was heard after an instant, in the order in which it was. */
export async function heardSince(connection: Connection, owner: OwnerId, since: Instant): Promise<Heard[]> {
  const rows = await connection
    .selectFrom("digest_answer")
    .select("heard")
    .where("owner_id", "=", owner)
    .where("heard_at", ">", since)
    .orderBy("heard_at")
    .orderBy("header_id")
    .execute();
  return rows.flatMap(({ heard }) => heardList.parse(heard));
}
