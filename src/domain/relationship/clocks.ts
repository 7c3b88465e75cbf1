/**
 * The clocks that a first encounter starts (R14, R16, R17 and "Clock terms"), with their instants. 48 hours are
 * elapsed time from the END of the encounter. Days are calendar days in the owner's zone: a duty due on day 30 may be
 * done from that day's first instant, a deadline on day 90 lasts until that day's last millisecond.
 */
import type { Encounter } from "../contact/discover.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { addDays, after, daysBetween, type Instant, lastOfMonth, type PlainDate } from "../time.ts";

export type Clock = {
  /** May act from here on. */
  dueAt: Instant;
  /** Should have acted. */
  overdueAt: Instant;
  /** Lost after; absent for a duty that never lapses. */
  deadlineAt?: Instant;
};

export type Deadlined = Clock & { deadlineAt: Instant };

/** Due at once, overdue after 24 elapsed hours, lost after 48. */
export function thankYouClock(endedAt: Instant, { thankYou }: Policy): Deadlined {
  return {
    dueAt: endedAt,
    overdueAt: after(endedAt, { hours: thankYou.overdueHours }),
    deadlineAt: after(endedAt, { hours: thankYou.deadlineHours }),
  };
}

/**
 * Due on day 30 after the last real contact, a weekend rolling on to Monday; overdue on day 37. It lapses with the
 * 90 days: after that the person is new no longer, and only a cadence brings them back.
 */
export function checkInClock(anchorAt: Instant, { checkIn, meetBy, zone }: Policy): Deadlined {
  const days = localDays(zone);
  const day = days.dayOf(anchorAt);
  return {
    dueAt: days.startOf(days.orMonday(days.later(day, checkIn.dueDays))),
    overdueAt: days.startOf(days.later(day, checkIn.overdueDays)),
    deadlineAt: days.endOf(days.later(day, meetBy.deadlineDays)),
  };
}

export type MeetByClock = Deadlined & {
  /** The last weekday on which the meeting can still be: day 90, or the Friday before. */
  lastBookableOn: PlainDate;
  /** How many of the warnings (days 60, 76, 83) begin when. */
  warnAt: readonly Instant[];
};

/**
 * The invitation is due 5 business days after the thank-you (`thankedAt`; while that is open, after its deadline), or
 * inside the thank-you itself when the encounter was not a one-to-one. Overdue on day 45, lost after day 90, or 120
 * when extended.
 */
export function meetByClock(
  encounter: Encounter,
  invited: { after: Instant; isExtended: boolean },
  policy: Policy,
): MeetByClock {
  const { meetBy, zone } = policy;
  const days = localDays(zone);
  const met = days.dayOf(encounter.at);
  const isOneToOne = encounter.others === 1;
  const invitedOn = days.weekdaysLater(days.dayOf(invited.after), meetBy.inviteBusinessDays);
  const deadlineOn = days.later(met, meetBy.deadlineDays + (invited.isExtended ? meetBy.extensionDays : 0));
  return {
    dueAt: isOneToOne ? days.startOf(invitedOn) : encounter.at,
    overdueAt: days.startOf(days.later(met, meetBy.overdueDays)),
    deadlineAt: days.endOf(deadlineOn),
    lastBookableOn: days.orFriday(deadlineOn),
    warnAt: meetBy.warnDays.map((warnDay) => days.startOf(days.later(met, warnDay))),
  };
}

/**
 * "We should grab coffee" (R19): by the end of the month in which it was said, or `daysMin` (14) days later when fewer are
 * left of it, a weekend rolling on to Monday. `dueOn` is the day that was worked out when it was read.
 */
export function somedayClock(
  said: { at: Instant; dueOn?: PlainDate | undefined },
  { someday, zone }: Policy,
): Deadlined {
  const days = localDays(zone);
  const saidOn = days.dayOf(said.at);
  const dueOn = days.orMonday(said.dueOn ?? somedayOn(saidOn, someday.daysMin));
  return {
    dueAt: days.startOf(dueOn),
    overdueAt: days.startOf(days.later(dueOn, someday.overdueDays)),
    deadlineAt: days.endOf(days.later(saidOn, Math.max(someday.deadlineDays, daysBetween(saidOn, dueOn)))),
  };
}

/** Before weekends are rolled on. */
function somedayOn(saidOn: PlainDate, daysMin: number): PlainDate {
  const monthEnd = lastOfMonth(saidOn);
  return daysBetween(saidOn, monthEnd) >= daysMin ? monthEnd : addDays(saidOn, daysMin);
}

/** Due at once, overdue and lost so many calendar days later in the owner's zone. */
export function promptClock(
  at: Instant,
  { overdueDays, deadlineDays }: { overdueDays: number; deadlineDays: number },
  { zone }: Policy,
): Deadlined {
  const days = localDays(zone);
  const on = days.dayOf(at);
  return {
    dueAt: at,
    overdueAt: days.startOf(days.later(on, overdueDays)),
    deadlineAt: days.endOf(days.later(on, deadlineDays)),
  };
}

/** From due to overdue to lost, as seen at `now`; each boundary belongs to the later state, except the deadline itself. */
export function stageOf(clock: Clock, now: Instant): "wait" | "due" | "overdue" | "lost" {
  if (clock.deadlineAt !== undefined && now > clock.deadlineAt) return "lost";
  if (now >= clock.overdueAt) return "overdue";
  return now >= clock.dueAt ? "due" : "wait";
}
