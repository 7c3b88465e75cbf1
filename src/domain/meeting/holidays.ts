/**
 * Public holidays by country and region. The only file that knows date-holidays, which takes about 140 ms and 40 MB to load:
 * a flow imports this file (`await import`) only for an owner who keeps holidays, and puts the days into the question.
 */
import Holidays from "date-holidays";
import type { PlainDate } from "../time.ts";

/** `name` in the asked language where the data has it, else in a language of the country. */
export type Holiday = { day: PlainDate; name: string };

/** ISO 3166-1 country, and the region as the data names it: `{ country: "DE", region: "by" }`. */
export type HolidayPlace = { country: string; region?: string | undefined };

/**
 * The public holidays from one day to another, both included, in order. A holiday of part of a day counts as a day, one of
 * several days as each of them; bank, school and optional holidays are none. Throws a RangeError for a country or a region
 * that the data does not know: no answer is not "no holidays".
 */
export function publicHolidays(
  place: HolidayPlace,
  { firstDay, lastDay }: { firstDay: PlainDate; lastDay: PlainDate },
  language = "en",
): readonly Holiday[] {
  const years = { first: Number(firstDay.slice(0, 4)), last: Number(lastDay.slice(0, 4)) };
  const found: Holiday[] = [];
  // Holidays that begin in the last days of a year may reach into the next.
  for (let year = years.first - 1; year <= years.last; year += 1) found.push(...holidaysOf(place, year, language));
  return found
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .filter(({ day }, at, all) => all.findIndex((other) => other.day === day) === at)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Code and name of something with holidays of its own, by name. */
export type PlaceName = { code: string; name: string };

/** The countries whose holidays are known. */
export const holidayCountries = (language = "en"): readonly PlaceName[] =>
  byName(new Holidays().getCountries(language));

/** The regions of a country whose holidays differ from the country's; none where it has none, or is not known. */
export const holidayRegions = (country: string, language = "en"): readonly PlaceName[] =>
  byName(new Holidays().getStates(country.toUpperCase(), language) ?? {});

const byName = (names: Readonly<Record<string, string>>): PlaceName[] =>
  Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));

const kept = new Map<string, readonly Holiday[]>();
const keptMax = 500;

function holidaysOf(place: HolidayPlace, year: number, language: string): readonly Holiday[] {
  const key = `${place.country} ${place.region ?? ""} ${year} ${language}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const days = calendarOf(place)
    .getHolidays(year, language)
    .filter(({ type }) => type === "public")
    .flatMap(({ date, start, end, name }) => daysFrom(date, start, end).map((day) => ({ day, name })));
  if (kept.size >= keptMax) kept.clear();
  kept.set(key, days);
  return days;
}

function calendarOf({ country, region }: HolidayPlace): Holidays {
  const all = new Holidays();
  const code = country.toUpperCase();
  if (all.getCountries()[code] === undefined) throw new RangeError(`no holidays are known for the country ${country}`);
  if (region === undefined) return new Holidays(code);
  const regions = Object.keys(all.getStates(code) ?? {});
  const known = regions.find((one) => one.toLowerCase() === region.toLowerCase());
  if (known === undefined) throw new RangeError(`no holidays are known for the region ${region} of ${country}`);
  return new Holidays(code, known);
}

const dayMs = 86_400_000;

/** `date` is written as the country's wall shows it ("2026-12-25 00:00:00 -0600" among others): its first ten characters. */
function daysFrom(date: string, start: Date, end: Date): PlainDate[] {
  const firstMs = Date.parse(`${date.slice(0, 10)}T00:00:00.000Z`);
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
  return Array.from(
    { length: count },
    (_, at) => new Date(firstMs + at * dayMs).toISOString().slice(0, 10) as PlainDate,
  );
}
