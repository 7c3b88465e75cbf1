/** The patterns of weekdays, weeks, months and counts of them. */
import type { Language } from "../mail/language.ts";
import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth, type PlainDate, weekdayOf } from "../time.ts";
import { noHourBehind } from "./clock-readers.ts";
import { dayOfMonth, isMonthAlone, monthNamed, weekdayItem } from "./day-items.ts";
import { dayAt, type Found, from, type Item, type Reader, whole } from "./time-item.ts";
import { agreeing, type DaySpan, mondayOf, monthOf, one, type TimeContext, weekOf } from "./time-spans.ts";
import { alternatives } from "./time-words.ts";
import type { TimeWords } from "./time-words-of.ts";
import {
  countIn,
  inCount,
  isoWeek,
  leadOf,
  nthWeek,
  nthWeekday,
  partOfSpan,
  quarter,
  season,
  withinCount,
} from "./week-items.ts";

export function weekReaders(language: Language, words: TimeWords): Reader[] {
  const phrases = phrasesOf(language, words);
  return [
    ...countedInMonth(phrases),
    ...leads(phrases),
    ...relativeDays(phrases),
    ...weekdays(phrases),
    ...countsOfDays(phrases),
    ...weeks(phrases),
    ...months(phrases),
  ];
}

/** The language's words as sources of patterns; each names its groups, so it stands at most once in a pattern. */
type Phrases = ReturnType<typeof phrasesOf>;

function phrasesOf(language: Language, words: TimeWords) {
  const month = alternatives(words.months);
  const year = "(?<year>20\\d{2}|'\\d{2})";
  return {
    language,
    words,
    month,
    year,
    weekday: alternatives(words.weekdays),
    part: `(?:(?:(?<early>${words.early})|(?<mid>${words.mid})|(?<late>${words.late}))[ -](?:of |in |im |the |der |des |la |le |de |du |l'|el |del ){0,2})?`,
    anyMonth: `(?:(?<nextMonth>${words.nextMonth}|nächsten monats|kommenden monats)|(?<thisMonth>${words.thisMonth}|the month|monats|dieses monats|diesem monat|mois|mes)|(?<month>${month})(?:,? (?:of |de |del )?${year})?)`,
    nth: Object.keys(words.nth)
      .map((word) => word.replace(".", "\\."))
      .join("|"),
    count: `(?:(?:about|around|etwa|ungefähr|circa|environ|unos|unas) )?(?:(?<count>${countIn(language)}) )`,
    units: `(?:(?<workdays>${words.workday})|(?<days>${words.day})|(?<weeks>${words.week})|(?<months>${words.month}))`,
  };
}

/** A stretch, or the part of it that is named. */
const stretch = (
  { part }: Phrases,
  says: string,
  spanOf: (context: TimeContext, found: Found) => DaySpan | undefined,
): Reader => ({
  find: whole(`${part}(?:${says})`),
  read: (found, context) => {
    const span = spanOf(context, found);
    return span && partOfSpan(found, span, context);
  },
});

const lead = (source: string, says: (found: Found) => ReturnType<typeof leadOf>): Reader => ({
  find: from(`${source}(?= )`),
  read: (found) => {
    const meant = says(found);
    return meant && { is: "lead", from: found.from, to: found.to, says: meant };
  },
});

/** "The second Tuesday of March", "the first week of next month". */
function countedInMonth({ words, weekday, nth, anyMonth }: Phrases): Reader[] {
  return [
    {
      find: whole(
        `(?:(?:the|den|dem|der|am|le|el|on the) )?(?<nth>${nth}) (?<weekday>${weekday}) (?:(?:${words.ofMonth}) ?)?(?:the |of )?${anyMonth}`,
      ),
      read: (found, context) => nthWeekday(found, monthNamed(found, context, words), words),
    },
    {
      find: whole(
        `(?:(?:the|in der|der|die|la|in the) )?(?<nth>${nth}) (?:full |volle )?(?:${words.week}) (?:(?:${words.ofMonth}) ?)?(?:the |of )?${anyMonth}`,
      ),
      read: (found, context) => nthWeek(found, monthNamed(found, context, words), words),
    },
  ];
}

/** What another day is counted from: "two weeks after", "the week of". */
function leads({ language, words, count, units }: Phrases): Reader[] {
  return [
    lead(`(?:${words.weekOf})`, () => "itsWeek"),
    lead(`${count}${units} (?:${words.shiftFrom})`, (found) => leadOf(found, 1)),
    ...(language === "en"
      ? [
          { find: whole(`${count}${units} (?:from now|hence)`), read: inCount } satisfies Reader,
          // "A week on Tuesday"; "for two weeks on Monday" is something else.
          lead(`(?<!for )(?<count>a|one|two|1|2) (?<weeks>weeks?|fortnight)(?= on)`, (found) => leadOf(found, 1)),
        ]
      : []),
    lead(`${count}${units} (?:${words.shiftBefore})`, (found) => leadOf(found, -1)),
  ];
}

/** "Tomorrow", "the day after tomorrow", and the same a week later. */
function relativeDays({ words }: Phrases): Reader[] {
  return [
    ...words.relative.map(
      ({ says, days }): Reader => ({
        find: whole(`(?:${says})(?: (?<weekLater>${words.weekLater}))?`),
        read: (found, { writtenOn }) =>
          dayAt(found, [one(addDays(writtenOn, days + (found.groups.weekLater === undefined ? 0 : 7)))]),
      }),
    ),
  ];
}

/** A weekday with all that tells which one. */
function weekdays({ language, words, weekday }: Phrases): Reader[] {
  return [
    {
      find: whole(`(?:${words.last}) (?<weekday>${weekday})|(?<weekday2>${weekday}) (?:${words.last}|of last week)`),
      read: (found, { writtenOn }) => {
        const weekday = words.weekdays[found.groups.weekday ?? found.groups.weekday2 ?? ""];
        if (weekday === undefined) return undefined;
        const back = (weekdayOf(writtenOn) - weekday + 7) % 7 || 7;
        return dayAt(found, [one(addDays(writtenOn, -back))], { weekday, dated: true });
      },
    },
    // "Tuesday 24", "mardi 24": the number is the day of the month.
    {
      find: from(
        `(?:(?:${words.this}) )?(?:(?:${words.next}) )?(?<weekday>${weekday})[.,]? (?:(?<article>${words.dayArticle}) )?(?<day>\\d{1,2})(?<end>${words.ordinalEnd})?(?![:.h/]?\\d|[\\p{L}]|/| ?-| (?:to|until|till|bis|jusqu'à|hasta) )${noHourBehind(words)}`,
      ),
      read: (found, context) => weekdayWithNumber(found, context, words),
    },
    // The weekday with all that tells which one.
    {
      find: whole(`(?<afterNext>${words.afterNext}) (?<weekday>${weekday})`),
      read: (found, context, text) => weekdayItem(found, context, text, words, language),
    },
    {
      find: whole(
        `(?:(?<every>${words.either}) )?(?:(?:${words.this}) )?(?:(?<next>${words.next}) )?(?<weekday>${weekday})(?<plural>s(?![\\p{L}\\d]))?(?:\\.(?= ?[\\d-]| \\p{L}))?(?: ?(?:(?<nextBehind>${words.nextBehind})|(?<weekLater>${words.weekLater})|(?<afterNext>${words.afterNext})))?`,
      ),
      read: (found, context, text) => weekdayItem(found, context, text, words, language),
    },
    {
      find: whole(`(?:${words.nextWeek}) (?:on |am |le |el )?(?<weekday>${weekday})`),
      read: (found, { writtenOn }) => {
        const weekday = words.weekdays[found.groups.weekday ?? ""];
        return weekday === undefined
          ? undefined
          : dayAt(found, [one(addDays(mondayOf(writtenOn), 6 + weekday))], { weekday });
      },
    },
  ];
}

/** "Within ten days", "in two weeks". */
function countsOfDays({ words, count, units }: Phrases): Reader[] {
  return [
    {
      find: whole(`(?:${words.within.replace("#", `(?:${count})?`).replace("%", units)})`),
      read: (found, context, text) => withinCount(found, context, text.slice(found.from, found.to)),
    },
    { find: whole(`(?:${words.inCount}) ${count}${units}(?:['’]? time)?`), read: inCount },
  ];
}

/** Weeks and weekends. */
function weeks(phrases: Phrases): Reader[] {
  const { words } = phrases;
  return [
    {
      find: whole(
        `(?:${words.this}|the|nächstes|kommendes|dieses|ce|le|este|el|on the|over the)? ?(?:(?<next>${words.next}) )?(?:${words.weekend})(?: (?<nextBehind>${words.next}))?`,
      ),
      read: (found, context) => weekend(found, context),
    },
    {
      find: whole(`(?:${words.weekNumber}) (?<number>[0-5]?\\d)`),
      read: (found, context) => isoWeek(found, context),
    },
    stretch(phrases, words.weekAfterNext, ({ writtenOn }) => weekOf(addDays(writtenOn, 14))),
    stretch(phrases, words.nextWeek, ({ writtenOn }) => weekOf(addDays(writtenOn, 7))),
    stretch(phrases, `${words.thisWeek}|week|woche|semaine|semana`, ({ writtenOn }, { groups }) =>
      (groups.early ?? groups.mid ?? groups.late) ? weekOf(writtenOn) : undefined,
    ),
    {
      find: whole(`(?:${words.thisWeek})`),
      read: (found, { writtenOn }) =>
        dayAt(found, [{ first: writtenOn, last: weekOf(writtenOn).last }], { stretch: true }),
    },
  ];
}

/** Months, quarters, seasons, years. */
function months(phrases: Phrases): Reader[] {
  const { words, month, year, part, nth } = phrases;
  return [
    stretch(phrases, words.nextMonth, ({ writtenOn }) => monthOf(addMonths(firstOfMonth(writtenOn), 1))),
    stretch(phrases, `${words.thisMonth}|the month|month|monats|mois|mes`, ({ writtenOn }, { groups }) =>
      (groups.early ?? groups.mid ?? groups.late) ? monthOf(firstOfMonth(writtenOn)) : undefined,
    ),
    {
      find: whole(`(?:${words.thisMonth})`),
      read: (found, { writtenOn }) =>
        dayAt(found, [{ first: writtenOn, last: lastOfMonth(writtenOn) }], { stretch: true }),
    },
    {
      find: whole(
        `(?:(?:q|t)(?<number>[1-4])|(?:(?:im|au|en el|in the|the) )?(?<nth>${nth}) (?:${words.quarter})|(?<next>${words.nextQuarter}))(?:,? (?:of |de |del )?${year})?`,
      ),
      read: (found, context) => quarter(found, context, words),
    },
    ...words.seasons.map(
      (says, index): Reader => ({ find: whole(says), read: (found, context) => season(found, index, context) }),
    ),
    {
      find: whole(`(?:${words.nextYear})`),
      read: (found, { writtenOn }) => {
        const first = `${Number(writtenOn.slice(0, 4)) + 1}-01-01` as PlainDate;
        return dayAt(found, [{ first, last: addDays(addMonths(first, 12), -1) }], { stretch: true });
      },
    },
    {
      find: from(
        `${part}(?:(?:in|im|en|au|mois de|next|this) (?:the month of )?)?(?<month>${month})(?![\\p{L}\\d])(?:,? (?:de |of )?${year})?(?! ?\\d)`,
      ),
      read: (found, context, text) => {
        const first = isMonthAlone(found, context, text, words) ? monthNamed(found, context, words) : undefined;
        return first && partOfSpan(found, monthOf(first), context);
      },
    },
  ];
}

/** A day named without its month lies this close. */
const soonDays = 14;

/** "Tuesday 24": the day on which both agree, else every reading, and none for sure. */
function weekdayWithNumber(found: Found, { writtenOn }: TimeContext, words: TimeWords): Item | undefined {
  const weekday = words.weekdays[found.groups.weekday ?? ""];
  const number = Number(found.groups.day);
  if (weekday === undefined || number < 1 || number > 31) return undefined;
  const soon = addDays(writtenOn, (weekday - weekdayOf(writtenOn) + 7) % 7 || 7);
  const date = dayOfMonth(number, undefined, writtenOn);
  const days = date === undefined ? [one(soon)] : agreeing(weekday, [one(date)], [one(soon)], writtenOn);
  // "Thursday 10 works", and no such Thursday soon: the number is an hour.
  const isBare = found.groups.article === undefined && found.groups.end === undefined;
  const isSoon = days.length === 1 && days[0] !== undefined && daysBetween(writtenOn, days[0].first) <= soonDays;
  if (isBare && number <= 12 && !isSoon) return undefined;
  return dayAt(found, days, { weekday, dated: true, vague: days.length > 1 });
}

/** Saturday and Sunday of this week; "next" may mean them or those of the week after. */
function weekend(found: Found, { writtenOn }: TimeContext): Item {
  const coming = { first: addDays(mondayOf(writtenOn), 5), last: addDays(mondayOf(writtenOn), 6) };
  const after = { first: addDays(coming.first, 7), last: addDays(coming.last, 7) };
  const isNext = found.groups.next !== undefined || found.groups.nextBehind !== undefined;
  return dayAt(found, isNext ? [after, coming] : [coming], { stretch: true });
}
