/** What is to be done for a booking now, so that calendar and promise agree. */
import type { Booking } from "./booking.ts";

export type BookingStep =
  /** Ask every calendar live whether the hour is free. */
  | "look"
  /** Write the event. */
  | "put"
  /** Find out whether it was written. */
  | "find"
  | "move"
  | "remove"
  /** Read it back, and say that the meeting stands. */
  | "confirm"
  | "rest";

export function nextStep({ state, eventState }: Pick<Booking, "state" | "eventState">): BookingStep {
  switch (state) {
    case "claiming":
      return "look";
    case "pending":
      return pendingStep(eventState);
    case "cancelled":
      return eventState === "removing" ? "remove" : "rest";
    case "confirmed":
    case "took_place":
    case "no_show":
      return "rest";
  }
}

function pendingStep(eventState: Booking["eventState"]): BookingStep {
  switch (eventState) {
    case "wanted":
      return "put";
    case "unknown":
      return "find";
    case "moving":
      return "move";
    // What the calendar did not take stands here alone, and its owner is told.
    case "none":
    case "standing":
    case "refused":
    case "removing":
    case "removed":
      return "confirm";
  }
}
