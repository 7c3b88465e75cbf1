/**
 * Moves the shipped sample so that its last day is today: text in, text out, no clock.
 *
 * Everything moves by whole weeks, so that every weekday, every weekly meeting and every "see you on Thursday" stays true:
 * the week of the sample's last day becomes the week of today. Mail that would then lie after now has not happened yet and
 * is left out; meetings after now are the coming ones. What must be new on any weekday (whom the owner met yesterday, what
 * came this morning, the promise of two days ago) bears the mark `X-Sample-Day: -1`: that many days from the last day. Marked
 * things of yesterday and today keep their distance exactly, so they fall on a weekend only when today is a Saturday, Sunday
 * or Monday; older ones move back to the Friday.
 *
 * So a person met 35 days before the shipped Friday was met 31 days before a Monday and 37 before a Sunday: the cast is
 * dated so that each state holds over that span (see people.ts).
 */
import {
  addDays,
  after,
  dayIn,
  daysBetween,
  type Instant,
  instantAt,
  instantOf,
  isWeekend,
  millisOf,
  minuteOfDayIn,
  offsetMinutesIn,
  type PlainDate,
  parseDay,
  parseZone,
  sayDay,
  utc,
  weekdayOf,
  type Zone,
} from "../domain/time.ts";
import { owner } from "./people.ts";
import type { SampleFile } from "./sample-files.ts";
import { fromLineDate, headerDate } from "./sample-mail.ts";

/** The days by which unmarked and marked things move, and the moment after which nothing has happened yet. */
export type Move = { weeksInDays: number; daysFor: (dayFromLast: number) => number; now: Instant };

/**
 * The files with their dates moved. `lastDay` is the last day that they tell of now; afterwards it is the day of `now` in the
 * owner's zone. Files of unknown kinds come back as they are.
 */
export function moveDates(
  files: readonly SampleFile[],
  { lastDay, now }: { lastDay: PlainDate; now: Instant },
): SampleFile[] {
  const move = planMove(lastDay, now);
  return files.map(({ name, text }) => ({ name, text: moveText(name, text, move) }));
}

export function planMove(lastDay: PlainDate, now: Instant): Move {
  const today = dayIn(owner.town.zone, now);
  return {
    weeksInDays: daysBetween(mondayOf(lastDay), mondayOf(today)),
    daysFor: (dayFromLast) => daysBetween(addDays(lastDay, dayFromLast), markedDay(today, dayFromLast)),
    now,
  };
}

const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));

/** The day that many days from today; what is older than yesterday never falls on a weekend. */
function markedDay(today: PlainDate, dayFromLast: number): PlainDate {
  let day = addDays(today, dayFromLast);
  while (dayFromLast < -1 && isWeekend(day)) day = addDays(day, -1);
  return day;
}

function moveText(name: string, text: string, move: Move): string {
  if (name.endsWith(".mbox")) return moveMbox(text, move);
  if (name.endsWith(".ics")) return moveCalendar(text, move);
  if (name.endsWith(".csv")) return moveWrittenDays(text, move.weeksInDays);
  return text;
}

function moveMbox(text: string, move: Move): string {
  return text
    .split(/^(?=From \d+@xxx )/m)
    .map((entry) => moveMessage(entry, move))
    .join("");
}

/** One message with its From line; nothing when it would come after now. */
function moveMessage(entry: string, move: Move): string {
  const end = entry.indexOf("\n\n");
  const head = entry.slice(0, end);
  const sentAt = instantOf(Date.parse(header(head, "Date")));
  const zone = parseZone(header(head, "X-Sample-Zone")) ?? utc;
  const marked = /^X-Sample-Day: (-?\d+)$/m.exec(head);
  const days = marked === null ? move.weeksInDays : move.daysFor(Number(marked[1]));
  const movedAt = sameWallTime(zone, sentAt, days);
  if (movedAt > move.now) return "";
  const movedHead = head
    .replace(/^From (\S+) .*/, (_, sender: string) => `From ${sender} ${fromLineDate(movedAt)}`)
    .replace(/^(Received: .*); .*$/m, (_, by: string) => `${by}; ${headerDate(movedAt, utc)}`)
    .replace(/^Date: .*$/m, () => `Date: ${headerDate(movedAt, zone)}`);
  return movedHead + moveBody(entry.slice(end), move);
}

function header(head: string, name: string): string {
  const found = new RegExp(`^${name}: (.*)$`, "m").exec(head);
  if (found === null) throw new Error(`a message of the sample has no ${name}: ${head.slice(0, 80)}`);
  return found[1] as string;
}

/** That many days later by the calendar, at the same time of the zone's clock, seconds included. */
export function sameWallTime(zone: Zone, at: Instant, days: number): Instant {
  if (days === 0) return at;
  const later = after(at, { days });
  // Asking a zone costs most of the move, and nearly all days keep its offset.
  if (offsetMinutesIn(zone, at) === offsetMinutesIn(zone, later)) return later;
  const moved = instantAt(zone, addDays(dayIn(zone, at), days), minuteOfDayIn(zone, at));
  return after(moved, { milliseconds: millisOf(at) % 60_000 });
}

/** Bodies tell the days of earlier letters (in quotations) and of invitations; both are unmarked and move by weeks. */
export function moveBody(body: string, move: Move): string {
  return body
    .split(/(BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR)/)
    .map((part) =>
      part.startsWith("BEGIN:VCALENDAR") ? moveCalendar(part, move) : moveWrittenDays(part, move.weeksInDays),
    )
    .join("");
}

/** Dates inside events move; those of the zones' own rules stay. */
function moveCalendar(text: string, move: Move): string {
  return text.replace(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g, (event) => {
    const marked = /^X-SAMPLE-DAY:(-?\d+)/m.exec(event);
    const days = marked === null ? move.weeksInDays : move.daysFor(Number(marked[1]));
    return event
      .replace(
        /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE)[^:\r\n]*:)(\d{8})/gm,
        (_, property: string, day: string) => property + compact(addDays(expand(day), days)),
      )
      .replace(
        /^(DTSTAMP|CREATED|LAST-MODIFIED):(\d{8})(T\d{6}Z)/gm,
        (_, property: string, day: string, time: string) =>
          `${property}:${notAfter(move.now, compact(addDays(expand(day), days)) + time)}`,
      );
  });
}

const compact = (day: PlainDate) => day.replaceAll("-", "");
const expand = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as PlainDate;

/** Nothing was entered in the time to come. `stamp` is `20261120T081200Z`, whose text order is time order. */
function notAfter(now: Instant, stamp: string): string {
  const latest = `${now.slice(0, 19).replace(/[-:]/g, "")}Z`;
  return stamp > latest ? latest : stamp;
}

/** How days are written in the bodies and lists of the sample: luxon styles by language. */
const writtenForms: readonly { language: string; style: string }[] = [
  { language: "en", style: "LLL d, yyyy" },
  { language: "en", style: "LLLL d, yyyy" },
  { language: "en", style: "dd LLL yyyy" },
  { language: "fr", style: "d LLL yyyy" },
  { language: "fr", style: "d LLLL yyyy" },
  { language: "de", style: "dd.LL.yyyy" },
  { language: "de", style: "d. LLLL yyyy" },
  { language: "es", style: "d LLL yyyy" },
  { language: "es", style: "d 'de' LLLL 'de' yyyy" },
];

type Form = { pattern: RegExp; source: string; language: string; style: string; monthOf: (written: string) => number };

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}-01` as PlainDate);

function formOf({ language, style }: { language: string; style: string }): Form {
  const monthStyle = /L+/.exec(style)?.[0] as string;
  const names = months.map((first) => sayDay(first, monthStyle, language));
  const source = style
    .replace(/[.]/g, "\\.")
    .replaceAll("'", "")
    .replace(/\bd+\b/, "@day")
    .replace(/L+/, "@month")
    .replace("yyyy", "@year")
    .replace("@day", "(?<day>\\d{1,2})")
    .replace("@month", `(?<month>${names.map((month) => month.replaceAll(".", "\\.")).join("|")})`)
    .replace("@year", "(?<year>\\d{4})");
  return {
    pattern: new RegExp(`^${source}$`),
    source: source.replace(/\?<\w+>/g, "?:"),
    language,
    style,
    monthOf: (written) => names.indexOf(written) + 1,
  };
}

const forms = writtenForms.map(formOf);
/** All forms in one, so that no day is moved twice. */
const anyWrittenDay = new RegExp(`(?<![\\d\\p{L}])(?:${forms.map(({ source }) => source).join("|")})(?!\\d)`, "gu");

function moveWrittenDays(text: string, days: number): string {
  // Most bodies tell no day at all, and looking for all forms in all languages takes its time.
  if (!/\d{4}/.test(text)) return text;
  return text.replace(anyWrittenDay, (written) => {
    for (const { pattern, language, style, monthOf } of forms) {
      const { day = "", month = "", year = "" } = pattern.exec(written)?.groups ?? {};
      const read = parseDay(`${year}-${String(monthOf(month)).padStart(2, "0")}-${day.padStart(2, "0")}`);
      if (read !== undefined) return sayDay(addDays(read, days), style, language);
    }
    return written;
  });
}
