/** How two people meet (R31): in person when near, by video when far, by telephone when there is no video. */
import type { City } from "./city.ts";
import { estimatedMinutes, kilometresBetween, type Point, withinCityMinutes } from "./distance.ts";
import type { KnownPlace } from "./place.ts";
import type { DaySpan } from "./refusal.ts";
import { daysTogether, type Trip } from "./trip.ts";

export type Whereabouts = {
  place?: KnownPlace;
  /** The address itself, where somebody has entered it or a routing service found it. */
  at?: Point;
  trips: readonly Trip[];
};

/** How a call is made, in falling preference: the account's own meetings, the owner's standing link, a number. */
export type CallBy =
  | { kind: "meet" }
  | { kind: "teams" }
  | { kind: "standing_link"; url: string }
  | { kind: "phone"; number: string };

/** How one call is held: by what the owner has, or on the number of whoever is called. */
export type HeldBy = CallBy | { kind: "their_phone"; number: string };

export type ModeChoice =
  | { mode: "in_person"; minutes: number; onlyDays?: readonly DaySpan[]; city?: City; because: string }
  | { mode: "video"; by: Exclude<CallBy, { kind: "phone" }>; because: string }
  | { mode: "phone"; by: Extract<CallBy, { kind: "phone" }>; because: string }
  /** Nobody knows where the contact is: ask the owner, or offer both in the letter. */
  | { mode: "either"; call?: CallBy; because: string }
  /** Far away and no way to call: nothing may be offered without a place, a link or a number (R27). */
  | { mode: "none"; because: string };

export type ModeQuestion = {
  owner: Whereabouts;
  contact: Whereabouts;
  /** Most minutes of travel that still count as near. */
  nearbyMinutes: number;
  callBy: readonly CallBy[];
  /** From a routing service, when one is configured. */
  routedMinutes?: number;
  /** Trips that end before this day are over. */
  today: DaySpan["firstDay"];
};

export function chooseMode(question: ModeQuestion): ModeChoice {
  const { owner, contact, nearbyMinutes } = question;
  const way = wayBetween(question);
  if (way !== undefined && way.minutes <= nearbyMinutes) return { mode: "in_person", ...way };
  const together = sharedDays(owner, contact).filter(({ lastDay }) => lastDay >= question.today);
  const [first] = together;
  if (first !== undefined) {
    const onlyDays = together
      .filter(({ city }) => city === first.city)
      .map(({ firstDay, lastDay }) => ({ firstDay, lastDay }));
    const because = `both are in ${first.city.name} on these days: ${first.because}`;
    return { mode: "in_person", minutes: withinCityMinutes, onlyDays, city: first.city, because };
  }
  const call = bestCall(question.callBy);
  if (way !== undefined) return byCall(call, `${way.because}, more than ${nearbyMinutes}`);
  if (isFar(owner, contact))
    return byCall(call, `they are in ${contact.place?.country}, you are in ${owner.place?.country}`);
  const because = contact.place?.because ?? "nothing tells where they are";
  return { mode: "either", ...(call !== undefined && { call }), because };
}

/** Travel as well as it is known: routed, along the straight line between two points, or by their cities. */
function wayBetween({ owner, contact, routedMinutes }: ModeQuestion): { minutes: number; because: string } | undefined {
  if (routedMinutes !== undefined) return { minutes: routedMinutes, because: `${routedMinutes} minutes by the route` };
  const [home, theirs] = [owner.place?.city, contact.place?.city];
  const from = owner.at ?? home;
  const to = contact.at ?? theirs;
  if (from === undefined || to === undefined) return undefined;
  const areCities = owner.at === undefined || contact.at === undefined;
  if (areCities && home !== undefined && home === theirs) {
    return {
      minutes: withinCityMinutes,
      because: `both are in ${home.name}: about ${withinCityMinutes} minutes (${contact.place?.because})`,
    };
  }
  const kilometres = kilometresBetween(from, to);
  const estimate = estimatedMinutes(kilometres);
  const minutes = areCities ? Math.max(estimate, withinCityMinutes) : estimate;
  return {
    minutes,
    because: `${Math.round(kilometres)} km in a straight line, about ${sayMinutes(minutes)} at city speed`,
  };
}

/** From hundreds of minutes on, the city speed no longer means anything; the figure is only ever compared. */
const sayMinutes = (minutes: number) => (minutes > 240 ? "hours" : `${minutes} minutes`);

function sharedDays(owner: Whereabouts, contact: Whereabouts): readonly Trip[] {
  const [home, theirs] = [owner.place?.city, contact.place?.city];
  if (home === undefined || theirs === undefined) return [];
  return daysTogether({ home, trips: owner.trips }, { home: theirs, trips: contact.trips });
}

/** Two countries are known to differ, though not the cities: far enough for a call. */
const isFar = (owner: Whereabouts, contact: Whereabouts) =>
  owner.place?.country !== undefined &&
  contact.place?.country !== undefined &&
  owner.place.country !== contact.place.country;

const preference: readonly CallBy["kind"][] = ["meet", "teams", "standing_link", "phone"];

/** The one to use of those that the owner has. */
export const bestCall = (callBy: readonly CallBy[]): CallBy | undefined =>
  preference.map((kind) => callBy.find((call) => call.kind === kind)).find((call) => call !== undefined);

function byCall(call: CallBy | undefined, because: string): ModeChoice {
  if (call === undefined) return { mode: "none", because: `${because}, and there is no way to call` };
  return call.kind === "phone" ? { mode: "phone", by: call, because } : { mode: "video", by: call, because };
}
