/** Where the owner usually is: what they said, else where their meetings take place, else the city of their zone. */
import type { Zone } from "../time.ts";
import { cityNamed } from "./city.ts";
import { cityInAddress, type KnownPlace, placeFrom } from "./place.ts";

/** A city must bear at least this share of the meetings whose place names one. */
const shareMin = 0.3;
const meetingsMin = 3;

export function homeOf(known: { said?: string; meetingPlaces: readonly string[]; zone: Zone }): KnownPlace | undefined {
  if (known.said !== undefined) return placeFrom([{ source: "stated_city", text: known.said }]);
  return fromMeetings(known.meetingPlaces) ?? fromZone(known.zone);
}

function fromMeetings(places: readonly string[]): KnownPlace | undefined {
  const named = places.flatMap((place) => cityInAddress(place)?.city ?? []);
  const counts = Map.groupBy(named, (city) => city);
  const [city, meetings] = [...counts].sort(([, one], [, other]) => other.length - one.length)[0] ?? [];
  if (city === undefined || meetings === undefined) return undefined;
  if (meetings.length < meetingsMin || meetings.length < shareMin * named.length) return undefined;
  const because = `${city.name}, where ${meetings.length} of your meetings took place`;
  return { city, country: city.country, zone: city.zone, source: "stated_city", confidence: 0.5, because };
}

function fromZone(zone: Zone): KnownPlace | undefined {
  const city = cityNamed(zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " "))?.city;
  if (city === undefined || city.zone !== zone) return undefined;
  return {
    city,
    country: city.country,
    zone,
    source: "header_zone",
    confidence: 0.2,
    because: `${city.name}, the city of your time zone`,
  };
}
