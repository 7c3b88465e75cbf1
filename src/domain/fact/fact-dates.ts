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
};

export function readDays(text: string, { language, writtenOn }: Writing): DaysRead {
  const { phrases } = readTimes(text, { language, writtenOn, workingHours });
  return {
    phrases: phrases.flatMap(({ text: words, days, isStretch }) =>
      days === undefined ? [] : [{ text: words, spans: days, isStretch }],
    ),
    hasHour: phrases.some(({ clock }) => clock?.kind === "at"),
  };
}

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
export function stay({ phrases }: DaysRead, { writtenOn }: Writing): DaySpan | undefined {
  const spans = phrases.map((phrase) => (phrase.spans.length === 1 ? phrase.spans[0] : undefined));
  if (spans.length === 0 || spans.length > 2 || spans.some((span) => span === undefined)) return undefined;
  const first = spans[0]!.first;
  const last = spans.at(-1)!.last;
  const isAhead = first <= last && first >= addDays(writtenOn, -stayDaysMax) && last >= writtenOn;
  return isAhead && last <= addDays(first, stayDaysMax) ? { first, last } : undefined;
}

const orWeekdayBefore = (day: PlainDate): PlainDate => (isWeekend(day) ? orWeekdayBefore(addDays(day, -1)) : day);

/** A clause without the words of its times: "the deck by Friday" is "the deck". */
export function withoutDays(clause: string, { phrases }: DaysRead): string {
  let rest = clause;
  for (const { text } of phrases) {
    const at = rest.toLowerCase().indexOf(text);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + text.length)}`;
  }
  return rest.replace(/\s+/g, " ").trim();
}
