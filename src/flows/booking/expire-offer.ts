/**
 * Times of an offer lapse one by one some hours before their start; with the last of them the offer is over. Of a group, what
 * was answered is looked at before.
 */
import { because } from "../../domain/because.ts";
import type { OfferId, OwnerId } from "../../domain/ids.ts";
import { holdsOf } from "../../store/holds.ts";
import { findOffer } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { finishTimer, moveTimer } from "../../store/timers.ts";
import { gatherGroup } from "../groups/gather-group.ts";
import type { World } from "../world.ts";
import { expireOfferTimer } from "./booking-timers.ts";
import { moveOffer, releaseHolds } from "./end-offer.ts";
import { record } from "./record.ts";

export async function expireOffer(world: World, owner: OwnerId, offerId: OfferId): Promise<void> {
  const groupId = (await findOffer(world.database, owner, offerId))?.groupId;
  if (groupId !== undefined) await gatherGroup(world, owner, { groupId, source: "reply" });
  await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    const now = world.clock.now();
    await lockOwner(database, owner);
    const offer = await findOffer(database, owner, offerId);
    const isWaiting = offer?.state === "open" || offer?.state === "countered";
    if (offer === undefined || !isWaiting) {
      await finishTimer(database, owner, expireOfferTimer(offerId));
      return;
    }
    if (offer.expiresAt <= now) {
      const over = because("Q6.expired", "Nobody picked one of its times while they could be picked.");
      await moveOffer(inside, owner, offer, { event: "expired", because: over });
      const { contactId } = offer;
      await record(inside, owner, { contactId, what: "released", kind: "offer", id: offerId, because: [over] });
      return;
    }
    const lapsed = because("Q6.lapsed", "It is too soon before this time.");
    await releaseHolds(inside, owner, offer, { because: lapsed, until: now });
    const placed = (await holdsOf(database, owner, offerId)).filter(({ state }) => state === "placed");
    const [next] = [offer.expiresAt, ...placed.map(({ untilAt }) => untilAt)].sort();
    await moveTimer(database, owner, expireOfferTimer(offerId), next ?? offer.expiresAt);
  });
}
