/** A letter with times has left: what it offers stands as an offer, and its named times are kept for that person (Q6). */
import { because } from "../../domain/because.ts";
import type { OfferBody } from "../../domain/booking/offer.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, GroupMeetingId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import { hoursBetween, type Instant } from "../../domain/time.ts";
import { offersTo } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import type { WorldInside } from "../world.ts";
import { beginOffer } from "./begin-offer.ts";
import { closeOffers } from "./close-offers.ts";
import { joinGroupOffer } from "./join-group-offer.ts";
import { keepOfferLink } from "./offer-link.ts";

export type OfferMade = {
  draftId: DraftId;
  contactId: ContactId;
  followUpId: FollowUpId;
  planItemId?: PlanItemId;
  /** It asks somebody to a meeting of several, which has one offer for all of them. */
  groupId?: GroupMeetingId;
  offer: Offer;
  meeting?: MeetingType;
  /** Of the letter. */
  locale: string;
  sentAt: Instant;
};

/** Inside the transaction that records the sending. The same letter told twice offers once; one without times offers nothing. */
export async function openOffer(inside: WorldInside, owner: OwnerId, made: OfferMade): Promise<void> {
  const { database } = inside;
  const { contactId, sentAt } = made;
  const body = bodyOf(made);
  if (body === undefined) return;
  await lockOwner(database, owner);
  if (made.groupId !== undefined) return joinGroupOffer(inside, owner, { ...made, groupId: made.groupId, body });
  const earlier = await offersTo(database, owner, contactId);
  if (earlier.some(({ draftId }) => draftId === made.draftId)) return;
  const newer = because("Q6.newer_times", "A newer letter offers other times.");
  await closeOffers(inside, owner, { contactId, as: "withdrawn", because: newer });
  const generation = 1 + earlier.filter(({ followUpId }) => followUpId === made.followUpId).length;
  const { draftId, followUpId, planItemId } = made;
  const subject = { contactId, draftId, followUpId, generation, ...(planItemId !== undefined && { planItemId }) };
  const { offerId } = await beginOffer(inside, owner, { ...subject, body, offeredAt: sentAt });
  await keepOfferLink(inside, owner, { offerId, followUpId, generation });
}

/** Undefined when it offers no times. What an older draft does not say of its question is told from its times. */
function bodyOf({ offer, meeting, locale }: OfferMade): OfferBody | undefined {
  const { mode, place, times, ranges = [], asked, unchecked } = offer;
  const [first] = times;
  if (first === undefined) return undefined;
  return {
    ...(meeting !== undefined && { meeting }),
    occasion: asked?.occasion ?? (mode === "in_person" ? "coffee" : "call"),
    lengthMinutes: asked?.lengthMinutes ?? Math.round(hoursBetween(first.startsAt, first.endsAt) * 60),
    mode,
    ...(place !== undefined && { place }),
    ...(asked?.travelMinutes !== undefined && { travelMinutes: asked.travelMinutes }),
    times: [...times],
    ranges: [...ranges],
    ...(asked?.onlyDays !== undefined && { onlyDays: [...asked.onlyDays] }),
    ...(asked?.meetUntil !== undefined && { meetUntil: asked.meetUntil }),
    ...(asked?.readersZone !== undefined && { readersZone: asked.readersZone }),
    locale,
    unchecked,
  };
}
