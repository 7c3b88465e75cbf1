/** Days on which somebody is in another city: the owner's from their calendar, a contact's from what they said. */
import { addDays, type PlainDate } from "../time.ts";
import { type City, cityNamed } from "./city.ts";
import { dayMs, dayNumberOf, dayOfNumber } from "./day-number.ts";
import { kilometresBetween } from "./distance.ts";
import type { CalendarEvent } from "./event.ts";
import { instantMillis } from "./instant-millis.ts";
import type { DaySpan } from "./refusal.ts";
import { type DatedZone, type WallClock, wallMs } from "./wall-clock.ts";

export type Trip = DaySpan & {
  city: City;
  /** For the owner: "“Berlin trip” in your calendar". */
  because: string;
};

/** Nearer than this to home is an outing, not a trip. */
const awayKm = 60;
const titleMax = 200;

/**
 * The owner's trips, from expanded events: all-day items whose title or place names another city with a word of travel,
 * and journeys there followed by a journey home. A journey without a way back covers its own day only.
 */
export function tripsIn(events: readonly CalendarEvent[], home: City, clock: WallClock): readonly Trip[] {
  const stays: Trip[] = [];
  const journeys: { day: PlainDate; to: City; title: string }[] = [];
  for (const event of events) {
    if (event.status === "cancelled" || event.kind === "birthday") continue;
    const city = destination(event, home);
    if (city === undefined) continue;
    const { time } = event;
    if (time.kind === "all_day") {
      if (isAway(city, home))
        stays.push({ city, firstDay: time.firstDay, lastDay: time.lastDay, because: from(event) });
    } else {
      const arrives = dayOfNumber(Math.floor(wallMs(clock, instantMillis(time.endsAt)) / dayMs));
      journeys.push({ day: arrives, to: city, title: event.title });
    }
  }
  journeys.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  for (const [at, { day, to, title }] of journeys.entries()) {
    if (!isAway(to, home)) continue;
    const onward = journeys[at + 1];
    const isNear = onward !== undefined && dayNumberOf(onward.day) - dayNumberOf(day) <= stayDaysMax;
    stays.push({ city: to, firstDay: day, lastDay: isNear ? onward.day : day, because: from({ title }) });
  }
  return stays.sort((one, other) => (one.firstDay < other.firstDay ? -1 : one.firstDay > other.firstDay ? 1 : 0));
}

/** Days on which both are in one city: the owner on a trip to the contact, or the other way round, or both on trips. */
export function daysTogether(
  owner: { home: City; trips: readonly Trip[] },
  contact: { home: City; trips: readonly Trip[] },
): readonly Trip[] {
  const meets = (one: City, other: City) => one === other || kilometresBetween(one, other) <= sameCityKm;
  const isHome = (trips: readonly Trip[], day: DaySpan) =>
    !trips.some((trip) => trip.firstDay <= day.lastDay && trip.lastDay >= day.firstDay);
  return [
    ...owner.trips.filter((trip) => meets(trip.city, contact.home) && isHome(contact.trips, trip)),
    ...contact.trips.filter((trip) => meets(trip.city, owner.home) && isHome(owner.trips, trip)),
    ...owner.trips.flatMap((trip) =>
      contact.trips
        .filter((other) => meets(trip.city, other.city))
        .map((other) => ({
          ...trip,
          firstDay: trip.firstDay > other.firstDay ? trip.firstDay : other.firstDay,
          lastDay: trip.lastDay < other.lastDay ? trip.lastDay : other.lastDay,
        }))
        .filter(({ firstDay, lastDay }) => firstDay <= lastDay),
    ),
  ];
}

/** The owner's dated zones once trips are known: each trip's zone from its first day, home again on the day after. */
export function zonesWithTrips(home: City["zone"], trips: readonly Trip[]): readonly DatedZone[] {
  const zones: DatedZone[] = [{ zone: home }];
  for (const { city, firstDay, lastDay } of trips) {
    if (city.zone === home) continue;
    zones.push({ zone: city.zone, fromDay: firstDay }, { zone: home, fromDay: addDays(lastDay, 1) });
  }
  return zones;
}

const sameCityKm = 20;
/** Two journeys further apart than this are two trips, and what lies between is not known. */
const stayDaysMax = 21;

const isAway = (city: City, home: City) => kilometresBetween(city, home) > awayKm;
const from = ({ title }: { title: string }) => `"${title.slice(0, 60)}" in your calendar`;

/** Words of travel in the languages that the product writes, then what points at the goal. */
const travels =
  /\b(?:trip|travel(?:ling)?|flight|fly(?:ing)?|train|visit(?:ing)?|offsite|conference|voyage|vol|train|d[ée]placement|s[ée]jour|reise|dienstreise|flug|zug|besuch|viaje|vuelo|tren|visita|viaggio|volo|treno|viagem|voo|comboio|reis|vlucht|trein)\b/iu;
const goal = /(?:(?:^|\s)(?:to|in|nach|à|a|vers|para|naar)\s|→|->|>|–|—|-|:)\s*([\p{L}][\p{L}.' -]{1,60})$/iu;

function destination({ title, place }: CalendarEvent, home: City): City | undefined {
  const text = title.slice(0, titleMax);
  const head = text.replace(/\([^)]*\)/g, " ").trim();
  const isJourney = travels.test(head);
  const named = goal.exec(head)?.[1] ?? (isJourney ? head.replace(travels, " ").trim() : undefined);
  const inTitle = isJourney && named !== undefined ? cityAtEdge(named) : undefined;
  if (inTitle !== undefined) return inTitle;
  const wholeTitle = cityNamed(head)?.city;
  if (wholeTitle !== undefined && isAway(wholeTitle, home)) return wholeTitle;
  return isJourney && place !== undefined ? cityAtEdge(place.split(/[,\n]/)[0] ?? "") : undefined;
}

/** "Berlin", "Berlin Hbf", "Paris - Berlin": the last run of words that is a city, then the first. */
function cityAtEdge(text: string): City | undefined {
  const parts = text.split(/\s*(?:→|->|–|—|-\s|\s-|\/)\s*/).filter((part) => part !== "");
  for (const part of parts.toReversed()) {
    const words = part.trim().split(/\s+/);
    for (let count = Math.min(3, words.length); count > 0; count -= 1) {
      for (let at = 0; at + count <= words.length; at += 1) {
        const run = words.slice(at, at + count).join(" ");
        // Cities are written with a capital letter, which keeps "nice" and "reading" out.
        const found = /^\p{Lu}/u.test(run) ? cityNamed(run)?.city : undefined;
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}
