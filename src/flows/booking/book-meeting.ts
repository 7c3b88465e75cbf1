/** A time is agreed on: the owner's hour is claimed, whatever the calendar (Q8). The calendar follows in `keepBooking`. */
import { type Because, because } from "../../domain/because.ts";
import { isBookable, type StandingOffer } from "../../domain/booking/offer.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { BookingId, MessageId, OfferId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { bookingOfOffer, isPromised } from "../../store/bookings.ts";
import type { Connection } from "../../store/database.ts";
import { findOffer } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { keepAnswer } from "../plan/keep-answer.ts";
import type { World, WorldInside } from "../world.ts";
import { type CalendarFor, calendarFor } from "./calendar-for.ts";
import { claimTime } from "./claim-time.ts";
import { moveOffer } from "./end-offer.ts";
import { eventKey } from "./event-key.ts";
import { isFree, lookAgain, nearestFree } from "./look-again.ts";
import { bookPlanItem, freePlanItem } from "./plan-item-booked.ts";
import { toldOf } from "./told-of.ts";

export type BookingWish = {
  offerId: OfferId;
  startsAt: Instant;
  source: "reply" | "page" | "owner";
  /** The letter of theirs that agreed to it. */
  messageId?: MessageId;
};

export type Booked =
  | { kind: "booked"; bookingId: BookingId; state: "claiming" | "pending" | "confirmed" }
  | { kind: "booked_already"; bookingId: BookingId }
  /** At most five, the nearest in time first. */
  | { kind: "slot_taken"; instead: readonly OfferedTime[] }
  | { kind: "offer_over"; because: Because };

type Claimed = Exclude<Booked, { kind: "slot_taken" }> | { kind: "slot_taken" };

export async function bookMeeting(world: World, owner: OwnerId, wish: BookingWish): Promise<Booked> {
  const { database } = world;
  const offer = await findOffer(database, owner, wish.offerId);
  if (offer === undefined) return { kind: "offer_over", because: noOffer };
  // Most of many who come at once learn without the owner's lock that somebody was faster.
  const seen = await standsAgainst(database, owner, offer, wish);
  const claimed = seen ?? (await claim(world, owner, wish, await calendarFor(world, owner, offer.contactId)));
  if (claimed.kind === "booked")
    await world.nudge({ job: "keep_booking", ownerId: owner, subjectId: claimed.bookingId });
  if (claimed.kind !== "slot_taken") return claimed;
  if (wish.source === "reply" && offer.groupId === undefined) await takeBackItem(world, owner, offer, wish.startsAt);
  const { contactId, body } = offer;
  const prepared = await lookAgain(world, owner, { contactId, body, now: world.clock.now() });
  return { kind: "slot_taken", instead: nearestFree(prepared, wish.startsAt) };
}

const noOffer = because("Q7.no_offer", "There is no such offer.");

/** What answers the wish before free time is looked at. */
async function standsAgainst(
  connection: Connection,
  owner: OwnerId,
  { offerId, state, expiresAt, body }: StandingOffer,
  { startsAt }: BookingWish,
): Promise<Claimed | undefined> {
  const standing = await bookingOfOffer(connection, owner, offerId);
  if (standing !== undefined) return { kind: "booked_already", bookingId: standing.bookingId };
  if (await isPromised(connection, owner, timeOf(startsAt, body.lengthMinutes))) return { kind: "slot_taken" };
  if (isBookable(state)) return undefined;
  const text = state === "expired" ? `The times could be picked until ${expiresAt.slice(0, 10)}.` : "It is over.";
  return { kind: "offer_over", because: because(`Q7.offer_${state}`, text) };
}

const timeOf = (startsAt: Instant, lengthMinutes: number): OfferedTime => ({
  startsAt,
  endsAt: after(startsAt, { minutes: lengthMinutes }),
});

/** The short transaction: behind the owner's lock, by the same slot function as the offer, without a word to any provider. */
const claim = (world: World, owner: OwnerId, wish: BookingWish, where: CalendarFor): Promise<Claimed> =>
  world.database.transaction().execute(async (database): Promise<Claimed> => {
    const inside = { ...world, database };
    const now = world.clock.now();
    await lockOwner(database, owner);
    const offer = await findOffer(database, owner, wish.offerId);
    if (offer === undefined) return { kind: "offer_over", because: noOffer };
    const stands = await standsAgainst(database, owner, offer, wish);
    if (stands !== undefined) return stands;
    if (offer.expiresAt <= now && wish.source !== "owner") return expired(offer);
    const { contactId, body } = offer;
    const prepared = await lookAgain(inside, owner, { contactId, body, now });
    if (!isFree(prepared, wish.startsAt, wish.source === "owner" ? "owner" : "guest")) return { kind: "slot_taken" };
    const bookingId = inside.ids.next<BookingId>();
    const picked = timeOf(wish.startsAt, body.lengthMinutes);
    const reason = agreed[wish.source];
    const state = await claimTime(inside, owner, where, {
      bookingId,
      contactId,
      offerId: offer.offerId,
      ...(offer.groupId !== undefined && { groupId: offer.groupId }),
      ...(offer.planItemId !== undefined && { planItemId: offer.planItemId }),
      ...(wish.messageId !== undefined && { messageId: wish.messageId }),
      ...picked,
      source: wish.source,
      generation: 1,
      eventKey: eventKey(bookingId, 1),
      body: await toldOf(inside, owner, offer, wish.startsAt),
      because: [reason],
      happened: "confirmed",
    });
    if (state === undefined) return { kind: "slot_taken" };
    await moveOffer(inside, owner, offer, { event: "accepted", because: reason, picked });
    await countInPlan(inside, owner, offer, wish);
    return { kind: "booked", bookingId, state };
  });

const expired = ({ expiresAt }: StandingOffer): Claimed => ({
  kind: "offer_over",
  because: because("Q7.offer_expired", `The times could be picked until ${expiresAt.slice(0, 10)}.`),
});

const agreed: Readonly<Record<BookingWish["source"], Because>> = {
  reply: because("Q8.by_reply", "They agreed to this time in a letter."),
  page: because("Q8.by_page", "They picked this time on the page."),
  owner: because("Q8.by_owner", "You booked this time."),
};

/** A letter of theirs is kept as an answer already; a click is one too. */
async function countInPlan(
  inside: WorldInside,
  owner: OwnerId,
  { contactId, groupId, planItemId }: StandingOffer,
  { startsAt, source }: BookingWish,
): Promise<void> {
  // The plan counts meetings of two, and a group's members were asked by no sequence of theirs (R17).
  if (groupId !== undefined) return;
  const { database } = inside;
  const now = inside.clock.now();
  const zone = await ownerZone(inside, owner);
  if (source === "reply") await bookPlanItem(database, owner, { contactId, startsAt, planned: planItemId, zone }, now);
  else {
    const answer = { meaning: "accept", at: now, startsAt } as const;
    await keepAnswer(database, owner, { contactId, answer, zone }, now);
  }
}

/** Their yes was counted when it was read. */
const takeBackItem = (world: World, owner: OwnerId, { contactId }: StandingOffer, startsAt: Instant): Promise<void> =>
  world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    const why = because("Q8.slot_taken", "They agreed to a time that was taken meanwhile.");
    await freePlanItem(database, owner, { contactId, startsAt }, why, world.clock.now());
  });
