/** Who is busy when, asked live: by Google's own question where it was granted, else from the events of the window. */
import { z } from "zod";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { addDays, type Instant, parseInstant, parseZone, startOfDay, utc, type Zone } from "../../domain/time.ts";
import type { BusyAnswer, CalendarAccount, CalendarRef, Window } from "../calendar.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { eventFields, GoogleEvent, readEvent } from "./event.ts";
import type { Granted } from "./scopes.ts";

/** More than this Google does not answer at once. */
const calendarsAtOnceMax = 50;
const eventsPageMax = 2_500;

const Answer = z.object({
  busy: z.array(z.object({ start: z.string(), end: z.string() })).default([]),
  errors: z.array(z.unknown()).default([]),
});
const FreeBusy = z.object({ calendars: z.record(z.string(), z.unknown()).default({}) });
const EventsPage = z.object({
  items: z.array(z.unknown()).default([]),
  timeZone: z.string().optional(),
  nextPageToken: z.string().optional(),
});

const questionScopes = ["calendar", "calendar.readonly", "calendar.freebusy", "calendar.events.freebusy"];

export const googleBusy = (api: GoogleApi, granted: Granted): CalendarAccount["busy"] =>
  granted(...questionScopes) ? byQuestion(api) : byEvents(api);

const byQuestion =
  (api: GoogleApi): CalendarAccount["busy"] =>
  async (calendars, { from, to }, signal) => {
    const answers: BusyAnswer[] = [];
    for (let at = 0; at < calendars.length; at += calendarsAtOnceMax) {
      const asked = calendars.slice(at, at + calendarsAtOnceMax);
      const answer = await api.ask(FreeBusy, signal, ({ calendar }, options) =>
        calendar.freebusy.query(
          { requestBody: { timeMin: from, timeMax: to, items: asked.map((id) => ({ id })) } },
          options,
        ),
      );
      answers.push(...asked.map((calendar) => readAnswer(calendar, answer.calendars[calendar])));
    }
    return together(answers);
  };

/** A calendar that Google says nothing about, or half a thing, cannot be read. */
function readAnswer(calendar: CalendarRef, said: unknown): BusyAnswer {
  const { data: answer } = Answer.safeParse(said);
  if (answer === undefined || answer.errors.length > 0)
    return unreadable(calendar, "Google does not tell its busy times");
  const busy: Stretch[] = [];
  for (const { start, end } of answer.busy) {
    const [startsAt, endsAt] = [parseInstant(start), parseInstant(end)];
    if (startsAt === undefined || endsAt === undefined) return unreadable(calendar, "a busy time cannot be read");
    busy.push({ calendar, startsAt, endsAt });
  }
  return { busy, unreadable: [] };
}

type Stretch = BusyAnswer["busy"][number];

const byEvents =
  (api: GoogleApi): CalendarAccount["busy"] =>
  async (calendars, window, signal) => {
    const answers: BusyAnswer[] = [];
    for (const calendar of calendars) {
      try {
        answers.push({ busy: await busyIn(api, calendar, window, signal), unreadable: [] });
      } catch (fault) {
        const trouble = troubleOfKind(fault, "gone", "refused");
        answers.push(unreadable(calendar, "because" in trouble ? trouble.because : "it is not there any more"));
      }
    }
    return together(answers);
  };

async function busyIn(api: GoogleApi, calendar: CalendarRef, window: Window, signal: AbortSignal): Promise<Stretch[]> {
  const busy: Stretch[] = [];
  let page: string | undefined;
  do {
    const answer: z.output<typeof EventsPage> = await api.ask(EventsPage, signal, ({ calendar: client }, options) =>
      client.events.list(
        {
          calendarId: calendar,
          timeMin: window.from,
          timeMax: window.to,
          singleEvents: true,
          maxResults: eventsPageMax,
          fields: `nextPageToken,timeZone,items(${eventFields})`,
          ...(page !== undefined && { pageToken: page }),
        },
        options,
      ),
    );
    const zone = parseZone(answer.timeZone ?? "") ?? utc;
    for (const item of answer.items) busy.push(...stretchOf(calendar, item, zone, window));
    page = answer.nextPageToken;
  } while (page !== undefined);
  return busy;
}

const freeKinds = new Set<CalendarEvent["kind"]>(["free", "working_location", "birthday"]);

/** What cannot be read takes the whole window: nothing unknown is free. */
function stretchOf(calendar: CalendarRef, item: unknown, zone: Zone, { from, to }: Window): Stretch[] {
  const { data } = GoogleEvent.safeParse(item);
  const read = data === undefined ? undefined : readEvent(data, { calendar, zone, uid: data.id });
  if (read?.kind !== "event") return [{ calendar, startsAt: from, endsAt: to }];
  const { status, kind, time } = read.event;
  if (status === "cancelled" || freeKinds.has(kind)) return [];
  const [startsAt, endsAt]: [Instant, Instant] =
    time.kind === "timed"
      ? [time.startsAt, time.endsAt]
      : [startOfDay(zone, time.firstDay), startOfDay(zone, addDays(time.lastDay, 1))];
  return [{ calendar, startsAt, endsAt }];
}

const unreadable = (calendar: CalendarRef, because: string): BusyAnswer => ({
  busy: [],
  unreadable: [{ calendar, because }],
});

const together = (answers: readonly BusyAnswer[]): BusyAnswer => ({
  busy: answers.flatMap(({ busy }) => busy),
  unreadable: answers.flatMap(({ unreadable: left }) => left),
});
