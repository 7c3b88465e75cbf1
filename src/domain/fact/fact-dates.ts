/** The days that a statement speaks of, as facts need them: by when, or from when until when. */

import { readTimes } from "../reply/time-phrases.ts";
import type { DaySpan } from "../reply/time-spans.ts";
import { addDays, isWeekend, type PlainDate } from "../time.ts";
import type { Writing } from "./found-fact.ts";

const workingHours = { from: 8 * 60, until: 18 * 60 };

export type DaysRead = {
  /** Each phrase with days, in order, with its words as they were read: lower case. */
  phrases: readonly { text: string; spans: readonly DaySpan[]; isStretch: boolean }[];
  /** An hour is named, so that an appointment may be meant. */
  hasHour: boolean;
  /** "For three days" is two nights, "for a week" seven. */
  nights?: number;
};

export function readDays(text: string, { language, writtenOn }: Writing): DaysRead {
  const count = nightsIn(text);
  const { phrases } = readTimes(text, { language, writtenOn, workingHours });
  // "Mardi et mercredi prochains": a "next" that was not read would move the days by a week.
  const rest = phrases.reduce((left, { text: words }) => left.replace(words, " "), text.toLowerCase());
  if (unreadNext.test(rest)) return { phrases: [], hasHour: false };
  return {
    phrases: phrases.flatMap(({ text: words, days, isStretch }) =>
      days === undefined ? [] : [{ text: words, spans: days, isStretch }],
    ),
    hasHour: phrases.some(({ clock }) => clock?.kind === "at"),
    ...(count !== undefined && { nights: count }),
  };
}

const unreadNext =
  /(?<!\p{L})(?:next|prochaine?s?|nächste[nrs]?|kommende[nrs]?|próxim[oa]s?|que vienen?)(?!\p{L})(?! (?:time|step|fois|étape|mal|schritt|paso|vez))/iu;

/** How long, in nights, where a number of days is named. */
function nightsIn(text: string): number | undefined {
  const { count, unit } = lasting.exec(text)?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const number = /^\d/.test(count) ? Number(count) : (numbers[count.toLowerCase()] ?? 0);
  if (number === 0) return undefined;
  if (/^(?:w|s)/i.test(unit)) return 7 * number;
  return /^(?:n[iuä]|no)/i.test(unit) ? number : number - 1;
}
const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "a one un une ein eine einen una",
    "two deux zwei dos couple",
    "three trois drei tres",
    "four quatre vier cuatro",
    "five cinq fünf cinco",
  ].flatMap((words, at) => words.split(" ").map((word) => [word, at + 1])),
);
const lasting =
  /(?<!\p{L})(?:for|pour|für|por|para|durante|pendant) (?:a )?(?<count>\d|a|one|two|three|four|five|couple|une?|deux|trois|quatre|cinq|eine[n]?|zwei|drei|vier|fünf|una|dos|tres|cuatro|cinco) (?:of )?(?<unit>days?|nights?|jours?|nuits?|tage?|nächte|días?|noches?|weeks?|semaines?|wochen?|semanas?)(?!\p{L})/iu;

/** The last working day of the first time named, from the day of writing on; undefined when it has several readings. */
export function dueDay({ phrases }: DaysRead, { writtenOn }: Writing): PlainDate | undefined {
  const [first] = phrases;
  if (first === undefined || first.spans.length !== 1) return undefined;
  const { last } = first.spans[0]!;
  const due = first.isStretch ? orWeekdayBefore(last) : last;
  return due >= writtenOn ? due : undefined;
}

/** A stay longer than this is no trip. */
const stayDaysMax = 31;

/** From the first day named to the last, when all of it lies ahead or is going on; undefined when a phrase is open. */
export function stay({ phrases, nights }: DaysRead, { writtenOn }: Writing): DaySpan | undefined {
  // "Next week, on Tuesday": the second narrows the first, and which days remain is not told.
  if (phrases.length === 2 && phrases[0]!.isStretch) return undefined;
  const spans = phrases.map((phrase) => (phrase.spans.length === 1 ? phrase.spans[0] : undefined));
  if (spans.length === 0 || spans.length > 2 || spans.some((span) => span === undefined)) return undefined;
  const first = spans[0]!.first;
  const last = nights !== undefined && spans.length === 1 ? addDays(first, nights) : spans.at(-1)!.last;
  const isAhead = first <= last && first >= addDays(writtenOn, -stayDaysMax) && last >= writtenOn;
  return isAhead && last <= addDays(first, stayDaysMax) ? { first, last } : undefined;
}

const orWeekdayBefore = (day: PlainDate): PlainDate => (isWeekend(day) ? orWeekdayBefore(addDays(day, -1)) : day);

/** What is left of "esta noche" when its day is taken away. */
const partOfDay =
  /^ ?(?:noche|tarde|mañana|(?:por|de) la (?:mañana|tarde|noche)|après-midi|matin|soir|midi|abend|früh|vormittag|mittag|nachmittag|morning|afternoon|evening|lunchtime)(?!\p{L})/iu;

/** A clause without the words of its times: "the deck by Friday" is "the deck". */
export function withoutDays(clause: string, { phrases }: DaysRead): string {
  let rest = clause;
  for (const { text } of phrases) {
    const at = rest.toLowerCase().indexOf(text);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + text.length).replace(partOfDay, "")}`;
  }
  return rest.replace(/\s+/g, " ").trim();
}
