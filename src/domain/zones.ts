/**
 * Names of time zones as calendars write them, and the IANA zone that each one means. Windows names come from CLDR's
 * `windowsZones` (its rows for territory 001); the rest are spellings: library prefixes, Outlook's display names, plain offsets.
 */
import windowsZones from "cldr-core/supplemental/windowsZones.json" with { type: "json" };
import { type Instant, instantOf, offsetMinutesIn, parseZone, utc, type Zone } from "./time.ts";

/**
 * The zone that a name means, or undefined when nobody could say. Understood are IANA names in any case and their
 * aliases, Windows names, names behind a path ("/mozilla.org/…/Europe/Paris"), Outlook's display names
 * ("(UTC+01:00) Amsterdam, Berlin, Bern"), "tzone://Microsoft/Utc", and offsets ("GMT+0100", "UTC-5", "+05:30").
 */
export function zoneNamed(name: string): Zone | undefined {
  if (answered.has(name)) return answered.get(name);
  const zone = name.length <= longestName ? lookUp(tidy(name)) : undefined;
  if (answered.size < answersKept) answered.set(name, zone);
  return zone;
}

/** The name that Windows has for a zone: "W. Europe Standard Time" for Europe/Berlin; undefined when it has none. */
export const windowsNameOf = (zone: Zone): string | undefined =>
  windowsNames.get(zone) ?? windowsNames.get(olderNames.get(zone) ?? zone);

const longestName = 200;
const answersKept = 5_000;
const answered = new Map<string, Zone | undefined>();

const tidy = (name: string) =>
  name
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .replace(/\s+/g, " ");

const lookUp = (name: string): Zone | undefined =>
  byWindowsName.get(name.toLowerCase()) ??
  ianaZone(name) ??
  offsetZone(name) ??
  zoneBehindPath(name) ??
  zoneOfDisplayName(name);

const rows = windowsZones.supplemental.windowsZones.mapTimezones.map(({ mapZone }) => mapZone);

/** "w. europe standard time" → Europe/Berlin. */
const byWindowsName = new Map<string, Zone>([
  ...rows
    .filter((row) => row._territory === "001")
    .map((row) => [row._other.toLowerCase(), usual(row._type)] as [string, Zone]),
  ["utc", utc],
]);

const windowsNames = new Map(
  rows.flatMap((row) => row._type.split(" ").map((zone) => [usual(zone), row._other] as const)),
);

/** Zones that were renamed since CLDR took their names, which it keeps. */
const olderNames = new Map(
  (
    "Asia/Kolkata=Asia/Calcutta Asia/Kathmandu=Asia/Katmandu Asia/Yangon=Asia/Rangoon Asia/Ho_Chi_Minh=Asia/Saigon " +
    "Europe/Kyiv=Europe/Kiev Africa/Asmara=Africa/Asmera Atlantic/Faroe=Atlantic/Faeroe America/Nuuk=America/Godthab " +
    "America/Argentina/Buenos_Aires=America/Buenos_Aires America/Argentina/Cordoba=America/Cordoba " +
    "America/Argentina/Mendoza=America/Mendoza America/Argentina/Jujuy=America/Jujuy " +
    "America/Argentina/Catamarca=America/Catamarca America/Indiana/Indianapolis=America/Indianapolis " +
    "America/Kentucky/Louisville=America/Louisville America/Atikokan=America/Coral_Harbour " +
    "Pacific/Kanton=Pacific/Enderbury Pacific/Chuuk=Pacific/Truk Pacific/Pohnpei=Pacific/Ponape"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [Zone, Zone]),
);

/** Usual spellings by their lower-cased form, for names that were written in another case. */
const usualSpelling = new Map(
  rows.flatMap((row) => row._type.split(" ")).map((zone) => [zone.toLowerCase(), zone] as const),
);

/** CLDR keeps "Etc/UTC" for UTC and old names for a few others; the product says "UTC". */
function usual(zone: string): Zone {
  return zone === "Etc/UTC" || zone === "Etc/GMT" ? utc : (zone as Zone);
}

function ianaZone(name: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return undefined;
  if (/^(etc\/)?(utc|gmt|uct|zulu|universal|greenwich|z)$/i.test(name)) return utc;
  const spelled = usualSpelling.get(name.toLowerCase());
  if (spelled !== undefined) return usual(spelled);
  return parseZone(/[A-Z]/.test(name) && /[a-z]|^[A-Z0-9]+$/.test(name) ? name : titleCased(name));
}

const titleCased = (name: string) =>
  name.toLowerCase().replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

/** "GMT+0100", "UTC -5", "+05:30". Whole hours have IANA names, whose signs count westwards. */
function offsetZone(name: string): Zone | undefined {
  const found = /^\(?(?:UTC|GMT|Z)?\s*([+-])(\d{1,2})(?::?([0-5]\d))?\)?$/i.exec(name);
  if (found === null) return undefined;
  const [, sign, hourText = "", minuteText = "00"] = found;
  const hours = Number(hourText);
  const minutes = Number(minuteText);
  if (hours > 14 || (hours === 14 && minutes > 0)) return undefined;
  if (hours === 0 && minutes === 0) return utc;
  if (minutes === 0) return parseZone(`Etc/GMT${sign === "+" ? "-" : "+"}${hours}`);
  return parseZone(`${sign}${String(hours).padStart(2, "0")}:${minuteText}`);
}

/** "/freeassociation.sourceforge.net/Europe/Paris", "tzone://Microsoft/Utc": the longest tail that is a zone. */
function zoneBehindPath(name: string): Zone | undefined {
  const parts = name.split("/").filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  for (const length of [3, 2, 1]) {
    const tail = parts.slice(-length).join("/");
    const zone = tail === name ? undefined : (byWindowsName.get(tail.toLowerCase()) ?? ianaZone(tail));
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/**
 * "(UTC-08:00) Pacific Time (US & Canada)", "(GMT+01.00) Paris / Madrid". The offset is the zone's standard one, and
 * the words are either an area of the table below or cities, of which the first that names a zone with that offset wins.
 */
function zoneOfDisplayName(name: string): Zone | undefined {
  const found = /^\((?:UTC|GMT)\s*(?:([+-])(\d{1,2})[:.]?(\d{2}))?\)\s*(?:Greenwich Mean Time\s*:\s*)?(.+)$/i.exec(
    name,
  );
  const words = (found?.[4] ?? name).trim();
  const minutes =
    found === null ? undefined : Number(`${found[1] ?? "+"}1`) * (Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0));
  const candidates = [areaZone(words), ...words.split(/[,/;]/).map((city) => cityZone(city))];
  return candidates.find(
    (zone) => zone !== undefined && (minutes === undefined || standardOffsetMinutes(zone) === minutes),
  );
}

/** Areas of Outlook's display names that are no cities, by the Windows name behind them. */
const areas = new Map([
  ["pacific time", "Pacific Standard Time"],
  ["mountain time", "Mountain Standard Time"],
  ["central time", "Central Standard Time"],
  ["eastern time", "Eastern Standard Time"],
  ["atlantic time", "Atlantic Standard Time"],
  ["indiana (east)", "US Eastern Standard Time"],
  ["central america", "Central America Standard Time"],
  ["west central africa", "W. Central Africa Standard Time"],
  ["coordinated universal time", "UTC"],
  ["international date line west", "Dateline Standard Time"],
  ["midway island, samoa", "UTC-11"],
  ["solomon is., new caledonia", "Central Pacific Standard Time"],
  ["cabo verde is.", "Cape Verde Standard Time"],
  ["cape verde is.", "Cape Verde Standard Time"],
  ["alaska", "Alaskan Standard Time"],
  ["hawaii", "Hawaiian Standard Time"],
  ["arizona", "US Mountain Standard Time"],
  ["saskatchewan", "Canada Central Standard Time"],
  ["newfoundland", "Newfoundland Standard Time"],
  ["greenland", "Greenland Standard Time"],
  ["brasilia", "E. South America Standard Time"],
  ["samoa", "Samoa Standard Time"],
  ["nuku'alofa", "Tonga Standard Time"],
  ["astana", "Qyzylorda Standard Time"],
  ["petersburg", "Russian Standard Time"],
]);

function areaZone(words: string): Zone | undefined {
  const area = words.toLowerCase().replace(/ \((us & canada|canada|mexico)\)$/, "");
  return byWindowsName.get((areas.get(area) ?? "").toLowerCase());
}

/** Cities whose zone is spelled otherwise. */
const cities = new Map([
  ["st. petersburg", "Europe/Moscow"],
  ["ekaterinburg", "Asia/Yekaterinburg"],
  ["kolkata", "Asia/Kolkata"],
  ["kyiv", "Europe/Kyiv"],
  ["kathmandu", "Asia/Kathmandu"],
  ["yangon", "Asia/Yangon"],
  ["ho chi minh city", "Asia/Ho_Chi_Minh"],
  ["chongqing", "Asia/Shanghai"],
  ["canberra", "Australia/Sydney"],
  ["chennai", "Asia/Kolkata"],
  ["mumbai", "Asia/Kolkata"],
  ["new delhi", "Asia/Kolkata"],
  ["beijing", "Asia/Shanghai"],
  ["osaka", "Asia/Tokyo"],
  ["abu dhabi", "Asia/Dubai"],
  ["islamabad", "Asia/Karachi"],
  ["hanoi", "Asia/Bangkok"],
  ["bern", "Europe/Zurich"],
  ["milan", "Europe/Rome"],
  ["edinburgh", "Europe/London"],
  ["yangon (rangoon)", "Asia/Yangon"],
  ["city of buenos aires", "America/Argentina/Buenos_Aires"],
  ["wellington", "Pacific/Auckland"],
  ["pretoria", "Africa/Johannesburg"],
]);

/** The last part of each zone's name: "buenos aires" → America/Argentina/Buenos_Aires. */
const zoneOfCity = new Map(
  [...usualSpelling.values()]
    .filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"))
    .map(
      (zone) =>
        [
          zone
            .slice(zone.lastIndexOf("/") + 1)
            .replaceAll("_", " ")
            .toLowerCase(),
          zone as Zone,
        ] as const,
    ),
);

function cityZone(words: string): Zone | undefined {
  const city = words.trim().toLowerCase();
  const known = cities.get(city);
  return known === undefined ? zoneOfCity.get(city) : parseZone(known);
}

/** The smaller of the offsets in January and July: daylight saving is never the standard. Minutes east of UTC. */
function standardOffsetMinutes(zone: Zone): number {
  return Math.min(...halfYears.map((at) => offsetMinutesIn(zone, at)));
}

const halfYears: readonly Instant[] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map(instantOf);
