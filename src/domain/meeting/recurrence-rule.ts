/**
 * Repeat rules (RFC 5545 §3.3.10) on wall time, by plain arithmetic on days: what practically every calendar holds.
 * The few shapes beyond it (every second hour on Mondays) are `recurrence.ts`'s to hand on.
 *
 * Wall times are milliseconds that read as UTC; see `wall-time.ts`.
 */

export type Frequency = "SECONDLY" | "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export type Rule = {
  frequency: Frequency;
  /** At least 1. */
  interval: number;
  count?: number;
  until?: Until;
  /** 0 is Monday; `nth` counts within the month or year, from the end when negative, and is 0 for every such day. */
  byDay: readonly { weekday: number; nth: number }[];
  byMonthDay: readonly number[];
  /** 1 to 12. */
  byMonth: readonly number[];
  byHour: readonly number[];
  byMinute: readonly number[];
  bySecond: readonly number[];
  bySetPos: readonly number[];
  byYearDay: readonly number[];
  byWeekNo: readonly number[];
  /** 0 is Monday. */
  weekStart: number;
};

/** A date includes its whole day; `utc` is an instant, `wall` the clock of the event's zone. Milliseconds. */
export type Until = { kind: "day" | "utc" | "wall"; ms: number };

/** Undefined for what is no rule of RFC 5545: a wrong part may not turn into a wrong free time. */
export function parseRule(text: string): Rule | undefined {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(";")) {
    if (part.trim() === "") continue;
    const [name = "", value] = part.split("=");
    if (value === undefined || value.trim() === "" || parts.has(name.trim())) return undefined;
    parts.set(name.trim(), value.trim());
  }
  const frequency = frequencies.find((known) => known === parts.get("FREQ"));
  if (frequency === undefined || [...parts.keys()].some((name) => !knownParts.has(name) && !name.startsWith("X-")))
    return undefined;
  const numbers = (name: string, [least, most]: readonly [number, number], zero = true) =>
    readNumbers(parts.get(name), least, most, zero);
  const rule = {
    byDay: readDays(parts.get("BYDAY")),
    byMonthDay: numbers("BYMONTHDAY", [-31, 31], false),
    byMonth: numbers("BYMONTH", [1, 12]),
    byHour: numbers("BYHOUR", [0, 23]),
    byMinute: numbers("BYMINUTE", [0, 59]),
    bySecond: numbers("BYSECOND", [0, 60]),
    bySetPos: numbers("BYSETPOS", [-366, 366], false),
    byYearDay: numbers("BYYEARDAY", [-366, 366], false),
    byWeekNo: numbers("BYWEEKNO", [-53, 53], false),
  };
  const [interval] = readNumbers(parts.get("INTERVAL") ?? "1", 1, Number.MAX_SAFE_INTEGER, false) ?? [];
  const [count] = parts.has("COUNT") ? (readNumbers(parts.get("COUNT"), 1, Number.MAX_SAFE_INTEGER, false) ?? []) : [];
  const until = readUntil(parts.get("UNTIL"));
  const weekStart = weekdays.indexOf(parts.get("WKST") ?? "MO");
  if (interval === undefined || weekStart < 0 || (parts.has("COUNT") && count === undefined)) return undefined;
  if ((parts.has("UNTIL") && until === undefined) || !isWhole(rule)) return undefined;
  return {
    frequency,
    interval,
    ...(count !== undefined && { count }),
    ...(until !== undefined && { until }),
    weekStart,
    ...rule,
  };
}

const frequencies: readonly Frequency[] = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const weekdays: readonly string[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const knownParts = new Set([
  ...["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYHOUR", "BYMINUTE", "BYSECOND"],
  ...["BYSETPOS", "BYYEARDAY", "BYWEEKNO"],
]);

type Lists = Pick<
  Rule,
  "byDay" | "byMonthDay" | "byMonth" | "byHour" | "byMinute" | "bySecond" | "bySetPos" | "byYearDay" | "byWeekNo"
>;
type Unsure<T> = { [K in keyof T]: T[K] | undefined };
const isWhole = (lists: Unsure<Lists>): lists is Lists => Object.values(lists).every((list) => list !== undefined);

function readNumbers(text: string | undefined, least: number, most: number, zero: boolean): number[] | undefined {
  if (text === undefined) return [];
  const numbers = text.split(",").map((one) => (/^[+-]?\d{1,16}$/.test(one.trim()) ? Number(one) : Number.NaN));
  const fit = numbers.every((one) => one >= least && one <= most && (zero || one !== 0));
  return fit ? [...new Set(numbers)] : undefined;
}

function readDays(text: string | undefined): Rule["byDay"] | undefined {
  if (text === undefined) return [];
  const days = text.split(",").map((one) => {
    const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one.trim());
    const nth = Number(found?.[1] ?? 0);
    return found === null || Math.abs(nth) > 53 ? undefined : { weekday: weekdays.indexOf(found[2] ?? ""), nth };
  });
  return days.every((day) => day !== undefined) ? days : undefined;
}

function readUntil(text: string | undefined): Until | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z)?)?$/.exec(text ?? "");
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zulu] = found;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1) return undefined;
  if (hour === undefined) return { kind: "day", ms: date.getTime() };
  const ms = date.getTime() + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return { kind: zulu === undefined ? "wall" : "utc", ms };
}

/**
 * "Every hour from 9 to 17 on weekdays" is a daily rule with many times of day: rules below a day that skip no unit
 * are rewritten so; all others stay as they are.
 */
export function asDaily(rule: Rule): Rule {
  const unit = ["HOURLY", "MINUTELY", "SECONDLY"].indexOf(rule.frequency);
  if (unit < 0 || rule.interval !== 1 || rule.bySetPos.length > 0) return rule;
  const orAll = (named: readonly number[], length: number) =>
    named.length > 0 ? named : Array.from({ length }, (_, index) => index);
  return {
    ...rule,
    frequency: "DAILY",
    byHour: orAll(rule.byHour, 24),
    byMinute: unit >= 1 ? orAll(rule.byMinute, 60) : rule.byMinute,
    bySecond: unit >= 2 ? orAll(rule.bySecond, 60) : rule.bySecond,
  };
}

/** True when `wallTimes` can expand the rule. */
export const isPlain = ({ frequency, byYearDay, byWeekNo }: Rule): boolean =>
  frequency === "YEARLY" ||
  (["DAILY", "WEEKLY", "MONTHLY"].includes(frequency) && byYearDay.length + byWeekNo.length === 0);

/** Ascending wall times in a stretch, both ends included; `too_costly` when the steps ran out before the stretch did. */
export type WallTimes = { kind: "found"; wallTimes: number[]; steps: number } | { kind: "too_costly" };

export type Stretch = {
  /** Wall time of the first start. */
  startWall: number;
  fromWall: number;
  toWall: number;
  /** The last wall time that UNTIL allows; Infinity without one. */
  untilWall: number;
  /** Days looked at and times found in them: 100,000 last for some 270 years of any rule. */
  stepsMax: number;
};

/**
 * The starts of a plain rule inside a stretch. As in the reference implementations the first start counts only when it
 * fits the rule. Without COUNT the periods before the stretch are jumped over.
 */
export function wallTimes(rule: Rule, { startWall, fromWall, toWall, untilWall, stepsMax }: Stretch): WallTimes {
  const startDay = Math.floor(startWall / dayMs);
  const times = timesOfDay(rule, startWall - startDay * dayMs);
  const last = Math.min(toWall, untilWall);
  const found: number[] = [];
  let counted = 0;
  let steps = 0;
  let period = rule.count === undefined ? periodBefore(rule, startDay, Math.floor(fromWall / dayMs)) : 0;
  for (; ; period += 1) {
    const firstDay = firstDayOf(rule, startDay, period);
    if (firstDay * dayMs > last) return { kind: "found", wallTimes: found, steps };
    const days = daysOf(rule, startDay, firstDay);
    steps += daysLookedAt[rule.frequency] + days.length * times.length;
    if (steps > stepsMax) return { kind: "too_costly" };
    for (const wall of chosen(rule, days, times)) {
      if (wall < startWall) continue;
      if (wall > last || counted === rule.count) return { kind: "found", wallTimes: found, steps };
      counted += 1;
      if (wall >= fromWall) found.push(wall);
    }
  }
}

const dayMs = 86_400_000;

/** In one period, at most; the shorter frequencies are no plain ones. */
const daysLookedAt: Readonly<Record<Frequency, number>> = {
  ...{ SECONDLY: 1, MINUTELY: 1, HOURLY: 1 },
  ...{ DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 },
};

/** Times of day in milliseconds, ascending: the start's own where the rule names none. */
function timesOfDay({ byHour, byMinute, bySecond }: Rule, startTime: number): number[] {
  const orOwn = (named: readonly number[], own: number) => (named.length === 0 ? [own] : named);
  const hours = orOwn(byHour, Math.floor(startTime / 3_600_000));
  const minutes = orOwn(byMinute, Math.floor(startTime / 60_000) % 60);
  const seconds = orOwn(bySecond, Math.floor(startTime / 1_000) % 60);
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1000)),
  );
  return times.sort((one, other) => one - other);
}

/** The wall times of one period, ascending, after BYSETPOS. */
function chosen({ bySetPos }: Rule, days: readonly number[], times: readonly number[]): number[] {
  const all = days.flatMap((day) => times.map((time) => day * dayMs + time));
  if (bySetPos.length === 0) return all;
  const positions = bySetPos.map((position) => (position > 0 ? position - 1 : all.length + position));
  return [...new Set(positions)].sort((one, other) => one - other).flatMap((position) => all[position] ?? []);
}

/** The first day of the period with that number, as days since 1970; period 0 is the one of the first start. */
function firstDayOf({ frequency, interval, weekStart }: Rule, startDay: number, period: number): number {
  switch (frequency) {
    case "WEEKLY":
      return startOfWeek(startDay, weekStart) + period * interval * 7;
    case "MONTHLY":
      return firstOfMonth(monthOf(startDay) + period * interval);
    case "YEARLY":
      return firstOfMonth((Math.floor(monthOf(startDay) / 12) + period * interval) * 12);
    default:
      return startDay + period * interval;
  }
}

/** A period that starts at or before a day: the one to begin looking with. */
function periodBefore({ frequency, interval }: Rule, startDay: number, day: number): number {
  const units = { WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[frequency as "WEEKLY"] ?? 1;
  if (frequency === "MONTHLY" || frequency === "YEARLY") {
    const months = monthOf(day) - monthOf(startDay) - (frequency === "YEARLY" ? 12 : 1);
    return Math.max(0, Math.floor(months / (interval * (frequency === "YEARLY" ? 12 : 1))));
  }
  return Math.max(0, Math.floor((day - startDay) / (interval * units)) - 1);
}

/** The days of a period that the rule names, ascending. */
function daysOf(rule: Rule, startDay: number, firstDay: number): number[] {
  switch (rule.frequency) {
    case "WEEKLY": {
      const weekdaysNamed = rule.byDay.length === 0 ? [weekdayOf(startDay)] : rule.byDay.map(({ weekday }) => weekday);
      const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => firstDay + offset);
      return week.filter(
        (day) => weekdaysNamed.includes(weekdayOf(day)) && fitsMonth(rule, day) && fitsMonthDay(rule, day),
      );
    }
    case "MONTHLY":
      return rule.byMonth.length === 0 || fitsMonth(rule, firstDay)
        ? daysOfMonth(rule, startDay, monthOf(firstDay))
        : [];
    case "YEARLY":
      return daysOfYear(rule, startDay, monthOf(firstDay));
    default:
      return fitsMonth(rule, firstDay) && fitsMonthDay(rule, firstDay) && fitsWeekday(rule, firstDay) ? [firstDay] : [];
  }
}

function daysOfMonth(rule: Rule, startDay: number, month: number): number[] {
  const first = firstOfMonth(month);
  const length = firstOfMonth(month + 1) - first;
  const all = Array.from({ length }, (_, index) => first + index);
  if (rule.byDay.length > 0)
    return all.filter((day) => isNamedWeekday(rule, day, first, length) && fitsMonthDay(rule, day));
  if (rule.byMonthDay.length > 0) return all.filter((day) => fitsMonthDay(rule, day));
  const day = first + dayOfMonth(startDay) - 1;
  return day < first + length ? [day] : [];
}

function daysOfYear(rule: Rule, startDay: number, firstMonth: number): number[] {
  const first = firstOfMonth(firstMonth);
  const length = firstOfMonth(firstMonth + 12) - first;
  const all = () => Array.from({ length }, (_, index) => first + index);
  if (rule.byWeekNo.length > 0) {
    const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(startDay)];
    const named = all().filter((day) => weekdays.includes(weekdayOf(day)) && isInNamedWeek(rule, day));
    return named.filter((day) => fitsMonth(rule, day) && fitsMonthDay(rule, day));
  }
  if (rule.byYearDay.length > 0) {
    const named = all().filter(
      (day) => rule.byYearDay.includes(day - first + 1) || rule.byYearDay.includes(day - first - length),
    );
    return named.filter((day) => fitsMonth(rule, day) && fitsMonthDay(rule, day) && fitsWeekday(rule, day));
  }
  if (rule.byMonth.length > 0) {
    const months = [...rule.byMonth].sort((one, other) => one - other);
    return months.flatMap((month) => daysOfMonth(rule, startDay, firstMonth + month - 1));
  }
  if (rule.byMonthDay.length > 0) {
    return Array.from({ length: 12 }, (_, index) => firstMonth + index).flatMap((month) =>
      daysOfMonth(rule, startDay, month),
    );
  }
  if (rule.byDay.length > 0) return all().filter((day) => isNamedWeekday(rule, day, first, length));
  return daysOfMonth(rule, startDay, firstMonth + (monthOf(startDay) % 12));
}

/** Weeks belong to the year that holds most of their days; the year of the day's fourth weekday is theirs. */
function isInNamedWeek({ byWeekNo, weekStart }: Rule, day: number): boolean {
  const middle = startOfWeek(day, weekStart) + 3;
  const year = Math.floor(monthOf(middle) / 12);
  const weekNo = Math.floor((middle - firstOfMonth(year * 12)) / 7) + 1;
  const weeksLeft = Math.floor((firstOfMonth(year * 12 + 12) - 1 - middle) / 7) + 1;
  return byWeekNo.includes(weekNo) || byWeekNo.includes(-weeksLeft);
}

/** BYDAY within a month or a year that starts on `first` and has `length` days. */
function isNamedWeekday({ byDay }: Rule, day: number, first: number, length: number): boolean {
  const fromStart = Math.floor((day - first) / 7) + 1;
  const fromEnd = -(Math.floor((first + length - 1 - day) / 7) + 1);
  return byDay.some(
    ({ weekday, nth }) => weekday === weekdayOf(day) && (nth === 0 || nth === fromStart || nth === fromEnd),
  );
}

const fitsWeekday = ({ byDay }: Rule, day: number) =>
  byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day));
const fitsMonth = ({ byMonth }: Rule, day: number) => byMonth.length === 0 || byMonth.includes((monthOf(day) % 12) + 1);

function fitsMonthDay({ byMonthDay }: Rule, day: number): boolean {
  if (byMonthDay.length === 0) return true;
  const dayNumber = dayOfMonth(day);
  const daysLeft = firstOfMonth(monthOf(day) + 1) - day;
  return byMonthDay.includes(dayNumber) || byMonthDay.includes(-daysLeft);
}

/** 1 January 1970 was a Thursday; 0 is Monday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;
const startOfWeek = (day: number, weekStart: number) => day - ((weekdayOf(day) - weekStart + 7) % 7);
const dayOfMonth = (day: number) => new Date(day * dayMs).getUTCDate();

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Days since 1970 of the first of a month; Infinity beyond what dates can hold. */
function firstOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  const day = date.getTime() / dayMs;
  return Number.isNaN(day) ? Number.POSITIVE_INFINITY : day;
}
