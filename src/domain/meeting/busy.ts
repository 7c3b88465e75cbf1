/**
 * What blocks the owner's time, with where it came from and what kind it is. Nothing unknown is ever free: what cannot
 * be read, placed or understood blocks, and says so in its notes.
 */
import { z } from "zod";
import type { Address } from "../mail/message.ts";
import type { Instant } from "../time.ts";
import { dayNumberOf, minuteMs } from "./day-number.ts";
import type { CalendarEvent } from "./event.ts";
import { instantMillis } from "./instant-millis.ts";
import { dayNumberAt, dayStartMs, type WallClock } from "./wall-clock.ts";

export type BusyKind =
  | "busy"
  | "tentative"
  | "unanswered"
  | "out_of_office"
  | "focus"
  | "travel"
  | "hold"
  | "booking"
  | "unknown";

/** One stretch of the owner's time that is taken: half-open, milliseconds since 1970 UTC. */
export type Busy = {
  startMs: number;
  endMs: number;
  kind: BusyKind;
  /** Where it stands; our own holds and bookings stand in `rapport`. */
  source: { calendar: string; uid: string; title?: string };
  allDay?: true;
  /** Where the owner is at that time, as the event says. */
  place?: string;
  /** Other people take part: the gap between meetings and the caps may count it. */
  withPeople?: true;
  /** The contact whom a hold was offered to: it never blocks that person. */
  contactId?: string;
  notes?: readonly string[];
};

/** Which kinds block. What no switch names always blocks. */
export const BusyPolicy = z.strictObject({
  tentative: z.boolean().default(true),
  unanswered: z.boolean().default(true),
  /** All-day items marked free ("Anna on leave"); those marked busy always block. */
  freeAllDay: z.boolean().default(false),
  outOfOffice: z.boolean().default(true),
  focus: z.boolean().default(true),
});
export type BusyPolicy = z.infer<typeof BusyPolicy>;
export const defaultBusyPolicy: BusyPolicy = BusyPolicy.parse({});

/** An event that takes no time of the owner's, and why. */
export type NotBusy = {
  calendar: string;
  uid: string;
  because:
    | "cancelled"
    | "declined"
    | "marked_free"
    | "working_location"
    | "birthday"
    | "tentative_allowed"
    | "unanswered_allowed"
    | "out_of_office_allowed"
    | "focus_allowed";
};

export type BusyContext = {
  /** The owner's own addresses, lower-cased: whose answer counts. */
  ownAddresses: ReadonlySet<Address>;
  policy: BusyPolicy;
  /** The owner's wall clock over the window: all-day items belong to the zone of their date. */
  clock: WallClock;
};

/**
 * Sorts events into taken and not taken time. Series must be expanded before (`recurrence.ts`); a series that still
 * carries its rule has unknown occurrences, so it blocks the clock's whole window and says so.
 */
export function busyFrom(
  events: readonly CalendarEvent[],
  context: BusyContext,
): { busy: readonly Busy[]; notBusy: readonly NotBusy[] } {
  const busy: Busy[] = [];
  const notBusy: NotBusy[] = [];
  for (const event of events) {
    const judged = judge(event, context);
    if ("because" in judged) notBusy.push({ calendar: event.calendar, uid: event.uid, because: judged.because });
    else busy.push(taken(event, judged.kind, context));
  }
  return { busy, notBusy };
}

/**
 * A stretch of which nothing is known, for instance of a series whose rule could not be followed: busy, and no more of the
 * window than that.
 */
export const unknownTime = (
  { calendar, uid, title }: CalendarEvent,
  { from, to }: { from: Instant; to: Instant },
  note: string,
): Busy => ({
  startMs: instantMillis(from),
  endMs: instantMillis(to),
  kind: "unknown",
  source: { calendar, uid, title },
  notes: [note],
});

/** All of a window, because a calendar cannot be read: unknown is busy (Q1). */
export const unknownCalendar = (
  { ref, title }: { ref: string; title: string },
  { from, to }: { from: Instant; to: Instant },
  because: string,
): Busy => ({
  startMs: instantMillis(from),
  endMs: instantMillis(to),
  kind: "unknown",
  source: { calendar: ref, uid: "", title: `The calendar "${title}" cannot be read` },
  notes: [because],
});

type Judged = { kind: BusyKind } | Pick<NotBusy, "because">;

function judge(event: CalendarEvent, { ownAddresses, policy }: BusyContext): Judged {
  if (event.status === "cancelled") return { because: "cancelled" };
  const own = event.attendees.find((attendee) => ownAddresses.has(attendee.address));
  if (own?.response === "declined") return { because: "declined" };
  switch (event.kind) {
    case "working_location":
      return { because: "working_location" };
    case "birthday":
      return { because: "birthday" };
    case "free":
      if (event.time.kind === "all_day" && policy.freeAllDay) return { kind: "busy" };
      return { because: "marked_free" };
    case "out_of_office":
      return policy.outOfOffice ? { kind: "out_of_office" } : { because: "out_of_office_allowed" };
    case "focus":
      return policy.focus ? { kind: "focus" } : { because: "focus_allowed" };
    case "busy":
      break;
  }
  const organised =
    own?.organiser === true || (event.organiser !== undefined && ownAddresses.has(event.organiser.address));
  if (own?.response === "needs_action" && !organised) {
    return policy.unanswered ? { kind: "unanswered" } : { because: "unanswered_allowed" };
  }
  if (event.status === "tentative" || own?.response === "tentative") {
    return policy.tentative ? { kind: "tentative" } : { because: "tentative_allowed" };
  }
  return { kind: "busy" };
}

function taken(event: CalendarEvent, kind: BusyKind, { ownAddresses, clock }: BusyContext): Busy {
  const { startMs, endMs, notes, unknown } = extent(event, clock);
  const others = event.attendees.some((one) => !ownAddresses.has(one.address) && one.resource !== true);
  const allNotes = [...event.notes, ...notes];
  return {
    startMs,
    endMs,
    kind: unknown ? "unknown" : kind,
    source: { calendar: event.calendar, uid: event.uid, title: event.title },
    ...(event.time.kind === "all_day" && { allDay: true as const }),
    ...(event.place !== undefined && { place: event.place }),
    ...(others && { withPeople: true as const }),
    ...(allNotes.length > 0 && { notes: allNotes }),
  };
}

type Extent = { startMs: number; endMs: number; notes: readonly string[]; unknown: boolean };

function extent(event: CalendarEvent, clock: WallClock): Extent {
  const clockFrom = clock[0]!.fromMs;
  const clockUntil = clock[clock.length - 1]!.untilMs;
  const everything = (note: string): Extent => ({
    startMs: clockFrom,
    endMs: clockUntil,
    notes: [note],
    unknown: true,
  });
  if (event.recurrence !== undefined) return everything("the series was not expanded: all of its time is kept busy");
  const { time } = event;
  if (time.kind === "all_day") {
    const [first, last] = [time.firstDay, time.lastDay].map(dayNumberOf).sort((one, other) => one - other);
    if (!Number.isFinite(first) || !Number.isFinite(last)) return everything("its days could not be read");
    const swapped = time.lastDay < time.firstDay ? ["it ends before it starts: all days between are kept busy"] : [];
    return { startMs: dayStartMs(clock, first!), endMs: dayStartMs(clock, last! + 1), notes: swapped, unknown: false };
  }
  const [from, until] = [instantMillis(time.startsAt), instantMillis(time.endsAt)];
  if (Number.isNaN(from) || Number.isNaN(until)) return everything("its time could not be read");
  const [startMs, endMs] = from <= until ? [from, until] : [until, from];
  if (event.zoneUnknown === true) {
    return {
      startMs: dayStartMs(clock, dayNumberAt(clock, startMs)),
      endMs: dayStartMs(clock, dayNumberAt(clock, Math.max(endMs - 1, startMs)) + 1),
      notes: ["its zone is unknown: the whole of each day it touches is kept busy"],
      unknown: true,
    };
  }
  if (until < from) {
    return { startMs, endMs, notes: ["it ends before it starts: everything between is kept busy"], unknown: true };
  }
  if (endMs === startMs) {
    return { startMs, endMs: startMs + minuteMs, notes: ["it has no length: one minute is kept busy"], unknown: false };
  }
  return { startMs, endMs, notes: [], unknown: false };
}
