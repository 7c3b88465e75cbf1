/** Offers that left in letters, each with its life. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import { type OfferState, offerBody, type StandingOffer } from "../domain/booking/offer.ts";
import type { ContactId, GroupMeetingId, OfferId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import type { OfferTable } from "./tables.ts";

/** False when the draft has made one before. */
export async function addOffer(
  connection: Connection,
  owner: OwnerId,
  offer: Omit<StandingOffer, "version">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("offer")
    .values({
      owner_id: owner,
      offer_id: offer.offerId,
      contact_id: offer.contactId,
      draft_id: offer.draftId ?? null,
      follow_up_id: offer.followUpId ?? null,
      plan_item_id: offer.planItemId ?? null,
      group_id: offer.groupId ?? null,
      generation: offer.generation,
      state: offer.state,
      because: json(offer.because),
      body: json(offer.body),
      token_hash: null,
      offered_at: offer.offeredAt,
      expires_at: offer.expiresAt,
      changed_at: offer.offeredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findOffer(
  connection: Connection,
  owner: OwnerId,
  id: OfferId,
): Promise<StandingOffer | undefined> {
  const row = await offers(connection, owner).where("offer_id", "=", id).executeTakeFirst();
  return row && offerOf(row);
}

/** All that one person was offered alone, the oldest first. */
export async function offersTo(connection: Connection, owner: OwnerId, contact: ContactId): Promise<StandingOffer[]> {
  const rows = await offers(connection, owner)
    .where("contact_id", "=", contact)
    .where("group_id", "is", null)
    .orderBy("offered_at")
    .orderBy("offer_id")
    .execute();
  return rows.map(offerOf);
}

/** The one that stands for a group, or stood last. */
export async function offerOfGroup(
  connection: Connection,
  owner: OwnerId,
  group: GroupMeetingId,
): Promise<StandingOffer | undefined> {
  const row = await offers(connection, owner)
    .where("group_id", "=", group)
    .orderBy("offered_at", "desc")
    .orderBy("offer_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && offerOf(row);
}

/** All that were offered from an instant on, by their ids. */
export async function offersSince(
  connection: Connection,
  owner: OwnerId,
  since: Instant,
): Promise<Map<OfferId, StandingOffer>> {
  const rows = await offers(connection, owner).where("offered_at", ">=", since).orderBy("offer_id").execute();
  return new Map(rows.map((row) => [row.offer_id, offerOf(row)]));
}

/** False when it changed since it was read. */
export async function changeOffer(
  connection: Connection,
  owner: OwnerId,
  { offerId, version }: Pick<StandingOffer, "offerId" | "version">,
  to: { state: OfferState; because: readonly Because[]; expiresAt?: Instant },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("offer")
    .set({
      state: to.state,
      because: json(to.because),
      ...(to.expiresAt !== undefined && { expires_at: to.expiresAt }),
      version: sql`version + 1`,
      changed_at: at,
    })
    .where("owner_id", "=", owner)
    .where("offer_id", "=", offerId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const offers = (connection: Connection, owner: OwnerId) =>
  connection
    .selectFrom("offer")
    .select(["offer_id", "contact_id", "draft_id", "follow_up_id", "plan_item_id", "group_id", "generation"])
    .select(["state", "because", "body", "offered_at", "expires_at", "version"])
    .where("owner_id", "=", owner);

type OfferRow = Pick<
  OfferTable,
  | "offer_id"
  | "contact_id"
  | "draft_id"
  | "follow_up_id"
  | "plan_item_id"
  | "group_id"
  | "state"
  | "offered_at"
  | "expires_at"
> & { generation: number; version: number; because: unknown; body: unknown };

const offerOf = (row: OfferRow): StandingOffer => ({
  offerId: row.offer_id,
  contactId: row.contact_id,
  ...(row.draft_id !== null && { draftId: row.draft_id }),
  ...(row.follow_up_id !== null && { followUpId: row.follow_up_id }),
  ...(row.plan_item_id !== null && { planItemId: row.plan_item_id }),
  ...(row.group_id !== null && { groupId: row.group_id }),
  generation: row.generation,
  state: row.state,
  because: row.because as Because[],
  body: offerBody.parse(row.body),
  offeredAt: row.offered_at,
  expiresAt: row.expires_at,
  version: row.version,
});
