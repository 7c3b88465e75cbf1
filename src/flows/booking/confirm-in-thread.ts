/**
 * The letter that a booking asks for is written at once; a confirmation whose words the owner saw when they approved the times,
 * or agreed to theirs, leaves by that yes (requirements, "One approval covers"). Everything else waits for the owner.
 */
import type { Booking } from "../../domain/booking/booking.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { agreedTo } from "../../store/answers.ts";
import { standingApproval } from "../../store/approvals.ts";
import { findBooking } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import { proposedDraft } from "../../store/drafts.ts";
import { findErrand } from "../../store/errands.ts";
import { findOffer } from "../../store/offers.ts";
import { finishTimer, type TimerKey } from "../../store/timers.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import { confirmationHash } from "../letters/confirm-meeting.ts";
import { approveDraft } from "../sending/approve-draft.ts";
import type { World } from "../world.ts";
import { confirmationDesk } from "./confirmation-preview.ts";

export const confirmTimer = (bookingId: BookingId): TimerKey => ({ kind: "confirm_booking", subjectId: bookingId });

export async function confirmInThread(world: World, owner: OwnerId, bookingId: BookingId): Promise<void> {
  const { database } = world;
  const booking = await findBooking(database, owner, bookingId);
  if (booking !== undefined) {
    await composeDrafts(world, owner);
    if (await isCovered(world, owner, booking)) await approve(world, owner, booking);
  }
  await finishTimer(database, owner, confirmTimer(bookingId));
}

async function approve(world: World, owner: OwnerId, { bookingId, contactId }: Booking): Promise<void> {
  const about = { contactId, kind: "confirmation", about: bookingId };
  const followUpId = await findErrand(world.database, owner, about);
  const draft = followUpId === undefined ? undefined : await proposedDraft(world.database, owner, followUpId);
  if (draft === undefined) return;
  const { draftId, textHash } = draft;
  const wish = { draftId, textHash: textHash.toString("hex"), withNudges: false, way: "covered" } as const;
  const approved = await approveDraft(world, owner, wish);
  if (approved.kind !== "approved")
    world.log.info({ ownerId: owner, bookingId, outcome: approved.kind }, "a confirmation waits for the owner");
}

/** Only of the first time agreed on: what was moved since is confirmed by the owner. */
async function isCovered(world: World, owner: OwnerId, booking: Booking): Promise<boolean> {
  const { database } = world;
  const { contactId, offerId, body, source, startsAt, state, rescheduledFrom } = booking;
  if (state !== "confirmed" || rescheduledFrom !== undefined || source === "calendar") return false;
  const [contact] = await loadContacts(database, owner, contactId);
  const now = contact && confirmationHash(contact, body, await confirmationDesk(world, owner));
  if (now === undefined) return false;
  if (source === "owner") {
    const agreed = await agreedTo(database, owner, contactId, startsAt);
    return agreed?.equals(now) === true;
  }
  const offer = offerId === undefined ? undefined : await findOffer(database, owner, offerId);
  const approval = offer?.draftId === undefined ? undefined : await standingApproval(database, owner, offer.draftId);
  return approval?.covers.confirmation?.hash === now.toString("hex");
}
