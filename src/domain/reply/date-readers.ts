/** The patterns of days that are named by a number: dates, stretches of dates, days of the month. */
import type { Language } from "../mail/language.ts";
import { parseDay } from "../time.ts";
import { noHourBehind } from "./clock-readers.ts";
import { dated, datedItem, dayOfMonth, monthNamed, numericDay, ordinalItem } from "./day-items.ts";
import { behind, dayAt, type Found, from, type Reader, whole } from "./time-item.ts";
import { one } from "./time-spans.ts";
import { alternatives } from "./time-words.ts";
import type { TimeWords } from "./time-words-of.ts";

export function dateReaders(language: Language, words: TimeWords): Reader[] {
  const month = alternatives(words.months);
  const monthIn = ({ groups }: Found, name = "month") => words.months[groups[name] ?? ""];
  const ordinal = `(?:${words.ordinalEnd})?`;
  const year = "(?<year>20\\d{2}|'\\d{2})";
  const article = `(?:(?:${words.dayArticle}) )?`;
  const notAnHour = noHourBehind(words);
  return [
    {
      find: whole("(?<iso>\\d{4}-\\d{2}-\\d{2})"),
      read: (found) => {
        const at = parseDay(found.groups.iso ?? "");
        return at && dayAt(found, [one(at)], { dated: true });
      },
    },
    // "24-26 November", "vom 3. bis 5. März", "December 3 to 7".
    {
      find: whole(
        `(?:(?:${words.from}|${words.between}|${words.dayArticle}) ?){0,2}(?<first>\\d{1,2})${ordinal} ?(?<sep>${words.dayTo}|${words.and}) ?${article}(?<last>\\d{1,2})${ordinal}(?: day)? ?(?:of |de |d'|in )?(?<month>${month})\\.?(?:,? (?:of |de |in )?${year})?`,
      ),
      read: (found, context, text) => stretchOfDates(found, monthIn(found), context, text, words),
    },
    ...(language === "en" || language === "es"
      ? [
          {
            find: whole(
              `(?:(?:${words.from}|${words.between}) ?)?(?<month>${month})\\.? (?:the )?(?<first>\\d{1,2})${ordinal} ?(?<sep>${words.dayTo}|${words.and}) ?${article}(?<last>\\d{1,2})${ordinal}(?![:.h]?\\d)${notAnHour}`,
            ),
            read: (found, context, text) => stretchOfDates(found, monthIn(found), context, text, words),
          } satisfies Reader,
        ]
      : []),
    ...monthlessStretch(language).map(
      (source): Reader => ({
        find: from(`${source}(?![:.h]?\\d)${notAnHour}`),
        read: (found, context, text) => stretchOfDates(found, undefined, context, text, words),
      }),
    ),
    // "18 and 19 June": the month behind the last holds for the others.
    {
      find: from(
        `${article}(?<day>\\d{1,2})${ordinal}(?=(?:,? ?(?:,|/|and|or|und|oder|et|ou|y|o|u) ${article}\\d{1,2}${ordinal}){1,2} (?:of |de |d')?(?<month>${month})${behind})`,
      ),
      read: (found, context) => datedItem(found, monthIn(found), context),
    },
    {
      find: whole(
        `${article}(?<day>\\d{1,2})${ordinal}[ -]?(?:day )?(?:of |de |d'|del )?(?<month>${month})\\.?(?:,? (?:de |del |of |in )?${year})?`,
      ),
      read: (found, context) => datedItem(found, monthIn(found), context),
    },
    ...(language === "en" || language === "es"
      ? [
          {
            find: whole(
              `(?<month>${month})\\.? ?(?:the )?(?<day>\\d{1,2})${ordinal}(?![:.h]?\\d)${notAnHour}(?:,? (?:of )?${year})?`,
            ),
            read: (found, context) => datedItem(found, monthIn(found), context),
          } satisfies Reader,
        ]
      : []),
    // "November 24, 25 or 26".
    ...(language === "en"
      ? [
          {
            find: from(
              `(?<=(?<month>${month})\\.? \\d{1,2}${ordinal}(?:, \\d{1,2}${ordinal})*(?:,|,? or|,? and) )(?<day>\\d{1,2})${ordinal}(?![\\d:./]|[\\p{L}])${notAnHour}`,
            ),
            read: (found, context) => datedItem(found, monthIn(found), context),
          } satisfies Reader,
        ]
      : []),
    {
      find: whole(
        `${article}(?<day>\\d{1,2})${ordinal} ?(?:day )?(?:of |des |du |del |de )?(?:(?<nextMonth>${words.nextMonth}|nächsten monats|kommenden monats)|(?<thisMonth>${words.thisMonth}|the month|dieses monats))`,
      ),
      read: (found, context) => {
        const first = monthNamed(found, context, words);
        const at = first && parseDay(`${first.slice(0, 8)}${(found.groups.day ?? "").padStart(2, "0")}`);
        return at && dayAt(found, [one(at)], { dated: true });
      },
    },
    {
      find: from(
        `(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})(?:\\k<sign>(?<year>\\d{4}|\\d{2}))?(?<dot>\\.)?(?![\\d:]|[/.]\\d|-\\d(?!\\d?[/.]\\d))${notAnHour}`,
      ),
      read: (found, context, text) => numericDay(found, context, text, words),
    },
  ];
}

/** "The 24th", "am 24.", "le 24": read last among days, because the number may belong to something else. */
export function ordinalReaders(language: Language, words: TimeWords): Reader[] {
  const needsEnding =
    language === "en" ? "(?:(?<=\\D\\d{1,2}(?:st|nd|rd|th))|(?= (?:from|between|at)(?![\\p{L}])))" : "";
  return [
    {
      find: from(
        `(?:${words.dayArticle}) (?<day>\\d{1,2})(?:${words.ordinalEnd})?(?![:.h]?\\d|[/%]|[\\p{L}])${noHourBehind(words)}${needsEnding}`,
      ),
      read: ordinalItem,
    },
    ...(language === "en" ? [{ find: whole("(?<day>\\d{1,2})(?:st|nd|rd|th)"), read: ordinalItem }] : []),
  ];
}

/** Without a month only the words and endings of days tell a stretch of days from one of hours. */
const monthlessStretch = (language: Language): readonly string[] =>
  ({
    en: [
      "(?:(?:from|between) )?(?:the )?(?<first>\\d{1,2})(?:st|nd|rd|th) ?(?<sep>to|through|thru|until|till|and|-) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)",
    ],
    de: [
      "(?:vom|zwischen dem) (?<first>\\d{1,2})\\. (?<sep>bis zum|bis|und)(?: dem)? (?<last>\\d{1,2})\\.",
      "(?<first>\\d{1,2})\\. ?(?<sep>bis|-) ?(?<last>\\d{1,2})\\.(?!\\d)",
    ],
    fr: [
      "du (?<first>\\d{1,2}) (?<sep>au) (?<last>\\d{1,2})",
      "entre le (?<first>\\d{1,2}) (?<sep>et) le (?<last>\\d{1,2})",
    ],
    es: [
      "del (?<first>\\d{1,2}) (?<sep>al) (?<last>\\d{1,2})",
      "entre el (?<first>\\d{1,2}) (?<sep>y) el (?<last>\\d{1,2})",
    ],
  })[language];

/** Both ends in the named month, or in the coming one that has them; "and" needs a word for "between" before it. */
function stretchOfDates(
  found: Found,
  month: number | undefined,
  { writtenOn }: { writtenOn: Parameters<typeof dayOfMonth>[2] },
  text: string,
  words: TimeWords,
): ReturnType<Reader["read"]> {
  const isAnd = new RegExp(`^(?:${words.and})$`, "u").test(found.groups.sep ?? "");
  if (isAnd && !new RegExp(`^(?:${words.between})`, "u").test(text.slice(found.from, found.to))) return undefined;
  const [year, firstDay, lastDay] = [found.groups.year, Number(found.groups.first), Number(found.groups.last)];
  const named = year === undefined ? undefined : Number(`20${year.slice(-2)}`);
  const end = month === undefined ? dayOfMonth(lastDay, undefined, writtenOn) : dated(lastDay, month, named, writtenOn);
  if (end === undefined || firstDay < 1 || firstDay >= lastDay) return undefined;
  const first = parseDay(`${end.slice(0, 8)}${String(firstDay).padStart(2, "0")}`);
  return first && dayAt(found, [{ first, last: end }], { stretch: true });
}
