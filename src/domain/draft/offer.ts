/** The times that a letter offers, as stored beside it: the words, the times behind them, and how far they can be trusted. */
import type { Instant } from "../time.ts";

export type CalendarTrust =
  /** Read or changed within the last 14 days. */
  | { state: "fresh"; asOf: Instant }
  /** Older: its free times are not offered. */
  | { state: "old"; asOf: Instant }
  /** There is no calendar at all. */
  | { state: "none" };

export type Offer = {
  lines: readonly string[];
  /** 3 to 5 named times inside the lines. */
  times: readonly { startsAt: Instant; endsAt: Instant }[];
  mode: "in_person" | "video" | "phone";
  place?: string;
  calendar: CalendarTrust;
  /** The owner asked for working hours without a look at any calendar. */
  unchecked: boolean;
  /** When nothing is free: which rule to loosen first, in words. */
  nothingBecause?: string;
};
