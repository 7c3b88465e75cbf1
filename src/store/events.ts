/** Calendar events as scanned, and the calendars they stand in. A higher SEQUENCE, or a later change, replaces an older copy. */
import { sql } from "kysely";
import { z } from "zod";
import type { AccountId, EventId, ImportId, OwnerId } from "../domain/ids.ts";
import type { CalendarEvent } from "../domain/meeting/event.ts";
import { addDays, type Instant, startOfDay, type Zone } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type NewEvent = { id: EventId; event: CalendarEvent };

/** First and last instant that an event covers; all-day days are taken in the owner's zone. */
export function spanOf(event: CalendarEvent, zone: Zone): { startsAt: Instant; endsAt: Instant } {
  return event.time.kind === "timed"
    ? { startsAt: event.time.startsAt, endsAt: event.time.endsAt }
    : { startsAt: startOfDay(zone, event.time.firstDay), endsAt: startOfDay(zone, addDays(event.time.lastDay, 1)) };
}

/** Stores a batch; says how many were new to us, and which row stands for each event, in their order. */
export async function saveEvents(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  zone: Zone,
  events: readonly NewEvent[],
): Promise<{ added: number; saved: EventId[] }> {
  if (events.length === 0) return { added: 0, saved: [] };
  const { rows, added } = await writeEvents(connection, owner, account, zone, events);
  const standing = await sql<{ event_id: EventId; calendar: string; uid: string; occurrence: string }>`
    select event.event_id, event.calendar, event.uid, event.occurrence
    from json_to_recordset(${rowsParameter(rows)}) as row (calendar text, uid text, occurrence text)
    join event on event.owner_id = ${owner} and event.account_id = ${account} and event.calendar = row.calendar
      and event.uid = row.uid and event.occurrence = row.occurrence
  `.execute(connection);
  const idOf = new Map(standing.rows.map((row) => [keyOf(row.calendar, row.uid, row.occurrence), row.event_id]));
  return {
    added,
    saved: events.map(({ event }) => idOf.get(keyOf(event.calendar, event.uid, event.occurrence ?? ""))!),
  };
}

/** Which import brought which event. */
export async function saveEventSources(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  source: ImportId,
  saved: readonly EventId[],
): Promise<void> {
  await sql`
    insert into event_source (owner_id, account_id, import_id, event_id)
    select ${owner}, ${account}, ${source}, unnest(${[...new Set(saved)]}::uuid[]) on conflict do nothing
  `.execute(connection);
}

/** The calendar of events that no file brought: the owner said that they go there. */
export const attendedCalendar = "Events you go to";

/** It takes the owner's time like any other event; no import takes it back. */
export async function saveAttended(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  zone: Zone,
  { id, event }: { id: EventId; event: Omit<CalendarEvent, "calendar"> },
): Promise<void> {
  await writeEvents(connection, owner, account, zone, [{ id, event: { ...event, calendar: attendedCalendar } }]);
}

export async function removeAttended(connection: Connection, owner: OwnerId, eventId: EventId): Promise<void> {
  await connection
    .deleteFrom("event")
    .where("owner_id", "=", owner)
    .where("event_id", "=", eventId)
    .where("calendar", "=", attendedCalendar)
    .execute();
}

async function writeEvents(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  zone: Zone,
  events: readonly NewEvent[],
) {
  const batch = newestOfEach(events);
  const rows = batch.map(({ id, event }) => {
    const { startsAt, endsAt } = spanOf(event, zone);
    return {
      id,
      calendar: event.calendar,
      uid: event.uid,
      occurrence: event.occurrence ?? "",
      sequence: event.sequence,
      title: event.title,
      place: event.place ?? null,
      starts_at: startsAt,
      ends_at: endsAt,
      all_day: event.time.kind === "all_day",
      status: event.status,
      kind: event.kind,
      organiser: event.organiser?.address ?? null,
      recurring: event.recurrence !== undefined,
      attendees: event.attendees.filter(({ resource }) => resource !== true).length,
      body: event,
    };
  });
  const saved = await sql<{ event_id: EventId; calendar: string; uid: string; occurrence: string; added: boolean }>`
    insert into event (owner_id, account_id, event_id, calendar, uid, occurrence, sequence, title, place, starts_at,
      ends_at, all_day, status, kind, organiser, recurring, attendees, body)
    select ${owner}, ${account}, id, calendar, uid, occurrence, sequence, title, place, starts_at, ends_at, all_day,
      status, kind, organiser, recurring, attendees, body
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, calendar text, uid text, occurrence text, sequence int, title text, place text, starts_at timestamptz,
      ends_at timestamptz, all_day boolean, status text, kind text, organiser text, recurring boolean, attendees int,
      body jsonb)
    on conflict (owner_id, account_id, calendar, uid, occurrence) do update set
      sequence = excluded.sequence, title = excluded.title, place = excluded.place, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, all_day = excluded.all_day, status = excluded.status, kind = excluded.kind,
      organiser = excluded.organiser, recurring = excluded.recurring, attendees = excluded.attendees,
      body = excluded.body
    where (excluded.sequence, coalesce(excluded.body->>'changedAt', '')) > (event.sequence, coalesce(event.body->>'changedAt', ''))
      or event.body ? 'gone'
    returning event_id, calendar, uid, occurrence, (xmax = 0) as added
  `.execute(connection);
  const written = new Map(saved.rows.map((row) => [keyOf(row.calendar, row.uid, row.occurrence), row.event_id]));
  const attendees = batch.flatMap(({ event }) => {
    const id = written.get(keyOf(event.calendar, event.uid, event.occurrence ?? ""));
    return id === undefined ? [] : attendeeRows(id, event);
  });
  if (written.size > 0) {
    await sql`delete from event_attendee where owner_id = ${owner} and account_id = ${account}
      and event_id = any(${[...written.values()]}::uuid[])`.execute(connection);
  }
  if (attendees.length > 0) {
    await sql`
      insert into event_attendee (owner_id, account_id, event_id, address, name, response, organiser, resource)
      select ${owner}, ${account}, id, address, name, response, organiser, resource
      from json_to_recordset(${rowsParameter(attendees)}) as row (
        id uuid, address text, name text, response text, organiser boolean, resource boolean)
      on conflict do nothing
    `.execute(connection);
  }
  return { rows, added: saved.rows.filter(({ added }) => added).length };
}

/** Remembers a calendar, and how far its events reach: how old the picture is that it gives. */
export async function saveCalendars(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  names: readonly string[],
): Promise<void> {
  for (const name of new Set(names)) {
    await connection
      .insertInto("calendar")
      .values({ owner_id: owner, account_id: account, name, last_event_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

const keyOf = (calendar: string, uid: string, occurrence: string) => JSON.stringify([calendar, uid, occurrence]);

/** The newest copy of each, sorted, so that two imports of the same events at once wait for each other in one order. */
function newestOfEach(events: readonly NewEvent[]): NewEvent[] {
  const byKey = new Map<string, NewEvent>();
  for (const one of events) {
    const key = keyOf(one.event.calendar, one.event.uid, one.event.occurrence ?? "");
    const known = byKey.get(key);
    const older =
      known === undefined ||
      known.event.sequence < one.event.sequence ||
      (known.event.sequence === one.event.sequence && (known.event.changedAt ?? "") < (one.event.changedAt ?? ""));
    if (older) byKey.set(key, one);
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event);
}

function attendeeRows(id: EventId, event: CalendarEvent) {
  const organiser = event.organiser?.address;
  const listed = event.attendees.map(({ address, name, response, resource }) => ({
    id,
    address,
    name: name ?? null,
    response: address === organiser ? "accepted" : response,
    organiser: address === organiser,
    resource: resource === true,
  }));
  const organiserListed = listed.some(({ address }) => address === organiser);
  return organiser === undefined || organiserListed || listed.length === 0
    ? listed
    : [
        ...listed,
        {
          id,
          address: organiser,
          name: event.organiser?.name ?? null,
          response: "accepted",
          organiser: true,
          resource: false,
        },
      ];
}

const attendee = z.object({
  address: z.string(),
  name: z.string().exactOptional(),
  response: z.enum(["accepted", "declined", "tentative", "needs_action", "unknown"]),
  proposes: z.object({ startsAt: z.string(), endsAt: z.string() }).exactOptional(),
  organiser: z.literal(true).exactOptional(),
  optional: z.literal(true).exactOptional(),
  resource: z.literal(true).exactOptional(),
});

const storedEvent = z.object({
  calendar: z.string(),
  uid: z.string(),
  occurrence: z.string().exactOptional(),
  sequence: z.number(),
  title: z.string(),
  place: z.string().exactOptional(),
  description: z.string().exactOptional(),
  link: z.string().exactOptional(),
  time: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("timed"), startsAt: z.string(), endsAt: z.string(), zone: z.string() }),
    z.object({ kind: z.literal("all_day"), firstDay: z.string(), lastDay: z.string() }),
  ]),
  status: z.enum(["confirmed", "tentative", "cancelled"]),
  kind: z.enum(["busy", "free", "out_of_office", "focus", "working_location", "birthday"]),
  organiser: z.object({ address: z.string(), name: z.string().exactOptional() }).exactOptional(),
  attendees: z.array(attendee),
  recurrence: z
    .object({ rules: z.array(z.string()), extra: z.array(z.string()), excluded: z.array(z.string()) })
    .exactOptional(),
  changedAt: z.string().exactOptional(),
  notes: z.array(z.string()),
  zoneUnknown: z.literal(true).exactOptional(),
});

/** An event as it was stored. The brands of times inside were checked when it was read from its source. */
export const readEvent = (body: unknown): CalendarEvent => storedEvent.parse(body) as unknown as CalendarEvent;

/**
 * Events that may touch a window: single ones that overlap it, every series that begins before its end, and changed
 * occurrences of any time (one may have been moved out of the window or into it).
 */
export async function eventsAround(
  connection: Connection,
  owner: OwnerId,
  window: { from: Instant; to: Instant },
): Promise<{ eventId: EventId; event: CalendarEvent }[]> {
  const { rows } = await sql<{ event_id: EventId; body: unknown }>`
    select event_id, body from event
    where owner_id = ${owner} and starts_at < ${window.to}::timestamptz
      and (ends_at > ${window.from}::timestamptz or recurring)
    union
    select event_id, body from event where owner_id = ${owner} and occurrence <> ''
      and exists (select from event series where series.owner_id = ${owner} and series.account_id = event.account_id
        and series.calendar = event.calendar and series.uid = event.uid and series.recurring)
    order by event_id
  `.execute(connection);
  return rows.map(({ event_id, body }) => ({ eventId: event_id, event: readEvent(body) }));
}

/**
 * How many calendars there are, and the newest sign of life in them up to `now`: a change, or an event that has ended.
 * A calendar whose last sign is old may have moved on without us. What the owner said here
 * that they go to tells nothing about it. One of a connected account is as new as its last reading.
 */
export async function calendarSigns(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<{ calendars: number; lastAt: Instant | undefined }> {
  const { rows } = await sql<{ calendars: number; last: Instant | null }>`
    select (select count(*)::int from calendar where owner_id = ${owner} and is_chosen) as calendars,
      (select greatest(
        (select max(succeeded_at) from stream where owner_id = ${owner} and noun = 'calendar' and state <> 'off'),
        max(ends_at) filter (where ends_at <= ${now}::timestamptz and not recurring),
        max((body->>'changedAt')::timestamptz) filter (where (body->>'changedAt')::timestamptz <= ${now}::timestamptz)
      ) from event where owner_id = ${owner} and calendar <> ${attendedCalendar}) as last
  `.execute(connection);
  return { calendars: rows[0]?.calendars ?? 0, lastAt: rows[0]?.last ?? undefined };
}

/** Every series, without its changed occurrences. */
export async function recurringEvents(
  connection: Connection,
  owner: OwnerId,
): Promise<{ eventId: EventId; event: CalendarEvent }[]> {
  const rows = await connection
    .selectFrom("event")
    .select(["event_id", "body"])
    .where("owner_id", "=", owner)
    .where("recurring", "=", true)
    .where("occurrence", "=", "")
    .orderBy("starts_at")
    .orderBy("event_id")
    .execute();
  return rows.map(({ event_id, body }) => ({ eventId: event_id, event: readEvent(body) }));
}
