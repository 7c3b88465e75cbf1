/** The times that a letter offers, as stored beside it: the words, the times behind them, and how far they can be trusted. */
import type { DaySpan } from "../meeting/refusal.ts";
import type { Instant, Zone } from "../time.ts";

export type CalendarTrust =
  /** Read or changed within the last 14 days. */
  | { state: "fresh"; asOf: Instant }
  /** Older: its free times are not offered. */
  | { state: "old"; asOf: Instant }
  /** There is no calendar at all. */
  | { state: "none" };

export type OfferedTime = { startsAt: Instant; endsAt: Instant };

export type Offer = {
  lines: readonly string[];
  /** 3 to 5 named times inside the lines. */
  times: readonly OfferedTime[];
  /** What the lines show; a meeting may lie anywhere inside. */
  ranges?: readonly OfferedTime[];
  mode: "in_person" | "video" | "phone";
  place?: string;
  calendar: CalendarTrust;
  /** The owner asked for working hours without a look at any calendar. */
  unchecked: boolean;
  /** When nothing is free: which rule to loosen first, in words. */
  nothingBecause?: string;
  /** What the times were looked for with, so that a click is held to the same (Q2). */
  asked?: OfferAsked;
};

export type OfferAsked = {
  lengthMinutes: number;
  occasion: "coffee" | "lunch" | "call";
  /** Between the place and where the owner usually is; absent when nobody travels. */
  travelMinutes?: number;
  onlyDays?: readonly DaySpan[];
  /** Nothing ends after this (R17). */
  meetUntil?: Instant;
  /** Where the reader's clock is, when anything tells. */
  readersZone?: Zone;
};
