/** Days as they are written: dates, numbers, weekdays, counts of days and weeks, months. */

import type { Language } from "../mail/language.ts";
import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth, type PlainDate, weekdayOf } from "../time.ts";
import type { Found, Item } from "./time-item.ts";
import { mondayOf, monthOf, one, plainDay, type TimeContext, weekOf } from "./time-spans.ts";
import type { TimeWords } from "./time-words.ts";

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
  fr: new Set(["lun"]),
  es: new Set([]),
};

export function weekdayItem(
  found: Found,
  { writtenOn }: TimeContext,
  text: string,
  words: TimeWords,
  language: Language,
): Item | undefined {
  const { weekday: name = "", next, nextBehind, plural, every } = found.groups;
  const weekday = words.weekdays[name];
  if (weekday === undefined) return undefined;
  const isAccompanied = /^\.?,? ?(?:the |um |den |at )?\d/u.test(text.slice(found.to));
  if (needsCompany[language].has(name) && !isAccompanied) return undefined;
  const ahead = (weekday - weekdayOf(writtenOn) + 7) % 7;
  const soon = addDays(writtenOn, ahead === 0 ? 7 : ahead);
  const inNextWeek = addDays(mondayOf(writtenOn), 6 + weekday);
  const saysNextWeek =
    nextBehind !== undefined && !/^(?:prochain|suivant|próximo|siguiente|que viene)$/u.test(nextBehind);
  const base = { is: "day" as const, from: found.from, to: found.to, stretch: false, weekday };
  if (saysNextWeek) return { ...base, days: [one(inNextWeek)] };
  // "Next Tuesday" is the coming one for some and that of next week for others.
  if (next !== undefined || nextBehind !== undefined)
    return { ...base, days: [...new Set([soon, inNextWeek])].map(one) };
  const isEvery = plural !== undefined || every !== undefined || (/s$/.test(name) && language === "de");
  return { ...base, bare: true, days: [one(soon)], ...(isEvery && { every: true }) };
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
};

export function inCount(found: Found, { writtenOn }: TimeContext): Item | undefined {
  const { count = "", days, weeks } = found.groups;
  const number = counts[count] ?? Number(count);
  const base = { is: "day" as const, from: found.from, to: found.to };
  if (days !== undefined) return { ...base, days: [one(addDays(writtenOn, number))], stretch: false };
  if (weeks !== undefined) return { ...base, days: [weekOf(addDays(writtenOn, 7 * number))], stretch: true };
  return { ...base, days: [monthOf(addMonths(firstOfMonth(writtenOn), number))], stretch: true };
}

export function monthItem(
  found: Found,
  month: number | undefined,
  { writtenOn, language }: TimeContext,
  { months }: TimeWords,
): Item | undefined {
  const { month: name = "", early, late, year } = found.groups;
  // "may", "mar", "sep" and their kin are months only when something says so.
  const isWord = name.length <= 3 || ["march", "mars", "juin"].includes(name);
  if (
    month === undefined ||
    months[name] === undefined ||
    (isWord && early === undefined && late === undefined && year === undefined && language !== "fr")
  ) {
    if (!(month !== undefined && (name === "march" || name === "mai" || name === "may"))) return undefined;
  }
  const here = plainDay(yearIn(year) ?? Number(writtenOn.slice(0, 4)), month!, 1);
  if (here === undefined) return undefined;
  const first = year === undefined && lastOfMonth(here) < writtenOn ? addMonths(here, 12) : here;
  const whole = monthOf(first);
  const days =
    early !== undefined
      ? { first, last: addDays(first, 9) }
      : late !== undefined
        ? { first: addDays(whole.last, -9), last: whole.last }
        : whole;
  return { is: "day", from: found.from, to: found.to, days: [days], stretch: true };
}
