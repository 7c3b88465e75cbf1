/** What a booking leads to in words: the confirmation in the thread, or another letter that waits for the owner. */
import type { Booking } from "../../domain/booking/booking.ts";
import {
  callingOffErrand,
  confirmationErrand,
  type Errand,
  newTimesErrand,
  withoutYouErrand,
} from "../../domain/draft/errand.ts";
import type { BookingId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findBooking } from "../../store/bookings.ts";
import { saveErrands } from "../../store/errands.ts";
import { setTimer } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { confirmTimer } from "./confirm-in-thread.ts";
import { groupAt, guestsOf } from "./guests-of.ts";

export type BookingNews = {
  bookingId: BookingId;
  happened: "confirmed" | "moved" | "called_off" | "not_possible";
};

/** Inside the transaction that confirms, moves or calls off the booking, after its row was saved. */
export async function afterBooking(inside: WorldInside, owner: OwnerId, news: BookingNews): Promise<void> {
  const { database, clock, ids } = inside;
  const now = clock.now();
  const booking = await findBooking(database, owner, news.bookingId);
  if (booking === undefined) return;
  const guests = await guestsOf(database, owner, booking);
  const letters = guests.flatMap(({ contactId }) => errandAfter({ ...booking, contactId }, news.happened, now) ?? []);
  const errands = [...letters, ...(await wordsToAbsent(inside, owner, booking, news.happened))];
  if (errands.length === 0) return;
  const asked = errands.map((errand) => ({ ...errand, followUpId: ids.next<FollowUpId>() }));
  await saveErrands(database, owner, asked, now);
  await setTimer(database, owner, confirmTimer(news.bookingId), now);
}

/** Whom the time of their group does not suit is not left without an answer. */
async function wordsToAbsent(
  { database }: WorldInside,
  owner: OwnerId,
  { groupId, bookingId, startsAt }: Booking,
  happened: BookingNews["happened"],
): Promise<Errand[]> {
  if (groupId === undefined || happened !== "confirmed") return [];
  const { absent } = await groupAt(database, owner, groupId, startsAt);
  return absent.map(({ contactId }) => withoutYouErrand(contactId, { groupId, bookingId, startsAt }));
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
      // How a group goes on without its time the owner says on its page.
      if (booking.groupId !== undefined) return undefined;
      return newTimesErrand(contactId, { about: bookingId, takenAt: startsAt, now });
  }
}

const movedByHand: ReadonlySet<string> = new Set(["Q7.moved_by_owner", "Q7.moved_by_guest"]);
const calledOffByOwner: ReadonlySet<string> = new Set(["Q7.called_off_by_owner"]);

/** By the last of these that happened to it. */
const isBy = ({ because }: Booking, rules: ReadonlySet<string>): boolean => because.some(({ rule }) => rules.has(rule));
