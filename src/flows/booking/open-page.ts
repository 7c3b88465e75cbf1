/** What stands behind the public link of an offer, for whoever opens it (Q7). Looking changes nothing. */
import type { Booking } from "../../domain/booking/booking.ts";
import type { SeenByMember } from "../../domain/booking/group.ts";
import { isBookable, type OfferBody } from "../../domain/booking/offer.ts";
import type { Zone } from "../../domain/time.ts";
import { bookingOfOffer } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import type { LinkedOffer } from "../../store/offer-links.ts";
import { findOffer } from "../../store/offers.ts";
import { ownerName } from "../../store/owners.ts";
import { openMemberPage } from "../groups/open-member-page.ts";
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
  /** One member of a group says which of its times suit them. */
  | { state: "asked"; invitation: Invitation; times: SeenByMember["times"]; said: SeenByMember["answer"] }
  /** shared: it is others' meeting too, and not one of them moves it or calls it off for all. */
  | { state: "booked"; invitation: Invitation; booking: Booking; isShared?: true };

export async function openPage(world: World, token: string): Promise<PublicPage> {
  const link = await offerBehind(world, token);
  return link === undefined ? { state: "unknown" } : pageOf(world, link);
}

export async function pageOf(world: World, link: LinkedOffer): Promise<PublicPage> {
  const { ownerId, offerId } = link;
  const now = world.clock.now();
  const offer = await findOffer(world.database, ownerId, offerId);
  if (offer === undefined) return { state: "unknown" };
  if (link.groupId !== undefined) return memberPageOf(world, link);
  const booking = await bookingOfOffer(world.database, ownerId, offerId);
  const isMeetingAhead = booking !== undefined && booking.endsAt > now;
  const { locale } = offer.body;
  if (!isMeetingAhead && (booking !== undefined || !isBookable(offer.state) || offer.expiresAt <= now))
    return { state: "over", locale };
  const invitation = await invitationOf(world, link, offer.body);
  if (isMeetingAhead) return { state: "booked", invitation, booking };
  return { state: "open", invitation, ...(await freeStartsFor(world, ownerId, offerId)) };
}

const invitationOf = async (world: World, link: LinkedOffer, offer: OfferBody): Promise<Invitation> => ({
  link,
  host: await ownerName(world.database, link.ownerId),
  guest: (await loadContacts(world.database, link.ownerId, link.contactId))[0]?.name,
  offer,
  hostsZone: await ownerZone(world, link.ownerId),
});

async function memberPageOf(world: World, link: LinkedOffer): Promise<PublicPage> {
  const page = await openMemberPage(world, link);
  if (page === undefined) return { state: "unknown" };
  if (page.state === "over") return { state: "over", locale: page.locale };
  const invitation = await invitationOf(world, link, page.offer);
  return page.state === "booked"
    ? { state: "booked", invitation, booking: page.booking, isShared: true }
    : { state: "asked", invitation, times: page.seen.times, said: page.seen.answer };
}
