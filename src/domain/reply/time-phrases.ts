/**
 * The times that a sentence speaks of: days, hours, ranges and open ends, each with every reading that it has. Weekdays are
 * read against the day of writing, bare hours inside working hours, "after 2" keeps its direction, lists stay lists.
 * Rules of our own come first; the date library is asked only for a day where they found none, and no other file knows it.
 */
import { de, en, es, fr } from "chrono-node";
import { clocksInFigures } from "./clock-words.ts";
import { daysInFigures } from "./day-words.ts";
import { join } from "./join-items.ts";
import { itemsIn } from "./time-items.ts";
import { one, plainDay, type TimeContext, type TimePhrase } from "./time-spans.ts";

/** A sentence is read so far. */
const sentenceMax = 1_000;
const phrasesMax = 24;

/** Lower case, plain quotes and dashes, single spaces: the form in which sentences are read and offsets are given. */
export const readable = (sentence: string): string =>
  sentence
    .slice(0, sentenceMax)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

export type TimesRead = {
  /** The sentence in the form in which it was read, hours in figures. */
  text: string;
  phrases: readonly TimePhrase[];
  /** A number stands in the sentence that is neither a time nor surely something else: what it means is open. */
  hasUnreadNumber: boolean;
};

/** "Of the 3 dates": how many were offered. */
const countOfTimes =
  /(?<![\d\p{L}:.])[2-9] (?:fechas|opciones|propuestas|horarios|dates?|options|suggestions|times|proposals|slots|choices|vorschläge[n]?|termine[n]?|möglichkeiten|propositions|créneaux|horaires)(?!\p{L})/gu;

export function readTimes(sentence: string, context: TimeContext): TimesRead {
  const text = clocksInFigures(daysInFigures(readable(sentence), context.language), context.language);
  if (!/[\p{L}\d]/u.test(text)) return { text, phrases: [], hasUnreadNumber: false };
  const items = itemsIn(text, context);
  const known = items.filter((item) => item.is !== "nothing");
  const own = join(known, text, context);
  const phrases = (own.length > 0 ? own : fromLibrary(text, context)).slice(0, phrasesMax);
  const covered = [...items, ...phrases];
  const numbers = [...text.replace(countOfTimes, (found) => " ".repeat(found.length)).matchAll(/\d+/gu)];
  const hasUnreadNumber = numbers.some(({ index }) => !covered.some(({ from, to }) => index >= from && index < to));
  return { text, phrases, hasUnreadNumber };
}
/** The library reads no more than this of a sentence. */
const librarySentenceMax = 300;
const libraries = { en: en.casual, de: de.casual, fr: fr.casual, es: es.casual } as const;

/** What the library takes for a day and is none, or is one that was. */
const noDay = /min|hour|stunde|heure|hora|second|sekunde|now|last|past|first|(?:for|of) the day|\d ?s$/u;

/** Days that only the library knows. A bare "now" and hours without a day are nothing that anybody asked for. */
function fromLibrary(text: string, { language, writtenOn }: TimeContext): TimePhrase[] {
  if (!/\d|week|day|month|woche|tag|monat|semaine|jour|mois|semana|día|mes/u.test(text)) return [];
  const reference = { instant: new Date(`${writtenOn}T12:00:00Z`), timezone: 0 };
  const results = libraries[language].parse(text.slice(0, librarySentenceMax), reference, { forwardDate: true });
  return results.flatMap(({ index, text: words, start }) => {
    if (noDay.test(words)) return [];
    const isDay = start.isCertain("day") || start.isCertain("weekday");
    const day = plainDay(start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0);
    if (!isDay || day === undefined || /^(?:now|jetzt|maintenant|ahora)$/u.test(words)) return [];
    const hour = start.isCertain("hour") ? start.get("hour") : null;
    return [
      {
        from: index,
        to: index + words.length,
        text: words,
        days: [one(day)],
        isStretch: false,
        isBareWeekday: false,
        approximate: true,
        ...(hour !== null && { clock: { kind: "at" as const, minutes: [hour * 60 + (start.get("minute") ?? 0)] } }),
      },
    ];
  });
}
