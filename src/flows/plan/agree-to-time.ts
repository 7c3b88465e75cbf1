/**
 * The owner agrees to the time that somebody named (R34): it is booked, or the meeting that stands moves there, and confirmed
 * in the words that stood beside the button.
 */
import { isActive } from "../../domain/booking/booking.ts";
import type { StandingOffer } from "../../domain/booking/offer.ts";
import type { AnswerId, BookingId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { agreeToAnswer, closeAnswer, findAnswer, type KeptAnswer } from "../../store/answers.ts";
import { bookingsWith } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import { findOffer } from "../../store/offers.ts";
import { type Booked, bookMeeting } from "../booking/book-meeting.ts";
import { confirmationDesk, toldByLetter } from "../booking/confirmation-preview.ts";
import { rescheduleBooking } from "../booking/reschedule-booking.ts";
import { type ConfirmationTold, confirmationFor, confirmationHash } from "../letters/confirm-meeting.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

export type TimeToAgree = {
  startsAt: Instant;
  endsAt: Instant;
  /** The letter that will confirm it; undefined while something is missing for it. */
  confirmation: string | undefined;
};

/** What stands beside the button; undefined when the answer names no time that could be had, or is dealt with. */
export async function timeToAgree(world: World, owner: OwnerId, answerId: AnswerId): Promise<TimeToAgree | undefined> {
  const found = await proposalOf(world, owner, answerId);
  if (found === undefined) return undefined;
  const { startsAt, endsAt, contact, told, desk } = found;
  return { startsAt, endsAt, confirmation: confirmationFor(contact, told, startsAt, desk) };
}

export async function agreeToTime(
  world: World,
  owner: OwnerId,
  answerId: AnswerId,
): Promise<Booked | { kind: "not_there" }> {
  const { database } = world;
  const found = await proposalOf(world, owner, answerId);
  if (found === undefined) return { kind: "not_there" };
  const { answer, offer, startsAt, contact, told, desk } = found;
  const hash = confirmationHash(contact, told, desk);
  if (hash !== undefined) await agreeToAnswer(database, owner, answerId, hash);
  const standing = await standingMeeting(world, owner, answer);
  const booked =
    standing === undefined
      ? await bookMeeting(world, owner, { offerId: offer.offerId, startsAt, source: "owner", ...messageOf(answer) })
      : await rescheduleBooking(world, owner, { bookingId: standing, startsAt, by: "owner" });
  if (booked.kind === "booked" || booked.kind === "booked_already")
    await closeAnswer(database, owner, answerId, {
      ledTo: "booked",
      bookingId: booked.bookingId,
      at: world.clock.now(),
    });
  return booked;
}

const messageOf = ({ messageId }: KeptAnswer) => (messageId === undefined ? {} : { messageId });

async function standingMeeting(
  world: World,
  owner: OwnerId,
  { contactId }: KeptAnswer,
): Promise<BookingId | undefined> {
  const now = world.clock.now();
  const all = await bookingsWith(world.database, owner, contactId);
  return all.find((one) => isActive(one) && one.startsAt > now)?.bookingId;
}

async function proposalOf(world: World, owner: OwnerId, answerId: AnswerId) {
  const { database } = world;
  const answer = await findAnswer(database, owner, answerId);
  if (answer?.state !== "open" || answer.proposesAt === undefined || answer.offerId === undefined) return undefined;
  const offer = await findOffer(database, owner, answer.offerId);
  const [contact] = await loadContacts(database, owner, answer.contactId);
  if (offer === undefined || contact === undefined) return undefined;
  const startsAt = answer.proposesAt;
  const told = { ...toldBy(offer, await ownerZone(world, owner)), ...(await toldByLetter(world, owner, offer)) };
  const desk = await confirmationDesk(world, owner);
  return {
    answer,
    offer,
    contact,
    told,
    desk,
    startsAt,
    endsAt: after(startsAt, { minutes: offer.body.lengthMinutes }),
  };
}

const toldBy = (
  { body: { mode, occasion, place, readersZone } }: StandingOffer,
  zone: ConfirmationTold["zone"],
): ConfirmationTold => ({
  mode,
  occasion,
  zone,
  ...(place !== undefined && { place }),
  ...(readersZone !== undefined && { readersZone }),
});
