/** The lives of offers, holds and bookings: what may follow what, and what is to be done then. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  activeStates,
  type BookingEvent,
  type BookingState,
  type EventState,
  eventWhenCancelled,
  eventWhenMoved,
  evolveBooking,
} from "../../../src/domain/booking/booking.ts";
import { eventWhenReleased, evolveHold, type HoldEventState } from "../../../src/domain/booking/hold.ts";
import { nextStep } from "../../../src/domain/booking/next-step.ts";
import { evolveOffer, isBookable, type OfferEvent, type OfferState } from "../../../src/domain/booking/offer.ts";

const offerEvents: OfferEvent[] = ["accepted", "countered", "declined", "expired", "withdrawn", "given_back"];
const bookingEvents: BookingEvent[] = ["looked_free", "confirmed", "cancelled", "held", "not_held"];
const bookingStates: BookingState[] = ["claiming", "pending", "confirmed", "took_place", "cancelled", "no_show"];
const eventStates: EventState[] = ["none", "wanted", "unknown", "standing", "moving", "removing", "removed", "refused"];

describe("an offer", () => {
  test.each<[OfferState, string]>([
    ["open", "accepted>accepted countered>countered declined>declined expired>expired withdrawn>withdrawn"],
    ["accepted", "withdrawn>withdrawn given_back>open"],
    ["countered", "accepted>accepted declined>declined expired>expired withdrawn>withdrawn"],
    ["declined", ""],
    ["expired", ""],
    ["withdrawn", ""],
  ])("that is %s may become: %s", (state, said) => {
    const next = offerEvents.flatMap((event) => {
      const then = evolveOffer(state, event);
      return then === undefined ? [] : [`${event}>${then}`];
    });
    expect(next.join(" ")).toBe(said);
  });

  test("that ended never comes to a meeting, whatever is told of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...offerEvents), { maxLength: 12 }), (events) => {
        let state: OfferState = "open";
        for (const event of events) {
          const wasOver = ["declined", "expired", "withdrawn"].includes(state);
          const next: OfferState | undefined = evolveOffer(state, event);
          if (wasOver) expect([next, isBookable(state)]).toEqual([undefined, false]);
          state = next ?? state;
        }
      }),
    );
  });
});

test.each([
  ["placed", "released", "released"],
  ["placed", "converted", "converted"],
  ["released", "converted", undefined],
  ["converted", "released", undefined],
] as const)("a hold that is %s and told %s is %s", (state, event, next) => expect(evolveHold(state, event)).toBe(next));

test.each<[HoldEventState, HoldEventState]>([
  ["none", "none"],
  ["wanted", "none"],
  ["unknown", "removing"],
  ["standing", "removing"],
  ["removed", "removed"],
  ["refused", "refused"],
])("a tentative event that is %s becomes %s when its time is let go", (state, next) =>
  expect(eventWhenReleased(state)).toBe(next),
);

describe("a booking", () => {
  test.each<[BookingState, string]>([
    ["claiming", "looked_free>pending cancelled>cancelled"],
    ["pending", "confirmed>confirmed cancelled>cancelled"],
    ["confirmed", "cancelled>cancelled held>took_place not_held>no_show"],
    ["took_place", "not_held>no_show"],
    ["no_show", "held>took_place"],
    ["cancelled", ""],
  ])("that is %s may become: %s", (state, said) => {
    const next = bookingEvents.flatMap((event) => {
      const then = evolveBooking(state, event);
      return then === undefined ? [] : [`${event}>${then}`];
    });
    expect(next.join(" ")).toBe(said);
  });

  test("whose hour was given back never has one again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bookingEvents), { maxLength: 12 }), (events) => {
        let state: BookingState = "claiming";
        let wasActive = true;
        for (const event of events) {
          state = evolveBooking(state, event) ?? state;
          const isActive = activeStates.some((one) => one === state);
          expect(isActive && !wasActive).toBe(false);
          wasActive = isActive;
        }
      }),
    );
  });

  test.each<[BookingState, string]>([
    ["claiming", "look look look look look look look look"],
    ["pending", "confirm put find confirm move confirm confirm confirm"],
    ["confirmed", "rest rest rest rest rest rest rest rest"],
    ["cancelled", "rest rest rest rest rest remove rest rest"],
  ])("that is %s asks, by what stands there, for: %s", (state, said) =>
    expect(eventStates.map((eventState) => nextStep({ state, eventState })).join(" ")).toBe(said),
  );

  test("that is called off leaves no event unasked for: what may stand there is taken away, what was never asked for is not", () =>
    expect(eventStates.map(eventWhenCancelled)).toEqual([
      "none",
      "none",
      "removing",
      "removing",
      "removing",
      "removing",
      "removed",
      "refused",
    ]));

  test("that moves takes its event along, and asks for another where it was taken away", () =>
    expect(eventStates.map(eventWhenMoved)).toEqual([
      "none",
      "wanted",
      "unknown",
      "moving",
      "moving",
      "wanted",
      "wanted",
      "wanted",
    ]));

  test("asks the calendar for nothing once it is over", () => {
    for (const state of bookingStates.filter((one) => evolveBooking(one, "cancelled") === undefined))
      for (const eventState of eventStates) expect(["rest", "remove"]).toContain(nextStep({ state, eventState }));
  });
});
