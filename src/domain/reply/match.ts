/** A time that a reply speaks of against the times that were offered: which of them it can mean. */
import {
  addDays,
  after,
  dayIn,
  daysBetween,
  type Instant,
  instantAt,
  millisOf,
  minuteOfDayIn,
  type PlainDate,
  weekdayOf,
  type Zone,
} from "../time.ts";
import type { ClockSpan, DaySpan, TimePhrase } from "./time-spans.ts";

export type Slot = { startsAt: Instant; endsAt: Instant };

/** The offered slots that a phrase can mean in one zone. */
export function slotsMeant(phrase: TimePhrase, slots: readonly Slot[], zone: Zone): Slot[] {
  return slots.filter((slot) => isOnDay(phrase, slot, zone, slots) && isAtClock(phrase.clock, slot, zone));
}

function isOnDay(
  { days, everyWeekday, isBareWeekday }: TimePhrase,
  { startsAt }: Slot,
  zone: Zone,
  slots: readonly Slot[],
): boolean {
  const day = dayIn(zone, startsAt);
  if (everyWeekday !== undefined) return weekdayOf(day) === everyWeekday;
  if (days === undefined) return true;
  if (days.some((span) => isIn(span, day))) return true;
  // A bare weekday means the offered one even when that is not the coming one, as long as only one is offered.
  return isBareWeekday && isOfferedWeekday(days, day, zone, slots);
}

export const isIn = ({ first, last }: DaySpan, day: PlainDate): boolean => first <= day && day <= last;

function isOfferedWeekday(days: readonly DaySpan[], day: PlainDate, zone: Zone, slots: readonly Slot[]): boolean {
  const [only] = days;
  if (only === undefined || weekdayOf(only.first) !== weekdayOf(day) || Math.abs(daysBetween(only.first, day)) > 14)
    return false;
  const offered = slots
    .map(({ startsAt }) => dayIn(zone, startsAt))
    .filter((other) => weekdayOf(other) === weekdayOf(day));
  return new Set(offered).size === 1;
}

function isAtClock(clock: ClockSpan | undefined, { startsAt, endsAt }: Slot, zone: Zone): boolean {
  if (clock === undefined) return true;
  const start = minuteOfDayIn(zone, startsAt);
  const end = start + (millisOf(endsAt) - millisOf(startsAt)) / 60_000;
  if (clock.kind === "at") return clock.minutes.includes(start);
  if (clock.kind === "between") return start >= clock.from && (clock.isPart ? start < clock.until : end <= clock.until);
  return clock.kind === "from" ? start >= clock.minute : end <= clock.minute;
}

/** A stretch of time that a phrase names; `isExact` when it is one start. */
export type Window = { from: Instant; until: Instant; isExact: boolean };

/** The stretches that a phrase means, one for each reading; none when it names no day. */
export function windowsOf({ days, clock }: TimePhrase, zone: Zone, lengthMinutes: number): Window[] {
  const spans = (days ?? []).slice(0, 4);
  return spans.flatMap((span): Window[] => {
    if (clock === undefined)
      return [
        { from: instantAt(zone, span.first, 0), until: instantAt(zone, addDays(span.last, 1), 0), isExact: false },
      ];
    if (clock.kind === "at") {
      return clock.minutes.map((minute) => ({
        from: instantAt(zone, span.first, minute),
        until: plus(instantAt(zone, span.first, minute), lengthMinutes),
        isExact: span.first === span.last,
      }));
    }
    const from = clock.kind === "between" ? clock.from : clock.kind === "from" ? clock.minute : 0;
    const until = clock.kind === "between" ? clock.until : clock.kind === "until" ? clock.minute : 1_440;
    return [{ from: instantAt(zone, span.first, from), until: instantAt(zone, span.last, until), isExact: false }];
  });
}

const plus = (at: Instant, minutes: number): Instant => after(at, { minutes });
