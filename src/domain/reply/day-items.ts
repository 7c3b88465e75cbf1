/** Days as they are written: dates, numbers, weekdays, counts of days and weeks, months. */

import type { Language } from "../mail/language.ts";
import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth, type PlainDate, weekdayOf } from "../time.ts";
import type { Found, Item } from "./time-item.ts";
import { mondayOf, one, plainDay, type TimeContext } from "./time-spans.ts";
import { alternatives } from "./time-words.ts";
import type { TimeWords } from "./time-words-of.ts";

/** A date without a year is the next one; up to four weeks back it is read as just past. */
export function dated(
  day: number,
  month: number | undefined,
  year: number | undefined,
  writtenOn: PlainDate,
): PlainDate | undefined {
  if (month === undefined) return undefined;
  if (year !== undefined) return plainDay(year, month, day);
  const here = plainDay(Number(writtenOn.slice(0, 4)), month, day);
  const isPast = here !== undefined && daysBetween(here, writtenOn) > 28;
  return isPast || here === undefined ? plainDay(Number(writtenOn.slice(0, 4)) + 1, month, day) : here;
}

export const yearIn = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year.length === 4 ? year : `20${year.replace("'", "")}`);

export function datedItem(found: Found, month: number | undefined, { writtenOn }: TimeContext): Item | undefined {
  const at = dated(Number(found.groups.day), month, yearIn(found.groups.year), writtenOn);
  return at === undefined
    ? undefined
    : { is: "day", from: found.from, to: found.to, days: [one(at)], stretch: false, dated: true };
}

/** 24/11 has one reading, 3/4 has two where months may be written first (English). */
export function numericDay(
  found: Found,
  { language, writtenOn }: TimeContext,
  text: string,
  words: TimeWords,
): Item | undefined {
  const { one: first = "", two = "", sign, year, dot } = found.groups;
  // "10.30" and "9-11" are hours unless a year or a closing dot says otherwise.
  if (sign === "-" && year === undefined) return undefined;
  if (sign === "." && year === undefined && dot === undefined) {
    const led = new RegExp(`(?:${words.at}|${words.about}|${words.after}|${words.before}) $`, "u").test(
      text.slice(Math.max(0, found.from - 30), found.from),
    );
    if (led || Number(two) > 12 || (two.length === 2 && language !== "de") || Number(two) === 0) return undefined;
  }
  const readings = [
    dated(Number(first), Number(two), yearIn(year), writtenOn),
    ...(language === "en" && sign !== "." ? [dated(Number(two), Number(first), yearIn(year), writtenOn)] : []),
  ].filter((at) => at !== undefined);
  const days = [...new Set(readings)];
  return days.length === 0
    ? undefined
    : { is: "day", from: found.from, to: found.to, days: days.map(one), stretch: false, dated: true };
}

export function dayOfMonth(day: number, month: number | undefined, writtenOn: PlainDate): PlainDate | undefined {
  if (month !== undefined) return dated(day, month, undefined, writtenOn);
  const here = plainDay(Number(writtenOn.slice(0, 4)), Number(writtenOn.slice(5, 7)), day);
  if (here !== undefined && here >= writtenOn) return here;
  const next = addMonths(firstOfMonth(writtenOn), 1);
  return plainDay(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day);
}

export function ordinalItem(found: Found, { writtenOn }: TimeContext): Item | undefined {
  const at = dayOfMonth(Number(found.groups.day), undefined, writtenOn);
  return at === undefined
    ? undefined
    : { is: "day", from: found.from, to: found.to, days: [one(at)], stretch: false, dated: true };
}

/** Short forms that are everyday words count only beside a number or with a capital's sign, the dot. */
const needsCompany: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(["sun", "sat", "wed", "mon"]),
  de: new Set(["so", "do", "mi", "di", "mo", "fr", "sa"]),
  fr: new Set(["lun", "mar", "mer", "merc", "jeu", "ven", "vend"]),
  es: new Set(["lun", "mar", "mie", "mié", "jue", "vie"]),
};

/** "Wed is perfect", "Mi passt", "let's go with Wed": what is judged or taken is no everyday word. */
const isJudged: Readonly<Record<Language, { ahead: RegExp; behind: RegExp }>> = {
  en: {
    ahead: /(?<!\p{L})(?:(?:go with|on|this|next|take|pick|choose) )$/u,
    behind:
      /^\.? (?:works?|suits?|sounds|it is|is (?:good|fine|great|perfect|ideal|ok(?:ay)?|best|lovely)|then|please)(?!\p{L})/u,
  },
  de: {
    ahead: /(?<!\p{L})(?:am|nehmen wir|nehme(?: den)?|für(?: den)?) $/u,
    behind: /^\.? (?:passt|geht|klappt|ist (?:gut|ok(?:ay)?|super|perfekt|prima|top|ideal))(?!\p{L})/u,
  },
  fr: {
    ahead: /(?<!\p{L})(?:ok pour|va pour|prends) $/u,
    behind: /^\.? (?:c'est (?:bon|ok|parfait|bien|noté)|ça me va|me va|ok|parfait)(?!\p{L})/u,
  },
  es: {
    ahead: /(?<!\p{L})(?:ok el|el próximo) $/u,
    behind: /^\.? (?:me (?:va|viene)|ok|perfecto|está bien)(?!\p{L})/u,
  },
};

/** "Mo-Do", "Tue/Wed", "Di., Do.": short forms that stand together mean days. */
function isBesideShortDay({ from, to }: Found, text: string, { weekdays }: TimeWords): boolean {
  const names = alternatives(weekdays);
  return (
    new RegExp(`^\\.? ?(?:[-/&,]|bis|to) ?(?:${names})(?![\\p{L}])`, "u").test(text.slice(to, to + 24)) ||
    new RegExp(`(?<![\\p{L}])(?:${names})\\.? ?(?:[-/&,]|bis|to) ?$`, "u").test(
      text.slice(Math.max(0, from - 24), from),
    )
  );
}

export function weekdayItem(
  found: Found,
  { writtenOn }: TimeContext,
  text: string,
  words: TimeWords,
  language: Language,
): Item | undefined {
  const { weekday: name = "", next, nextBehind, weekLater, afterNext, plural, every } = found.groups;
  const weekday = words.weekdays[name];
  if (weekday === undefined) return undefined;
  const isAccompanied =
    /^\.?,? ?(?:the |um |den |at )?\d/u.test(text.slice(found.to)) ||
    isBesideShortDay(found, text, words) ||
    isJudged[language].behind.test(text.slice(found.to, found.to + 24)) ||
    isJudged[language].ahead.test(text.slice(Math.max(0, found.from - 16), found.from));
  if (needsCompany[language].has(name) && !isAccompanied) return undefined;
  const ahead = (weekday - weekdayOf(writtenOn) + 7) % 7;
  const soon = addDays(writtenOn, ahead === 0 ? 7 : ahead);
  const inNextWeek = addDays(mondayOf(writtenOn), 6 + weekday);
  const saysNextWeek =
    nextBehind !== undefined && !/^(?:prochain|suivant|próximo|siguiente|que viene)$/u.test(nextBehind);
  const base = { is: "day" as const, from: found.from, to: found.to, stretch: false, weekday };
  if (saysNextWeek) return { ...base, days: [one(inNextWeek)] };
  if (weekLater !== undefined) return { ...base, days: [one(addDays(soon, 7))] };
  if (afterNext !== undefined) return { ...base, days: [one(addDays(soon, 7)), one(addDays(soon, 14))] };
  // "Next Tuesday" is the coming one for some and that of next week for others.
  if (next !== undefined || nextBehind !== undefined)
    return { ...base, days: [...new Set([soon, inNextWeek])].map(one) };
  const isPluralName =
    (/s$/.test(name) && (language === "de" || language === "fr")) ||
    (language === "es" && text.slice(found.from, found.to).startsWith("los "));
  const isEvery = plural !== undefined || every !== undefined || isPluralName;
  return { ...base, bare: true, days: [one(soon)], ...(isEvery && { every: true }) };
}

/** The first day of the month that is named; without a year the coming one. */
export function monthNamed(
  { groups }: Found,
  { writtenOn }: TimeContext,
  { months }: TimeWords,
): PlainDate | undefined {
  const { month, year, nextMonth, thisMonth } = groups;
  if (nextMonth !== undefined) return addMonths(firstOfMonth(writtenOn), 1);
  if (thisMonth !== undefined) return firstOfMonth(writtenOn);
  const here = plainDay(yearIn(year) ?? Number(writtenOn.slice(0, 4)), months[month ?? ""] ?? 0, 1);
  if (here === undefined) return undefined;
  return year === undefined && lastOfMonth(here) < writtenOn ? addMonths(here, 12) : here;
}

/** "may", "march", "mar", "sep" and their kin are months only when something says so. */
export function isMonthAlone(
  { groups, from, to }: Found,
  { language }: TimeContext,
  text: string,
  { months }: TimeWords,
): boolean {
  const { month = "", early, mid, late, year } = groups;
  if ((early ?? mid ?? late ?? year) !== undefined || language === "fr" || month === "mai") return true;
  if (month.length > 3 && month !== "march") return true;
  const names = alternatives(months);
  const lead = text.slice(Math.max(0, from - 24), from);
  return (
    /^(?:in|im|en|next|this) /u.test(text.slice(from, to)) ||
    (["may", "march"].includes(month) &&
      /(?:^|[^\p{L}])(?:in|of|to|from|until|till|by|before|after|since|between|through|around|for|-) ?$/u.test(lead)) ||
    new RegExp(`(?<![\\p{L}])(?:${names})\\.? ?(?:-|/|to|and|or|bis|und|oder|a|y|o) ?$`, "u").test(lead) ||
    new RegExp(`^\\.? ?(?:-|/|to|and|or|bis|und|oder|a|y|o) ?(?:${names})(?![\\p{L}])`, "u").test(
      text.slice(to, to + 24),
    )
  );
}
