/** Pieces that stand together as one time, and lists in which a day or an hour said once holds for its neighbours. */
import { addDays, daysBetween, type PlainDate, weekdayOf } from "../time.ts";
import type { TimeItem, ZoneItem } from "./time-item.ts";
import { agreeing, type ClockSpan, type DaySpan, one, type TimeContext, type TimePhrase } from "./time-spans.ts";
import { timeWords } from "./time-words.ts";

const glue =
  /^[\s,(@:;/-]*(?:(?:at|on|in|the|am|um|an|den|dem|der|im|à|a|au|le|les|la|de|du|dans|el|las|los|en|por|del|für|for|of|from|von|desde|partir|gegen|starting|um|so|dann|zwar|any ?time|sometime|free|available|ideally|preferably|say)[\s,(@:-]*){0,3}$/u;
const orWords =
  /^[\s,;/]*(?:(?:or|oder|ou|o|u|and|und|et|y|e|as well as|sowie|bzw\.?|alternatively|alternativ|&|\/|,|;)[\s,]*){1,2}(?:(?:at|on|am|um|à|a|le|el|las|on the|the|maybe|perhaps|even|also|auch|vielleicht|aussi|también|else)[\s,]+){0,3}$/u;

type Part = { phrase: TimePhrase; weekday: number | undefined; dated: boolean };

/** "before Friday", "after the 20th": days on one side of a day, never the day itself. */
function opened(phrase: TimePhrase, text: string, { writtenOn, language }: TimeContext): TimePhrase {
  const [span] = phrase.days ?? [];
  if (span === undefined || phrase.everyWeekday !== undefined) return phrase;
  const words = timeWords[language];
  const lead = text.slice(Math.max(0, phrase.from - 40), phrase.from);
  const side = new RegExp(
    `(?<![\\p{L}])(?:(?<after>(?:${words.after})(?:l)?|since)|(?<before>(?:${words.before})(?:l)?|than))(?: (?:on|the|dem|den|am|zum|le|au|el|next|this|that))* $`,
    "u",
  ).exec(lead);
  if (side === null) return phrase;
  const isAfter = side.groups?.after !== undefined;
  const days = isAfter
    ? { first: span.first, last: addDays(span.last, openDays) }
    : { first: span.first < writtenOn ? span.first : writtenOn, last: span.last };
  return { ...phrase, days: [days], isStretch: true, isBareWeekday: false };
}
/** How far a day with an open end is followed. */
const openDays = 30;

export function join(items: readonly (TimeItem | ZoneItem)[], text: string, context: TimeContext): TimePhrase[] {
  const { writtenOn } = context;
  const parts: Part[] = [];
  let zone: TimePhrase["zone"];
  for (const item of items) {
    const last = parts.at(-1);
    if (item.is === "zone") {
      if (last !== undefined && item.from - last.phrase.to <= 12)
        last.phrase = { ...last.phrase, zone: item.zone, to: item.to };
      zone = item.zone;
      continue;
    }
    const gap = last === undefined ? undefined : text.slice(last.phrase.to, item.from);
    const merged =
      last !== undefined && gap !== undefined && glue.test(gap) ? mergeInto(last, item, writtenOn) : undefined;
    if (merged !== undefined) parts[parts.length - 1] = merged;
    else parts.push(partOf(item));
  }
  return inherit(
    parts.map(({ phrase }) => opened(phrase, text, context)),
    text,
  ).map((phrase) => ({
    ...phrase,
    text: text.slice(phrase.from, phrase.to),
    ...(phrase.zone === undefined && zone !== undefined && phrase.clock !== undefined && { zone }),
  }));
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
        ...(item.every === true && item.weekday !== undefined && { everyWeekday: item.weekday }),
      },
      weekday: item.weekday,
      dated: item.dated === true,
    };
  // "Tuesday the 24th", "24 November, Tuesday": one day when they agree, both when they do not.
  if (weekday !== undefined && item.weekday === undefined && item.dated === true)
    return {
      phrase: { ...phrase, to, isBareWeekday: false, days: agreeing(weekday, item.days, phrase.days, writtenOn) },
      weekday,
      dated: true,
    };
  if (isDated && item.weekday !== undefined && phrase.clock === undefined)
    return {
      phrase: { ...phrase, to, isBareWeekday: false, days: agreeing(item.weekday, phrase.days, item.days, writtenOn) },
      weekday: item.weekday,
      dated: true,
    };
  // "Next week Tuesday", "Tuesday in the week of the 23rd".
  if (phrase.isStretch && item.weekday !== undefined && phrase.days.length === 1) {
    const inside = item.weekday === undefined ? undefined : dayInside(phrase.days[0]!, item.weekday);
    if (inside !== undefined)
      return { phrase: { ...phrase, to, days: [one(inside)], isStretch: false }, weekday: item.weekday, dated: false };
  }
  if (weekday !== undefined && item.stretch && item.days.length === 1) {
    const inside = dayInside(item.days[0]!, weekday);
    if (inside !== undefined)
      return { phrase: { ...phrase, to, isBareWeekday: false, days: [one(inside)] }, weekday, dated: false };
  }
  return undefined;
}

/** The only day of that weekday in a week. */
function dayInside({ first, last }: DaySpan, weekday: number): PlainDate | undefined {
  if (daysBetween(first, last) > 6) return undefined;
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

/** In a list the hour or the day that is said once holds for its neighbours: "Tuesday or Wednesday at 3", "Tuesday at 3 or 4". */
function inherit(phrases: readonly TimePhrase[], text: string): TimePhrase[] {
  const out = [...phrases];
  const isList = (left: TimePhrase, right: TimePhrase) => orWords.test(text.slice(left.to, right.from));
  for (let at = out.length - 2; at >= 0; at -= 1) {
    const [left, right] = [out[at]!, out[at + 1]!];
    if (!isList(left, right)) continue;
    if (left.clock === undefined && left.days !== undefined && right.clock !== undefined && right.days !== undefined)
      out[at] = { ...left, clock: right.clock, approximate: right.approximate };
    if (left.days === undefined && left.clock !== undefined && right.days !== undefined && right.clock !== undefined)
      out[at] = { ...left, days: right.days, isBareWeekday: right.isBareWeekday };
  }
  for (let at = 1; at < out.length; at += 1) {
    const [left, right] = [out[at - 1]!, out[at]!];
    if (right.days === undefined && left.days !== undefined && isList(left, right))
      out[at] = { ...right, days: left.days, isBareWeekday: left.isBareWeekday };
  }
  return out;
}
