/** What the page behind a link shows of an offer: its named times as far as they are free, and every other start. */
import { isBookable } from "../../domain/booking/offer.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { OfferId, OwnerId } from "../../domain/ids.ts";
import { freeSlots } from "../../domain/meeting/slots.ts";
import { bookingOfOffer } from "../../store/bookings.ts";
import { findOffer } from "../../store/offers.ts";
import type { World } from "../world.ts";
import { isFree, lookAgain, timeOf } from "./look-again.ts";

export type FreeSlot = OfferedTime;

/**
 * Both in order of time, by the same function as the claim. Of an offer that came to a meeting, the times it may move to.
 * Empty when the offer is over or its calendars cannot be read.
 */
export async function freeStartsFor(
  world: World,
  owner: OwnerId,
  offerId: OfferId,
): Promise<{ named: FreeSlot[]; all: FreeSlot[] }> {
  const now = world.clock.now();
  const offer = await findOffer(world.database, owner, offerId);
  const booking = offer && (await bookingOfOffer(world.database, owner, offerId));
  const isOver = offer === undefined || !isBookable(offer.state) || offer.expiresAt <= now;
  if (offer === undefined || (isOver && booking === undefined)) return { named: [], all: [] };
  const { contactId, body } = offer;
  const without = booking === undefined ? {} : { without: booking.bookingId };
  const prepared = await lookAgain(world, owner, { contactId, body, now, ...without });
  return {
    named: body.times.filter(({ startsAt }) => isFree(prepared, startsAt, "guest")),
    all: freeSlots(prepared).map(timeOf),
  };
}
