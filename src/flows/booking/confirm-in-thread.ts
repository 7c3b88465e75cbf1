/**
 * The letter that a booking asks for is written at once; a confirmation whose words the owner saw when they approved the times,
 * or agreed to theirs, leaves by that yes (requirements, "One approval covers"). Everything else waits for the owner.
 */
import type { Booking } from "../../domain/booking/booking.ts";
import { hasSaidYes } from "../../domain/booking/group.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { agreedTo } from "../../store/answers.ts";
import { standingApproval } from "../../store/approvals.ts";
import { findBooking } from "../../store/bookings.ts";
import { loadContacts } from "../../store/contacts.ts";
import { proposedDraft } from "../../store/drafts.ts";
import { findErrand } from "../../store/errands.ts";
import { findGroup } from "../../store/groups.ts";
import { findOffer } from "../../store/offers.ts";
import { finishTimer, type TimerKey } from "../../store/timers.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import { confirmationHash } from "../letters/confirm-meeting.ts";
import { toldTo } from "../letters/group-letter.ts";
import { approveDraft } from "../sending/approve-draft.ts";
import type { World } from "../world.ts";
import { confirmationDesk, toldByLetter } from "./confirmation-preview.ts";
import { type Guest, guestsOf } from "./guests-of.ts";

export const confirmTimer = (bookingId: BookingId): TimerKey => ({ kind: "confirm_booking", subjectId: bookingId });

export async function confirmInThread(world: World, owner: OwnerId, bookingId: BookingId): Promise<void> {
  const { database } = world;
  const booking = await findBooking(database, owner, bookingId);
  if (booking !== undefined) {
    await composeDrafts(world, owner);
    for (const guest of await guestsOf(database, owner, booking))
      if (await isCovered(world, owner, booking, guest)) await approve(world, owner, booking, guest);
  }
  await finishTimer(database, owner, confirmTimer(bookingId));
}

async function approve(world: World, owner: OwnerId, { bookingId }: Booking, { contactId }: Guest): Promise<void> {
  const about = { contactId, kind: "confirmation", about: bookingId };
  const followUpId = await findErrand(world.database, owner, about);
  const draft = followUpId === undefined ? undefined : await proposedDraft(world.database, owner, followUpId);
  // What the owner wrote into it meanwhile, they send themselves.
  if (draft === undefined || draft.isEdited) return;
  const { draftId, textHash } = draft;
  const wish = { draftId, textHash: textHash.toString("hex"), withNudges: false, way: "covered" } as const;
  const approved = await approveDraft(world, owner, wish);
  if (approved.kind !== "approved")
    world.log.info({ ownerId: owner, bookingId, outcome: approved.kind }, "a confirmation waits for the owner");
}

/**
 * Only of the first time agreed on: what was moved since is confirmed by the owner. A call that the words promise a link for, and
 * that the calendar made none for, is theirs too.
 */
async function isCovered(world: World, owner: OwnerId, booking: Booking, guest: Guest): Promise<boolean> {
  const { database } = world;
  const { offerId, body, groupId, source, startsAt, state, rescheduledFrom } = booking;
  const { contactId } = guest;
  if (state !== "confirmed" || rescheduledFrom !== undefined || source === "calendar") return false;
  if (body.wantsLink && body.link === undefined) return false;
  const [contact] = await loadContacts(database, owner, contactId);
  const group = groupId === undefined ? undefined : await findGroup(database, owner, groupId);
  // Whom only their silence lets come has agreed to nothing yet.
  const hasAgreed = group === undefined || hasSaidYes(group, contactId, startsAt);
  if (contact === undefined || !hasAgreed) return false;
  const desk = await confirmationDesk(world, owner);
  const offer = offerId === undefined ? undefined : await findOffer(database, owner, offerId);
  const draftId = guest.draftId ?? offer?.draftId;
  const said =
    group === undefined
      ? await toldByLetter(world, owner, { body, ...(draftId !== undefined && { draftId }) })
      : toldTo(contact, group.body, desk);
  const now = confirmationHash(contact, { ...body, ...said }, desk);
  if (now === undefined) return false;
  if (source === "owner") {
    const agreed = await agreedTo(database, owner, contactId, startsAt);
    return agreed?.equals(now) === true;
  }
  const approval = draftId === undefined ? undefined : await standingApproval(database, owner, draftId);
  return approval?.covers.confirmation?.hash === now.toString("hex");
}
