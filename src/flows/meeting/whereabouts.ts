/** Where the owner and each person are, as far as anything tells: what the mode of a meeting is decided from (R31). */
import type { Fact } from "../../domain/fact/fact.ts";
import { statedTrips } from "../../domain/fact/stated-trips.ts";
import type { ContactId } from "../../domain/ids.ts";
import { homeOf } from "../../domain/meeting/home-city.ts";
import { type CallBy, chooseMode, type ModeChoice, type Whereabouts } from "../../domain/meeting/mode.ts";
import { type PlaceEvidence, placeFrom } from "../../domain/meeting/place.ts";
import { tripsIn } from "../../domain/meeting/trip.ts";
import { callsBy, Ways } from "../../domain/meeting/ways.ts";
import { dayIn, offsetMinutesIn, type PlainDate, type Zone } from "../../domain/time.ts";
import { meetingPlaces, type PlaceSigns, placeSigns } from "../../store/places.ts";
import { callsMade } from "../booking/calls-made.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import type { FreeTime } from "./free-time.ts";

export type EverybodysPlaces = {
  ways: Ways;
  /** How a call may be held, as far as the owner's side goes. */
  callBy: readonly CallBy[];
  owner: Whereabouts;
  /** The mode for a person, and where they are. */
  of(contact: ContactId): { choice: ModeChoice; theirs: Whereabouts };
};

export async function whereaboutsOf(
  world: World,
  { owner, now, zone, policy, settings, hasLivingAccount }: OwnerView,
  {
    free,
    facts,
    only,
  }: { free: FreeTime; facts: ReadonlyMap<ContactId, readonly Fact[]>; only?: readonly ContactId[] },
): Promise<EverybodysPlaces> {
  const ways = Ways.parse(settings.ways ?? {});
  const home = homeOf({
    ...(ways.baseCity !== undefined && { said: ways.baseCity }),
    meetingPlaces: await meetingPlaces(world.database, owner, now),
    zone,
  });
  const trips = home?.city === undefined ? [] : tripsIn(free.events, home.city, free.clock);
  const here: Whereabouts = { ...(home !== undefined && { place: home }), trips };
  const signs = await placeSigns(world.database, owner, only);
  const callBy = [...(hasLivingAccount ? await callsMade(world, owner) : []), ...callsBy(ways)];
  const today = dayIn(zone, now);
  return {
    ways,
    callBy,
    owner: here,
    of(contact) {
      const theirs = theirWhereabouts(signs.get(contact), facts.get(contact) ?? [], zone);
      return { theirs, choice: modeFor(here, theirs, callBy, policy, today) };
    },
  };
}

const modeFor = (
  owner: Whereabouts,
  contact: Whereabouts,
  callBy: readonly CallBy[],
  policy: Policy,
  today: PlainDate,
): ModeChoice => chooseMode({ owner, contact, callBy, nearbyMinutes: policy.offers.nearbyMinutes, today });

function theirWhereabouts(signs: PlaceSigns | undefined, facts: readonly Fact[], zone: Zone): Whereabouts {
  const place = signs && placeFrom(evidenceOf(signs, zone));
  return { ...(place !== undefined && { place }), trips: statedTrips(facts) };
}

const evidenceOf = ({ postalAddresses, phones, offsets }: PlaceSigns, zone: Zone): PlaceEvidence[] => [
  ...postalAddresses.map((text) => ({ source: "signature_address" as const, text })),
  ...phones.map((number) => ({ source: "phone_country_code" as const, number })),
  ...clockEvidence(offsets, zone),
];

/** Someone whose mail always shows the owner's own offset keeps the owner's zone, as far as clocks can tell. */
function clockEvidence(offsets: PlaceSigns["offsets"], zone: Zone): PlaceEvidence[] {
  const last = offsets.at(-1);
  if (last === undefined) return [];
  const isOurs = offsets.every(({ at, minutes }) => offsetMinutesIn(zone, at) === minutes);
  return [{ source: "header_zone", offsetMinutes: last.minutes, ...(isOurs && { zone }) }];
}
