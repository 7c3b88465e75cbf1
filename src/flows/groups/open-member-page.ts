/** What stands behind the link of one member of a group: its times and their own answer, and nothing of anybody else's. */
import type { Booking } from "../../domain/booking/booking.ts";
import { type SeenByMember, seenBy } from "../../domain/booking/group.ts";
import { isBookable, type OfferBody } from "../../domain/booking/offer.ts";
import { bookingOfGroup } from "../../store/bookings.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { loadContacts } from "../../store/contacts.ts";
import { findGroup } from "../../store/groups.ts";
import type { LinkedOffer } from "../../store/offer-links.ts";
import { findOffer } from "../../store/offers.ts";
import { guestsOf } from "../booking/guests-of.ts";
import { toldTo } from "../letters/group-letter.ts";
import { localeOf } from "../letters/write-letter.ts";
import type { World } from "../world.ts";
import { openStarts } from "./gather-group.ts";

export type MemberPage =
  | { state: "over"; locale: string }
  | { state: "asked"; offer: OfferBody; seen: SeenByMember }
  | { state: "booked"; offer: OfferBody; booking: Booking };

/** Undefined for a link of one person alone, or when nothing of it is known any more. */
export async function openMemberPage(
  world: World,
  { ownerId: owner, offerId, contactId, groupId }: LinkedOffer,
): Promise<MemberPage | undefined> {
  const { database } = world;
  const group = groupId === undefined ? undefined : await findGroup(database, owner, groupId);
  const shared = await findOffer(database, owner, offerId);
  const [contact] = await loadContacts(database, owner, contactId);
  const seen = group && seenBy(group, contactId);
  if (group === undefined || shared === undefined || contact === undefined || seen === undefined) return undefined;
  const choices = await loadContactChoices(database, owner);
  const offer = { ...shared.body, ...toldTo(contact, group.body, { choices }), locale: localeOf(contact.locale) };
  const booking = await bookingOfGroup(database, owner, group.groupId);
  if (group.state === "booked" && booking !== undefined && booking.endsAt > world.clock.now()) {
    const isGuest = (await guestsOf(database, owner, booking)).some((one) => one.contactId === contactId);
    return isGuest ? { state: "booked", offer, booking } : { state: "over", locale: offer.locale };
  }
  const open = await openStarts(world, owner, group, shared);
  const isAsked = group.state === "asking" && isBookable(shared.state) && seen.answer !== "left_out" && open.length > 0;
  if (!isAsked) return { state: "over", locale: offer.locale };
  return {
    state: "asked",
    offer,
    seen: { ...seen, times: seen.times.filter(({ startsAt }) => open.includes(startsAt)) },
  };
}
