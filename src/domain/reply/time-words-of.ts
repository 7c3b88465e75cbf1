/** What the readers of times must know of a language: pieces of patterns, all lower case. */

export type TimeWords = {
  months: Readonly<Record<string, number>>;
  weekdays: Readonly<Record<string, number>>;
  /** Before a weekday: the one that is meant. */
  next: string;
  this: string;
  /** Before or behind a weekday: the one that was. */
  last: string;
  /** Behind a weekday ("lundi prochain", "Dienstag in einer Woche"). */
  nextBehind: string;
  /** Behind a weekday: not the coming one but that of a week later. */
  weekLater: string;
  /** Before or behind a weekday: the one after the next, which people count in two ways. */
  afterNext: string;
  /** Days from today. */
  relative: readonly { says: string; days: number }[];
  thisWeek: string;
  nextWeek: string;
  thisMonth: string;
  nextMonth: string;
  nextYear: string;
  weekAfterNext: string;
  /** Before a day: the week in which it lies. */
  weekOf: string;
  weekend: string;
  /** Before the number of a week in the year. */
  weekNumber: string;
  /** "In three weeks": before the count. */
  inCount: string;
  /** "In the next three weeks": the count stands at #, what is counted at %. */
  within: string;
  /** Between a count of days and the day from which it is counted. */
  shiftFrom: string;
  shiftBefore: string;
  day: string;
  workday: string;
  week: string;
  month: string;
  quarter: string;
  nextQuarter: string;
  /** With the words that tell them from others ("fall", "été"); in the order of `season` in week-items.ts. */
  seasons: readonly [spring: string, summer: string, autumn: string, winter: string];
  /** "The first Monday of December": the numbers, 1 to 4 and -1, and what stands between weekday and month. */
  nth: Readonly<Record<string, number>>;
  ofMonth: string;
  /** Before a number that is a day of the month. */
  dayArticle: string;
  ordinalEnd: string;
  parts: readonly { says: string; from: number; until: number }[];
  /** Between the two ends of a stretch of days. */
  dayTo: string;
  /** Words directly before an hour. */
  at: string;
  from: string;
  between: string;
  to: string;
  and: string;
  after: string;
  before: string;
  about: string;
  /** Behind a number: it is an hour. */
  hour: string;
  am: string;
  pm: string;
  /** Before a weekday: each of its kind. */
  either: string;
  /** Before a week or a month: which part of it. */
  early: string;
  mid: string;
  late: string;
};

/** Names in order, from 1; other spellings behind a slash, "_" for a space. */
export const namesOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .flatMap((names, at) => names.split("/").map((name) => [name.replaceAll("_", " "), at + 1])),
  );

/** Minutes since 00:00. */
export const hour = (hours: number, minutes = 0) => hours * 60 + minutes;
