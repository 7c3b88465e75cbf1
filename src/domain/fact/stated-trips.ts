/** Where a person said that they will be (R31), as trips that can be laid beside the owner's. */
import { cityNamed } from "../meeting/city.ts";
import type { Trip } from "../meeting/trip.ts";
import type { Fact } from "./fact.ts";

/** Soonest first. */
export const statedTrips = (facts: readonly Fact[]): Trip[] =>
  facts
    .flatMap(({ kind, saidBy, place, dueOn, untilOn, quote }): Trip[] => {
      const city = place === undefined ? undefined : cityNamed(place)?.city;
      if (kind !== "trip" || saidBy !== "person" || city === undefined || dueOn === undefined) return [];
      return [{ city, firstDay: dueOn, lastDay: untilOn ?? dueOn, because: `they wrote "${quote.slice(0, 80)}"` }];
    })
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : one.firstDay > other.firstDay ? 1 : 0));
