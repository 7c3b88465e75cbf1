/** A named time of an open offer, kept for one person (Q6), and the tentative event that may stand for it in the calendar. */
import type { AccountId, ContactId, HoldId, OfferId } from "../ids.ts";
import type { Instant } from "../time.ts";

export type HoldState = "placed" | "released" | "converted";
export type HoldEvent = "released" | "converted";

/** none: the owner wishes no event. wanted: not asked for yet. unknown: asked for, and nobody knows. */
export type HoldEventState = "none" | "wanted" | "unknown" | "standing" | "removing" | "removed" | "refused";

export type Hold = {
  holdId: HoldId;
  offerId: OfferId;
  contactId: ContactId;
  startsAt: Instant;
  endsAt: Instant;
  state: HoldState;
  /** Until when it holds at most. */
  untilAt: Instant;
  event: {
    state: HoldEventState;
    accountId?: AccountId;
    calendar?: string;
    ref?: string;
  };
  version: number;
  changedAt: Instant;
};

const moves: Readonly<Record<HoldState, Partial<Readonly<Record<HoldEvent, HoldState>>>>> = {
  placed: { released: "released", converted: "converted" },
  released: {},
  converted: {},
};

/** The state that follows; undefined when it cannot: a time that was let go is held anew by another hold. */
export const evolveHold = (state: HoldState, event: HoldEvent): HoldState | undefined => moves[state][event];

/** What becomes of the tentative event once the time is not held any more. */
export const eventWhenReleased = (state: HoldEventState): HoldEventState => {
  switch (state) {
    case "wanted":
      return "none";
    case "unknown":
    case "standing":
      return "removing";
    default:
      return state;
  }
};

type Time = { startsAt: Instant; endsAt: Instant };

/** Half-open: what ends when the other starts does not touch it. */
export const overlap = (one: Time, other: Time): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Of the times that a letter names, those that may be held: to come, and nobody else's (each is held for one person, never two). */
export const timesToHold = (
  times: readonly Time[],
  taken: readonly Time[],
  { now, lapse }: { now: Instant; lapse: (startsAt: Instant) => Instant },
): Time[] => times.filter((time) => lapse(time.startsAt) > now && !taken.some((other) => overlap(time, other)));
