/** The rows that ask for work on offers and bookings. */
import type { BookingId, OfferId } from "../../domain/ids.ts";
import type { TimerKey } from "../../store/timers.ts";

export const keepBookingTimer = (bookingId: BookingId): TimerKey => ({ kind: "keep_booking", subjectId: bookingId });
export const expireOfferTimer = (offerId: OfferId): TimerKey => ({ kind: "expire_offer", subjectId: offerId });
