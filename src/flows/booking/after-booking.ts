/** What a booking leads to in words: the confirmation in the thread, or another letter that waits for the owner. */
import type { Booking } from "../../domain/booking/booking.ts";
import { callingOffErrand, confirmationErrand, type Errand, newTimesErrand } from "../../domain/draft/errand.ts";
import type { BookingId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findBooking } from "../../store/bookings.ts";
import { saveErrands } from "../../store/errands.ts";
import { setTimer } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { confirmTimer } from "./confirm-in-thread.ts";

export type BookingNews = {
  bookingId: BookingId;
  happened: "confirmed" | "moved" | "called_off" | "not_possible";
};

/** Inside the transaction that confirms, moves or calls off the booking, after its row was saved. */
export async function afterBooking(inside: WorldInside, owner: OwnerId, news: BookingNews): Promise<void> {
  const { database, clock, ids } = inside;
  const now = clock.now();
  const booking = await findBooking(database, owner, news.bookingId);
  const errand = booking && errandAfter(booking, news.happened, now);
  if (errand === undefined) return;
  await saveErrands(database, owner, [{ ...errand, followUpId: ids.next<FollowUpId>() }], now);
  await setTimer(database, owner, confirmTimer(news.bookingId), now);
}

/** What the calendar has told both needs no letter. */
function errandAfter(booking: Booking, happened: BookingNews["happened"], now: Instant): Errand | undefined {
  const { contactId, bookingId, startsAt } = booking;
  const meeting = { bookingId, startsAt };
  switch (happened) {
    case "confirmed":
      return booking.source === "calendar" ? undefined : confirmationErrand(contactId, meeting);
    case "moved":
      return isBy(booking, movedByHand) ? confirmationErrand(contactId, meeting) : undefined;
    case "called_off":
      return isBy(booking, calledOffByOwner) ? callingOffErrand(contactId, meeting) : undefined;
    case "not_possible":
      return newTimesErrand(contactId, { about: bookingId, takenAt: startsAt, now });
  }
}

const movedByHand: ReadonlySet<string> = new Set(["Q7.moved_by_owner", "Q7.moved_by_guest"]);
const calledOffByOwner: ReadonlySet<string> = new Set(["Q7.called_off_by_owner"]);

/** By the last of these that happened to it. */
const isBy = ({ because }: Booking, rules: ReadonlySet<string>): boolean => because.some(({ rule }) => rules.has(rule));
