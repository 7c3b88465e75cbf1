/** The zones that a country keeps, for whoever is known by the country of their number alone. */
import { countryOfPhone } from "../meeting/country.ts";
import { parseZone, type Zone } from "../time.ts";

/** Node has it; the types of the language do not yet. */
type LocaleOfCountry = Intl.Locale & { getTimeZones?(): string[] };

const known = new Map<string, readonly Zone[]>();

/** Every zone of the country that an international number belongs to; none for a number without a country. */
export function zonesOfPhone(number: string): readonly Zone[] {
  const country = countryOfPhone(number);
  if (country === undefined) return [];
  const before = known.get(country);
  if (before !== undefined) return before;
  const zones = ((new Intl.Locale(`und-${country}`) as LocaleOfCountry).getTimeZones?.() ?? []).flatMap(
    (name) => parseZone(name) ?? [],
  );
  known.set(country, zones);
  return zones;
}
