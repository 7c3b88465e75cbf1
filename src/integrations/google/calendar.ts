/**
 * Google Calendar in our words: one stream a calendar, by sync token. Reading begins at the window's start and has no end, so
 * that the window moves on by itself; series come as written, with their changed occurrences beside them.
 */
import { z } from "zod";
import { parseZone, utc, type Zone } from "../../domain/time.ts";
import type {
  CalendarAccount,
  CalendarPage,
  CalendarRef,
  EventRef,
  ListedCalendar,
  ScannedEvent,
  Window,
} from "../calendar.ts";
import type { Cursor, Skipped } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { googleBusy } from "./busy.ts";
import { googleCalendarWrite } from "./calendar-write.ts";
import { eventFields, GoogleEvent, readEvent } from "./event.ts";
import type { Granted } from "./scopes.ts";

const eventsPageMax = 2_500;
const calendarsPageMax = 250;

const State = z.union([
  z.object({ sync: z.string(), page: z.string().optional() }),
  /** Of the first reading: what it began with must be said again on every page. */
  z.object({ timeMin: z.string(), page: z.string().optional() }),
]);
type State = z.output<typeof State>;

const Text = z.string().optional().catch(undefined);
const Flag = z.boolean().optional().catch(undefined);
const EventsPage = z.object({
  items: z.array(z.unknown()).default([]),
  timeZone: z.string().optional(),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});
/** Without its id the whole list fails: a calendar that is not known would look free. */
const CalendarEntry = z.object({
  id: z.string().min(1),
  summary: Text,
  summaryOverride: Text,
  primary: Flag,
  /** Shown when in doubt: its time would look free otherwise. */
  selected: z.boolean().optional().catch(true),
  deleted: Flag,
  accessRole: Text,
  timeZone: Text,
});
const CalendarList = z.object({ items: z.array(CalendarEntry).default([]), nextPageToken: z.string().optional() });

export function googleCalendar(api: GoogleApi, granted: Granted): CalendarAccount {
  const eventsPage = (calendar: CalendarRef, state: State, signal: AbortSignal) =>
    api.ask(EventsPage, signal, ({ calendar: client }, options) =>
      client.events.list(
        {
          calendarId: calendar,
          maxResults: eventsPageMax,
          fields: `nextPageToken,nextSyncToken,timeZone,items(${eventFields})`,
          ...("sync" in state ? { syncToken: state.sync } : { timeMin: state.timeMin }),
          ...(state.page !== undefined && { pageToken: state.page }),
        },
        options,
      ),
    );

  /** One event by itself; undefined when it is gone, or makes no sense this time either. */
  const eventAlone = async (calendar: CalendarRef, ref: EventRef, signal: AbortSignal) => {
    try {
      const item = await api.ask(z.unknown(), signal, ({ calendar: client }, options) =>
        client.events.get({ calendarId: calendar, eventId: ref, fields: eventFields }, options),
      );
      return GoogleEvent.safeParse(item).data;
    } catch (fault) {
      troubleOfKind(fault, "gone");
      return undefined;
    }
  };

  return {
    calendars: async (signal) => {
      const found: ListedCalendar[] = [];
      let page: string | undefined;
      do {
        const list: z.output<typeof CalendarList> = await api.ask(CalendarList, signal, ({ calendar }, options) =>
          calendar.calendarList.list(
            { maxResults: calendarsPageMax, ...(page !== undefined && { pageToken: page }) },
            options,
          ),
        );
        found.push(...list.items.filter(({ deleted }) => deleted !== true).map(listedCalendar));
        page = list.nextPageToken;
      } while (page !== undefined);
      return found;
    },
    pages: async function* (calendar, from, signal) {
      const series = new Map<EventRef, string | undefined>();
      const reading: Reading = {
        calendar,
        alone: (ref) => eventAlone(calendar, ref, signal),
        uidOf: async (ref) => {
          if (!series.has(ref)) series.set(ref, (await eventAlone(calendar, ref, signal))?.iCalUID);
          return series.get(ref);
        },
      };
      let state: State | undefined = "after" in from ? readCursor(from.after) : begin(from.window);
      while (state !== undefined) {
        const current: State = state;
        const answer: z.output<typeof EventsPage> = await eventsPage(calendar, current, signal);
        const items = answer.items.map((item) => GoogleEvent.safeParse(item).data);
        for (const item of items)
          if (item?.iCalUID !== undefined && item.recurringEventId === undefined) series.set(item.id, item.iCalUID);
        const page = await readPage(reading, items, parseZone(answer.timeZone ?? "") ?? utc);
        const next: State | undefined =
          answer.nextPageToken === undefined ? undefined : { ...current, page: answer.nextPageToken };
        yield { ...page, cursor: JSON.stringify(next ?? endOf(answer, current)), isLast: next === undefined };
        state = next;
      }
    },
    busy: googleBusy(api, granted),
    ...(granted("calendar", "calendar.events") && { write: googleCalendarWrite(api) }),
  };
}

const begin = ({ from }: Window): State => ({ timeMin: from });

/** Without a token, which some calendars never get, the next reading begins anew. */
const endOf = ({ nextSyncToken }: z.output<typeof EventsPage>, state: State): State => {
  if (nextSyncToken !== undefined) return { sync: nextSyncToken };
  return "sync" in state ? { sync: state.sync } : { timeMin: state.timeMin };
};

function readCursor(cursor: Cursor): State {
  try {
    return State.parse(JSON.parse(cursor));
  } catch {
    // Of another version, or damaged: the window is read anew.
    throw new TroubleError({ kind: "cursor_spent" });
  }
}

const listedCalendar = (entry: z.output<typeof CalendarEntry>): ListedCalendar => {
  const zone = parseZone(entry.timeZone ?? "");
  return {
    ref: entry.id,
    name: entry.summaryOverride ?? entry.summary ?? "",
    isMain: entry.primary === true,
    mayWrite: entry.accessRole === "owner" || entry.accessRole === "writer",
    isShown: entry.selected === true || entry.primary === true,
    ...(zone !== undefined && { zone }),
  };
};

/** What reading a page may ask besides. */
type Reading = {
  calendar: CalendarRef;
  alone(ref: EventRef): Promise<GoogleEvent | undefined>;
  /** The uid of a series, which may stand on another page or have been read long ago. */
  uidOf(series: EventRef): Promise<string | undefined>;
};

async function readPage(
  reading: Reading,
  items: readonly (GoogleEvent | undefined)[],
  zone: Zone,
): Promise<Pick<CalendarPage, "events" | "gone" | "skipped">> {
  const events: ScannedEvent[] = [];
  const gone: EventRef[] = [];
  const skipped = new Map<string, number>();
  const skip = (because: string) => skipped.set(because, (skipped.get(because) ?? 0) + 1);
  for (const item of items) {
    if (item === undefined) skip("not_as_documented");
    else if (isOnlyGone(item)) gone.push(item.id);
    else {
      const read = (await placed(reading, item, zone)) ?? (await placed(reading, await reading.alone(item.id), zone));
      if (read !== undefined) events.push(read);
      else {
        if (item.status === "cancelled") gone.push(item.id);
        // Of an occurrence that was never told by itself, only its series could say which one it was.
        if (item.status !== "cancelled") skip("impossible_time");
        else if (item.recurringEventId !== undefined) skip("unknown_series");
      }
    }
  }
  return {
    events,
    gone,
    skipped: [...skipped].map(([because, count]) => skippedLine(reading.calendar, because, count)),
  };
}

/** Of a deleted event only its id may be told. */
const isOnlyGone = ({ status, start, recurringEventId }: GoogleEvent): boolean =>
  status === "cancelled" && start === undefined && recurringEventId === undefined;

/** Undefined when nobody could say when it is, or what it belongs to. */
async function placed(
  { calendar, uidOf }: Reading,
  item: GoogleEvent | undefined,
  zone: Zone,
): Promise<ScannedEvent | undefined> {
  const uid = item?.iCalUID ?? (item?.recurringEventId && (await uidOf(item.recurringEventId)));
  if (item === undefined || uid === undefined) return undefined;
  const read = readEvent(item, { calendar, zone, uid });
  return read.kind === "event" ? { ref: item.id, event: read.event } : undefined;
}

const skippedLine = (calendar: CalendarRef, because: string, count: number): Skipped => ({
  where: calendar,
  because,
  message: "Google's answer does not say when it is or what it belongs to: it was left out.",
  count,
});
