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

const EventsPage = z.object({
  items: z.array(z.unknown()).default([]),
  timeZone: z.string().optional(),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});
const CalendarEntry = z.object({
  id: z.string().min(1),
  summary: z.string().default(""),
  summaryOverride: z.string().optional(),
  primary: z.boolean().default(false),
  selected: z.boolean().default(false),
  deleted: z.boolean().default(false),
  accessRole: z.string().optional(),
  timeZone: z.string().optional(),
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

  /** The uid of a series that stands on another page, or was read long ago; undefined when it is gone. */
  const uidOf = async (calendar: CalendarRef, series: EventRef, signal: AbortSignal): Promise<string | undefined> => {
    try {
      const { iCalUID } = await api.ask(GoogleEvent, signal, ({ calendar: client }, options) =>
        client.events.get({ calendarId: calendar, eventId: series, fields: "id,iCalUID" }, options),
      );
      return iCalUID;
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
        found.push(...list.items.filter(({ deleted }) => !deleted).map(listedCalendar));
        page = list.nextPageToken;
      } while (page !== undefined);
      return found;
    },
    pages: async function* (calendar, from, signal) {
      /** Uids of the series seen in this reading, by id. */
      const uids = new Map<EventRef, string | undefined>();
      let state: State | undefined = "after" in from ? readCursor(from.after) : begin(from.window);
      while (state !== undefined) {
        const current: State = state;
        const answer: z.output<typeof EventsPage> = await eventsPage(calendar, current, signal);
        const items = answer.items.map((item) => GoogleEvent.safeParse(item));
        for (const { data } of items)
          if (data?.iCalUID !== undefined && data.recurringEventId === undefined) uids.set(data.id, data.iCalUID);
        const seriesUid = async (series: EventRef) => {
          if (!uids.has(series)) uids.set(series, await uidOf(calendar, series, signal));
          return uids.get(series);
        };
        const page = await readPage(calendar, answer, items, seriesUid);
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
    name: entry.summaryOverride ?? entry.summary,
    isMain: entry.primary,
    mayWrite: entry.accessRole === "owner" || entry.accessRole === "writer",
    isShown: entry.selected || entry.primary,
    ...(zone !== undefined && { zone }),
  };
};

type ParsedItem = z.ZodSafeParseResult<GoogleEvent>;

async function readPage(
  calendar: CalendarRef,
  { timeZone }: z.output<typeof EventsPage>,
  items: readonly ParsedItem[],
  seriesUid: (series: EventRef) => Promise<string | undefined>,
): Promise<Pick<CalendarPage, "events" | "gone" | "skipped">> {
  const zone: Zone = parseZone(timeZone ?? "") ?? utc;
  const events: ScannedEvent[] = [];
  const gone: EventRef[] = [];
  const skipped = new Map<string, number>();
  const skip = (because: string) => skipped.set(because, (skipped.get(because) ?? 0) + 1);
  for (const { data: item } of items) {
    if (item === undefined) skip("not_as_documented");
    else if (item.status === "cancelled" && item.start === undefined && item.recurringEventId === undefined)
      gone.push(item.id);
    else {
      const uid = item.iCalUID ?? (item.recurringEventId && (await seriesUid(item.recurringEventId)));
      const read = uid === undefined ? undefined : readEvent(item, { calendar, zone, uid });
      if (read?.kind === "event") events.push({ ref: item.id, event: read.event });
      else if (item.status === "cancelled") gone.push(item.id);
      else skip(read?.because ?? "no_uid");
    }
  }
  return { events, gone, skipped: [...skipped].map(([because, count]) => skippedLine(calendar, because, count)) };
}

const skippedLine = (calendar: CalendarRef, because: string, count: number): Skipped => ({
  where: calendar,
  because,
  message: "Google's answer does not say when it is or what it belongs to: it was left out.",
  count,
});
