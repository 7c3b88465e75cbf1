/** Public links of offers: only the hash of a link's token is kept. */
import { sql } from "kysely";
import type { ContactId, FollowUpId, GroupMeetingId, OfferId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

export async function keepOfferToken(
  connection: Connection,
  owner: OwnerId,
  offer: OfferId,
  tokenHash: Buffer,
): Promise<void> {
  await connection
    .updateTable("offer")
    .set({ token_hash: tokenHash })
    .where("owner_id", "=", owner)
    .where("offer_id", "=", offer)
    .execute();
}

export type LinkedOffer = {
  ownerId: OwnerId;
  offerId: OfferId;
  /** Whose link it is: of a group's offer, one member of it. */
  contactId: ContactId;
  followUpId: FollowUpId;
  generation: number;
  groupId?: GroupMeetingId;
};

/** Whoever opens a link says nothing of the owner: the hash alone leads to them. */
export async function offerOfToken(connection: Connection, tokenHash: Buffer): Promise<LinkedOffer | undefined> {
  const row = await connection
    .selectFrom("offer")
    .select(["owner_id", "offer_id", "contact_id", "follow_up_id", "generation"])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row === undefined ? memberOfToken(connection, tokenHash) : linkedOf(row);
}

/** A member's own link to the one offer of their group. */
async function memberOfToken(connection: Connection, tokenHash: Buffer): Promise<LinkedOffer | undefined> {
  const row = await connection
    .selectFrom("group_letter as letter")
    .innerJoin("offer", (join) =>
      join.onRef("offer.owner_id", "=", "letter.owner_id").onRef("offer.group_id", "=", "letter.group_id"),
    )
    .select(["letter.owner_id", "letter.contact_id", "letter.follow_up_id", "letter.group_id", "offer.offer_id"])
    .where("letter.token_hash", "=", tokenHash)
    .orderBy("offer.offered_at", "desc")
    .orderBy("letter.draft_id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ownerId: row.owner_id,
    offerId: row.offer_id,
    contactId: row.contact_id,
    followUpId: row.follow_up_id,
    generation: memberGeneration,
    groupId: row.group_id,
  };
}

/** All letters of a group to one member have the same link. */
export const memberGeneration = 1;

function linkedOf(row: {
  owner_id: OwnerId;
  offer_id: OfferId;
  contact_id: ContactId;
  follow_up_id: FollowUpId | null;
  generation: number;
}): LinkedOffer | undefined {
  const { owner_id: ownerId, offer_id: offerId, contact_id: contactId, follow_up_id: followUpId, generation } = row;
  return followUpId === null ? undefined : { ownerId, offerId, contactId, followUpId, generation };
}

/** The generation of the newest offer that each follow-up made; a follow-up that made none is left out. */
export async function newestGenerations(
  connection: Connection,
  owner: OwnerId,
): Promise<ReadonlyMap<FollowUpId, number>> {
  const { rows } = await sql<{ followUpId: FollowUpId; generation: number }>`
    select follow_up_id as "followUpId", max(generation) as generation from offer
    where owner_id = ${owner} and follow_up_id is not null group by follow_up_id order by follow_up_id
  `.execute(connection);
  return new Map(rows.map(({ followUpId, generation }) => [followUpId, generation]));
}
