/**
 * Which calendar entries without guests are places where people meet people (R11): meetups, mixers, fairs, clubs. A dentist
 * or a train is none, and nobody is asked about it.
 */
import type { CalendarEvent } from "../meeting/event.ts";

/** At the beginning of a word, since many languages glue the rest on ("Messestand", "Networking-Abend"). */
const words = [
  "meet-?ups?",
  "conference",
  "conférence",
  "konferenz",
  "conferencia",
  "congress",
  "congrès",
  "kongress",
  "congreso",
  "summit",
  "sommet",
  "forum",
  "networking",
  "réseautage",
  "netzwerk",
  "mixer",
  "after-?work",
  "apéro",
  "drinks",
  "reception",
  "empfang",
  "cocktail",
  "hackathon",
  "barcamp",
  "unconference",
  "fair$",
  "trade show",
  "expo",
  "salon",
  "messe",
  "feria",
  "jornadas?",
  "tagung",
  "fachtag",
  "stammtisch",
  "workshop",
  "seminar",
  "séminaire",
  "seminario",
  "book club",
  "club de lecture",
  "lesekreis",
  "club de lectura",
  "chamber of commerce",
  "breakfast club",
  "pitch night",
  "demo day",
  "launch party",
  "open house",
  "vernissage",
  "gala",
  "alumni",
  "association",
  "verein",
  "community",
  "user group",
  "masterclass",
  "panel",
  "symposium",
  "convention",
  "get-?together",
  "soirée",
];
const gathering = new RegExp(`(?<![\\p{L}\\d])(?:${words.join("|")})`, "iu");

/** Nobody meets anybody new where they only watch a screen. */
const onScreen = /\b(?:webinar|online|livestream|virtual|virtuel|webinaire|en ligne|en l[íi]nea)\b|^https?:\/\//iu;

const daysMax = 7;

export function isGathering({
  title,
  place,
  link,
  time,
  kind,
}: Pick<CalendarEvent, "title" | "place" | "link" | "time" | "kind">): boolean {
  if (kind !== "busy" && kind !== "free") return false;
  if (onScreen.test(title) || onScreen.test(place ?? "") || (link !== undefined && place === undefined)) return false;
  if (time.kind === "all_day" && Date.parse(time.lastDay) - Date.parse(time.firstDay) > daysMax * 86_400_000)
    return false;
  return gathering.test(title.slice(0, 300));
}
