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
import type { OfferMade } from "./meaning.ts";
import type { ClockSpan, DaySpan, TimePhrase } from "./time-spans.ts";

export type Slot = { startsAt: Instant; endsAt: Instant };

/** The slots that a phrase can mean, in every zone in which it may be read. */
export function slotsNamed(phrase: TimePhrase, { slots, ranges = [], zone, writersZone }: OfferMade): Slot[] {
  const zones =
    phrase.zone === undefined
      ? [zone, ...(writersZone === undefined ? [] : [writersZone])]
      : phrase.zone === "theirs"
        ? writersZone === undefined
          ? []
          : [writersZone]
        : phrase.zone === "unknown"
          ? []
          : [phrase.zone];
  const found = new Map<Instant, Slot>();
  for (const readIn of zones) {
    for (const slot of slotsMeant(phrase, slots, readIn)) found.set(slot.startsAt, slot);
    if (phrase.clock?.kind !== "at" || phrase.days === undefined) continue;
    for (const slot of startsInRanges(phrase, ranges, slots, readIn)) found.set(slot.startsAt, slot);
  }
  // "10 to 11" for a slot of half an hour: not the time that was offered.
  const { clock } = phrase;
  const fits =
    clock?.kind === "between" && !clock.isPart
      ? [...found.values()].filter(
          (slot) => millisOf(slot.endsAt) - millisOf(slot.startsAt) === (clock.until - clock.from) * 60_000,
        )
      : [...found.values()];
  return fits;
}

/** A named start that is free in a shown range counts as offered, with the length of the offered slots. */
function startsInRanges(phrase: TimePhrase, ranges: readonly Slot[], slots: readonly Slot[], zone: Zone): Slot[] {
  const [first] = slots;
  if (first === undefined) return [];
  const lengthMs = millisOf(first.endsAt) - millisOf(first.startsAt);
  return windowsOf(phrase, zone, lengthMs / 60_000)
    .filter(
      ({ isExact, from, until }) => isExact && ranges.some((range) => range.startsAt <= from && until <= range.endsAt),
    )
    .map(({ from, until }) => ({ startsAt: from, endsAt: until }));
}

/** The offered slots that a phrase can mean in one zone. */
function slotsMeant(phrase: TimePhrase, slots: readonly Slot[], zone: Zone): Slot[] {
  return slots.filter((slot) => isOnDay(phrase, slot, zone) && isAtClock(phrase.clock, slot, zone));
}

function isOnDay({ days, everyWeekday, isBareWeekday }: TimePhrase, { startsAt }: Slot, zone: Zone): boolean {
  const day = dayIn(zone, startsAt);
  if (everyWeekday !== undefined) return weekdayOf(day) === everyWeekday;
  if (days === undefined) return true;
  // A bare weekday may be any offered one, the coming one or not: where two are offered it has two readings.
  return days.some((span) => isIn(span, day)) || (isBareWeekday && isOfferedWeekday(days, day));
}

export const isIn = ({ first, last }: DaySpan, day: PlainDate): boolean => first <= day && day <= last;

function isOfferedWeekday([only]: readonly DaySpan[], day: PlainDate): boolean {
  return only !== undefined && weekdayOf(only.first) === weekdayOf(day) && Math.abs(daysBetween(only.first, day)) <= 14;
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
