/**
 * A booking: an hour of the owner's that is promised to somebody (Q8). It is claimed first, looked at live, written into the
 * calendar, and confirmed once it was read back; moved, another booking follows it and keeps its event.
 */
import { z } from "zod";
import type { Because } from "../because.ts";
import type { AccountId, BookingId, ContactId, GroupMeetingId, MessageId, OfferId, PlanItemId } from "../ids.ts";
import { meetingTypes } from "../plan/plan.ts";
import type { Instant } from "../time.ts";
import { instant, zone } from "./offer.ts";

export const bookingBody = z.object({
  title: z.string(),
  meeting: z.enum(meetingTypes).exactOptional(),
  occasion: z.enum(["coffee", "lunch", "call"]),
  mode: z.enum(["in_person", "video", "phone"]),
  /** As the letter says it. */
  place: z.string().exactOptional(),
  /** A video link is to be made by the provider. */
  wantsLink: z.boolean(),
  /** The video link, once one is known. */
  link: z.string().exactOptional(),
  guests: z.array(z.object({ address: z.string(), name: z.string().exactOptional() })),
  /** The owner's at the time of the meeting. */
  zone,
  readersZone: zone.exactOptional(),
  locale: z.string(),
  /** Another time that the guest proposed in the calendar; shown to the owner. */
  proposed: z.object({ startsAt: instant, endsAt: instant }).exactOptional(),
  /** It stands in the calendar at a time that is not free otherwise; shown to the owner, who put it there. */
  conflict: z.string().exactOptional(),
});
export type BookingBody = z.output<typeof bookingBody>;

export const activeStates = ["claiming", "pending", "confirmed"] as const;
export type ActiveState = (typeof activeStates)[number];
export type BookingState = ActiveState | "took_place" | "cancelled" | "no_show";

/**
 * What stands at the provider, as far as is known. none: nothing is wanted there. wanted: never asked for. unknown: asked for,
 * and no answer. moving, removing: it stands there, or may, and shall stand elsewhere or be gone.
 */
export type EventState = "none" | "wanted" | "unknown" | "standing" | "moving" | "removing" | "removed" | "refused";

export type Booking = {
  bookingId: BookingId;
  contactId: ContactId;
  offerId?: OfferId;
  groupId?: GroupMeetingId;
  /** Where the event stands or shall stand; absent for an owner whom nothing may be written for. */
  accountId?: AccountId;
  calendar?: string;
  /** Of a line of bookings that follow each other, from 1. */
  generation: number;
  state: BookingState;
  startsAt: Instant;
  endsAt: Instant;
  body: BookingBody;
  source: "reply" | "page" | "owner" | "calendar";
  messageId?: MessageId;
  planItemId?: PlanItemId;
  rescheduledFrom?: BookingId;
  /** 32 hex digits. */
  eventKey: string;
  eventRef?: string;
  eventState: EventState;
  leaseUntil?: Instant;
  attempts: number;
  because: readonly Because[];
  version: number;
  createdAt: Instant;
  changedAt: Instant;
};

/**
 * looked_free: every calendar was asked live. confirmed: the event was read back as it shall stand, or none is wanted.
 * not_held and held: what became of it, by default or by the owner's word, which may be corrected.
 */
export type BookingEvent = "looked_free" | "confirmed" | "cancelled" | "held" | "not_held";

const moves: Readonly<Record<BookingState, Partial<Readonly<Record<BookingEvent, BookingState>>>>> = {
  claiming: { looked_free: "pending", cancelled: "cancelled" },
  pending: { confirmed: "confirmed", cancelled: "cancelled" },
  confirmed: { cancelled: "cancelled", held: "took_place", not_held: "no_show" },
  took_place: { not_held: "no_show" },
  no_show: { held: "took_place" },
  cancelled: {},
};

/** The state that follows; undefined when it cannot: an hour given back is nobody's, and what took place cannot be called off. */
export const evolveBooking = (state: BookingState, event: BookingEvent): BookingState | undefined =>
  moves[state][event];

export const isActive = ({ state }: Pick<Booking, "state">): boolean => activeStates.some((one) => one === state);

/** What is to become of the event when the hour is given back. What was never asked for needs no taking away. */
export function eventWhenCancelled(state: EventState): EventState {
  switch (state) {
    case "wanted":
      return "none";
    case "unknown":
    case "standing":
    case "moving":
      return "removing";
    default:
      return state;
  }
}

/** What the booking that follows begins with: the event of the one before it, which may still be on its way. */
export function eventWhenMoved(state: EventState): EventState {
  switch (state) {
    case "standing":
    case "moving":
      return "moving";
    // Taken away by hand, or never taken: asked for again under a key of its own.
    case "removing":
    case "removed":
    case "refused":
      return "wanted";
    default:
      return state;
  }
}
