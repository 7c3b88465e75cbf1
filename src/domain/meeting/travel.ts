/** Minutes between what already stands in the calendar and the place of a new meeting (`travelMinutesTo` of a question). */
import type { Busy } from "./busy.ts";
import { plainName } from "./city.ts";
import type { Point } from "./distance.ts";
import { estimatedMinutes, kilometresBetween, withinCityMinutes } from "./distance.ts";
import { cityInAddress } from "./place.ts";

export type MeetingPlace = {
  /** As it would stand in the event: name, or name and address. */
  text: string;
  at?: Point;
  /** From where the owner usually is. */
  minutesFromBase: number;
};

/** How sure it may be that a place is not around the corner: a place that cannot be found is taken to be this far. */
const unknownPlaceMinutes = 30;
/** Further away than a morning's journey: whoever is there that day needs more than minutes, so the day is closed. */
const travelMinutesMax = 12 * 60;

/**
 * The function that a question asks of each item. Items without a place, online items and all-day items are left from the
 * base; items at the same place cost nothing; other places by their city. What cannot be placed is never taken as near.
 */
export function travelTo(meeting: MeetingPlace): (item: Busy) => number {
  const known = new Map<string, number>();
  const here = plainName(meeting.text);
  return ({ place, allDay }) => {
    if (place === undefined || allDay === true || onlinePlace.test(place)) return meeting.minutesFromBase;
    const minutes = known.get(place) ?? minutesFrom(place, meeting, here);
    known.set(place, minutes);
    return minutes;
  };
}

/** Whether an item's place is the meeting's own: the two texts name the same thing, one perhaps with its address. */
export function isSamePlace(one: string, other: string): boolean {
  const [first, second] = [plainName(one), plainName(other)];
  if (first === "" || second === "") return false;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return long === short || long.startsWith(`${short} `);
}

function minutesFrom(place: string, meeting: MeetingPlace, here: string): number {
  if (isSamePlace(place, here)) return 0;
  const there = cityInAddress(place)?.city;
  const at = meeting.at ?? cityInAddress(meeting.text)?.city;
  if (there === undefined || at === undefined) return Math.max(unknownPlaceMinutes, meeting.minutesFromBase);
  const kilometres = kilometresBetween(there, at);
  return Math.min(Math.max(withinCityMinutes, estimatedMinutes(kilometres)), travelMinutesMax);
}

const onlinePlace =
  /https?:\/\/|\b(?:zoom|microsoft teams|teams meeting|google meet|webex|skype|online|telephone|phone)\b/i;
