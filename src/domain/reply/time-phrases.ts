/**
 * The times that a sentence speaks of: days, hours, ranges and open ends, each with every reading that it has. Weekdays are
 * read against the day of writing, bare hours inside working hours, "after 2" keeps its direction, lists stay lists.
 * Rules of our own come first; the date library is asked only for a day where they found none, and no other file knows it.
 */
import { de, en, es, fr } from "chrono-node";
import type { Language } from "../mail/language.ts";
import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth, type PlainDate, parseDay, weekdayOf, type Zone } from "../time.ts";
import { clocksInFigures } from "./clock-words.ts";
import { type TimeWords, timeWords } from "./time-words.ts";
import { zoneWords, zoneWritten } from "./zone-words.ts";

/** Both ends included. */
export type DaySpan = { first: PlainDate; last: PlainDate };

/** Minutes since 00:00 on the wall. */
export type ClockSpan =
  /** Every reading of one hour: "at 3" may be 180 or 900. */
  | { kind: "at"; minutes: readonly number[] }
  | { kind: "between"; from: number; until: number; isPart: boolean }
  | { kind: "from"; minute: number }
  | { kind: "until"; minute: number };

export type TimePhrase = {
  /** Where it stands in the sentence as it was read (lower case, single spaces). */
  from: number;
  to: number;
  text: string;
  /** Readings of the day; absent when only a time of day is given. */
  days?: readonly DaySpan[];
  /** 1 is Monday: "Mondays", "any Tuesday". */
  everyWeekday?: number;
  /** A weekday and nothing more names the day: in an offer it may be the offered one of a later week. */
  isBareWeekday: boolean;
  /** The whole span is meant, not one day in it: "next week", "in March". */
  isStretch: boolean;
  clock?: ClockSpan;
  approximate: boolean;
  /** The zone that the writer named, or "theirs" for "my time". */
  zone?: Zone | "theirs" | "unknown";
};

export type TimeContext = {
  language: Language;
  /** The day of writing, in the zone in which the times are read. */
  writtenOn: PlainDate;
  /** Minutes since 00:00 between which a bare hour is read. */
  workingHours: { from: number; until: number };
};

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

export function readTimes(sentence: string, context: TimeContext): TimesRead {
  const text = clocksInFigures(readable(sentence), context.language);
  if (!/[\p{L}\d]/u.test(text)) return { text, phrases: [], hasUnreadNumber: false };
  const items = itemsIn(text, context);
  const known = items.filter((item) => item.is !== "nothing");
  const own = join(known, text, context);
  const phrases = (own.length > 0 ? own : fromLibrary(text, context)).slice(0, phrasesMax);
  const covered = [...items, ...phrases];
  const numbers = [...text.matchAll(/\d+/gu)];
  const hasUnreadNumber = numbers.some(({ index }) => !covered.some(({ from, to }) => index >= from && index < to));
  return { text, phrases, hasUnreadNumber };
}

/* ── items: one day, one hour, one part of the day ── */

type Place = { from: number; to: number };
type TimeItem = Place &
  (
    | { is: "day"; days: readonly DaySpan[]; stretch: boolean; weekday?: number; bare?: boolean; every?: boolean; dated?: boolean }
    | { is: "clock"; clock: ClockSpan; approximate: boolean }
  );
type ZoneItem = Place & { is: "zone"; zone: Zone | "theirs" | "unknown" };
/** Digits that are no time: a phone number, an amount, a length. */
type OtherItem = Place & { is: "nothing" };
type Item = TimeItem | ZoneItem | OtherItem;

type Found = { groups: Readonly<Record<string, string | undefined>>; from: number; to: number };
type Reader = { find: RegExp; read: (found: Found, context: TimeContext, text: string) => Item | undefined };

function itemsIn(text: string, context: TimeContext): Item[] {
  const items: Item[] = [];
  const isTaken = (from: number, to: number) => items.some((item) => from < item.to && to > item.from);
  for (const { find, read } of readersOf(context.language)) {
    find.lastIndex = 0;
    for (let match = find.exec(text); match !== null && items.length < 60; match = find.exec(text)) {
      const from = match.index;
      const to = from + match[0].length;
      if (match[0] === "") find.lastIndex += 1;
      if (isTaken(from, to)) continue;
      const item = read({ groups: match.groups ?? {}, from, to }, context, text);
      if (item !== undefined) items.push(item);
      else find.lastIndex = from + 1;
    }
  }
  return items.toSorted((one, other) => one.from - other.from);
}

const known = new Map<Language, readonly Reader[]>();
function readersOf(language: Language): readonly Reader[] {
  const readers = known.get(language) ?? makeReaders(language, timeWords[language]);
  known.set(language, readers);
  return readers;
}

const names = (record: Readonly<Record<string, number>>) =>
  Object.keys(record).sort((one, other) => other.length - one.length).map((name) => name.replace(".", "\\.")).join("|");
const before = "(?<![\\p{L}\\d]|\\d[.,:/])";
const behind = "(?![\\p{L}\\d])";
const one = (days: PlainDate): DaySpan => ({ first: days, last: days });
const pattern = (source: string) => new RegExp(source, "gu");

function makeReaders(language: Language, words: TimeWords): Reader[] {
  const month = names(words.months);
  const weekday = names(words.weekdays);
  const year = "(?<year>20\\d{2}|'\\d{2})";
  const monthNumber = (found: Found) => words.months[found.groups.month ?? ""];
  const hourWord = `(?:${words.hour})`;
  const explicit = (at: string) => `(?<h${at}>\\d{1,2})(?:(?:[:.]|h)(?<m${at}>[0-5]\\d))?(?<s${at}>:[0-5]\\d)?(?: ?(?<ap${at}>${words.am}|${words.pm}))?(?:(?<ish${at}>ish)| ?(?<w${at}>${hourWord})(?: ?(?<mw${at}>[0-5]\\d)(?!\\d))?)?(?: ?(?<ap2${at}>${words.am}|${words.pm}))?`;
  const noUnit = `(?![\\p{L}\\d%€$£]|[.,:/]\\d| ?(?:%|€|\\$|${words.day}|${words.week}|${words.month}|${month}|people|persons?|minutes?|mins?|min|personen|minuten|personnes|personas|minutos|stunden|hours?(?! )|k)(?![\\p{L}]))`;
  const day = (days: readonly DaySpan[], found: Found, stretch = false): Item => ({ is: "day", from: found.from, to: found.to, days, stretch });

  return [
    { find: pattern(`(?:\\+|00)\\d[\\d ().-]{7,18}\\d|(?<!\\d)0\\d(?:[ .-]?\\d{2}){4}(?!\\d)|(?<![\\d])\\d{3}[ .-]\\d{3}[ .-]\\d{4}|(?:https?:|www\\.)[^ ]*|[^ ]+@[^ ]+\\.[^ ]+|[€$£] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:€|%|eur(?:os?)?|usd|dollars?)|\\d{1,3}[- ]?(?:minutes?|mins?|minuten|minutos|minütig\\p{L}*)(?![\\p{L}])`), read: ({ from, to }) => ({ is: "nothing", from, to }) },
    { find: pattern(`${before}(?<iso>\\d{4}-\\d{2}-\\d{2})${behind}`), read: (found) => { const at = parseDay(found.groups.iso ?? ""); return at && { ...day([one(at)], found), dated: true } as Item; } },
    // A range of days in one month: "24-26 November", "vom 3. bis 5. März".
    { find: pattern(`${before}(?:${words.from}|${words.between}|${words.dayArticle}) ?(?<d1>\\d{1,2})(?:${words.ordinalEnd})? ?(?:${words.to}|${words.and}) ?(?:${words.dayArticle})? ?(?<d2>\\d{1,2})(?:${words.ordinalEnd})? (?:of |de |d')?(?<month>${month})\\.?${behind}|${before}(?<d3>\\d{1,2})(?:${words.ordinalEnd})? ?- ?(?<d4>\\d{1,2})(?:${words.ordinalEnd})? (?:of |de |d')?(?<month2>${month})\\.?${behind}`), read: (found, context) => {
      const { d1, d2, d3, d4, month: m1, month2 } = found.groups;
      const number = words.months[m1 ?? month2 ?? ""];
      const first = dated(Number(d1 ?? d3), number, undefined, context.writtenOn);
      const last = dated(Number(d2 ?? d4), number, undefined, context.writtenOn);
      return first !== undefined && last !== undefined && first <= last ? day([{ first, last }], found, true) : undefined;
    } },
    { find: pattern(`${before}(?:${words.dayArticle} )?(?<day>\\d{1,2})(?:${words.ordinalEnd})? ?(?:of |de |d'|del )?(?<month>${month})\\.?(?:,? (?:de |del |of )?${year})?${behind}`), read: (found, context) => datedItem(found, monthNumber(found), context) },
    { find: pattern(`${before}(?<month>${month})\\.? ?(?:the )?(?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h]?\\d| ?(?:${words.am}|${words.pm}|${hourWord})${behind})(?:,? ${year})?${behind}`), read: (found, context) => (language === "en" || language === "es" ? datedItem(found, monthNumber(found), context) : undefined) },
    { find: pattern(`${before}(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})(?:\\k<sign>(?<year>\\d{4}|\\d{2}))?(?<dot>\\.)?(?![\\d:]|[/.-]\\d| ?(?:${words.am}|${words.pm}|${hourWord})${behind})`), read: (found, context, text) => numericDay(found, context, text, words) },
    // Clock ranges before single hours; at least one side must look like a time or be led by a word for ranges.
    { find: pattern(`${before}(?<lead>(?:${words.from}|${words.between}|${words.at})(?: ${words.at.split("|")[0]})? ?)?(?:${words.about} )?${explicit("1")} ?(?<sep>${words.to}|${words.and}) ?(?:${words.at} )?${explicit("2")}${noUnit}`), read: (found, context, text) => clockRange(found, context, text, words) },
    { find: pattern(`${before}(?<open>(?<after>${words.after})|(?<before>${words.before})) (?:${words.at} )?(?:${words.about} )?${explicit("1")}${noUnit}`), read: (found, context) => openClock(found, context, words) },
    { find: pattern(`${before}${explicit("1")} (?:or|oder|ou|o) (?<later>later|onwards?|after|später|danach|plus tard|après|más tarde|después)${behind}|${before}${explicit("3")} (?:onwards?|and later|at the earliest|frühestens|au plus tôt|en adelante)${behind}`), read: (found, context) => {
      const minutes = readClock(found, found.groups.h1 !== undefined ? "1" : "3", context, words);
      const minute = minutes?.[0];
      return minute === undefined ? undefined : { is: "clock", from: found.from, to: found.to, clock: { kind: "from", minute }, approximate: false };
    } },
    { find: pattern(`${before}(?:(?<about>${words.about}) )?${explicit("1")}${noUnit}`), read: (found, context, text) => singleClock(found, context, text, words) },
    ...words.relative.map(({ says, days }): Reader => ({ find: pattern(`${before}(?:${says})${behind}`), read: (found, { writtenOn }) => day([one(addDays(writtenOn, days))], found) })),
    { find: pattern(`${before}(?:${words.weekOf}) (?<day>\\d{1,2})(?:${words.ordinalEnd})?(?: (?:of |de )?(?<month>${month}))?`), read: (found, context) => {
      const at = dayOfMonth(Number(found.groups.day), monthNumber(found), context.writtenOn);
      return at === undefined ? undefined : day([weekOf(at)], found, true);
    } },
    { find: pattern(`${before}(?:${words.weekAfterNext})${behind}`), read: (found, { writtenOn }) => day([weekOf(addDays(writtenOn, 14))], found, true) },
    { find: pattern(`${before}(?:${words.last}) (?<weekday>${weekday})${behind}|${before}(?<weekday2>${weekday}) (?:${words.last}|of last week)${behind}`), read: (found, { writtenOn }) => {
      const at = words.weekdays[found.groups.weekday ?? found.groups.weekday2 ?? ""];
      if (at === undefined) return undefined;
      const back = (weekdayOf(writtenOn) - at + 7) % 7;
      return { ...day([one(addDays(writtenOn, back === 0 ? -7 : -back))], found), weekday: at, dated: true } as Item;
    } },
    // "Tuesday 24", "mardi 24": the number is the day of the month.
    { find: pattern(`${before}(?:(?:${words.this}) )?(?:(?:${words.next}) )?(?<weekday>${weekday})[.,]? (?:${words.dayArticle} )?(?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h/]?\\d|[\\p{L}]|/| ?(?:${words.am}|${words.pm}|${hourWord})(?![\\p{L}])| ?-| (?:to|until|till|bis|jusqu'à|hasta) )`), read: (found, context) => {
      const at = words.weekdays[found.groups.weekday ?? ""];
      const number = Number(found.groups.day);
      if (at === undefined || number < 1 || number > 31) return undefined;
      const ahead = (at - weekdayOf(context.writtenOn) + 7) % 7;
      const soon = addDays(context.writtenOn, ahead === 0 ? 7 : ahead);
      const date = dayOfMonth(number, undefined, context.writtenOn);
      const days = date === undefined ? [one(soon)] : agreeing(at, [one(date)], [one(soon)], context.writtenOn);
      return { ...day(days, found), weekday: at, dated: true } as Item;
    } },
    // The weekday with all that tells which one.
    { find: pattern(`${before}(?:(?<every>${words.either}) )?(?:(?:${words.this}) )?(?:(?<next>${words.next}) )?(?<weekday>${weekday})(?<plural>s(?=${behind}))?(?:\\.(?= ?\\d))?(?: ?(?<nextBehind>${words.nextBehind}))?${behind}`), read: (found, context, text) => weekdayItem(found, context, text, words, language) },
    { find: pattern(`${before}(?:${words.nextWeek}) (?:on |am |le |el )?(?<weekday>${weekday})${behind}`), read: (found, { writtenOn }) => {
      const at = words.weekdays[found.groups.weekday ?? ""];
      return at === undefined ? undefined : { ...day([one(addDays(mondayOf(writtenOn), 6 + at))], found), weekday: at } as Item;
    } },
    { find: pattern(`${before}(?:${words.nextWeek})${behind}`), read: (found, { writtenOn }) => day([weekOf(addDays(writtenOn, 7))], found, true) },
    { find: pattern(`${before}(?:${words.thisWeek})${behind}`), read: (found, { writtenOn }) => day([{ first: writtenOn, last: weekOf(writtenOn).last }], found, true) },
    { find: pattern(`${before}(?:${words.nextMonth})${behind}`), read: (found, { writtenOn }) => day([monthOf(addMonths(firstOfMonth(writtenOn), 1))], found, true) },
    { find: pattern(`${before}(?:${words.thisMonth})${behind}`), read: (found, { writtenOn }) => day([{ first: writtenOn, last: lastOfMonth(writtenOn) }], found, true) },
    { find: pattern(`${before}(?:${words.nextYear})${behind}`), read: (found, { writtenOn }) => {
      const first = `${Number(writtenOn.slice(0, 4)) + 1}-01-01` as PlainDate;
      return day([{ first, last: addDays(addMonths(first, 12), -1) }], found, true);
    } },
    { find: pattern(`${before}(?:${words.inCount}) (?<count>\\d{1,2}|a|an|one|two|three|four|six|eine[rm]?|zwei|drei|vier|un|une|deux|trois|quatre|una|dos|tres|cuatro) (?:(?<days>${words.day})|(?<weeks>${words.week})|(?<months>${words.month}))${behind}`), read: inCount },
    { find: pattern(`${before}(?:(?<early>${words.early}) |(?<late>${words.late}) )?(?:(?:in|im|en|au|mois de|next|this) (?:the month of )?)?(?<month>${month})${behind}(?:,? (?:de )?${year})?(?! ?\\d)`), read: (found, context) => monthItem(found, monthNumber(found), context, words) },
    { find: pattern(`${before}(?:${words.dayArticle}) (?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h]?\\d|[/%]| ?(?:${words.am}|${words.pm}|${hourWord})${behind}|[\\p{L}])${language === "en" ? "(?<=\\D\\d{1,2}(?:st|nd|rd|th))" : ""}`), read: ordinalItem },
    ...(language === "en" ? [{ find: pattern(`${before}(?<day>\\d{1,2})(?:st|nd|rd|th)${behind}`), read: ordinalItem }] : []),
    ...words.parts.map(({ says, from, until }): Reader => ({ find: pattern(`${before}(?:${says})${behind}`), read: (found) => ({ is: "clock", from: found.from, to: found.to, clock: { kind: "between", from, until, isPart: true }, approximate: false }) })),
    { find: zoneWords(language), read: (found, _, text) => ({ is: "zone", from: found.from, to: found.to, zone: zoneWritten(text.slice(found.from, found.to)) }) },
  ];
}

/* ── days ── */

const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));
const weekOf = (day: PlainDate): DaySpan => ({ first: mondayOf(day), last: addDays(mondayOf(day), 6) });
const monthOf = (first: PlainDate): DaySpan => ({ first: firstOfMonth(first), last: lastOfMonth(first) });

const plainDay = (year: number, month: number, day: number): PlainDate | undefined =>
  parseDay(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

/** A date without a year is the next one; up to four weeks back it is read as just past. */
function dated(day: number, month: number | undefined, year: number | undefined, writtenOn: PlainDate): PlainDate | undefined {
  if (month === undefined) return undefined;
  if (year !== undefined) return plainDay(year, month, day);
  const here = plainDay(Number(writtenOn.slice(0, 4)), month, day);
  const isPast = here !== undefined && daysBetween(here, writtenOn) > 28;
  return isPast || here === undefined ? plainDay(Number(writtenOn.slice(0, 4)) + 1, month, day) : here;
}

const yearIn = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year.length === 4 ? year : `20${year.replace("'", "")}`);

function datedItem(found: Found, month: number | undefined, { writtenOn }: TimeContext): Item | undefined {
  const at = dated(Number(found.groups.day), month, yearIn(found.groups.year), writtenOn);
  return at === undefined ? undefined : { is: "day", from: found.from, to: found.to, days: [one(at)], stretch: false, dated: true };
}

/** 24/11 has one reading, 3/4 has two where months may be written first (English). */
function numericDay(found: Found, { language, writtenOn }: TimeContext, text: string, words: TimeWords): Item | undefined {
  const { one: first = "", two = "", sign, year, dot } = found.groups;
  // "10.30" and "9-11" are hours unless a year or a closing dot says otherwise.
  if (sign === "-" && year === undefined) return undefined;
  if (sign === "." && year === undefined && dot === undefined) {
    const led = new RegExp(`(?:${words.at}|${words.about}|${words.after}|${words.before}) $`, "u").test(text.slice(Math.max(0, found.from - 30), found.from));
    if (led || Number(two) > 12 || (two.length === 2 && language !== "de") || Number(two) === 0) return undefined;
  }
  const readings = [
    dated(Number(first), Number(two), yearIn(year), writtenOn),
    ...(language === "en" && sign !== "." ? [dated(Number(two), Number(first), yearIn(year), writtenOn)] : []),
  ].filter((at) => at !== undefined);
  const days = [...new Set(readings)];
  return days.length === 0 ? undefined : { is: "day", from: found.from, to: found.to, days: days.map(one), stretch: false, dated: true };
}

function dayOfMonth(day: number, month: number | undefined, writtenOn: PlainDate): PlainDate | undefined {
  if (month !== undefined) return dated(day, month, undefined, writtenOn);
  const here = plainDay(Number(writtenOn.slice(0, 4)), Number(writtenOn.slice(5, 7)), day);
  if (here !== undefined && here >= writtenOn) return here;
  const next = addMonths(firstOfMonth(writtenOn), 1);
  return plainDay(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day);
}

function ordinalItem(found: Found, { writtenOn }: TimeContext): Item | undefined {
  const at = dayOfMonth(Number(found.groups.day), undefined, writtenOn);
  return at === undefined ? undefined : { is: "day", from: found.from, to: found.to, days: [one(at)], stretch: false, dated: true };
}

/** Short forms that are everyday words count only beside a number or with a capital's sign, the dot. */
const needsCompany: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(["sun", "sat", "wed", "mon"]),
  de: new Set(["so", "do", "mi", "di", "mo", "fr", "sa"]),
  fr: new Set(["lun"]),
  es: new Set([]),
};

function weekdayItem(found: Found, { writtenOn }: TimeContext, text: string, words: TimeWords, language: Language): Item | undefined {
  const { weekday: name = "", next, nextBehind, plural, every } = found.groups;
  const weekday = words.weekdays[name];
  if (weekday === undefined) return undefined;
  const isAccompanied = /^\.?,? ?(?:the |um |den |at )?\d/u.test(text.slice(found.to));
  if (needsCompany[language].has(name) && !isAccompanied) return undefined;
  const ahead = (weekday - weekdayOf(writtenOn) + 7) % 7;
  const soon = addDays(writtenOn, ahead === 0 ? 7 : ahead);
  const inNextWeek = addDays(mondayOf(writtenOn), 6 + weekday);
  const saysNextWeek = nextBehind !== undefined && !/^(?:prochain|suivant|próximo|siguiente|que viene)$/u.test(nextBehind);
  const base = { is: "day" as const, from: found.from, to: found.to, stretch: false, weekday };
  if (saysNextWeek) return { ...base, days: [one(inNextWeek)] };
  // "Next Tuesday" is the coming one for some and that of next week for others.
  if (next !== undefined || nextBehind !== undefined) return { ...base, days: [...new Set([soon, inNextWeek])].map(one) };
  const isEvery = plural !== undefined || every !== undefined || /s$/.test(name) && language === "de";
  return { ...base, bare: true, days: [one(soon)], ...(isEvery && { every: true }) };
}

const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6, ein: 1, eine: 1, einer: 1, einem: 1, zwei: 2, drei: 3, vier: 4, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, una: 1, dos: 2, tres: 3, cuatro: 4 };

function inCount(found: Found, { writtenOn }: TimeContext): Item | undefined {
  const { count = "", days, weeks } = found.groups;
  const number = counts[count] ?? Number(count);
  const base = { is: "day" as const, from: found.from, to: found.to };
  if (days !== undefined) return { ...base, days: [one(addDays(writtenOn, number))], stretch: false };
  if (weeks !== undefined) return { ...base, days: [weekOf(addDays(writtenOn, 7 * number))], stretch: true };
  return { ...base, days: [monthOf(addMonths(firstOfMonth(writtenOn), number))], stretch: true };
}

function monthItem(found: Found, month: number | undefined, { writtenOn, language }: TimeContext, { months }: TimeWords): Item | undefined {
  const { month: name = "", early, late, year } = found.groups;
  // "may", "mar", "sep" and their kin are months only when something says so.
  const isWord = name.length <= 3 || ["march", "mars", "juin"].includes(name);
  if (month === undefined || months[name] === undefined || (isWord && early === undefined && late === undefined && year === undefined && language !== "fr")) {
    if (!(month !== undefined && (name === "march" || name === "mai" || name === "may"))) return undefined;
  }
  const here = plainDay(yearIn(year) ?? Number(writtenOn.slice(0, 4)), month!, 1);
  if (here === undefined) return undefined;
  const first = year === undefined && lastOfMonth(here) < writtenOn ? addMonths(here, 12) : here;
  const whole = monthOf(first);
  const days = early !== undefined ? { first, last: addDays(first, 9) } : late !== undefined ? { first: addDays(whole.last, -9), last: whole.last } : whole;
  return { is: "day", from: found.from, to: found.to, days: [days], stretch: true };
}

/* ── hours ── */

/** Minutes since midnight that a written hour may mean; undefined when it is none. */
function readClock({ groups }: Found, at: string, { workingHours }: TimeContext, words: TimeWords): number[] | undefined {
  const hour = Number(groups[`h${at}`]);
  const minute = Number(groups[`m${at}`] ?? groups[`mw${at}`] ?? 0);
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const half = groups[`ap${at}`] ?? groups[`ap2${at}`];
  if (half !== undefined) {
    if (hour > 12) return [hour * 60 + minute];
    const isAfternoon = new RegExp(`^(?:${words.pm})$`, "u").test(half);
    return [((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minute];
  }
  const written = groups[`h${at}`] ?? "";
  if (hour > 12 || hour === 0 || written.startsWith("0")) return [hour * 60 + minute];
  const readings = [hour * 60 + minute, ((hour % 12) + 12) * 60 + minute].filter((reading, index, all) => all.indexOf(reading) === index);
  const working = readings.filter((reading) => reading >= workingHours.from && reading < workingHours.until);
  return working.length > 0 ? working : readings;
}

const isPlainNumber = ({ groups }: Found, at: string): boolean =>
  ["m", "ap", "w", "ap2", "ish"].every((name) => groups[`${name}${at}`] === undefined);

function singleClock(found: Found, context: TimeContext, text: string, words: TimeWords): Item | undefined {
  const minutes = readClock(found, "1", context, words);
  if (minutes === undefined) return undefined;
  const lead = text.slice(Math.max(0, found.from - 24), found.from);
  const isLed = new RegExp(`(?:^|[^\\p{L}])(?:${words.at}) $`, "u").test(lead);
  const isListed = new RegExp(`(?:\\d|${words.am}|${words.pm}|${words.hour}) ?(?:or|oder|ou|o|,|and|und|et|y) (?:${words.at} )?$`, "u").test(lead);
  if (isPlainNumber(found, "1")) {
    const hour = Number(found.groups.h1);
    if ((!isLed && !isListed && found.groups.about === undefined) || hour > 22 || hour === 0) return undefined;
    // "at 24 Rue …", "at 5 Main Street": an address goes on with a name.
    if (/^ (?:rue|avenue|av\.?|boulevard|place|street|road|via|calle|straße|platz|[\p{L}]+(?:straße|str\.|weg|gasse|platz))/u.test(text.slice(found.to))) return undefined;
  }
  // "1.5", "2.0": a count, unless a word says that it is an hour; durations ("2 hours", "30 h") are none either.
  if (/^(?:hours?|heures?|horas?|stunden|hrs?)$/u.test(found.groups.w1 ?? "") && !isLed && !(words === timeWords.fr)) return undefined;
  return { is: "clock", from: found.from, to: found.to, clock: { kind: "at", minutes }, approximate: found.groups.about !== undefined || found.groups.ish1 !== undefined };
}

function clockRange(found: Found, context: TimeContext, text: string, words: TimeWords): Item | undefined {
  const { lead, sep = "" } = found.groups;
  const isAnd = new RegExp(`^(?:${words.and})$`, "u").test(sep);
  const isBetween = new RegExp(`^(?:${words.between})`, "u").test(lead ?? "");
  const plain1 = isPlainNumber(found, "1");
  const plain2 = isPlainNumber(found, "2");
  if (isAnd !== isBetween) return undefined;
  // "24-26": days, or nothing. "2-4" alone is too little, "from 2 to 4" and "Tuesday 2-4" are not.
  if (plain1 && plain2 && lead === undefined && !new RegExp(`(?:${names(words.weekdays)})[.,]? $`, "u").test(text.slice(0, found.from))) return undefined;
  if (Number(found.groups.h1) > 24 || Number(found.groups.h2) > 24) return undefined;
  // "le 17 à 10h", "el 17 a las 10": a day and its hour.
  const isLedByRange = new RegExp(`^(?:${words.from}|${words.between})`, "u").test(lead ?? "");
  if (/^(?:à|a|a las?)$/u.test(sep) && plain1 && !isLedByRange) return undefined;
  const ends = readClock(found, "2", context, words);
  const starts = readClock(found, "1", context, words);
  if (ends === undefined || starts === undefined) return undefined;
  // "9-11am", "2 to 4pm": the half of the day behind the range holds for both ends.
  const half = found.groups.ap2 ?? found.groups.ap22;
  const sameHalf = half !== undefined && found.groups.ap1 === undefined && found.groups.ap21 === undefined && Number(found.groups.h1) <= 12;
  const withHalf = sameHalf ? readClock({ ...found, groups: { ...found.groups, ap1: half } }, "1", context, words) : undefined;
  for (const from of [...(withHalf ?? []), ...starts, ...bothHalves(starts)]) {
    const until = [...ends, ...bothHalves(ends)].find((end) => end > from && end - from <= 720);
    if (until !== undefined) return { is: "clock", from: found.from, to: found.to, clock: { kind: "between", from, until, isPart: false }, approximate: false };
  }
  return undefined;
}

const bothHalves = (minutes: readonly number[]): number[] => minutes.flatMap((minute) => (minute < 720 ? [minute, minute + 720] : [minute]));

function openClock(found: Found, context: TimeContext, words: TimeWords): Item | undefined {
  const minutes = readClock(found, "1", context, words);
  const [minute] = minutes ?? [];
  if (minute === undefined || Number(found.groups.h1) > 23) return undefined;
  const isAfter = found.groups.after !== undefined;
  return { is: "clock", from: found.from, to: found.to, clock: isAfter ? { kind: "from", minute } : { kind: "until", minute }, approximate: false };
}

/* ── phrases: items that belong together ── */

const glue = /^[\s,(@:;/-]*(?:(?:at|on|in|the|am|um|an|den|dem|der|im|à|a|au|le|les|la|de|du|dans|el|las|los|en|por|del|für|for|of|from|von|desde|partir|gegen|starting|um|so|dann|zwar|any ?time|sometime|free|available|ideally|preferably|say)[\s,(@:-]*){0,3}$/u;
const orWords = /^[\s,;/]*(?:(?:or|oder|ou|o|u|and|und|et|y|e|as well as|sowie|bzw\.?|alternatively|alternativ|&|\/|,|;)[\s,]*){1,2}(?:(?:at|on|am|um|à|a|le|el|las|on the|the|maybe|perhaps|even|also|auch|vielleicht|aussi|también|else)[\s,]+){0,3}$/u;

type Part = { phrase: TimePhrase; weekday: number | undefined; dated: boolean };

/** "before Friday", "after the 20th": days on one side of a day, never the day itself. */
function opened(phrase: TimePhrase, text: string, { writtenOn, language }: TimeContext): TimePhrase {
  const [span] = phrase.days ?? [];
  if (span === undefined || phrase.everyWeekday !== undefined) return phrase;
  const words = timeWords[language];
  const lead = text.slice(Math.max(0, phrase.from - 40), phrase.from);
  const side = new RegExp(`(?<![\\p{L}])(?:(?<after>(?:${words.after})(?:l)?|since)|(?<before>(?:${words.before})(?:l)?|than))(?: (?:on|the|dem|den|am|zum|le|au|el|next|this|that))* $`, "u").exec(lead);
  if (side === null) return phrase;
  const isAfter = side.groups?.after !== undefined;
  const days = isAfter ? { first: span.first, last: addDays(span.last, openDays) } : { first: span.first < writtenOn ? span.first : writtenOn, last: span.last };
  return { ...phrase, days: [days], isStretch: true, isBareWeekday: false };
}
/** How far a day with an open end is followed. */
const openDays = 30;

function join(items: readonly (TimeItem | ZoneItem)[], text: string, context: TimeContext): TimePhrase[] {
  const { writtenOn } = context;
  const parts: Part[] = [];
  let zone: TimePhrase["zone"];
  for (const item of items) {
    const last = parts.at(-1);
    if (item.is === "zone") {
      if (last !== undefined && item.from - last.phrase.to <= 12) last.phrase = { ...last.phrase, zone: item.zone, to: item.to };
      zone = item.zone;
      continue;
    }
    const gap = last === undefined ? undefined : text.slice(last.phrase.to, item.from);
    const merged = last !== undefined && gap !== undefined && glue.test(gap) ? mergeInto(last, item, writtenOn) : undefined;
    if (merged !== undefined) parts[parts.length - 1] = merged;
    else parts.push(partOf(item));
  }
  return inherit(parts.map(({ phrase }) => opened(phrase, text, context)), text)
    .map((phrase) => ({ ...phrase, text: text.slice(phrase.from, phrase.to), ...(phrase.zone === undefined && zone !== undefined && phrase.clock !== undefined && { zone }) }));
}

function partOf(item: TimeItem): Part {
  const base = { from: item.from, to: item.to, text: "", isStretch: false, isBareWeekday: false, approximate: false };
  if (item.is === "clock") return { phrase: { ...base, clock: item.clock, approximate: item.approximate }, weekday: undefined, dated: false };
  return {
    phrase: { ...base, days: item.days, isStretch: item.stretch, isBareWeekday: item.bare === true, ...(item.every === true && item.weekday !== undefined && { everyWeekday: item.weekday }) },
    weekday: item.weekday,
    dated: item.dated === true,
  };
}

function mergeInto({ phrase, weekday, dated: isDated }: Part, item: TimeItem, writtenOn: PlainDate): Part | undefined {
  const to = item.to;
  if (item.is === "clock") {
    if (phrase.clock === undefined) return { phrase: { ...phrase, to, clock: item.clock, approximate: phrase.approximate || item.approximate }, weekday, dated: isDated };
    const narrowed = narrow(phrase.clock, item.clock);
    return narrowed === undefined ? undefined : { phrase: { ...phrase, to, clock: narrowed }, weekday, dated: isDated };
  }
  if (phrase.days === undefined) return { phrase: { ...phrase, to, days: item.days, isStretch: item.stretch, isBareWeekday: item.bare === true, ...(item.every === true && item.weekday !== undefined && { everyWeekday: item.weekday }) }, weekday: item.weekday, dated: item.dated === true };
  // "Tuesday the 24th", "24 November, Tuesday": one day when they agree, both when they do not.
  if (weekday !== undefined && item.weekday === undefined && item.dated === true) return { phrase: { ...phrase, to, isBareWeekday: false, days: agreeing(weekday, item.days, phrase.days, writtenOn) }, weekday, dated: true };
  if (isDated && item.weekday !== undefined && phrase.clock === undefined) return { phrase: { ...phrase, to, isBareWeekday: false, days: agreeing(item.weekday, phrase.days, item.days, writtenOn) }, weekday: item.weekday, dated: true };
  // "Next week Tuesday", "Tuesday in the week of the 23rd".
  if (phrase.isStretch && item.weekday !== undefined && phrase.days.length === 1) {
    const inside = item.weekday === undefined ? undefined : dayInside(phrase.days[0]!, item.weekday);
    if (inside !== undefined) return { phrase: { ...phrase, to, days: [one(inside)], isStretch: false }, weekday: item.weekday, dated: false };
  }
  if (weekday !== undefined && item.stretch && item.days.length === 1) {
    const inside = dayInside(item.days[0]!, weekday);
    if (inside !== undefined) return { phrase: { ...phrase, to, isBareWeekday: false, days: [one(inside)] }, weekday, dated: false };
  }
  return undefined;
}

/** The only day of that weekday in a week. */
function dayInside({ first, last }: DaySpan, weekday: number): PlainDate | undefined {
  if (daysBetween(first, last) > 6) return undefined;
  for (let day = first; day <= last; day = addDays(day, 1)) if (weekdayOf(day) === weekday) return day;
  return undefined;
}

function agreeing(weekday: number, dates: readonly DaySpan[], otherwise: readonly DaySpan[], writtenOn: PlainDate): readonly DaySpan[] {
  const right = dates.filter(({ first }) => weekdayOf(first) === weekday);
  if (right.length > 0) return right;
  // "Tuesday the 3rd" may be of a later month.
  const [date] = dates;
  if (date !== undefined) {
    const later = plainDay(Number(addMonths(firstOfMonth(writtenOn), 1).slice(0, 4)), Number(addMonths(firstOfMonth(writtenOn), 1).slice(5, 7)), Number(date.first.slice(8)));
    if (later !== undefined && weekdayOf(later) === weekday && daysBetween(writtenOn, later) < 45) return [one(later)];
  }
  return [...otherwise, ...dates];
}

/** "3 in the afternoon", "afternoon, after 3": the hour that lies in the part. */
function narrow(one: ClockSpan, other: ClockSpan): ClockSpan | undefined {
  const [part, exact] = one.kind === "between" && one.isPart ? [one, other] : other.kind === "between" && other.isPart ? [other, one] : [undefined, other];
  if (part === undefined) return undefined;
  const into = (minute: number) => (minute < 720 && minute + 720 >= part.from && minute + 720 <= part.until ? minute + 720 : minute);
  if (exact.kind === "at") {
    const inside = [...new Set([...exact.minutes, ...exact.minutes.map(into)])].filter((minute) => minute >= part.from && minute <= part.until);
    return { kind: "at", minutes: inside.length > 0 ? inside : exact.minutes };
  }
  if (exact.kind === "from" || exact.kind === "until") return { kind: exact.kind, minute: into(exact.minute) };
  return exact.isPart ? undefined : exact;
}

/** In a list the hour or the day that is said once holds for its neighbours: "Tuesday or Wednesday at 3", "Tuesday at 3 or 4". */
function inherit(phrases: readonly TimePhrase[], text: string): TimePhrase[] {
  const out = [...phrases];
  const isList = (left: TimePhrase, right: TimePhrase) => orWords.test(text.slice(left.to, right.from));
  for (let at = out.length - 2; at >= 0; at -= 1) {
    const [left, right] = [out[at]!, out[at + 1]!];
    if (!isList(left, right)) continue;
    if (left.clock === undefined && left.days !== undefined && right.clock !== undefined && right.days !== undefined) out[at] = { ...left, clock: right.clock, approximate: right.approximate };
    if (left.days === undefined && left.clock !== undefined && right.days !== undefined && right.clock !== undefined) out[at] = { ...left, days: right.days, isBareWeekday: right.isBareWeekday };
  }
  for (let at = 1; at < out.length; at += 1) {
    const [left, right] = [out[at - 1]!, out[at]!];
    if (right.days === undefined && left.days !== undefined && isList(left, right)) out[at] = { ...right, days: left.days, isBareWeekday: left.isBareWeekday };
  }
  return out;
}

/* ── the library ── */

/** The library reads no more than this of a sentence. */
const librarySentenceMax = 300;
const libraries = { en: en.casual, de: de.casual, fr: fr.casual, es: es.casual } as const;

/** Days that only the library knows. A bare "now" and hours without a day are nothing that anybody asked for. */
function fromLibrary(text: string, { language, writtenOn }: TimeContext): TimePhrase[] {
  if (!/\d|week|day|month|woche|tag|monat|semaine|jour|mois|semana|día|mes/u.test(text)) return [];
  const reference = { instant: new Date(`${writtenOn}T12:00:00Z`), timezone: 0 };
  const results = libraries[language].parse(text.slice(0, librarySentenceMax), reference, { forwardDate: true });
  return results.flatMap(({ index, text: words, start }) => {
    if (/minut|hour|stunde|heure|hora|second|sekunde/u.test(words)) return [];
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
