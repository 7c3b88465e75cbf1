/** How long a meeting is to take, where a reply says so: "for an hour", "30 Minuten lang", "pendant une heure". */
import type { Language } from "../mail/language.ts";
import { numberSaid, spelled } from "./number-words.ts";

const halves = "half an hour|eine halbe stunde|une demi-heure|media hora";
const pattern = (language: Language): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(?:for|für|pendant|pour|durante|por|prévoyons|prévoyez|prévois|comptons|comptez)(?: (?:about|only|just|etwa|nur|environ|unos|unas))? (?:(?<half>${halves})|(?<count>\\d{1,3}(?:[.,]5)?|an?|eine|une|una|${spelled(language, 59)})[ -]?(?:(?<hours>hours?|hrs?|stunden?|heures?|horas?)|(?<minutes>minutes?|mins?|minuten|minutos)))(?![\\p{L}])`,
    "u",
  );
const patterns: Readonly<Record<Language, RegExp>> = {
  en: pattern("en"),
  de: pattern("de"),
  fr: pattern("fr"),
  es: pattern("es"),
};

/** No meeting is said to take longer. */
const callHoursMax = 6;

/** In minutes; undefined when the sentence (in the form of `readable`) says no length. */
export function lengthSaid(sentence: string, language: Language): number | undefined {
  const groups = patterns[language].exec(sentence)?.groups;
  if (groups === undefined) return undefined;
  const { half, count = "", hours } = groups;
  if (half !== undefined) return 30;
  const number = /^\d/.test(count)
    ? Number(count.replace(",", "."))
    : /^(?:an?|eine|une|una)$/u.test(count)
      ? 1
      : numberSaid(language, count);
  // "D'accord pour dix heures" takes a time.
  if (number === undefined || (language === "fr" && hours !== undefined && number > callHoursMax)) return undefined;
  return number * (hours === undefined ? 1 : 60);
}
