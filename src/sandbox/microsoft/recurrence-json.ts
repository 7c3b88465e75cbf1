/** A rule of RFC 5545 as Graph's pattern and range. */
import { parseRule, type Rule } from "../../domain/meeting/recurrence-rule.ts";
import { dayIn, instantOf, type PlainDate, type Zone } from "../../domain/time.ts";
import type { Json } from "./door.ts";
import { zoneName } from "./profile.ts";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const indexes: Readonly<Record<number, string>> = { 1: "first", 2: "second", 3: "third", 4: "fourth", [-1]: "last" };

/** Undefined for rules that Outlook has no pattern for. `firstDay` is the day of the first occurrence. */
export function recurrenceJson(
  text: string,
  { firstDay, zone }: { firstDay: PlainDate; zone: Zone },
): Json | undefined {
  const rule = parseRule(text);
  const pattern = rule === undefined ? undefined : patternOf(rule, firstDay);
  if (rule === undefined || pattern === undefined) return undefined;
  return { pattern: { ...noPattern, ...pattern, interval: rule.interval }, range: rangeOf(rule, { firstDay, zone }) };
}

const noPattern = { month: 0, dayOfMonth: 0, firstDayOfWeek: "sunday", index: "first" };

function patternOf(rule: Rule, firstDay: PlainDate): Json | undefined {
  const [, month = 1, dayOfMonth = 1] = firstDay.split("-").map(Number);
  const daysOfWeek = rule.byDay.map(({ weekday }) => days[weekday]);
  const nth = rule.byDay[0]?.nth || rule.bySetPos[0];
  switch (rule.frequency) {
    case "DAILY":
      return { type: "daily" };
    case "WEEKLY": {
      const own = days[(new Date(firstDay).getUTCDay() + 6) % 7];
      return {
        type: "weekly",
        daysOfWeek: daysOfWeek.length > 0 ? daysOfWeek : [own],
        firstDayOfWeek: days[rule.weekStart],
      };
    }
    case "MONTHLY":
    case "YEARLY": {
      const isYearly = rule.frequency === "YEARLY";
      const inMonth = isYearly ? { month: rule.byMonth[0] ?? month } : {};
      if (nth !== undefined && indexes[nth] === undefined) return undefined;
      if (nth !== undefined)
        return { type: `relative${isYearly ? "Yearly" : "Monthly"}`, daysOfWeek, index: indexes[nth], ...inMonth };
      return {
        type: `absolute${isYearly ? "Yearly" : "Monthly"}`,
        dayOfMonth: rule.byMonthDay[0] ?? dayOfMonth,
        ...inMonth,
      };
    }
    default:
      return undefined;
  }
}

function rangeOf({ count, until }: Rule, { firstDay, zone }: { firstDay: PlainDate; zone: Zone }): Json {
  const range = {
    startDate: firstDay,
    endDate: "0001-01-01",
    recurrenceTimeZone: zoneName(zone),
    numberOfOccurrences: 0,
  };
  if (count !== undefined) return { ...range, type: "numbered", numberOfOccurrences: count };
  if (until === undefined) return { ...range, type: "noEnd" };
  const last = instantOf(until.ms);
  return { ...range, type: "endDate", endDate: until.kind === "utc" ? dayIn(zone, last) : last.slice(0, 10) };
}
