/** What stands behind the public link of an offer, for whoever opens it (Q7). Looking changes nothing. */
import type { Booking } from "../../domain/booking/booking.ts";
import { isBookable, type OfferBody } from "../../domain/booking/offer.ts";
import type { Zone } from "../../domain/time.ts";
import { bookingOfOffer } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import type { LinkedOffer } from "../../store/offer-links.ts";
import { findOffer } from "../../store/offers.ts";
import { ownerName } from "../../store/owners.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { type FreeSlot, freeStartsFor } from "./free-starts.ts";
import { offerBehind } from "./offer-link.ts";

/** Of both, and of what they would meet for. */
export type Invitation = {
  link: LinkedOffer;
  /** Undefined while the owner gave no name. */
  host: string | undefined;
  guest: string | undefined;
  offer: OfferBody;
  hostsZone: Zone;
};

export type PublicPage =
  /** No link of ours. */
  | { state: "unknown" }
  /** Answered, lapsed, taken back, or the meeting lies behind. */
  | { state: "over"; locale: string }
  /** `all` holds every start, the named ones too. */
  | { state: "open"; invitation: Invitation; named: readonly FreeSlot[]; all: readonly FreeSlot[] }
  | { state: "booked"; invitation: Invitation; booking: Booking };

export async function openPage(world: World, token: string): Promise<PublicPage> {
  const link = await offerBehind(world, token);
  return link === undefined ? { state: "unknown" } : pageOf(world, link);
}

export async function pageOf(world: World, link: LinkedOffer): Promise<PublicPage> {
  const { ownerId, offerId } = link;
  const now = world.clock.now();
  const offer = await findOffer(world.database, ownerId, offerId);
  if (offer === undefined) return { state: "unknown" };
  const booking = await bookingOfOffer(world.database, ownerId, offerId);
  const isMeetingAhead = booking !== undefined && booking.endsAt > now;
  const { locale } = offer.body;
  if (!isMeetingAhead && (booking !== undefined || !isBookable(offer.state) || offer.expiresAt <= now))
    return { state: "over", locale };
  const [contact] = await loadContacts(world.database, ownerId, offer.contactId);
  const invitation: Invitation = {
    link,
    host: await ownerName(world.database, ownerId),
    guest: contact?.name,
    offer: offer.body,
    hostsZone: await ownerZone(world, ownerId),
  };
  if (isMeetingAhead) return { state: "booked", invitation, booking };
  return { state: "open", invitation, ...(await freeStartsFor(world, ownerId, offerId)) };
}
