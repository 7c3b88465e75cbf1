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
      }
    | { is: "clock"; clock: ClockSpan; approximate: boolean }
  );
export type ZoneItem = Place & { is: "zone"; zone: Zone | "theirs" | "unknown" };
/** Digits that are no time: a phone number, an amount, a length. */
export type OtherItem = Place & { is: "nothing" };
export type Item = TimeItem | ZoneItem | OtherItem;

export type Found = { groups: Readonly<Record<string, string | undefined>>; from: number; to: number };
/** A pattern and what its match means; undefined when it is no time after all. */
export type Reader = { find: RegExp; read: (found: Found, context: TimeContext, text: string) => Item | undefined };
