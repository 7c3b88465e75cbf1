/** Public places where the owner meets people: entered by the owner or proposed from past events, never invented. */
import { z } from "zod";
import { plainName } from "./city.ts";
import type { Point } from "./distance.ts";
import { estimatedMinutes, kilometresBetween } from "./distance.ts";
import type { CalendarEvent } from "./event.ts";
import { instantMillis } from "./instant-millis.ts";

export const Venue = z.strictObject({
  name: z.string().trim().min(1).max(120),
  address: z.string().trim().max(300),
  suits: z.array(z.enum(["coffee", "lunch"])).min(1),
  /** From where the owner usually sets out. */
  minutesFromBase: z.int().min(0).max(600),
  /** Where it is, when known; without it only the owner's way counts. */
  at: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
});
export type Venue = z.infer<typeof Venue>;

export type ChosenPlace =
  | { kind: "venue"; venue: Venue; minutesForOwner: number; minutesForGuest?: number }
  /** No venue suits: "a coffee near Part-Dieu, you pick the place". */
  | { kind: "area"; area: string };

/**
 * The venue whose longer way, of the two, is the shortest; the guest's way counts where both points are known. Nothing is
 * offered when neither a venue nor an area is known.
 */
export function chooseVenue(
  venues: readonly Venue[],
  wanted: { suits: "coffee" | "lunch"; guestAt?: Point; area?: string },
): ChosenPlace | undefined {
  const ways = venues
    .filter((venue) => venue.suits.includes(wanted.suits))
    .map((venue) => {
      const minutesForGuest =
        venue.at && wanted.guestAt && estimatedMinutes(kilometresBetween(venue.at, wanted.guestAt));
      return {
        venue,
        minutesForOwner: venue.minutesFromBase,
        ...(minutesForGuest !== undefined && { minutesForGuest }),
      };
    })
    .sort((one, other) => longerWay(one) - longerWay(other) || one.minutesForOwner - other.minutesForOwner);
  const [best] = ways;
  if (best !== undefined) return { kind: "venue", ...best };
  return wanted.area === undefined ? undefined : { kind: "area", area: wanted.area };
}

const longerWay = ({ minutesForOwner, minutesForGuest = 0 }: { minutesForOwner: number; minutesForGuest?: number }) =>
  Math.max(minutesForOwner, minutesForGuest);

export type VenueProposal = {
  /** As the events say it: first line the name, the rest the address. */
  name: string;
  address: string;
  suits: "coffee" | "lunch";
  /** How many past meetings took place there, and when last (milliseconds since 1970 UTC). */
  meetings: number;
  lastMs: number;
};

const proposalsMax = 10;

/**
 * Places of past, small, timed meetings that read like a public place, the most used first. `nowMs` parts past from
 * future. The owner confirms each before it is ever named in a letter.
 */
export function proposeVenues(events: readonly CalendarEvent[], nowMs: number): readonly VenueProposal[] {
  const found = new Map<string, VenueProposal>();
  for (const event of events) {
    if (event.time.kind !== "timed" || event.status === "cancelled" || event.place === undefined) continue;
    const endMs = instantMillis(event.time.endsAt);
    const guests = event.attendees.filter((guest) => guest.resource !== true).length;
    if (!(endMs <= nowMs) || guests < 2 || guests > guestsMax) continue;
    const place = event.place.trim();
    const plain = plainName(place);
    const suits = eatingWord.test(plain) ? "lunch" : drinkingWord.test(plain) ? "coffee" : undefined;
    if (suits === undefined || onlineWord.test(plain)) continue;
    const [name = "", ...rest] = place.split(/\s*[,\n]\s*/);
    const key = name.toLowerCase();
    const known = found.get(key);
    found.set(key, {
      name,
      address: known !== undefined && known.address.length >= rest.join(", ").length ? known.address : rest.join(", "),
      suits,
      meetings: (known?.meetings ?? 0) + 1,
      lastMs: Math.max(known?.lastMs ?? endMs, endMs),
    });
  }
  return [...found.values()]
    .sort((one, other) => other.meetings - one.meetings || other.lastMs - one.lastMs)
    .slice(0, proposalsMax);
}

const guestsMax = 6;
/** Matched against a plain name: lower-cased, without accents. */
const drinkingWord =
  /\b(?:cafe|coffee|kaffee[a-z]*|espresso|roaster(?:y|s)|rosterei|tea ?(?:room|house)|salon de the|bar|pub|backer[a-z]*|boulangerie|pasteleria|patisserie)\b/;
const eatingWord =
  /\b(?:restaurant[a-z]*|ristorante|restaurante|bistrot?|brasserie|trattoria|osteria|pizzeria|taverna|tapas|sushi|ramen|diner|kantine|canteen|gasthaus|wirtshaus)\b/;
const onlineWord = /\b(?:https?|zoom|teams|meet|webex|online|call|phone)\b/;
