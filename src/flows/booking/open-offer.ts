/** A letter with times has left: what it offers stands as an offer, and its named times are kept for that person (Q6). */
import { because } from "../../domain/because.ts";
import { type Hold, timesToHold } from "../../domain/booking/hold.ts";
import { expiresAt, lapsesAt, type OfferBody, type StandingOffer } from "../../domain/booking/offer.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, HoldId, OfferId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import { hoursBetween, type Instant } from "../../domain/time.ts";
import { findConnected } from "../../store/accounts.ts";
import { bookingsAround } from "../../store/bookings.ts";
import { addHolds, holdsAround } from "../../store/holds.ts";
import { addOffer, offersTo } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { readSetting } from "../../store/settings.ts";
import { setTimer, setTimerBy } from "../../store/timers.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { WorldInside } from "../world.ts";
import { writeBackTimer } from "../write-back/write-back-timer.ts";
import { expireOfferTimer } from "./booking-timers.ts";
import { calendarFor } from "./calendar-for.ts";
import { closeOffers } from "./close-offers.ts";
import { lapseHoursOf } from "./look-again.ts";
import { keepOfferLink } from "./offer-link.ts";
import { record } from "./record.ts";

export type OfferMade = {
  draftId: DraftId;
  contactId: ContactId;
  followUpId: FollowUpId;
  planItemId?: PlanItemId;
  /** Several people asked to one meeting share it. */
  groupId?: string;
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
  const earlier = await offersTo(database, owner, contactId);
  if (earlier.some(({ draftId }) => draftId === made.draftId)) return;
  const newer = because("Q6.newer_times", "A newer letter offers other times.");
  await closeOffers(inside, owner, { contactId, as: "withdrawn", because: newer });
  const policy = await policyOf(inside, owner);
  const availability = Availability.parse((await readSetting(database, owner, "availability")) ?? {});
  const lapseHours = lapseHoursOf(policy, { availability });
  const { expiryBusinessDays } = policy.offers;
  const reasons = [because("Q6.offered", "The letter with these times has left.")];
  const offer: Omit<StandingOffer, "version"> = {
    offerId: inside.ids.next<OfferId>(),
    contactId,
    draftId: made.draftId,
    followUpId: made.followUpId,
    ...(made.planItemId !== undefined && { planItemId: made.planItemId }),
    ...(made.groupId !== undefined && { groupId: made.groupId }),
    generation: 1 + earlier.filter(({ followUpId }) => followUpId === made.followUpId).length,
    state: "open",
    because: reasons,
    body,
    offeredAt: sentAt,
    expiresAt: expiresAt(body, sentAt, { zone: policy.zone, lapseHours, expiryBusinessDays }),
  };
  await addOffer(database, owner, offer);
  await keepOfferLink(inside, owner, { ...offer, followUpId: made.followUpId });
  const holds = await placeHolds(inside, owner, offer, lapseHours);
  const [next] = [offer.expiresAt, ...holds.map(({ untilAt }) => untilAt)].sort();
  await setTimer(database, owner, expireOfferTimer(offer.offerId), next ?? offer.expiresAt);
  await record(inside, owner, { contactId, what: "offered", kind: "offer", id: offer.offerId, because: reasons });
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

/** On the named times alone: ranges may stand in several letters, and the first pick takes them. */
async function placeHolds(
  inside: WorldInside,
  owner: OwnerId,
  { offerId, contactId, body }: Omit<StandingOffer, "version">,
  lapseHours: number,
): Promise<Hold[]> {
  const { database } = inside;
  const now = inside.clock.now();
  const [first, last] = [body.times[0]!.startsAt, body.times.at(-1)!.endsAt];
  const window = { from: first, to: last };
  const taken = [
    ...(await holdsAround(database, owner, { ...window, now })),
    ...(await bookingsAround(database, owner, window)),
  ];
  const lapse = (startsAt: Instant) => lapsesAt(startsAt, lapseHours);
  const event = await tentativeEvent(inside, owner, contactId);
  const holds = timesToHold(body.times, taken, { now, lapse }).map(
    ({ startsAt, endsAt }): Hold => ({
      holdId: inside.ids.next<HoldId>(),
      offerId,
      contactId,
      startsAt,
      endsAt,
      state: "placed",
      untilAt: lapse(startsAt),
      event,
      version: 1,
      changedAt: now,
    }),
  );
  await addHolds(database, owner, holds);
  if (event.accountId !== undefined && holds.length > 0)
    await setTimerBy(database, owner, writeBackTimer(event.accountId), now);
  return holds;
}

/** In the calendar too, where the owner wishes it for the account. */
async function tentativeEvent(inside: WorldInside, owner: OwnerId, contactId: ContactId): Promise<Hold["event"]> {
  const where = await calendarFor(inside, owner, contactId);
  if (where.kind !== "calendar") return { state: "none" };
  const account = await findConnected(inside.database, owner, where.accountId);
  if (account?.wishes.includes("holds") !== true) return { state: "none" };
  return { state: "wanted", accountId: where.accountId, calendar: where.calendar };
}
