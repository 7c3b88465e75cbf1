/** How far two points are, and what that means in minutes while no routing service is configured. */

/** Degrees; north and east are positive. */
export type Point = { latitude: number; longitude: number };

const earthRadiusKm = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine). */
export function kilometresBetween(one: Point, other: Point): number {
  const acrossLatitude = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const acrossLongitude = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const chord = acrossLatitude + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * acrossLongitude;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Door to door through a city and its surroundings, by whatever is usual there: streets are about a third longer than the
 * straight line, so 25 km/h along the line is some 33 km/h on the way. An assumption, and letters and pages say so.
 */
export const citySpeedKmPerHour = 25;

/** Two addresses known by their city alone: neither next door nor at the far end of it. */
export const withinCityMinutes = 20;

export const estimatedMinutes = (kilometres: number): number => Math.ceil((kilometres / citySpeedKmPerHour) * 60);
