/** `Date` headers of RFC 5322 and what mailers made of them, as instants. */
import { type Instant, instantOf } from "../../domain/time.ts";

export type HeaderDate = {
  at: Instant;
  /** Minutes east of UTC; absent when the header had no zone, or `-0000`, which says that the writer's zone is not told. */
  offsetMinutes?: number;
};

/** Years outside of these are a broken clock, not a date. */
const yearMin = 1970;
const yearMax = 2100;

const months = new Map(
  ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map((name, index) => [
    name,
    index,
  ]),
);

/** Obsolete zone names of RFC 5322 §4.3 and the European ones met in mail, in minutes east of UTC. */
const namedZones = new Map([
  ...["ut", "utc", "gmt", "z", "wet"].map((name) => [name, 0] as const),
  ...(["est:-300", "edt:-240", "cst:-360", "cdt:-300", "mst:-420", "mdt:-360", "pst:-480", "pdt:-420"].map(
    named,
  ) satisfies unknown[]),
  ...["bst:60", "west:60", "cet:60", "met:60", "cest:120", "mest:120", "eet:120", "eest:180", "msk:180", "jst:540"].map(
    named,
  ),
]);

function named(pair: string): readonly [string, number] {
  const [name = "", minutes] = pair.split(":");
  return [name, Number(minutes)];
}

const dayFirst =
  /^(?:[a-z]+\.?\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:\.\d+)?)?\s*(am|pm)?\s*(.*)$/i;
/** As `asctime` writes it, with the zone before or after the year, or none. */
const monthFirst =
  /^(?:[a-z]+\.?,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(?:(\d{4})\s+)?(\d{1,2}):(\d{2})(?::(\d{1,2}))?\s*(am|pm)?\s*(.*)$/i;
const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*)$/i;

/**
 * Reads a date header; undefined when it names no moment (30 February, hour 27, a year outside 1970 to 2100).
 * The name of the weekday is never believed, comments are dropped, two-digit years are read as RFC 5322 §4.3 says,
 * and a date without a zone is taken as UTC.
 */
export function readHeaderDate(header: string): HeaderDate | undefined {
  const text = (header.includes("(") ? withoutComments(header) : header).trim();
  if (text.length < 8 || text.length > 200) return undefined;

  const usual = dayFirst.exec(text);
  if (usual !== null) {
    const [, day, month, year, hour, minute, second, half, zone] = usual;
    return dateOf({ year: fullYear(year), month: monthOf(month), day, hour, minute, second, half, zone });
  }
  const unix = monthFirst.exec(text);
  if (unix !== null) {
    const [, month, day, yearBefore, hour, minute, second, half, rest = ""] = unix;
    const { year, zone } = yearBefore === undefined ? yearAndZone(rest) : { year: Number(yearBefore), zone: rest };
    return dateOf({ year, month: monthOf(month), day, hour, minute, second, half, zone });
  }
  const written = iso.exec(text);
  if (written !== null) {
    const [, year, month, day, hour, minute, second, zone] = written;
    return dateOf({ year: Number(year), month: Number(month) - 1, day, hour, minute, second, half: undefined, zone });
  }
  return undefined;
}

type Written = Record<"day" | "hour" | "minute" | "second" | "half" | "zone", string | undefined> & {
  year: number;
  /** 0 is January; NaN when the name is none. */
  month: number;
};

function dateOf({ year, month, day, hour, minute, second, half, zone }: Written): HeaderDate | undefined {
  const hours = hourOf(Number(hour), half);
  const minutes = Number(minute);
  // 60 is a leap second: the next second stands for it.
  const seconds = Number(second ?? 0);
  const days = Number(day);
  if (!(year >= yearMin && year <= yearMax && month >= 0 && hours <= 23 && minutes <= 59 && seconds <= 60))
    return undefined;
  if (days < 1 || days > daysIn(year, month)) return undefined;

  const offset = offsetOf(zone ?? "");
  const at = Date.UTC(year, month, days, hours, minutes, seconds) - (offset ?? 0) * 60_000;
  return at < 0 ? undefined : { at: instantOf(at), ...(offset !== undefined && { offsetMinutes: offset }) };
}

const monthOf = (name: string | undefined): number => months.get(name?.toLowerCase() ?? "") ?? Number.NaN;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

/** Two digits: 00 to 49 are 2000 and on, 50 to 99 the last century; three digits count from 1900 (RFC 5322 §4.3). */
function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits?.length === 3 ? 1900 + year : year;
}

/** "2004", "PST 2004", "2004 PST", "+0100 2004" as they stand behind the time in Unix dates. */
function yearAndZone(rest: string): { year: number; zone: string } {
  const words = rest.split(/\s+/);
  const year = words.find((word) => /^\d{4}$/.test(word));
  return { year: Number(year ?? Number.NaN), zone: words.filter((word) => word !== year).join(" ") };
}

function offsetOf(zone: string): number | undefined {
  const numeric = /^(?:gmt|utc?)?\s*([+-])(\d{2}):?(\d{2})\b/i.exec(zone);
  if (numeric !== null) {
    const [, sign, hours, minutes] = numeric;
    const size = Number(hours) * 60 + Number(minutes);
    if (size > 14 * 60 || Number(minutes) > 59) return undefined;
    if (sign === "-") return size === 0 ? undefined : -size;
    return size;
  }
  return namedZones.get(/^[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? "");
}

/** Comments may nest and may hold quoted brackets (RFC 5322 §3.2.2). */
function withoutComments(text: string): string {
  let depth = 0;
  let kept = "";
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "\\" && depth > 0) at += 1;
    else if (char === "(") depth += 1;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += char;
  }
  return kept;
}
