/**
 * A question about free time, and its prepared form: zones resolved to wall clocks, busy time indexed, settings turned
 * into milliseconds. Everything costly happens here, once per question.
 */
import { type Instant, millisOf, type PlainDate, type Zone } from "../time.ts";
import type { Availability, WeeklyHours } from "./availability.ts";
import type { Busy } from "./busy.ts";
import { type BusyIndex, indexBusy } from "./busy-index.ts";
import { dayMs, dayNumberOf, minuteMs, weekNumber } from "./day-number.ts";
import { type BlocksOf, openSpans, overridden, weekly } from "./hours.ts";
import type { DaySpan, UnreadableCalendar } from "./refusal.ts";
import { noSpans, type Spans, startsOutside, startsTouching } from "./spans.ts";
import { type DatedZone, dayNumberAt, type WallClock, wallClock } from "./wall-clock.ts";

export type Question = {
  /** The planned sending: lead time and horizon count from here. */
  now: Instant;
  lengthMinutes: number;
  availability: Availability;
  /** Where the owner is, dated; the first entry is home. */
  zones: readonly DatedZone[];
  /**
   * Busy time of the whole of `windowOf(question)`, which reaches beyond the times in question because caps count whole
   * weeks; a ready index must cover it.
   */
  busy: readonly Busy[] | BusyIndex;
  unreadable?: readonly UnreadableCalendar[];
  /** Public holidays of the owner's country in the window, from `holidays.ts`. */
  holidays?: readonly { day: PlainDate; name: string }[];
  /** Nothing is offered that ends after this (R17). */
  deadlineAt?: Instant;
  /** Only on these days, for instance while both are in one city. */
  onlyDays?: readonly DaySpan[];
  /** Minutes of travel between the place of an item and the place of this meeting; absent when nobody travels. */
  travelMinutesTo?: (item: Busy) => number;
  /** Meetings that the new one should stand next to; `only` refuses every other time. */
  nextTo?: { isThere: (place: string) => boolean; withinMinutes: number; strength: "prefer" | "only" };
  /** Whose holds do not block: the person who is being asked. */
  contactId?: string;
  invitees?: readonly Invitee[];
};

export type Invitee = {
  id: string;
  zone: Zone;
  /** Times outside these are refused when the invitee is required; absent: any time. See `guest-hours.ts`. */
  hours?: WeeklyHours;
  busy?: readonly Busy[];
  /** Wished for: counts in the ranking, refuses nothing. */
  optional?: true;
};

/** An invitee with the starts that do not suit, computed when first asked for. */
export type PreparedInvitee = {
  id: string;
  zone: Zone;
  closedStarts: () => Spans;
  busyStarts: () => Spans;
};

export type Prepared = {
  question: Question;
  lengthMs: number;
  /** Planned sending, earliest start, latest end. */
  nowMs: number;
  earliestMs: number;
  latestMs: number;
  deadlineMs: number | undefined;
  /** The owner's wall clock, from over a week before `now` to some days past the horizon. */
  clock: WallClock;
  index: BusyIndex;
  hoursOf: BlocksOf;
  focusOf: BlocksOf;
  /** Names of holidays by day number; a day with an override of its own is none. */
  holidays: ReadonlyMap<number, string>;
  bufferBeforeMs: number;
  bufferAfterMs: number;
  meetingGapMs: number;
  travelMsTo: (item: Busy) => number;
  travelMaxMs: number;
  required: readonly PreparedInvitee[];
  optional: readonly PreparedInvitee[];
  /** How many meetings count towards the caps, by day number and week number. */
  counted: () => { perDay: ReadonlyMap<number, number>; perWeek: ReadonlyMap<number, number> };
  /** What each rule forbids, by its position in the list of rules, kept once computed. */
  forbidden: (Spans | undefined)[];
};

const lengthMinutesMax = 24 * 60;
/** A week on both sides and the change of a zone: caps count all meetings of the weeks at the edges. */
const marginMs = 8 * dayMs;

/** The window, in milliseconds, that busy time has to be known for. */
export function windowOf({ now, availability }: Pick<Question, "now" | "availability">): {
  fromMs: number;
  untilMs: number;
} {
  const nowMs = millisOf(now);
  return { fromMs: nowMs - marginMs, untilMs: nowMs + availability.horizonDays * dayMs + marginMs };
}

/**
 * Throws a RangeError for a length that is not 1 to 1,440 whole minutes, a `now` or deadline that cannot be read, a zone that
 * is none or none at all, travel that is no number, and a ready index that does not cover the window.
 */
export function prepare(question: Question): Prepared {
  const { availability, lengthMinutes } = question;
  if (!Number.isInteger(lengthMinutes) || lengthMinutes < 1 || lengthMinutes > lengthMinutesMax) {
    throw new RangeError(`a meeting lasts 1 to ${lengthMinutesMax} whole minutes, not ${lengthMinutes}`);
  }
  const nowMs = knownMillis(question.now);
  const { fromMs, untilMs } = windowOf(question);
  const clock = wallClock(question.zones, fromMs, untilMs);
  const lengthMs = lengthMinutes * minuteMs;
  const index = readyIndex(question, fromMs, untilMs);
  const travelMsTo = (item: Busy) => knownMinutes(question.travelMinutesTo?.(item) ?? 0) * minuteMs;
  const onOwnDays = overridden(availability.overrides);
  const usual = weekly(availability.hours);
  const invitees = (question.invitees ?? []).map((invitee) => ({
    optional: invitee.optional === true,
    prepared: preparedInvitee(invitee, lengthMs, { fromMs, untilMs }),
  }));
  let counted: ReturnType<Prepared["counted"]> | undefined;
  return {
    question,
    lengthMs,
    nowMs,
    earliestMs: nowMs + Math.round(availability.leadHours * 60) * minuteMs,
    latestMs: nowMs + availability.horizonDays * dayMs,
    deadlineMs: question.deadlineAt === undefined ? undefined : knownMillis(question.deadlineAt),
    clock,
    index,
    hoursOf: (day) => onOwnDays(day) ?? usual(day),
    focusOf: weekly(availability.focus),
    holidays: question.holidays === undefined ? noHolidays : holidaysOf(question.holidays, onOwnDays),
    bufferBeforeMs: availability.bufferBeforeMinutes * minuteMs,
    bufferAfterMs: availability.bufferAfterMinutes * minuteMs,
    meetingGapMs: availability.meetingGapMinutes * minuteMs,
    travelMsTo,
    travelMaxMs:
      question.travelMinutesTo === undefined
        ? 0
        : index.items.reduce((most, item) => Math.max(most, travelMsTo(item)), 0),
    required: invitees.filter(({ optional }) => !optional).map(({ prepared }) => prepared),
    optional: invitees.filter(({ optional }) => optional).map(({ prepared }) => prepared),
    counted: () => {
      counted ??= countMeetings(index.items, clock, availability.capsCount);
      return counted;
    },
    forbidden: [],
  };
}

function knownMillis(at: Instant): number {
  const ms = millisOf(at);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`);
  return ms;
}

/** A way of unknown length must not become no way at all. */
function knownMinutes(minutes: number): number {
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError(`not minutes of travel: ${minutes}`);
  return minutes;
}

const noHolidays: ReadonlyMap<number, string> = new Map();

const holidaysOf = (holidays: NonNullable<Question["holidays"]>, onOwnDays: (dayNumber: number) => unknown) =>
  new Map(
    holidays.map(({ day, name }) => [dayNumberOf(day), name] as const).filter(([day]) => onOwnDays(day) === undefined),
  );

function readyIndex({ busy, contactId }: Question, fromMs: number, untilMs: number): BusyIndex {
  if ("items" in busy) {
    if (busy.fromMs > fromMs || busy.untilMs < untilMs)
      throw new RangeError("the busy index does not cover the window");
    if (contactId === undefined || !busy.items.some((item) => isOwnHold(item, contactId))) return busy;
    return indexBusy(
      busy.items.filter((item) => !isOwnHold(item, contactId)),
      busy.fromMs,
      busy.untilMs,
    );
  }
  if (contactId === undefined) return indexBusy(busy, fromMs, untilMs);
  return indexBusy(
    busy.filter((item) => !isOwnHold(item, contactId)),
    fromMs,
    untilMs,
  );
}

const isOwnHold = (item: Busy, contactId: string) => item.kind === "hold" && item.contactId === contactId;

function countMeetings(items: readonly Busy[], clock: WallClock, capsCount: Availability["capsCount"]) {
  const perDay = new Map<number, number>();
  const perWeek = new Map<number, number>();
  for (const item of items) {
    const ours = item.kind === "booking" || item.kind === "hold";
    if (!ours && !(capsCount === "all_meetings" && item.withPeople === true)) continue;
    const day = dayNumberAt(clock, item.startMs);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    perWeek.set(weekNumber(day), (perWeek.get(weekNumber(day)) ?? 0) + 1);
  }
  return { perDay, perWeek };
}

function preparedInvitee(
  invitee: Invitee,
  lengthMs: number,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): PreparedInvitee {
  const { id, zone, hours, busy = [] } = invitee;
  let closed: Spans | undefined;
  let taken: Spans | undefined;
  return {
    id,
    zone,
    closedStarts: () => {
      closed ??=
        hours === undefined
          ? noSpans
          : startsOutside(openSpans(wallClock([{ zone }], fromMs, untilMs), weekly(hours)), lengthMs);
      return closed;
    },
    busyStarts: () => {
      taken ??= busy.length === 0 ? noSpans : startsTouching(indexBusy(busy, fromMs, untilMs).taken, lengthMs);
      return taken;
    },
  };
}
