/** When the daily mail goes out: on weekdays, at one fixed time of the owner's clock. Holidays are looked at on the day itself. */
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { type Instant, isWeekend, type PlainDate } from "../time.ts";

/** The first time for it after `now`. */
export function nextDigestAt({ zone, day }: Policy, now: Instant): Instant {
  const days = localDays(zone);
  const minute = day.digestAtMinute ?? day.sittingAtMinute;
  const today = days.dayOf(now);
  const first = days.at(today, minute) > now ? today : days.later(today, 1);
  return days.at(
    weekdayFrom(first, (one) => days.later(one, 1)),
    minute,
  );
}

const weekdayFrom = (day: PlainDate, next: (day: PlainDate) => PlainDate): PlainDate =>
  isWeekend(day) ? weekdayFrom(next(day), next) : day;

/** Whether its time of this day has come. */
export function isDigestTime({ zone, day }: Policy, now: Instant): boolean {
  const days = localDays(zone);
  const today = days.dayOf(now);
  return !isWeekend(today) && days.minuteOf(now) >= (day.digestAtMinute ?? day.sittingAtMinute);
}
