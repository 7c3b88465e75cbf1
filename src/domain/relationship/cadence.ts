/**
 * The wished interval between conversations, in calendar units. Counted from an anchor, never chained: a monthly cadence
 * anchored on 31 January is due on 28 February and, for two months, on 31 March.
 */
import { addDays, addMonths, daysBetween, type PlainDate } from "../time.ts";

export type Cadence = {
  every: number;
  unit: "day" | "week" | "month" | "year";
  /** The day on which the owner set it. Somebody never talked to is due on this day. */
  setOn: PlainDate;
};

/** The day that lies one cadence after the anchor. */
export function cadenceAfter(anchor: PlainDate, { every, unit }: Cadence): PlainDate {
  switch (unit) {
    case "day":
      return addDays(anchor, every);
    case "week":
      return addDays(anchor, 7 * every);
    case "month":
      return addMonths(anchor, every);
    case "year":
      return addMonths(anchor, 12 * every);
  }
}

export type CadenceDays = { dueOn: PlainDate; overdueOn: PlainDate; lengthDays: number };

/**
 * Due one cadence after the last conversation, or on the day it was set when there was none; overdue when
 * `overdueFactor` times the cadence has passed since the anchor.
 */
export function cadenceDays(
  cadence: Cadence,
  lastConversationOn: PlainDate | undefined,
  overdueFactor: number,
): CadenceDays {
  const anchor = lastConversationOn ?? cadence.setOn;
  const lengthDays = daysBetween(anchor, cadenceAfter(anchor, cadence));
  const dueOn = lastConversationOn === undefined ? cadence.setOn : addDays(anchor, lengthDays);
  const graceDays = Math.ceil(lengthDays * (overdueFactor - 1));
  return { dueOn, overdueOn: addDays(dueOn, graceDays), lengthDays };
}

/** "every 2 weeks", "every month". */
export const sayCadence = ({ every, unit }: Cadence): string =>
  every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
