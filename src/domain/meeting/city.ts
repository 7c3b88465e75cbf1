/** Cities by name, offline. */
import type { Zone } from "../time.ts";
import { cityAliases, cityLines } from "./city-data.ts";

export type City = {
  name: string;
  /** ISO 3166 alpha-2. */
  country: string;
  /** Degrees, rounded to a hundredth. */
  latitude: number;
  longitude: number;
  zone: Zone;
  /** Inhabitants of the urban area. */
  inhabitants: number;
};

export type CityNamed = {
  city: City;
  /** Other cities that bear the name, the largest first: the larger they are, the less sure the reading. */
  namesakes: readonly City[];
};

/** The city of a name, whatever its case and accents; the largest of several, of the given country when it is known. */
export function cityNamed(name: string, country?: string): CityNamed | undefined {
  const all = (cities().get(plainName(name)) ?? []).filter((city) => country === undefined || city.country === country);
  const [city, ...namesakes] = all;
  return city && { city, namesakes };
}

/** Lower-cased, without accents and punctuation: `Saint-Étienne` and `saint etienne` are one. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Read at the first question: three thousand lines, once, in some milliseconds. */
let known: ReadonlyMap<string, readonly City[]> | undefined;
function cities(): ReadonlyMap<string, readonly City[]> {
  known ??= readCities();
  return known;
}

function readCities(): ReadonlyMap<string, readonly City[]> {
  const byName = new Map<string, City[]>();
  const put = (name: string, city: City) => {
    const key = plainName(name);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [city]);
    else if (!same.includes(city)) same.push(city);
  };
  let zone = "";
  let country = "";
  for (const line of cityLines.trim().split("\n")) {
    if (line.startsWith("@")) {
      [zone = "", country = ""] = line.slice(1).split(" ");
      continue;
    }
    const [name = "", latitude, longitude, thousands] = line.split(";");
    put(name, {
      name,
      country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      zone: zone as Zone,
      inhabitants: Number(thousands) * 1_000,
    });
  }
  for (const line of cityAliases.trim().split("\n")) {
    const [alias = "", name = "", where] = line.split(";");
    const city = byName.get(plainName(name))?.find((one) => one.country === where);
    if (city !== undefined) put(alias, city);
  }
  for (const same of byName.values()) same.sort((one, other) => other.inhabitants - one.inhabitants);
  return byName;
}
