/** Small phrases of time, place and occasion that letters are put together from, in each language. */
import type { HeldBy } from "../domain/meeting/mode.ts";
import { zoneWord } from "../domain/meeting/offer-lines.ts";
import { addDays, dayIn, type Instant, type PlainDate, sayDay, sayInstant, type Zone } from "../domain/time.ts";
import type { Locale, Voice } from "./catalogue.ts";

export type Occasion = "coffee" | "lunch" | "call";

type Phrases = {
  today: string;
  yesterday: string;
  onWeekday: (weekday: string) => string;
  onDate: string;
  onDateWithYear: string;
  inMonth: string;
  inMonthWithYear: string;
  /** A past day behind the name of what it was: "le déjeuner d'hier", where the language does not leave it as it is. */
  ofDay?: (said: string) => string;
  /** What the first of a month is called: "le 1er octobre". */
  ordinal: (date: string) => string;
  /** Before the name of a place: "at Café Lignes", "au Café Lignes". */
  at: (venue: string) => string;
  near: (area: string) => string;
  /** As an object: "einen Kaffee". */
  occasions: Readonly<Record<Occasion, string>>;
  /** Where it will be while no venue is known: never an invented name (R27). */
  openPlace: Readonly<Record<Voice, string>>;
  byPhone: string;
  /** The writer rings the reader on the reader's own number. */
  iCall: Readonly<Record<Voice, (number: string) => string>>;
  byVideo: string;
  /** From a day to a day of the same month, and of two months. */
  fromTo: (first: string, last: string) => string;
  dayOfMonth: string;
  dayAndMonth: string;
  weekdayAndDay: string;
  /** One time with its day: "Thursday 3 December from 12:30 to 14:00". */
  /** One start as an adverb: "on Thursday 3 December at 10:00"; the hour as `hour` says it. */
  moment: (day: string, hour: string) => string;
  /** "10:00", "10:00 Paris time". */
  hour: (clock: string, city?: string) => string;
  /** A meeting by its hour: "our coffee at 10:00". */
  meetingAt: (meeting: string, hour: string) => string;
  and: string;
};

const frenchHour = (hour: string): string => hour.replace(":", "h").replace(/h00$/, "h");

/** "au Café Lignes", "à la Brasserie Martin", "chez Odette"; whatever tells no gender is somebody's: "chez Lignes". */
function frenchVenue(venue: string): string {
  if (/^Chez /u.test(venue)) return venue.replace(/^C/u, "c");
  if (/^Le /u.test(venue)) return venue.replace(/^Le /u, "au ");
  if (/^La /u.test(venue)) return venue.replace(/^L/u, "à l");
  if (/^(?:Café|Bistrot|Bistro|Restaurant|Bar|Salon|Comptoir|Jardin)(?!\p{L})/u.test(venue)) return `au ${venue}`;
  if (/^(?:Brasserie|Boulangerie|Librairie|Maison|Cantine|Table)(?!\p{L})/u.test(venue)) return `à la ${venue}`;
  return /^(?:Hôtel|Atelier|Auberge)(?!\p{L})/u.test(venue) ? `à l'${venue}` : `chez ${venue}`;
}

const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    today: "today",
    yesterday: "yesterday",
    onWeekday: (weekday) => `on ${weekday}`,
    onDate: "'on' d LLLL",
    onDateWithYear: "'on' d LLLL yyyy",
    inMonth: "'in' LLLL",
    inMonthWithYear: "'in' LLLL yyyy",
    ordinal: (date) => date,
    at: (venue) => `at ${venue}`,
    near: (area) => `in ${area}`,
    occasions: { coffee: "a coffee", lunch: "lunch", call: "a call" },
    openPlace: { business: "at a place of your choice", friend: "wherever you like" },
    byPhone: "by phone",
    iCall: { business: (number) => `I would call you on ${number}`, friend: (number) => `I call you on ${number}` },
    byVideo: "by video",
    fromTo: (first, last) => `from ${first} to ${last}`,
    dayOfMonth: "d",
    dayAndMonth: "d LLLL",
    weekdayAndDay: "cccc d LLLL",
    moment: (day, hour) => `on ${day} at ${hour}`,
    hour: (clock, city) => (city === undefined ? clock : `${clock} ${city} time`),
    meetingAt: (meeting, hour) => `${meeting} at ${hour}`,
    and: "and",
  },
  fr: {
    today: "aujourd'hui",
    yesterday: "hier",
    onWeekday: (weekday) => weekday,
    onDate: "'le' d LLLL",
    onDateWithYear: "'le' d LLLL yyyy",
    ofDay: (said) =>
      /^(?:hier|aujourd'hui)$/.test(said) ? `d'${said}` : said.startsWith("le ") ? `du ${said.slice(3)}` : `de ${said}`,
    inMonth: "'en' LLLL",
    inMonthWithYear: "'en' LLLL yyyy",
    ordinal: (date) => date.replace(/^(le )?1 /, "$11er "),
    at: frenchVenue,
    near: (area) => `à ${area}`,
    occasions: { coffee: "un café", lunch: "un déjeuner", call: "un échange" },
    openPlace: { business: "à l'endroit de votre choix", friend: "où tu veux" },
    byPhone: "par téléphone",
    iCall: { business: (number) => `je vous appelle au ${number}`, friend: (number) => `je t'appelle au ${number}` },
    byVideo: "en visio",
    fromTo: (first, last) => `du ${first} au ${last}`,
    dayOfMonth: "d",
    dayAndMonth: "d LLLL",
    weekdayAndDay: "cccc d LLLL",
    moment: (day, hour) => `${day.replace(/ 1 (?=\p{L})/u, " 1er ")} à ${hour}`,
    hour: (clock, city) => (city === undefined ? frenchHour(clock) : `${frenchHour(clock)} heure de ${city}`),
    meetingAt: (meeting, hour) => `${meeting} de ${frenchHour(hour)}`,
    and: "et",
  },
  de: {
    today: "heute",
    yesterday: "gestern",
    onWeekday: (weekday) => `am ${weekday}`,
    onDate: "'am' d. LLLL",
    onDateWithYear: "'am' d. LLLL yyyy",
    inMonth: "'im' LLLL",
    inMonthWithYear: "'im' LLLL yyyy",
    ordinal: (date) => date,
    at: (venue) =>
      `${/^(?:Brasserie|Bar|Bäckerei|Konditorei|Kantine|Rösterei)(?!\p{L})/u.test(venue) ? "in der" : "im"} ${venue}`,
    near: (area) => `in ${area}`,
    occasions: { coffee: "einen Kaffee", lunch: "ein Mittagessen", call: "ein Gespräch" },
    openPlace: { business: "an einem Ort Ihrer Wahl", friend: "an einem Ort deiner Wahl" },
    byPhone: "am Telefon",
    iCall: {
      business: (number) => `ich rufe Sie unter ${number} an`,
      friend: (number) => `ich rufe dich unter ${number} an`,
    },
    byVideo: "per Video",
    fromTo: (first, last) => `vom ${first} bis ${last}`,
    dayOfMonth: "d.",
    dayAndMonth: "d. LLLL",
    weekdayAndDay: "cccc, d. LLLL",
    moment: (day, hour) => `am ${day}, um ${hour}`,
    hour: (clock, city) => `${clock} Uhr${city === undefined ? "" : ` Ortszeit ${city}`}`,
    meetingAt: (meeting, hour) => `${meeting} um ${hour} Uhr`,
    and: "und",
  },
  es: {
    today: "hoy",
    yesterday: "ayer",
    onWeekday: (weekday) => `el ${weekday}`,
    onDate: "'el' d 'de' LLLL",
    onDateWithYear: "'el' d 'de' LLLL 'de' yyyy",
    ofDay: (said) => (said.startsWith("el ") ? `del ${said.slice(3)}` : `de ${said}`),
    inMonth: "'en' LLLL",
    inMonthWithYear: "'en' LLLL 'de' yyyy",
    ordinal: (date) => date,
    at: (venue) => `en ${/^(?:Café|Bar|Restaurante|Hotel|Bistró)(?!\p{L})/u.test(venue) ? "el " : ""}${venue}`,
    near: (area) => `en ${area}`,
    occasions: { coffee: "un café", lunch: "una comida", call: "una llamada" },
    openPlace: { business: "en el sitio que prefiera", friend: "en el sitio que prefieras" },
    byPhone: "por teléfono",
    iCall: { business: (number) => `le llamo al ${number}`, friend: (number) => `te llamo al ${number}` },
    byVideo: "por vídeo",
    fromTo: (first, last) => `del ${first} al ${last}`,
    dayOfMonth: "d",
    dayAndMonth: "d 'de' LLLL",
    weekdayAndDay: "cccc d 'de' LLLL",
    moment: (day, hour) => `el ${day} ${hour.startsWith("1:") ? "a la" : "a las"} ${hour}`,
    hour: (clock, city) => (city === undefined ? clock : `${clock} hora de ${city}`),
    meetingAt: (meeting, hour) => `${meeting} de las ${hour}`,
    and: "y",
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

/** A past day as it stands behind what was on it: "our talk yesterday", "notre échange d'hier", "nuestra charla del lunes". */
export function sayOfDay(day: PlainDate, today: PlainDate, locale: Locale): string {
  const said = sayPastDay(day, today, locale);
  return phrases[locale].ofDay?.(said) ?? said;
}

/** The month of a day that lies back: "in March", with the year when it is another. */
export function sayMonth(day: PlainDate, today: PlainDate, locale: Locale): string {
  const { inMonth, inMonthWithYear } = phrases[locale];
  return sayDay(day, day.slice(0, 4) === today.slice(0, 4) ? inMonth : inMonthWithYear, locale);
}

/** "from 1 to 3 December", "from 30 November to 2 December", "on 1 December". */
export function sayDays(first: PlainDate, last: PlainDate, locale: Locale): string {
  const words = phrases[locale];
  if (first === last) return words.ordinal(sayDay(first, words.onDate, locale));
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  const from = sayDay(first, isOneMonth ? words.dayOfMonth : words.dayAndMonth, locale);
  const until = words.ordinal(sayDay(last, words.dayAndMonth, locale));
  return words.fromTo(isOneMonth ? from.replace(/^1$/, locale === "fr" ? "1er" : "1") : words.ordinal(from), until);
}

export type MomentClocks = {
  /** The owner's at that time. */
  zone: Zone;
  /** Where the reader's clock is, when anything tells. */
  readersZone?: Zone;
  /** Who meets at a place reads the clock that hangs there. */
  isThere: boolean;
};

/** One start as it stands in a sentence, on both clocks where they differ: "on Thursday 3 December at 10:00". */
export function sayMoment(startsAt: Instant, { zone, readersZone, isThere }: MomentClocks, locale: Locale): string {
  const { moment, hour, weekdayAndDay } = phrases[locale];
  const clockIn = (where: Zone) => sayInstant(startsAt, where, "H:mm");
  const dayThere = (where: Zone) => sayDay(dayIn(where, startsAt), weekdayAndDay, locale);
  const isSame =
    readersZone === undefined
      ? isThere
      : clockIn(readersZone) === clockIn(zone) && dayIn(readersZone, startsAt) === dayIn(zone, startsAt);
  const own = moment(dayThere(zone), hour(clockIn(zone), isSame ? undefined : zoneWord(zone)));
  if (isSame || readersZone === undefined) return own;
  const theirs = hour(clockIn(readersZone), zoneWord(readersZone));
  const isOtherDay = dayIn(readersZone, startsAt) !== dayIn(zone, startsAt);
  return `${own} (${isOtherDay ? moment(dayThere(readersZone), theirs) : theirs})`;
}

/** What is about to begin, by the owner's clock: "our coffee at 10:00". */
export const sayMeetingAt = (meeting: string, startsAt: Instant, zone: Zone, locale: Locale): string =>
  phrases[locale].meetingAt(meeting, sayInstant(startsAt, zone, "H:mm"));

/** What is asked for, as an object: "a coffee", "einen Kaffee". */
export const sayOccasion = (occasion: Occasion, locale: Locale): string => phrases[locale].occasions[occasion];

/** Where it will be while no venue is known: "in Lyon at a place of your choice". */
export function openPlace(locale: Locale, voice: Voice, area?: string): string {
  const words = phrases[locale];
  const open = words.openPlace[voice];
  return area === undefined ? open : `${words.near(area)} ${open}`;
}

/** "by phone (+33 1 55 50 17 04)", "by video (https://meet.example/mara)", "by phone (I would call you on +44 20 7946 0102)". */
export function sayCall(call: HeldBy, locale: Locale, voice: Voice): string {
  const { byPhone, byVideo, iCall } = phrases[locale];
  switch (call.kind) {
    case "phone":
      return `${byPhone} (${call.number})`;
    case "their_phone":
      return `${byPhone} (${iCall[voice](call.number)})`;
    case "standing_link":
      return `${byVideo} (${call.url})`;
    case "meet":
    case "teams":
      return byVideo;
  }
}

/** "at Café Lignes (14 rue des Martyrs)": without a comma, so that the sentence may go on behind it. */
export const atVenue = ({ name, address }: { name: string; address: string }, locale: Locale): string =>
  `${phrases[locale].at(name)}${address === "" ? "" : ` (${address})`}`;

/** "Sam, Nadia and Tomás" */
export function sayNames(names: readonly string[], locale: Locale): string {
  const [last, ...others] = names.toReversed();
  if (last === undefined) return "";
  return others.length === 0 ? last : `${others.toReversed().join(", ")} ${phrases[locale].and} ${last}`;
}
