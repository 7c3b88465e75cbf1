/** The pieces of times in a sentence, found by one list of patterns a language: the first that takes a place keeps it. */

import type { Language } from "../mail/language.ts";
import { addDays, addMonths, firstOfMonth, lastOfMonth, type PlainDate, parseDay, weekdayOf } from "../time.ts";
import { clockRange, openClock, readClock, singleClock } from "./clock-items.ts";
import { dated, datedItem, dayOfMonth, inCount, monthItem, numericDay, ordinalItem, weekdayItem } from "./day-items.ts";
import type { Found, Item, Reader } from "./time-item.ts";
import { agreeing, type DaySpan, mondayOf, monthOf, one, type TimeContext, weekOf } from "./time-spans.ts";
import { alternatives, type TimeWords, timeWords } from "./time-words.ts";
import { zoneWords, zoneWritten } from "./zone-words.ts";

export function itemsIn(text: string, context: TimeContext): Item[] {
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

const before = "(?<![\\p{L}\\d]|\\d[.,:/])";
const behind = "(?![\\p{L}\\d])";
const pattern = (source: string) => new RegExp(source, "gu");

function makeReaders(language: Language, words: TimeWords): Reader[] {
  const month = alternatives(words.months);
  const weekday = alternatives(words.weekdays);
  const year = "(?<year>20\\d{2}|'\\d{2})";
  const monthNumber = (found: Found) => words.months[found.groups.month ?? ""];
  const hourWord = `(?:${words.hour})`;
  const explicit = (at: string) =>
    `(?<h${at}>\\d{1,2})(?:(?:[:.]|h)(?<m${at}>[0-5]\\d))?(?<s${at}>:[0-5]\\d)?(?: ?(?<ap${at}>${words.am}|${words.pm}))?(?:(?<ish${at}>ish)| ?(?<w${at}>${hourWord})(?: ?(?<mw${at}>[0-5]\\d)(?!\\d))?)?(?: ?(?<ap2${at}>${words.am}|${words.pm}))?`;
  const noUnit = `(?![\\p{L}\\d%€$£]|[.,:/]\\d| ?(?:%|€|\\$|${words.day}|${words.week}|${words.month}|${month}|people|persons?|minutes?|mins?|min|personen|minuten|personnes|personas|minutos|stunden|hours?(?! )|k)(?![\\p{L}]))`;
  const day = (days: readonly DaySpan[], found: Found, stretch = false): Item => ({
    is: "day",
    from: found.from,
    to: found.to,
    days,
    stretch,
  });

  return [
    {
      find: pattern(
        `(?:\\+|00)\\d[\\d ().-]{7,18}\\d|(?<!\\d)0\\d(?:[ .-]?\\d{2}){4}(?!\\d)|(?<![\\d])\\d{3}[ .-]\\d{3}[ .-]\\d{4}|(?:https?:|www\\.)[^ ]*|(?<![^ ])[^ @]{1,64}@[^ @]{1,100}|[€$£] ?\\d[\\d.,]{0,15}|(?<![\\d.,])\\d[\\d.,]{0,15} ?(?:€|%|eur(?:os?)?|usd|dollars?)|\\d{1,3}[- ]?(?:minutes?|mins?|minuten|minutos|minütig\\p{L}*)(?![\\p{L}])`,
      ),
      read: ({ from, to }) => ({ is: "nothing", from, to }),
    },
    {
      find: pattern(`${before}(?<iso>\\d{4}-\\d{2}-\\d{2})${behind}`),
      read: (found) => {
        const at = parseDay(found.groups.iso ?? "");
        return at && ({ ...day([one(at)], found), dated: true } as Item);
      },
    },
    // A range of days in one month: "24-26 November", "vom 3. bis 5. März".
    {
      find: pattern(
        `${before}(?:${words.from}|${words.between}|${words.dayArticle}) ?(?<d1>\\d{1,2})(?:${words.ordinalEnd})? ?(?:${words.to}|${words.and}) ?(?:${words.dayArticle})? ?(?<d2>\\d{1,2})(?:${words.ordinalEnd})? (?:of |de |d')?(?<month>${month})\\.?${behind}|${before}(?<d3>\\d{1,2})(?:${words.ordinalEnd})? ?- ?(?<d4>\\d{1,2})(?:${words.ordinalEnd})? (?:of |de |d')?(?<month2>${month})\\.?${behind}`,
      ),
      read: (found, context) => {
        const { d1, d2, d3, d4, month: m1, month2 } = found.groups;
        const number = words.months[m1 ?? month2 ?? ""];
        const first = dated(Number(d1 ?? d3), number, undefined, context.writtenOn);
        const last = dated(Number(d2 ?? d4), number, undefined, context.writtenOn);
        return first !== undefined && last !== undefined && first <= last
          ? day([{ first, last }], found, true)
          : undefined;
      },
    },
    {
      find: pattern(
        `${before}(?:${words.dayArticle} )?(?<day>\\d{1,2})(?:${words.ordinalEnd})? ?(?:of |de |d'|del )?(?<month>${month})\\.?(?:,? (?:de |del |of )?${year})?${behind}`,
      ),
      read: (found, context) => datedItem(found, monthNumber(found), context),
    },
    {
      find: pattern(
        `${before}(?<month>${month})\\.? ?(?:the )?(?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h]?\\d| ?(?:${words.am}|${words.pm}|${hourWord})${behind})(?:,? ${year})?${behind}`,
      ),
      read: (found, context) =>
        language === "en" || language === "es" ? datedItem(found, monthNumber(found), context) : undefined,
    },
    {
      find: pattern(
        `${before}(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})(?:\\k<sign>(?<year>\\d{4}|\\d{2}))?(?<dot>\\.)?(?![\\d:]|[/.-]\\d| ?(?:${words.am}|${words.pm}|${hourWord})${behind})`,
      ),
      read: (found, context, text) => numericDay(found, context, text, words),
    },
    // Clock ranges before single hours; at least one side must look like a time or be led by a word for ranges.
    {
      find: pattern(
        `${before}(?<lead>(?:${words.from}|${words.between}|${words.at})(?: ${words.at.split("|")[0]})? ?)?(?:${words.about} )?${explicit("1")} ?(?<sep>${words.to}|${words.and}) ?(?:${words.at} )?${explicit("2")}${noUnit}`,
      ),
      read: (found, context, text) => clockRange(found, context, text, words),
    },
    {
      find: pattern(
        `${before}(?<open>(?<after>${words.after})|(?<before>${words.before})) (?:${words.at} )?(?:${words.about} )?${explicit("1")}${noUnit}`,
      ),
      read: (found, context) => openClock(found, context, words),
    },
    {
      find: pattern(
        `${before}${explicit("1")} (?:or|oder|ou|o) (?<later>later|onwards?|after|später|danach|plus tard|après|más tarde|después)${behind}|${before}${explicit("3")} (?:onwards?|and later|at the earliest|frühestens|au plus tôt|en adelante)${behind}`,
      ),
      read: (found, context) => {
        const minutes = readClock(found, found.groups.h1 !== undefined ? "1" : "3", context, words);
        const minute = minutes?.[0];
        return minute === undefined
          ? undefined
          : { is: "clock", from: found.from, to: found.to, clock: { kind: "from", minute }, approximate: false };
      },
    },
    {
      find: pattern(`${before}(?:(?<about>${words.about}) )?${explicit("1")}${noUnit}`),
      read: (found, context, text) => singleClock(found, context, text, words),
    },
    ...words.relative.map(
      ({ says, days }): Reader => ({
        find: pattern(`${before}(?:${says})${behind}`),
        read: (found, { writtenOn }) => day([one(addDays(writtenOn, days))], found),
      }),
    ),
    {
      find: pattern(
        `${before}(?:${words.weekOf}) (?<day>\\d{1,2})(?:${words.ordinalEnd})?(?: (?:of |de )?(?<month>${month}))?`,
      ),
      read: (found, context) => {
        const at = dayOfMonth(Number(found.groups.day), monthNumber(found), context.writtenOn);
        return at === undefined ? undefined : day([weekOf(at)], found, true);
      },
    },
    {
      find: pattern(`${before}(?:${words.weekAfterNext})${behind}`),
      read: (found, { writtenOn }) => day([weekOf(addDays(writtenOn, 14))], found, true),
    },
    {
      find: pattern(
        `${before}(?:${words.last}) (?<weekday>${weekday})${behind}|${before}(?<weekday2>${weekday}) (?:${words.last}|of last week)${behind}`,
      ),
      read: (found, { writtenOn }) => {
        const at = words.weekdays[found.groups.weekday ?? found.groups.weekday2 ?? ""];
        if (at === undefined) return undefined;
        const back = (weekdayOf(writtenOn) - at + 7) % 7;
        return { ...day([one(addDays(writtenOn, back === 0 ? -7 : -back))], found), weekday: at, dated: true } as Item;
      },
    },
    // "Tuesday 24", "mardi 24": the number is the day of the month.
    {
      find: pattern(
        `${before}(?:(?:${words.this}) )?(?:(?:${words.next}) )?(?<weekday>${weekday})[.,]? (?:${words.dayArticle} )?(?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h/]?\\d|[\\p{L}]|/| ?(?:${words.am}|${words.pm}|${hourWord})(?![\\p{L}])| ?-| (?:to|until|till|bis|jusqu'à|hasta) )`,
      ),
      read: (found, context) => {
        const at = words.weekdays[found.groups.weekday ?? ""];
        const number = Number(found.groups.day);
        if (at === undefined || number < 1 || number > 31) return undefined;
        const ahead = (at - weekdayOf(context.writtenOn) + 7) % 7;
        const soon = addDays(context.writtenOn, ahead === 0 ? 7 : ahead);
        const date = dayOfMonth(number, undefined, context.writtenOn);
        const days = date === undefined ? [one(soon)] : agreeing(at, [one(date)], [one(soon)], context.writtenOn);
        return { ...day(days, found), weekday: at, dated: true } as Item;
      },
    },
    // The weekday with all that tells which one.
    {
      find: pattern(
        `${before}(?:(?<every>${words.either}) )?(?:(?:${words.this}) )?(?:(?<next>${words.next}) )?(?<weekday>${weekday})(?<plural>s(?=${behind}))?(?:\\.(?= ?\\d))?(?: ?(?<nextBehind>${words.nextBehind}))?${behind}`,
      ),
      read: (found, context, text) => weekdayItem(found, context, text, words, language),
    },
    {
      find: pattern(`${before}(?:${words.nextWeek}) (?:on |am |le |el )?(?<weekday>${weekday})${behind}`),
      read: (found, { writtenOn }) => {
        const at = words.weekdays[found.groups.weekday ?? ""];
        return at === undefined
          ? undefined
          : ({ ...day([one(addDays(mondayOf(writtenOn), 6 + at))], found), weekday: at } as Item);
      },
    },
    {
      find: pattern(`${before}(?:${words.nextWeek})${behind}`),
      read: (found, { writtenOn }) => day([weekOf(addDays(writtenOn, 7))], found, true),
    },
    {
      find: pattern(`${before}(?:${words.thisWeek})${behind}`),
      read: (found, { writtenOn }) => day([{ first: writtenOn, last: weekOf(writtenOn).last }], found, true),
    },
    {
      find: pattern(`${before}(?:${words.nextMonth})${behind}`),
      read: (found, { writtenOn }) => day([monthOf(addMonths(firstOfMonth(writtenOn), 1))], found, true),
    },
    {
      find: pattern(`${before}(?:${words.thisMonth})${behind}`),
      read: (found, { writtenOn }) => day([{ first: writtenOn, last: lastOfMonth(writtenOn) }], found, true),
    },
    {
      find: pattern(`${before}(?:${words.nextYear})${behind}`),
      read: (found, { writtenOn }) => {
        const first = `${Number(writtenOn.slice(0, 4)) + 1}-01-01` as PlainDate;
        return day([{ first, last: addDays(addMonths(first, 12), -1) }], found, true);
      },
    },
    {
      find: pattern(
        `${before}(?:${words.inCount}) (?<count>\\d{1,2}|a|an|one|two|three|four|six|eine[rm]?|zwei|drei|vier|un|une|deux|trois|quatre|una|dos|tres|cuatro) (?:(?<days>${words.day})|(?<weeks>${words.week})|(?<months>${words.month}))${behind}`,
      ),
      read: inCount,
    },
    {
      find: pattern(
        `${before}(?:(?<early>${words.early}) |(?<late>${words.late}) )?(?:(?:in|im|en|au|mois de|next|this) (?:the month of )?)?(?<month>${month})${behind}(?:,? (?:de )?${year})?(?! ?\\d)`,
      ),
      read: (found, context) => monthItem(found, monthNumber(found), context, words),
    },
    {
      find: pattern(
        `${before}(?:${words.dayArticle}) (?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h]?\\d|[/%]| ?(?:${words.am}|${words.pm}|${hourWord})${behind}|[\\p{L}])${language === "en" ? "(?<=\\D\\d{1,2}(?:st|nd|rd|th))" : ""}`,
      ),
      read: ordinalItem,
    },
    ...(language === "en"
      ? [{ find: pattern(`${before}(?<day>\\d{1,2})(?:st|nd|rd|th)${behind}`), read: ordinalItem }]
      : []),
    ...words.parts.map(
      ({ says, from, until }): Reader => ({
        find: pattern(`${before}(?:${says})${behind}`),
        read: (found) => ({
          is: "clock",
          from: found.from,
          to: found.to,
          clock: { kind: "between", from, until, isPart: true },
          approximate: false,
        }),
      }),
    ),
    {
      find: zoneWords(language),
      read: (found, _, text) => ({
        is: "zone",
        from: found.from,
        to: found.to,
        zone: zoneWritten(text.slice(found.from, found.to)),
      }),
    },
  ];
}
