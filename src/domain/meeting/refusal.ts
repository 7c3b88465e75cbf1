/** Why a time cannot be offered: the rule, and the facts that a page or a letter needs to say it. */
import type { Instant, PlainDate } from "../time.ts";
import type { Busy } from "./busy.ts";

export type Refusal =
  | { rule: "lead_time"; earliestAt: Instant }
  | { rule: "horizon"; latestAt: Instant }
  | { rule: "deadline"; deadlineAt: Instant }
  | { rule: "unreadable_calendar"; calendars: readonly UnreadableCalendar[] }
  | { rule: "other_days"; day: PlainDate; onlyDays: readonly DaySpan[] }
  | { rule: "holiday"; day: PlainDate; name: string }
  | { rule: "outside_hours"; day: PlainDate; hours: readonly WallRange[] }
  | { rule: "focus_hours"; day: PlainDate; hours: readonly WallRange[] }
  /** `with` holds the first few items in the way. */
  | { rule: "busy"; with: readonly Busy[] }
  | { rule: "buffer"; beforeMinutes: number; afterMinutes: number; with: readonly Busy[] }
  | { rule: "meeting_gap"; gapMinutes: number; with: readonly Busy[] }
  | { rule: "travel"; with: readonly (Busy & { travelMinutes: number })[] }
  | { rule: "not_adjacent"; withinMinutes: number }
  | { rule: "day_cap"; day: PlainDate; most: number; already: number }
  | { rule: "week_cap"; monday: PlainDate; most: number; already: number }
  | { rule: "invitee_hours"; invitees: readonly string[] }
  | { rule: "invitee_busy"; invitees: readonly string[] };

export type RuleName = Refusal["rule"];

/** A calendar that could not be read: the whole window is busy, whatever stands in it. */
export type UnreadableCalendar = { calendar: string; because: string };

/** Days of the owner's wall clock, both included. */
export type DaySpan = { firstDay: PlainDate; lastDay: PlainDate };

/** `HH:MM` texts; beyond 24:00 it is the next morning. */
export type WallRange = { from: string; until: string };
