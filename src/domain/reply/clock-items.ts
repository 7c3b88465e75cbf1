/** Hours as they are written: single ones, ranges and open ends, each with the readings that a bare hour has. */
import type { Found, Item } from "./time-item.ts";
import type { TimeContext } from "./time-spans.ts";
import { alternatives, timeWords } from "./time-words.ts";
import type { TimeWords } from "./time-words-of.ts";

/** Minutes since midnight that a written hour may mean; undefined when it is none. */
export function readClock(
  { groups }: Found,
  at: string,
  { workingHours }: TimeContext,
  words: TimeWords,
): number[] | undefined {
  const hour = Number(groups[`h${at}`]);
  const minute = Number(groups[`m${at}`] ?? groups[`mw${at}`] ?? 0);
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const half = groups[`ap${at}`] ?? groups[`ap2${at}`];
  if (half !== undefined) {
    const isAfternoon = new RegExp(`^(?:${words.pm})$`, "u").test(half);
    // "April 20 in the morning": a day.
    if (hour > 12) return isAfternoon ? [hour * 60 + minute] : undefined;
    return [((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minute];
  }
  const written = groups[`h${at}`] ?? "";
  if (hour > 12 || hour === 0 || written.startsWith("0")) return [hour * 60 + minute];
  const readings = [hour * 60 + minute, ((hour % 12) + 12) * 60 + minute].filter(
    (reading, index, all) => all.indexOf(reading) === index,
  );
  const working = readings.filter((reading) => reading >= workingHours.from && reading < workingHours.until);
  return working.length > 0 ? working : readings;
}

const isPlainNumber = ({ groups }: Found, at: string): boolean =>
  ["m", "ap", "w", "ap2", "ish"].every((name) => groups[`${name}${at}`] === undefined);

export function singleClock(found: Found, context: TimeContext, text: string, words: TimeWords): Item | undefined {
  const minutes = readClock(found, "1", context, words);
  if (minutes === undefined) return undefined;
  const lead = text.slice(Math.max(0, found.from - 24), found.from);
  const isLed = new RegExp(`(?:^|[^\\p{L}])(?:${words.at}) $`, "u").test(lead);
  const isListed = new RegExp(
    `(?:\\d|${words.am}|${words.pm}|${words.hour}) ?(?:or|oder|ou|o|,|and|und|et|y) (?:${words.at} )?$`,
    "u",
  ).test(lead);
  if (isPlainNumber(found, "1")) {
    const hour = Number(found.groups.h1);
    if (hour > 22 || hour === 0) return undefined;
    if (
      !isLed &&
      !isListed &&
      found.groups.about === undefined &&
      !isBeforeDay(found, text, words) &&
      !isJudged(found, text) &&
      !isListedBefore(found, text)
    )
      return undefined;
    // "Wednesday 17, 8:45": the hour comes behind the day of the month.
    if (isDayBeforeHour(found, text, words)) return undefined;
    // "at 24 Rue …", "at 5 Main Street": an address goes on with a name.
    if (
      /^ (?:rue|avenue|av\.?|boulevard|place|street|road|via|calle|straße|platz|[\p{L}]+(?:straße|str\.|weg|gasse|platz))/u.test(
        text.slice(found.to),
      )
    )
      return undefined;
  }
  // "1.5", "2.0": a count, unless a word says that it is an hour; durations ("2 hours", "30 h") are none either.
  if (
    found.groups.m1 === undefined &&
    /^(?:hours?|heures?|horas?|stunden|hrs?)$/u.test(found.groups.w1 ?? "") &&
    !isLed &&
    !(words === timeWords.fr)
  )
    return undefined;
  // "Trois heures par nuit", "2 heures de route": how long; "3 heures de l'après-midi" is a time.
  if (found.groups.w1 === "heures" && /^ (?:par |d'(?!apr)|de (?!l'))/u.test(text.slice(found.to))) return undefined;
  return {
    is: "clock",
    from: found.from,
    to: found.to,
    clock: { kind: "at", minutes },
    approximate: found.groups.about !== undefined || found.groups.ish1 !== undefined,
  };
}

function isDayBeforeHour({ from, to }: Found, text: string, words: TimeWords): boolean {
  const isBehindWeekday = new RegExp(`(?<![\\p{L}])(?:${alternatives(words.weekdays)})[.,]? $`, "u").test(
    text.slice(0, from),
  );
  return isBehindWeekday && /^, ?\d{1,2}(?:[:h]\d|[.]\d\d(?![\d.])| ?(?:am|pm|uhr|h)(?![\p{L}]))/u.test(text.slice(to));
}

export function clockRange(found: Found, context: TimeContext, text: string, words: TimeWords): Item | undefined {
  const { lead, sep = "" } = found.groups;
  const isAnd = new RegExp(`^(?:${words.and})$`, "u").test(sep);
  const isBetween = new RegExp(`^(?:${words.between})`, "u").test(lead ?? "");
  const plain1 = isPlainNumber(found, "1");
  const plain2 = isPlainNumber(found, "2");
  if (isAnd && !isBetween) return undefined;
  // "24-26": days, or nothing. "2-4" alone is too little, "from 2 to 4" and "Tuesday 2-4" are not.
  if (plain1 && plain2 && lead === undefined && !isBehindDay(found, text, words) && !isBeforeDay(found, text, words))
    return undefined;
  if (Number(found.groups.h1) > 24 || Number(found.groups.h2) > 24) return undefined;
  // "le 17 à 10h", "el 17 a las 10": a day and its hour.
  const isLedByRange = new RegExp(`^(?:${words.from}|${words.between})`, "u").test(lead ?? "");
  if (/^(?:à|a|a las?)$/u.test(sep) && plain1 && !isLedByRange) return undefined;
  const ends = readClock(found, "2", context, words);
  const starts = readClock(found, "1", context, words);
  if (ends === undefined || starts === undefined) return undefined;
  // "9-11am", "2 to 4pm": the half of the day behind the range holds for both ends.
  const half = found.groups.ap2 ?? found.groups.ap22;
  const sameHalf =
    half !== undefined &&
    found.groups.ap1 === undefined &&
    found.groups.ap21 === undefined &&
    Number(found.groups.h1) <= 12;
  const withHalf = sameHalf
    ? readClock({ ...found, groups: { ...found.groups, ap1: half } }, "1", context, words)
    : undefined;
  for (const from of [...(withHalf ?? []), ...starts, ...bothHalves(starts)]) {
    const until = [...ends, ...bothHalves(ends)].find((end) => end > from && end - from <= 720);
    if (until !== undefined)
      return {
        is: "clock",
        from: found.from,
        to: found.to,
        clock: { kind: "between", from, until, isPart: false },
        approximate: false,
      };
  }
  return undefined;
}

/** "Tuesday morning works, 10 is fine"; "option 2 works" chooses. */
const isJudged = ({ from, to }: Found, text: string): boolean =>
  /^ (?:works|suits|is (?:fine|good|great|ok|okay|perfect)|passt|geht|klappt)(?![\p{L}])/u.test(
    text.slice(to, to + 16),
  ) && /(?:^|, |and |und )$/u.test(text.slice(Math.max(0, from - 4), from));

/** "10, 10:30 or 11": a number in a list that goes on with an hour. */
const isListedBefore = ({ to }: Found, text: string): boolean =>
  /^(?:, \d{1,2}(?::\d\d)?)*,? ?(?:or|oder|ou|o|,) \d{1,2}(?::\d\d|h\d?\d?(?![\p{L}])| ?[ap]m| uhr)/u.test(
    text.slice(to, to + 40),
  );

const dayNames = ({ weekdays, relative }: TimeWords): string =>
  [alternatives(weekdays), ...relative.map(({ says }) => says)].join("|");
/** "2-4 on Tuesday", "10 tomorrow". */
const isBeforeDay = ({ to }: Found, text: string, words: TimeWords): boolean =>
  new RegExp(`^ (?:(?:on|next|this|am|le|el) )?(?:${dayNames(words)})(?![\\p{L}])`, "u").test(text.slice(to, to + 32));
/** "Tuesday 2-4". */
const isBehindDay = ({ from }: Found, text: string, words: TimeWords): boolean =>
  new RegExp(`(?:${dayNames(words)})[.,]? $`, "u").test(text.slice(Math.max(0, from - 24), from));

const bothHalves = (minutes: readonly number[]): number[] =>
  minutes.flatMap((minute) => (minute < 720 ? [minute, minute + 720] : [minute]));

export function openClock(found: Found, context: TimeContext, words: TimeWords): Item | undefined {
  const minutes = readClock(found, "1", context, words);
  const [minute] = minutes ?? [];
  if (minute === undefined || Number(found.groups.h1) > 23) return undefined;
  const isAfter = found.groups.after !== undefined;
  return {
    is: "clock",
    from: found.from,
    to: found.to,
    clock: isAfter ? { kind: "from", minute } : { kind: "until", minute },
    approximate: false,
  };
}
