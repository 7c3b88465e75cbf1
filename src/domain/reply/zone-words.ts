/** Zones as people write them behind an hour: "3pm CET", "10:00 Berlin time", "11 my time". */
import type { Language } from "../mail/language.ts";
import { parseZone, type Zone } from "../time.ts";

const abbreviations: Readonly<Record<string, string>> = {
  utc: "UTC",
  gmt: "UTC",
  bst: "Europe/London",
  cet: "Europe/Paris",
  cest: "Europe/Paris",
  mez: "Europe/Berlin",
  mesz: "Europe/Berlin",
  eet: "Europe/Helsinki",
  et: "America/New_York",
  est: "America/New_York",
  edt: "America/New_York",
  eastern: "America/New_York",
  pt: "America/Los_Angeles",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  mountain: "America/Denver",
  central: "America/Chicago",
  mst: "America/Denver",
  mdt: "America/Denver",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  uk: "Europe/London",
  london: "Europe/London",
  berlin: "Europe/Berlin",
  german: "Europe/Berlin",
  paris: "Europe/Paris",
  french: "Europe/Paris",
  madrid: "Europe/Madrid",
  spanish: "Europe/Madrid",
  zurich: "Europe/Zurich",
  zürich: "Europe/Zurich",
  vienna: "Europe/Vienna",
  wien: "Europe/Vienna",
  rome: "Europe/Rome",
  amsterdam: "Europe/Amsterdam",
  lisbon: "Europe/Lisbon",
  dublin: "Europe/Dublin",
  "new york": "America/New_York",
  boston: "America/New_York",
  chicago: "America/Chicago",
  "san francisco": "America/Los_Angeles",
  singapore: "Asia/Singapore",
  tokyo: "Asia/Tokyo",
  ist: "Asia/Kolkata",
  india: "Asia/Kolkata",
  sydney: "Australia/Sydney",
  dubai: "Asia/Dubai",
  "hong kong": "Asia/Hong_Kong",
  helsinki: "Europe/Helsinki",
  stockholm: "Europe/Stockholm",
};
const places = Object.keys(abbreviations)
  .sort((one, other) => other.length - one.length)
  .join("|");
/** Abbreviations that stand alone; names of places need the word for time beside them. */
const everywhere = "utc(?: ?[+-]\\d{1,2})?|gmt(?: ?[+-]\\d{1,2})?|bst|cest|cet|mesz|mez|eet";
/** These are everyday words elsewhere: "est", "et", "ist". */
const inEnglish =
  "est|edt|pst|pdt|mst|mdt|cst|cdt|(?<=m |\\d )(?:et|pt|ist)|(?<=m )(?:eastern|central|mountain|pacific)(?: time)?";

const zonePattern = (alone: string) =>
  new RegExp(
    `(?<![\\p{L}'])(?:(?:${alone})(?: time)?|(?:${places}) time|(?:my|our|your) (?:local )?time|local time|(?:meiner|deiner|ihrer|unserer|eurer) (?:orts)?zeit|ortszeit|(?:${places})er zeit|uhr in (?:${places})|(?:à )?(?:mon|notre|votre) heure|heure (?:locale|de (?:${places}))|(?:mi|tu|su|nuestra) hora|hora (?:local|mía|de (?:${places})))(?![\\p{L}])`,
    "gu",
  );
const english = zonePattern(`${everywhere}|${inEnglish}`);
const others = zonePattern(everywhere);

export const zoneWords = (language: Language): RegExp => (language === "en" ? english : others);

/** The zone that those words name; "theirs" is the writer's own, "unknown" one that the words leave open. */
export function zoneWritten(words: string): Zone | "theirs" | "unknown" {
  if (/^(?:my|our|meiner|unserer|mi |nuestra)|(?:mon|notre) heure|mía$/u.test(words)) return "theirs";
  if (/[+-]\d/.test(words)) return "unknown";
  for (const [name, zone] of Object.entries(abbreviations)) {
    if (new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])|^${name}er zeit`, "u").test(words))
      return parseZone(zone) ?? "unknown";
  }
  return "unknown";
}
