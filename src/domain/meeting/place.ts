/**
 * Where a person is, from what they have told themselves: the address under their letters, a city they named, the prefix
 * of their number, the offset of their mail. Never from an internet address. Each reading says its source and how sure it is.
 */
import type { Zone } from "../time.ts";
import { type City, cityNamed, plainName } from "./city.ts";
import { countryNamed, countryOfPhone } from "./country.ts";

export type PlaceEvidence =
  /** The lines of a postal address, as they stand in a signature or on a card. */
  | { source: "signature_address"; text: string }
  /** A city that the person named as where they live or work, "Lyon" or "Lyon, France". */
  | { source: "stated_city"; text: string }
  | { source: "phone_country_code"; number: string }
  /** Offsets of the person's `Date` headers in minutes east of UTC, with the zones that keep them, if the caller knows. */
  | { source: "header_zone"; offsetMinutes: number; zone?: Zone };

export type PlaceSource = PlaceEvidence["source"];

export type KnownPlace = {
  /** A header's offset alone gives neither city nor country. */
  city?: City;
  country?: string;
  zone?: Zone;
  source: PlaceSource;
  /** 0 to 1. */
  confidence: number;
  /** For the owner: "Berlin, from the address in the signature". */
  because: string;
};

/** In falling order: an address beats a remark, a remark a number, a number the clock of a mail program. */
const confidenceOf: Readonly<Record<PlaceSource, number>> = {
  signature_address: 0.9,
  stated_city: 0.8,
  phone_country_code: 0.4,
  header_zone: 0.2,
};

/** The surest reading of all the evidence; undefined when nothing could be read. Unknown is asked, not guessed. */
export function placeFrom(evidence: readonly PlaceEvidence[]): KnownPlace | undefined {
  const places = evidence.map(readPlace).filter((place) => place !== undefined);
  return places.reduce<KnownPlace | undefined>(
    (best, one) => (best === undefined || one.confidence > best.confidence ? one : best),
    undefined,
  );
}

function readPlace(evidence: PlaceEvidence): KnownPlace | undefined {
  const confidence = confidenceOf[evidence.source];
  switch (evidence.source) {
    case "signature_address":
      return cityPlace(evidence.source, cityInAddress(evidence.text), confidence, "the address in the signature");
    case "stated_city":
      return cityPlace(evidence.source, cityInAddress(evidence.text), confidence, "what they wrote");
    case "phone_country_code": {
      const country = countryOfPhone(evidence.number);
      if (country === undefined) return undefined;
      return {
        country,
        source: evidence.source,
        confidence,
        because: `country ${country}, from the prefix of the telephone number`,
      };
    }
    case "header_zone": {
      const { offsetMinutes, zone } = evidence;
      const because = `the clock of their mail is ${sayOffset(offsetMinutes)}, which is no place yet`;
      return { ...(zone !== undefined && { zone }), source: evidence.source, confidence, because };
    }
  }
}

type Found = { city: City; sure: boolean };

function cityPlace(
  source: PlaceSource,
  found: Found | undefined,
  confidence: number,
  from: string,
): KnownPlace | undefined {
  if (found === undefined) return undefined;
  const { city, sure } = found;
  return {
    city,
    country: city.country,
    zone: city.zone,
    source,
    // A name that several large cities share is half as sure.
    confidence: sure ? confidence : confidence / 2,
    because: `${city.name}, from ${from}${sure ? "" : " (there are other cities of that name)"}`,
  };
}

/** A namesake this much smaller than the city is not thought of when the name is said without a country. */
const namesakeShare = 0.2;
const wordsMax = 4;

/**
 * The city that an address names. Lines are read from the last, because the city stands below the street; the country,
 * where it is named, tells namesakes apart. Street lines ("Berlin Street 4") come last in that order.
 */
export function cityInAddress(address: string): Found | undefined {
  const lines = address
    .slice(0, 500)
    .split(/[\n,;|·•]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const country = lines.map(countryNamed).findLast((one) => one !== undefined);
  for (const line of lines.toReversed()) {
    if (
      streetWord.test(line) ||
      (countryNamed(line) !== undefined && lines.length > 1 && cityNamed(line) === undefined)
    )
      continue;
    const found = cityInLine(line, country);
    if (found !== undefined) return found;
  }
  return undefined;
}

const streetWord =
  /\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive|square|court|rue|boulevard|bd|place|quai|all[ée]e|stra(?:ß|ss)e|str\.?|platz|weg|gasse|allee|calle|plaza|paseo|via|viale|piazza|laan|plein)\b|(?:stra(?:ß|ss)e|straat|gasse|platz|weg)\b/i;

/** "D-10115 Berlin Mitte", "London EC1A 1BB", "San Francisco CA 94105": the longest run of words that is a city. */
function cityInLine(line: string, country: string | undefined): Found | undefined {
  const words = plainName(line)
    .split(" ")
    .filter((word) => word !== "" && !/\d/.test(word));
  for (let count = Math.min(wordsMax, words.length); count > 0; count -= 1) {
    for (let from = 0; from + count <= words.length; from += 1) {
      const named = cityNamed(words.slice(from, from + count).join(" "), country);
      if (named === undefined) continue;
      const { city, namesakes } = named;
      const rival = namesakes[0]?.inhabitants ?? 0;
      return { city, sure: country !== undefined || rival < city.inhabitants * namesakeShare };
    }
  }
  return undefined;
}

const sayOffset = (minutes: number) => {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`}`;
};
