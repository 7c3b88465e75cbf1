/** The patterns of hours: ranges before open ends before single hours, then parts of the day. */
import { clockRange, openClock, readClock, singleClock } from "./clock-items.ts";
import { behind, from, type Reader, whole } from "./time-item.ts";
import { alternatives } from "./time-words.ts";
import type { TimeWords } from "./time-words-of.ts";

/** One hour as it may be written; its pieces are named with a number, so that a range can hold two. */
const hourPattern = (words: TimeWords, at: string) =>
  `(?<h${at}>\\d{1,2})(?:(?:[:.]|h)(?<m${at}>[0-5]\\d))?(?<s${at}>:[0-5]\\d)?(?: ?(?<ap${at}>${words.am}|${words.pm}))?(?:(?<ish${at}>-?ish)| ?(?<w${at}>${words.hour})(?: ?(?<mw${at}>[0-5]\\d)(?!\\d))?)?(?: ?(?<ap2${at}>${words.am}|${words.pm}))?`;

export function clockReaders(words: TimeWords): Reader[] {
  const hour = (at: string) => hourPattern(words, at);
  const noUnit = noUnitBehind(words);
  const at = `(?:(?:${words.at}) )?`;
  const about = `(?:(?:${words.about}) )?`;
  return [
    // At least one side must look like a time or be led by a word for ranges.
    {
      find: from(
        `(?<lead>(?:${words.from}|${words.between}|${words.at})(?: ${words.at.split("|")[0]})? ?)?${about}${hour("1")} ?(?<sep>${words.to}|${words.and}) ?${at}${hour("2")}${noUnit}`,
      ),
      read: (found, context, text) => clockRange(found, context, text, words),
    },
    {
      find: from(`(?<open>(?<after>${words.after})|(?<before>${words.before})) ${at}${about}${hour("1")}${noUnit}`),
      read: (found, context) => openClock(found, context, words),
    },
    {
      find: whole(
        `${hour("1")} (?:or|oder|ou|o) (?<later>later|onwards?|after|später|danach|plus tard|après|más tarde|después)|${hour("3")} (?:onwards?|and later|at the earliest|frühestens|au plus tôt|en adelante)`,
      ),
      read: (found, context) => {
        const [minute] = readClock(found, found.groups.h1 !== undefined ? "1" : "3", context, words) ?? [];
        return minute === undefined
          ? undefined
          : { is: "clock", from: found.from, to: found.to, clock: { kind: "from", minute }, approximate: false };
      },
    },
    {
      find: from(`(?:(?<about>${words.about}) )?${hour("1")}${noUnit}`),
      read: (found, context, text) => singleClock(found, context, text, words),
    },
  ];
}

/** "Thursday 10 works": read behind the days, which take the number when it is the day of the month. */
export const hourBehindWeekday = (words: TimeWords): Reader => ({
  find: from(`(?<=(?:${alternatives(words.weekdays)})[.,]? )${hourPattern(words, "1")}${noUnitBehind(words)}`),
  read: (found, context) => {
    const minutes = readClock(found, "1", context, words);
    return minutes === undefined || Number(found.groups.h1) === 0
      ? undefined
      : { is: "clock", from: found.from, to: found.to, clock: { kind: "at", minutes }, approximate: false };
  },
});

export const partReaders = (words: TimeWords): Reader[] =>
  words.parts.map(({ says, from: starts, until }) => ({
    find: whole(says),
    read: ({ from: at, to }) => ({
      is: "clock",
      from: at,
      to,
      clock: { kind: "between", from: starts, until, isPart: true },
      approximate: false,
    }),
  }));

/** What stands behind a number that is an hour and no day: nothing of it may follow. */
export const noHourBehind = (words: TimeWords) => `(?! ?(?:${words.am}|${words.pm}|(?:${words.hour}))${behind})`;

/** What stands behind a number that is no hour: a unit, a month, more digits. */
function noUnitBehind(words: TimeWords): string {
  const month = alternatives(words.months);
  return `(?![\\p{L}\\d%€$£]|[.,:/]\\d| ?(?:%|€|\\$|${words.day}|${words.workday}|${words.week}|${words.month}|people|persons?|minutes?|mins?|min|personen|minuten|personnes|personas|minutos|stunden|hours?(?! )|k)(?![\\p{L}]))(?:(?<=[:.h]\\d\\d|m|m\\.)|(?! ?(?:${month})(?![\\p{L}])))`;
}
