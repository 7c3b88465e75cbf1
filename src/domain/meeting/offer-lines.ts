/**
 * Offered times as a person would type them: one line a day, plain words and plain signs, in the reader's language, with
 * the reader's own clock beside the owner's when the two differ.
 */
import { type PlainDate, sayDay, type Zone } from "../time.ts";
import { dayMs, dayNumberOf, dayOfNumber, minuteMs } from "./day-number.ts";
import type { OfferDay } from "./offer.ts";
import type { Slot } from "./slots.ts";
import { stretchAt, type WallClock, wallMs } from "./wall-clock.ts";

export type LinesContext = {
  ownersClock: WallClock;
  /** Absent while the reader's zone is unknown: then the owner's zone is named. */
  readersClock?: WallClock;
  /** BCP 47; a language that is not spoken here falls back to English. */
  locale: string;
};

/** One line for each day, such as `Tue 24: 9:00-10:00 or 12:00-17:30`. */
export function offerLines(days: readonly OfferDay[], context: LinesContext): readonly string[] {
  const words = wordsOf(context.locale);
  const naming = namingOf(
    days.flatMap(({ ranges }) => ranges),
    context,
  );
  const months = new Set(days.map(({ day }) => day.slice(0, 7)));
  return days.map(({ day, ranges }) => {
    const head = `${sayDate(day, months.size > 1, context.locale, words)}${words.colon} `;
    const own = sayRanges(ranges, context.ownersClock, words);
    return head + named(own, () => sayThere(day, ranges, context, words), ranges, naming, context, words);
  });
}

/** One time with its day: `Tue 24 at 9:00`, and the reader's clock behind it when it differs. */
export function sayTime(slot: Slot, context: LinesContext): string {
  const words = wordsOf(context.locale);
  const { ownersClock, readersClock } = context;
  const day = Math.floor(wallMs(ownersClock, slot.startMs) / dayMs);
  const own = `${sayDate(dayOfNumber(day), false, context.locale, words)} ${words.at} ${sayClock(ownersClock, slot.startMs, words)}`;
  const there = () => {
    const dayThere = Math.floor(wallMs(readersClock!, slot.startMs) / dayMs);
    const date = dayThere === day ? "" : `${sayDate(dayOfNumber(dayThere), false, context.locale, words)} `;
    return date + sayClock(readersClock!, slot.startMs, words);
  };
  return named(own, there, [slot], namingOf([slot], context), context, words);
}

/** Whether zones have to be named, and whether times are said twice. */
type Naming = "none" | "owner" | "both";

/** No zone needs a name when both clocks read the same at every offered time. */
function namingOf(slots: readonly Slot[], { ownersClock, readersClock }: LinesContext): Naming {
  if (readersClock === undefined) return "owner";
  const isSame = (ms: number) => wallMs(ownersClock, ms) === wallMs(readersClock, ms);
  return slots.every(({ startMs, endMs }) => isSame(startMs) && isSame(endMs)) ? "none" : "both";
}

/** The owner's words with the zone of that day (a travelling owner has several), and the reader's behind them. */
function named(
  own: string,
  there: () => string,
  slots: readonly Slot[],
  naming: Naming,
  context: LinesContext,
  words: Words,
): string {
  const [first] = slots;
  if (naming === "none" || first === undefined) return own;
  const zoneOn = (clock: WallClock) => words.inZone(zoneWord(stretchAt(clock, first.startMs).zone));
  const mine = `${own} ${zoneOn(context.ownersClock)}`;
  if (context.readersClock === undefined || namingOf(slots, context) === "none") return mine;
  return `${mine} (${there()} ${zoneOn(context.readersClock)})`;
}

type Words = {
  or: string;
  at: string;
  colon: string;
  clock: (hour: number, minute: number) => string;
  inZone: (city: string) => string;
};

const twoDigits = (count: number) => String(count).padStart(2, "0");
const colonClock = (hour: number, minute: number) => `${hour}:${twoDigits(minute)}`;
const frenchClock = (hour: number, minute: number) => `${hour}h${minute === 0 ? "" : twoDigits(minute)}`;
const halfDayClock = (hour: number, minute: number) =>
  `${hour % 12 === 0 ? 12 : hour % 12}:${twoDigits(minute)}${hour % 24 < 12 ? "am" : "pm"}`;

const english: Words = { or: "or", at: "at", colon: ":", clock: colonClock, inZone: (city) => `${city} time` };
const languages: Readonly<Record<string, Words>> = {
  en: english,
  fr: { or: "ou", at: "à", colon: " :", clock: frenchClock, inZone: (city) => `heure de ${city}` },
  de: { or: "oder", at: "um", colon: ":", clock: colonClock, inZone: (city) => `Uhr Ortszeit ${city}` },
  es: { or: "o", at: "a las", colon: ":", clock: colonClock, inZone: (city) => `hora de ${city}` },
  it: { or: "o", at: "alle", colon: ":", clock: colonClock, inZone: (city) => `ora di ${city}` },
  pt: { or: "ou", at: "às", colon: ":", clock: colonClock, inZone: (city) => `hora de ${city}` },
  nl: { or: "of", at: "om", colon: ":", clock: colonClock, inZone: (city) => `uur in ${city}` },
};
const halfDayRegions = new Set(["US", "CA", "AU", "NZ", "IN", "PH"]);

function wordsOf(locale: string): Words {
  const [language = "en", ...rest] = locale.split("-");
  const words = languages[language.toLowerCase()] ?? english;
  return words === english && rest.some((part) => halfDayRegions.has(part.toUpperCase()))
    ? { ...english, clock: halfDayClock }
    : words;
}

const spokenLocale = (locale: string) => (languages[locale.split("-")[0]!.toLowerCase()] === undefined ? "en" : locale);

/** Names of days are asked of the time library once each. */
const dateNames = new Map<string, string>();
function sayDate(day: PlainDate, withMonth: boolean, locale: string, words: Words): string {
  const key = `${locale} ${day} ${withMonth}`;
  const known = dateNames.get(key);
  if (known !== undefined) return known;
  const name = sayDay(day, withMonth ? "ccc d LLL" : "ccc d", spokenLocale(locale));
  if (dateNames.size > 5_000) dateNames.clear();
  dateNames.set(key, words === languages.de ? name.replace(/^(\p{L}+)\.? (\d+)/u, "$1 $2.") : name);
  return dateNames.get(key)!;
}

const sayClock = (clock: WallClock, ms: number, words: Words) => {
  const minute = Math.floor((((wallMs(clock, ms) % dayMs) + dayMs) % dayMs) / minuteMs);
  return words.clock(Math.floor(minute / 60), minute % 60);
};

const sayRanges = (ranges: readonly Slot[], clock: WallClock, words: Words) =>
  ranges
    .map(({ startMs, endMs }) => `${sayClock(clock, startMs, words)}-${sayEnd(clock, startMs, endMs, words)}`)
    .join(` ${words.or} `);

/** Midnight at the end of a range is 24:00 where clocks have 24 hours. */
function sayEnd(clock: WallClock, startMs: number, endMs: number, words: Words): string {
  const isMidnight = wallMs(clock, endMs) % dayMs === 0 && endMs > startMs;
  return isMidnight && words.clock !== halfDayClock ? words.clock(24, 0) : sayClock(clock, endMs, words);
}

/** The reader's ranges, each with its date where the reader's day is another. */
function sayThere(day: PlainDate, ranges: readonly Slot[], context: LinesContext, words: Words): string {
  const clock = context.readersClock!;
  let said = dayNumberOf(day);
  return ranges
    .map((range) => {
      const there = Math.floor(wallMs(clock, range.startMs) / dayMs);
      const date = there === said ? "" : `${sayDate(dayOfNumber(there), false, context.locale, words)} `;
      said = there;
      return date + sayRanges([range], clock, words);
    })
    .join(` ${words.or} `);
}

/** `America/New_York` is spoken of as New York; zones without a city by their own name. */
export const zoneWord = (zone: Zone) =>
  zone.startsWith("Etc/") || !zone.includes("/")
    ? zone.replace(/^Etc\//, "")
    : zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
