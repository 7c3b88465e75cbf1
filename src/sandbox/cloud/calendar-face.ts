/** Calendars of the cloud as `CalendarAccount`. */
import { expand } from "../../domain/meeting/recurrence.ts";
import type {
  CalendarAccount,
  CalendarPage,
  EventRef,
  OutgoingEvent,
  Window,
  WrittenEvent,
} from "../../integrations/calendar.ts";
import type { From } from "../../integrations/scan.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { CloudAccount } from "./account.ts";
import { asCalendarEvent, type CloudEvent, type NewEvent } from "./calendars.ts";
import type { Cloud } from "./cloud.ts";
import { readCursor, writeCursor } from "./face-cursor.ts";
import { blocks, cancelMeeting, putMeeting } from "./meetings.ts";

const keyProperty = "rapport";
const pageMost = 250;

export function calendarFace(cloud: Cloud, account: CloudAccount): CalendarAccount {
  const { calendars } = account;
  return {
    calendars: async () => {
      cloud.settle();
      return calendars.list
        .filter(({ isDeleted }) => isDeleted === undefined)
        .map(({ id, name, isMain, isShown, role, zone }) => ({
          ref: id,
          name,
          isMain,
          isShown,
          mayWrite: role === "owner" || role === "writer",
          zone,
        }));
    },
    pages: async function* (calendar, from) {
      cloud.settle();
      yield* pages(account, calendar, from);
    },
    busy: async (refs, window) => {
      const known = refs.filter((ref) => calendars.calendar(ref) !== undefined);
      return {
        busy: known.flatMap((calendar) =>
          calendars
            .occurrences(calendar, window)
            .filter(({ event }) => blocks(account, event))
            .map(({ startsAt, endsAt }) => ({ calendar, startsAt, endsAt })),
        ),
        unreadable: refs
          .filter((ref) => !known.includes(ref))
          .map((calendar) => ({ calendar, because: "there is no such calendar" })),
      };
    },
    write: write(cloud, account),
  };
}

/** All of the window from the start, with the change number from before; afterwards whatever changed. */
function* pages(
  { calendars }: CloudAccount,
  calendar: string,
  from: From & { window: Window },
): Generator<CalendarPage> {
  const log = calendars.log(calendar);
  if (calendars.calendar(calendar) === undefined) throw new TroubleError({ kind: "gone", what: "the calendar" });
  const state = "after" in from ? readCursor(from.after) : { start: 0, newest: log.newest };
  // `start` is how far a full round has come; without it the cursor stands after a round.
  const isFull = state.start !== undefined;
  const events = isFull ? inWindow(calendars.events(calendar), calendar, from.window) : changedSince(state.newest);
  const newest = isFull ? Number(state.newest) : log.newest;
  for (let start = Number(state.start ?? 0); ; start += pageMost) {
    const page = events.slice(start, start + pageMost);
    const isLast = start + pageMost >= events.length;
    const middle = isFull ? { start: start + pageMost, newest } : state;
    yield {
      events: page.filter(isTold).map((event) => ({ ref: event.id, event: asCalendarEvent(calendar, event) })),
      gone: page.filter((event) => !isTold(event)).map(({ id }) => id),
      skipped: [],
      cursor: writeCursor(isLast ? { newest } : middle),
      isLast,
    };
    if (isLast) return;
  }

  function changedSince(number: unknown): CloudEvent[] {
    const changed = log.after(Number(number));
    if (changed === undefined) throw new TroubleError({ kind: "cursor_spent" });
    return [...new Map(changed.map(({ change: { event } }) => [event.id, event])).values()];
  }
}

/** A cancelled occurrence is told as such: it says what its series leaves out. */
const isTold = ({ status, seriesId }: CloudEvent): boolean => status !== "cancelled" || seriesId !== undefined;

/** Series count by any of their occurrences; which of them are cancelled is told in any case. */
function inWindow(events: readonly CloudEvent[], calendar: string, window: Window): CloudEvent[] {
  const changedOf = Map.groupBy(events, ({ seriesId }) => seriesId);
  return events.filter((event) => {
    if (event.status === "cancelled") return event.seriesId !== undefined;
    const changed = event.recurrence === undefined ? [] : (changedOf.get(event.id) ?? []);
    const expansion = expand(
      asCalendarEvent(calendar, event),
      changed.map((one) => asCalendarEvent(calendar, one)),
      window,
    );
    return expansion.kind === "unreadable" || expansion.occurrences.length > 0;
  });
}

function write(cloud: Cloud, account: CloudAccount): NonNullable<CalendarAccount["write"]> {
  const { calendars } = account;
  const standing = (calendar: string, ref: EventRef): CloudEvent | undefined => {
    const event = calendars.find(calendar, ref);
    return event?.status === "cancelled" ? undefined : event;
  };
  const written = (calendar: string, event: CloudEvent): WrittenEvent => ({
    ref: event.id,
    event: asCalendarEvent(calendar, event),
    ...(event.link !== undefined && { link: event.link }),
  });
  const save = (calendar: string, event: NewEvent) =>
    written(calendar, putMeeting(cloud, { account, calendarId: calendar }, event, { tellsGuests: true }));
  return {
    put: async (calendar, event) => {
      const known = calendars.find(calendar, event.key);
      // An id is taken for ever, also by an event that was cancelled since.
      if (known?.status === "cancelled") throw new TroubleError({ kind: "conflict", what: "the event was cancelled" });
      return known === undefined ? save(calendar, eventOf(account, event)) : written(calendar, known);
    },
    find: async (calendar, key) => {
      const event = standing(calendar, key);
      return event === undefined ? undefined : written(calendar, event);
    },
    move: async (calendar, ref, to) => {
      const event = standing(calendar, ref);
      if (event === undefined) throw new TroubleError({ kind: "gone", what: "the event" });
      const { id, uid, link, sequence, attendees } = event;
      const moved = eventOf(account, to);
      const answers = new Map(attendees.map(({ address, response }) => [address, response]));
      return save(calendar, {
        ...moved,
        id,
        uid,
        sequence: sequence + 1,
        ...(link !== undefined && { link }),
        attendees: moved.attendees.map((one) => ({ ...one, response: answers.get(one.address) ?? one.response })),
      });
    },
    cancel: async (calendar, ref) => {
      cancelMeeting(cloud, { account, calendarId: calendar }, ref, { tellsGuests: true });
    },
  };
}

function eventOf(account: CloudAccount, event: OutgoingEvent): NewEvent {
  const { key, title, startsAt, endsAt, zone, place, description, guests, wantsLink } = event;
  return {
    id: key,
    uid: `${key}@sandbox.example`,
    sequence: 0,
    title,
    ...(place !== undefined && { place }),
    ...(description !== undefined && { description }),
    ...(wantsLink && { link: `https://meet.google.com/${key.slice(0, 3)}-${key.slice(3, 7)}-${key.slice(7, 10)}` }),
    time: { kind: "timed", startsAt, endsAt, zone },
    status: "confirmed",
    shows: "busy",
    organiser: { address: account.address, name: `${account.given} ${account.family}` },
    attendees: guests.map((guest) => ({ ...guest, response: "needs_action" })),
    properties: { [keyProperty]: key },
  };
}
