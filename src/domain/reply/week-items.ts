/** What weeks, months and counts of them mean: parts of a stretch, the nth of a month, "in three weeks". */
import type { Language } from "../mail/language.ts";
import { addDays, addMonths, daysBetween, lastOfMonth, type PlainDate, weekdayOf } from "../time.ts";
import { numbers, spelled } from "./number-words.ts";
import { dayAt, type Found, type Item, type LeadItem } from "./time-item.ts";
import { type DaySpan, mondayOf, monthOf, one, type TimeContext, weekOf } from "./time-spans.ts";
import type { TimeWords } from "./time-words-of.ts";

/** "Early next week": its first three days; of a month the first ten. What "late" and "mid" leave is as vague. */
export function partOfSpan({ groups, from, to }: Found, span: DaySpan, { writtenOn }: TimeContext): Item {
  const { early, mid, late } = groups;
  if (early === undefined && mid === undefined && late === undefined)
    return dayAt({ from, to }, [span], { stretch: true });
  const isWeek = daysBetween(span.first, span.last) < 7;
  const part =
    early !== undefined
      ? { first: span.first, last: addDays(span.first, isWeek ? 2 : 9) }
      : mid !== undefined
        ? { first: addDays(span.first, isWeek ? 1 : 10), last: addDays(span.first, isWeek ? 3 : 19) }
        : {
            first: isWeek ? addDays(span.first, 3) : addDays(span.last, -9),
            last: isWeek ? addDays(span.first, 4) : span.last,
          };
  const first = part.first < writtenOn && writtenOn <= part.last ? writtenOn : part.first;
  return dayAt({ from, to }, [{ first, last: part.last }], { stretch: true, vague: true });
}

/** "The first Monday of December"; -1 is the last. */
export function nthWeekday(found: Found, first: PlainDate | undefined, words: TimeWords): Item | undefined {
  const nth = words.nth[found.groups.nth ?? ""];
  const weekday = words.weekdays[found.groups.weekday ?? ""];
  if (nth === undefined || weekday === undefined || first === undefined) return undefined;
  const last = lastOfMonth(first);
  const day =
    nth > 0
      ? addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
      : addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  return day <= last ? dayAt(found, [one(day)], { weekday, dated: true }) : undefined;
}

/** "The first week of December": from Monday, where its Thursday lies in the month, or seven days from the first. */
export function nthWeek(found: Found, first: PlainDate | undefined, words: TimeWords): Item | undefined {
  const nth = words.nth[found.groups.nth ?? ""];
  if (nth === undefined || first === undefined) return undefined;
  const { last } = monthOf(first);
  const thursday = nth > 0 ? addDays(mondayOf(addDays(first, 3)), 3) : addDays(mondayOf(addDays(last, -3)), 3);
  const inWeeks = weekOf(nth > 0 ? addDays(thursday, 7 * (nth - 1)) : thursday);
  const inDays =
    nth > 0
      ? { first: addDays(first, 7 * (nth - 1)), last: addDays(first, 7 * nth - 1) }
      : { first: addDays(last, -6), last };
  return dayAt(found, inWeeks.first === inDays.first ? [inWeeks] : [inWeeks, inDays], { stretch: true });
}

const articles: Readonly<Record<Language, string>> = {
  en: "(?:a )?couple(?: of)?|(?:a )?few|several|a|an",
  de: "einigen?|paar|eine[rmn]?|ein",
  fr: "une dizaine de|une quinzaine de|quelques|un",
  es: "unos|unas|pocos|pocas|un",
};
/** Counts as they are written before days, weeks and months. */
export const countIn = (language: Language): string => `\\d{1,2}|${articles[language]}|${spelled(language, 31)}`;

/** "A few" is read as three. */
const few = 3;
function counted(count: string): number {
  if (/^\d/.test(count)) return Number(count);
  if (/^(?:an?|un|une|una|ein(?:e[rmn]?)?)$/u.test(count)) return 1;
  if (/couple|^paar$/u.test(count)) return 2;
  if (count.startsWith("une ") && count !== "une") return count.includes("dizaine") ? 10 : 15;
  return Object.values(numbers).find((table) => table[count] !== undefined)?.[count] ?? few;
}

type Length = { days: number } | { months: number } | { workdays: number };

function lengthOf({ groups }: Found, fallback?: number): Length | undefined {
  const { count, workdays, days, weeks, months } = groups;
  const number = count === undefined ? fallback : counted(count);
  if (number === undefined) return undefined;
  if (workdays !== undefined) return { workdays: number };
  if (days !== undefined) return { days: number };
  if (weeks !== undefined) return { days: number * (weeks.startsWith("fortnight") ? 14 : 7) };
  return months === undefined ? undefined : { months: number };
}

const after = (day: PlainDate, length: Length): PlainDate =>
  "days" in length
    ? addDays(day, length.days)
    : "months" in length
      ? addMonths(day, length.months)
      : workdaysAfter(day, length.workdays);

function workdaysAfter(day: PlainDate, count: number): PlainDate {
  let at = day;
  for (let left = Math.min(count, 60); left > 0; ) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5) left -= 1;
  }
  return at;
}

/** "Two weeks after": how far from the day behind it. */
export function leadOf(found: Found, sign: 1 | -1): LeadItem["says"] | undefined {
  const length = lengthOf(found);
  if (length === undefined || "workdays" in length) return undefined;
  return "days" in length ? { days: sign * length.days } : { months: sign * length.months };
}

/** "In three days" is a day; from a week on it may be that day or any of its week or month. */
export function inCount(found: Found, { writtenOn, language }: TimeContext): Item | undefined {
  const length = lengthOf(found);
  if (length === undefined) return undefined;
  const day = after(writtenOn, length);
  if ("months" in length) return dayAt(found, [one(day), monthOf(day)], { stretch: true });
  if ("workdays" in length || length.days < 7) return dayAt(found, [one(day)]);
  // "In acht Tagen", "dans quinze jours": one and two weeks, counted with both ends.
  const isInclusive = found.groups.days !== undefined && language !== "en" && [8, 15].includes(length.days);
  const near = isInclusive ? [one(addDays(day, -1)), one(day)] : [one(day)];
  return dayAt(found, [...near, weekOf(isInclusive ? addDays(day, -1) : day)], { stretch: true });
}

/** "In the next two weeks", "in den nächsten Tagen": from tomorrow to the end of the count. */
export function withinCount(found: Found, { writtenOn }: TimeContext, text: string): Item | undefined {
  const isPlural = /(?:s|n|tage|monate)$/u.test(text);
  const length = lengthOf(found, isPlural ? few : undefined);
  if (length === undefined) return undefined;
  const isVague = found.groups.count === undefined;
  return dayAt(found, [{ first: addDays(writtenOn, 1), last: after(writtenOn, length) }], {
    stretch: true,
    vague: isVague,
  });
}

/** "KW 49": the week of that number, of this year or, where it is over, of the next. */
export function isoWeek(found: Found, { writtenOn }: TimeContext): Item | undefined {
  const number = Number(found.groups.number);
  if (number < 1 || number > 53) return undefined;
  const weekIn = (year: number) => weekOf(addDays(mondayOf(`${year}-01-04` as PlainDate), 7 * (number - 1)));
  const year = Number(writtenOn.slice(0, 4));
  const here = weekIn(year);
  return dayAt(found, [here.last < writtenOn ? weekIn(year + 1) : here], { stretch: true });
}

/** "Q1", "the second quarter of 2027", "next quarter"; without a year the coming one. */
export function quarter(found: Found, { writtenOn }: TimeContext, words: TimeWords): Item | undefined {
  const { number, nth, year } = found.groups;
  const [thisYear, month] = [Number(writtenOn.slice(0, 4)), Number(writtenOn.slice(5, 7))];
  const following = (Math.ceil(month / 3) % 4) + 1;
  const named = Number(number ?? words.nth[nth ?? ""] ?? following);
  if (named < 1) return undefined;
  const firstIn = (years: number) => `${years}-${String(named * 3 - 2).padStart(2, "0")}-01` as PlainDate;
  const spanIn = (years: number) => ({ first: firstIn(years), last: lastOfMonth(addMonths(firstIn(years), 2)) });
  if (year !== undefined) return dayAt(found, [spanIn(2000 + Number(year.slice(-2)))], { stretch: true });
  const here = spanIn(thisYear);
  return dayAt(found, [here.last < writtenOn ? spanIn(thisYear + 1) : here], { stretch: true });
}

/** Spring is 0: three months from March. Nobody means its first day. */
export function season(found: Found, index: number, { writtenOn }: TimeContext): Item {
  const firstIn = (year: number) => addMonths(`${year}-03-01` as PlainDate, 3 * index);
  const spanIn = (year: number) => ({ first: firstIn(year), last: lastOfMonth(addMonths(firstIn(year), 2)) });
  const year = Number(writtenOn.slice(0, 4));
  const current = [spanIn(year - 1), spanIn(year), spanIn(year + 1)].find(({ last }) => last >= writtenOn);
  return dayAt(found, [current ?? spanIn(year)], { stretch: true, vague: true });
}
