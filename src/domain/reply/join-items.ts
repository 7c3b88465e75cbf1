/** Pieces that stand together as one time: a weekday, its date, its hour and their zone. */
import { addDays, addMonths, daysBetween, type PlainDate, weekdayOf } from "../time.ts";
import { inDayRanges } from "./day-ranges.ts";
import { excluded, opened } from "./open-ends.ts";
import type { LeadItem, TimeItem, ZoneItem } from "./time-item.ts";
import { inLists } from "./time-lists.ts";
import {
  agreeing,
  type ClockSpan,
  type DaySpan,
  one,
  type TimeContext,
  type TimePhrase,
  weekOf,
} from "./time-spans.ts";

const glue =
  /^[\s,(@:;/¿¡-]{0,6}(?:(?:onwards?|at|on|in|the|am|um|an|den|dem|der|im|à|a|au|le|les|la|de|du|dans|el|las|los|en|por|del|für|for|of|from|von|desde|partir|gegen|starting|um|so|dann|zwar|any ?time|sometime|free|available|ideally|preferably|say)[\s,(@:¿¡-]{0,4}){0,3}$/u;

/** A phrase while it grows. */
export type Part = { phrase: TimePhrase; weekday: number | undefined; dated: boolean; lead?: LeadItem | undefined };
type KnownItem = TimeItem | ZoneItem | LeadItem;

export function join(items: readonly KnownItem[], text: string, context: TimeContext): TimePhrase[] {
  const { writtenOn } = context;
  const parts: Part[] = [];
  let zone: TimePhrase["zone"];
  let lead: LeadItem | undefined;
  for (const item of items) {
    const last = parts.at(-1);
    if (item.is === "lead") {
      lead = item;
      continue;
    }
    if (item.is === "zone") {
      if (last !== undefined && item.from - last.phrase.to <= 12)
        last.phrase = { ...last.phrase, zone: item.zone, to: item.to };
      zone = item.zone;
      continue;
    }
    const gap = last === undefined || lead !== undefined ? undefined : text.slice(last.phrase.to, item.from);
    const merged =
      last !== undefined && gap !== undefined && glue.test(gap) ? mergeInto(last, item, writtenOn) : undefined;
    if (merged !== undefined) parts[parts.length - 1] = { ...merged, lead: last?.lead };
    else parts.push({ ...partOf(item), lead: isLeading(lead, item, text) ? lead : undefined });
    lead = undefined;
  }
  const phrases = inDayRanges(parts.map(counted), text, context)
    .map((phrase) => opened(phrase, text, context))
    .map((phrase) => excluded(phrase, text, context.language));
  return acrossWords(inLists(phrases, text), text).map((phrase) => ({
    ...phrase,
    text: text.slice(phrase.from, phrase.to),
    ...(phrase.zone === undefined && zone !== undefined && phrase.clock !== undefined && { zone }),
  }));
}

/** "Friday works, a quarter to ten": one day and one hour in a sentence belong together, whatever stands between. */
function acrossWords(phrases: readonly TimePhrase[], text: string): readonly TimePhrase[] {
  const [one, other, ...more] = phrases;
  if (one === undefined || other === undefined || more.length > 0 || other.from - one.to > charactersBetweenMax)
    return phrases;
  const [day, hour] = one.days === undefined ? [other, one] : [one, other];
  const { days, clock, isStretch, isExcluded } = day;
  if (days === undefined || clock !== undefined || isStretch || isExcluded) return phrases;
  if (hour.days !== undefined || hour.clock?.kind !== "at") return phrases;
  if (apart.test(text.slice(one.to, other.from))) return phrases;
  return [{ ...day, ...hour, days, isBareWeekday: day.isBareWeekday, from: one.from, to: other.to }];
}
const charactersBetweenMax = 24;
/** Words between a day and an hour that set them apart. */
const apart = /(?<![\p{L}])(?:until|till|bis|jusqu|hasta|not|nicht|pas|no)(?![\p{L}])/u;

/** Only articles and the word that opens the week stand between a lead and its day. */
const isLeading = (lead: LeadItem | undefined, item: TimeItem, text: string): boolean =>
  lead !== undefined &&
  item.is === "day" &&
  /^ ?(?:(?:the|on|vom|ab|um|des|mit|dem|der|den|le|la|du|de|commençant|débutant|qui commence|el|del|que (?:empieza|comienza)) ?){0,4}$/u.test(
    text.slice(lead.to, item.from),
  );

/** "Two weeks after Tuesday", "the week of the 7th": the day that is counted from the one behind the lead. */
function counted(part: Part): Part {
  const { lead, phrase } = part;
  const [day] = phrase.days ?? [];
  if (lead === undefined || day === undefined || day.first !== day.last) return part;
  const { says, from } = lead;
  const away = (first: PlainDate): DaySpan =>
    says === "itsWeek"
      ? weekOf(first)
      : one("days" in says ? addDays(first, says.days) : addMonths(first, says.months));
  const days = (phrase.days ?? []).map(({ first }) => away(first));
  return {
    phrase: { ...phrase, from, days, isStretch: says === "itsWeek", isBareWeekday: false },
    weekday: undefined,
    dated: true,
  };
}

function partOf(item: TimeItem): Part {
  const base = { from: item.from, to: item.to, text: "", isStretch: false, isBareWeekday: false, approximate: false };
  if (item.is === "clock")
    return { phrase: { ...base, clock: item.clock, approximate: item.approximate }, weekday: undefined, dated: false };
  return {
    phrase: {
      ...base,
      days: item.days,
      isStretch: item.stretch,
      isBareWeekday: item.bare === true,
      approximate: item.vague === true,
      ...(item.every === true && item.weekday !== undefined && { everyWeekday: item.weekday }),
    },
    weekday: item.weekday,
    dated: item.dated === true,
  };
}

function mergeInto({ phrase, weekday, dated: isDated }: Part, item: TimeItem, writtenOn: PlainDate): Part | undefined {
  const to = item.to;
  if (item.is === "clock") {
    if (phrase.clock === undefined)
      return {
        phrase: { ...phrase, to, clock: item.clock, approximate: phrase.approximate || item.approximate },
        weekday,
        dated: isDated,
      };
    const narrowed = narrow(phrase.clock, item.clock);
    return narrowed === undefined ? undefined : { phrase: { ...phrase, to, clock: narrowed }, weekday, dated: isDated };
  }
  if (phrase.days === undefined)
    return {
      phrase: {
        ...phrase,
        to,
        days: item.days,
        isStretch: item.stretch,
        isBareWeekday: item.bare === true,
        approximate: phrase.approximate || item.vague === true,
        ...(item.every === true && item.weekday !== undefined && { everyWeekday: item.weekday }),
      },
      weekday: item.weekday,
      dated: item.dated === true,
    };
  // "Tuesday the 24th", "24 November, Tuesday": one day when they agree, both when they do not.
  if (weekday !== undefined && item.weekday === undefined && item.dated === true)
    return {
      phrase: onAgreedDay(phrase, to, agreeing(weekday, item.days, phrase.days, writtenOn)),
      weekday,
      dated: true,
    };
  if (isDated && item.weekday !== undefined && phrase.clock === undefined)
    return {
      phrase: onAgreedDay(phrase, to, agreeing(item.weekday, phrase.days, item.days, writtenOn)),
      weekday: item.weekday,
      dated: true,
    };
  // "Next week Tuesday", "Tuesday in the week of the 23rd".
  if (phrase.isStretch && item.weekday !== undefined) {
    const inside = dayInside(phrase.days, item.weekday);
    if (inside !== undefined)
      return { phrase: { ...phrase, to, days: [one(inside)], isStretch: false }, weekday: item.weekday, dated: false };
  }
  if (weekday !== undefined && item.stretch) {
    const inside = dayInside(item.days, weekday);
    if (inside !== undefined)
      return { phrase: { ...phrase, to, isBareWeekday: false, days: [one(inside)] }, weekday, dated: false };
  }
  return undefined;
}

/** A weekday and a date that disagree are two readings, and neither for sure. */
const onAgreedDay = (phrase: TimePhrase, to: number, days: readonly DaySpan[]): TimePhrase => ({
  ...phrase,
  to,
  isBareWeekday: false,
  days,
  approximate: phrase.approximate || days.length > 1,
});

/** The only day of that weekday in the week among the readings. */
function dayInside(days: readonly DaySpan[], weekday: number): PlainDate | undefined {
  const [week, ...others] = days.filter(({ first, last }) => first !== last);
  if (week === undefined || others.length > 0 || daysBetween(week.first, week.last) > 6) return undefined;
  const { first, last } = week;
  for (let day = first; day <= last; day = addDays(day, 1)) if (weekdayOf(day) === weekday) return day;
  return undefined;
}

/** "3 in the afternoon", "afternoon, after 3": the hour that lies in the part. */
function narrow(one: ClockSpan, other: ClockSpan): ClockSpan | undefined {
  const [part, exact] =
    one.kind === "between" && one.isPart
      ? [one, other]
      : other.kind === "between" && other.isPart
        ? [other, one]
        : [undefined, other];
  if (part === undefined) return undefined;
  const into = (minute: number) =>
    minute < 720 && minute + 720 >= part.from && minute + 720 <= part.until ? minute + 720 : minute;
  if (exact.kind === "at") {
    const inside = [...new Set([...exact.minutes, ...exact.minutes.map(into)])].filter(
      (minute) => minute >= part.from && minute <= part.until,
    );
    return { kind: "at", minutes: inside.length > 0 ? inside : exact.minutes };
  }
  if (exact.kind === "from" || exact.kind === "until") return { kind: exact.kind, minute: into(exact.minute) };
  return exact.isPart ? undefined : exact;
}
