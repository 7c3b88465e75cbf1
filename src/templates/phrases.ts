/** Small phrases of time and occasion that letters are put together from, in each language. */
import { addDays, type PlainDate, sayDay } from "../domain/time.ts";
import type { Locale } from "./catalogue.ts";

export type Occasion = "coffee" | "lunch" | "call";

type Phrases = {
  today: string;
  yesterday: string;
  onWeekday: (weekday: string) => string;
  onDate: string;
  onDateWithYear: string;
  inMonth: string;
  /** What the first of a month is called: "le 1er octobre". */
  ordinal: (date: string) => string;
  at: string;
  inCity: (city: string) => string;
  /** Opens a subject, and stands in a sentence. */
  occasions: Readonly<Record<Occasion, { activity: string; occasion: string }>>;
  /** Where it will be while no venue is known: never an invented name (R27). */
  openPlace: Readonly<Record<Occasion, string>>;
};

const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    today: "today",
    yesterday: "yesterday",
    onWeekday: (weekday) => `on ${weekday}`,
    onDate: "'on' d LLLL",
    onDateWithYear: "'on' d LLLL yyyy",
    inMonth: "'in' LLLL yyyy",
    ordinal: (date) => date,
    at: "at",
    inCity: (city) => `in ${city}`,
    occasions: {
      coffee: { activity: "Coffee", occasion: "a coffee" },
      lunch: { activity: "Lunch", occasion: "lunch" },
      call: { activity: "A call", occasion: "a call" },
    },
    openPlace: {
      coffee: "at a place that you pick",
      lunch: "at a place that you pick",
      call: "by phone or video, as you like",
    },
  },
  fr: {
    today: "aujourd'hui",
    yesterday: "hier",
    onWeekday: (weekday) => weekday,
    onDate: "'le' d LLLL",
    onDateWithYear: "'le' d LLLL yyyy",
    inMonth: "LLLL yyyy",
    ordinal: (date) => date.replace(/^le 1 /, "le 1er "),
    at: "chez",
    inCity: (city) => `à ${city}`,
    occasions: {
      coffee: { activity: "Un café", occasion: "un café" },
      lunch: { activity: "Un déjeuner", occasion: "un déjeuner" },
      call: { activity: "Un appel", occasion: "un appel" },
    },
    openPlace: {
      coffee: "à l'endroit de votre choix",
      lunch: "à l'endroit de votre choix",
      call: "par téléphone ou en visio, comme vous préférez",
    },
  },
  de: {
    today: "heute",
    yesterday: "gestern",
    onWeekday: (weekday) => `am ${weekday}`,
    onDate: "'am' d. LLLL",
    onDateWithYear: "'am' d. LLLL yyyy",
    inMonth: "'im' LLLL yyyy",
    ordinal: (date) => date,
    at: "im",
    inCity: (city) => `in ${city}`,
    occasions: {
      coffee: { activity: "Ein Kaffee", occasion: "einen Kaffee" },
      lunch: { activity: "Mittagessen", occasion: "ein Mittagessen" },
      call: { activity: "Ein Telefonat", occasion: "ein Telefonat" },
    },
    openPlace: {
      coffee: "an einem Ort, den Sie aussuchen",
      lunch: "an einem Ort, den Sie aussuchen",
      call: "per Telefon oder Video, wie Sie mögen",
    },
  },
  es: {
    today: "hoy",
    yesterday: "ayer",
    onWeekday: (weekday) => `el ${weekday}`,
    onDate: "'el' d 'de' LLLL",
    onDateWithYear: "'el' d 'de' LLLL 'de' yyyy",
    inMonth: "'en' LLLL 'de' yyyy",
    ordinal: (date) => date,
    at: "en",
    inCity: (city) => `en ${city}`,
    occasions: {
      coffee: { activity: "Un café", occasion: "un café" },
      lunch: { activity: "Una comida", occasion: "una comida" },
      call: { activity: "Una llamada", occasion: "una llamada" },
    },
    openPlace: {
      coffee: "en el sitio que prefiera",
      lunch: "en el sitio que prefiera",
      call: "por teléfono o vídeo, como prefiera",
    },
  },
};

/** A past day as one says it on `today`: "yesterday", "on Monday" within six days, "on 16 November", with the year when it is another. */
export function sayPastDay(day: PlainDate, today: PlainDate, locale: Locale): string {
  const words = phrases[locale];
  if (day === today) return words.today;
  if (day === addDays(today, -1)) return words.yesterday;
  if (day < today && day >= addDays(today, -6)) return words.onWeekday(sayDay(day, "cccc", locale));
  return words.ordinal(
    sayDay(day, day.slice(0, 4) === today.slice(0, 4) ? words.onDate : words.onDateWithYear, locale),
  );
}

/** The month of a day that lies long back: "in March 2026". */
export const sayMonth = (day: PlainDate, locale: Locale): string => sayDay(day, phrases[locale].inMonth, locale);

export const occasionWords = (occasion: Occasion, locale: Locale) => phrases[locale].occasions[occasion];
/** Where it will be while no venue is known: "near Lyon, at a place that you pick". */
export function openPlace(occasion: Occasion, locale: Locale, area?: string): string {
  const words = phrases[locale];
  return area === undefined ? words.openPlace[occasion] : `${words.inCity(area)}, ${words.openPlace[occasion]}`;
}

/** "at Café Lignes, 14 rue des Martyrs" */
export const atVenue = ({ name, address }: { name: string; address: string }, locale: Locale): string =>
  `${phrases[locale].at} ${name}${address === "" ? "" : `, ${address}`}`;
