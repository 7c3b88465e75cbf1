/** One piece of a time as it stands in a sentence: a day, an hour, a zone, or digits that are something else. */
import type { Zone } from "../time.ts";
import type { ClockSpan, DaySpan, TimeContext } from "./time-spans.ts";

export type Place = { from: number; to: number };
export type TimeItem = Place &
  (
    | {
        is: "day";
        days: readonly DaySpan[];
        stretch: boolean;
        weekday?: number;
        bare?: boolean;
        every?: boolean;
        dated?: boolean;
        /** Where it begins and ends is left open: "early next week". */
        vague?: boolean;
      }
    | { is: "clock"; clock: ClockSpan; approximate: boolean }
  );
export type ZoneItem = Place & { is: "zone"; zone: Zone | "theirs" | "unknown" };
/** Before a day: another one counted from it ("two weeks after"), or the week around it ("the week of"). */
export type LeadItem = Place & { is: "lead"; says: { days: number } | { months: number } | "itsWeek" };
/** Digits that are no time: a phone number, an amount, a length. */
export type OtherItem = Place & { is: "nothing" };
export type Item = TimeItem | ZoneItem | LeadItem | OtherItem;

export type Found = { groups: Readonly<Record<string, string | undefined>>; from: number; to: number };
/** A pattern and what its match means; undefined when it is no time after all. */
export type Reader = { find: RegExp; read: (found: Found, context: TimeContext, text: string) => Item | undefined };

/** A day or a stretch of days at the place of a match. */
export const dayAt = (
  { from, to }: Place,
  days: readonly DaySpan[],
  more: { stretch?: boolean; weekday?: number; dated?: boolean; vague?: boolean } = {},
): Item => ({ is: "day", from, to, days, stretch: false, ...more });

/** A time begins and ends with its words: never inside a longer word or number. */
const before = "(?<![\\p{L}\\d]|\\d[.,:/])";
export const behind = "(?![\\p{L}\\d])";
/** A pattern for readers that begins at a word. */
export const from = (source: string) => new RegExp(`${before}(?:${source})`, "gu");
/** The same that ends with a word as well. */
export const whole = (source: string) => from(`(?:${source})${behind}`);
