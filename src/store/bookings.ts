/** The owner's promised hours. Two of them never overlap: the table itself refuses it (Q8). */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import {
  activeStates,
  type Booking,
  type BookingBody,
  type BookingState,
  bookingBody,
  type EventState,
} from "../domain/booking/booking.ts";
import type { BookingId, ContactId, EventId, GroupMeetingId, OfferId, OwnerId } from "../domain/ids.ts";
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import { readEvent } from "./events.ts";
import type { BookingTable } from "./tables.ts";

export type NewBooking = Omit<Booking, "version" | "attempts" | "leaseUntil" | "createdAt" | "changedAt"> & {
  leaseUntil?: Instant;
  at: Instant;
};

/**
 * The claim. False when the hour is somebody's, or the offer has its meeting. Whoever inserts holds the owner's row, so that
 * of many at once each waits for one lock instead of for each other.
 */
export async function claimHour(connection: Connection, owner: OwnerId, booking: NewBooking): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("booking")
    .values({
      owner_id: owner,
      booking_id: booking.bookingId,
      contact_id: booking.contactId,
      offer_id: booking.offerId ?? null,
      group_id: booking.groupId ?? null,
      account_id: booking.accountId ?? null,
      calendar: booking.calendar ?? null,
      generation: booking.generation,
      state: booking.state,
      starts_at: booking.startsAt,
      ends_at: booking.endsAt,
      body: json(booking.body),
      source: booking.source,
      message_id: booking.messageId ?? null,
      plan_item_id: booking.planItemId ?? null,
      rescheduled_from: booking.rescheduledFrom ?? null,
      event_key: booking.eventKey,
      event_ref: booking.eventRef ?? null,
      event_state: booking.eventState,
      lease_until: booking.leaseUntil ?? null,
      because: json(booking.because),
      created_at: booking.at,
      changed_at: booking.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findBooking(connection: Connection, owner: OwnerId, id: BookingId): Promise<Booking | undefined> {
  const row = await bookings(connection, owner).where("booking_id", "=", id).executeTakeFirst();
  return row && bookingOf(row);
}

/** The meeting that an offer came to, moved or not. */
export async function bookingOfOffer(
  connection: Connection,
  owner: OwnerId,
  offer: OfferId,
): Promise<Booking | undefined> {
  const row = await bookings(connection, owner)
    .where("offer_id", "=", offer)
    .where("state", "in", [...activeStates])
    .orderBy("created_at", "desc")
    .orderBy("booking_id")
    .limit(1)
    .executeTakeFirst();
  return row && bookingOf(row);
}

/** A person's, those of their groups too, the latest start first. */
export async function bookingsWith(connection: Connection, owner: OwnerId, contact: ContactId): Promise<Booking[]> {
  const rows = await bookings(connection, owner)
    .where(isWith(owner, contact))
    .orderBy("starts_at", "desc")
    .orderBy("booking_id")
    .execute();
  return rows.map(bookingOf);
}

/** All that end after an instant, also those that were called off, by their ids. */
export async function bookingsEndingAfter(
  connection: Connection,
  owner: OwnerId,
  since: Instant,
): Promise<Map<BookingId, Booking>> {
  const rows = await bookings(connection, owner).where("ends_at", ">", since).orderBy("booking_id").execute();
  return new Map(rows.map((row) => [row.booking_id, bookingOf(row)]));
}

/** Whether some hour between the two instants is promised. */
export async function isPromised(
  connection: Connection,
  owner: OwnerId,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
): Promise<boolean> {
  const { rows } = await sql`
    select from booking where owner_id = ${owner} and state in ('claiming', 'pending', 'confirmed')
      and tstzrange(starts_at, ends_at, '[)') && tstzrange(${startsAt}, ${endsAt}, '[)') limit 1
  `.execute(connection);
  return rows.length > 0;
}

/** The meeting that a group came to, the newest first of those that were called off. */
export async function bookingOfGroup(
  connection: Connection,
  owner: OwnerId,
  group: GroupMeetingId,
): Promise<Booking | undefined> {
  const row = await bookings(connection, owner)
    .where("group_id", "=", group)
    .orderBy(sql`state in ('claiming', 'pending', 'confirmed')`, "desc")
    .orderBy("created_at", "desc")
    .orderBy("booking_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && bookingOf(row);
}

/** Another promised hour that touches a time. */
export async function standingBeside(
  connection: Connection,
  owner: OwnerId,
  { bookingId, startsAt, endsAt }: Pick<Booking, "bookingId" | "startsAt" | "endsAt">,
): Promise<{ title: string } | undefined> {
  const row = await bookings(connection, owner)
    .where("booking_id", "<>", bookingId)
    .where("state", "in", [...activeStates])
    .where("starts_at", "<", endsAt)
    .where("ends_at", ">", startsAt)
    .orderBy("starts_at")
    .limit(1)
    .executeTakeFirst();
  return row && { title: bookingOf(row).body.title };
}

/** The booking that followed it when it moved. */
export async function followerOf(
  connection: Connection,
  owner: OwnerId,
  booking: BookingId,
): Promise<BookingId | undefined> {
  const row = await connection
    .selectFrom("booking")
    .select("booking_id")
    .where("owner_id", "=", owner)
    .where("rescheduled_from", "=", booking)
    .executeTakeFirst();
  return row?.booking_id;
}

/** Where the event of a booking stood, or was to stand, before it moved. */
export async function timesBefore(
  connection: Connection,
  owner: OwnerId,
  { bookingId, eventKey }: Pick<Booking, "bookingId" | "eventKey">,
): Promise<{ startsAt: Instant; endsAt: Instant }[]> {
  return connection
    .selectFrom("booking")
    .select(["starts_at as startsAt", "ends_at as endsAt"])
    .where("owner_id", "=", owner)
    .where("event_key", "=", eventKey)
    .where("booking_id", "<>", bookingId)
    .orderBy("generation")
    .orderBy("booking_id")
    .execute();
}

export type BookingAround = Booking & {
  /** Of the person. */
  name: string;
  /** Its event, where a scan has found it. */
  eventId?: EventId;
};

/** Standing hours that touch a window, by their start. */
export async function bookingsAround(
  connection: Connection,
  owner: OwnerId,
  { from, to }: { from: Instant; to: Instant },
): Promise<BookingAround[]> {
  const { rows } = await sql<BookingRow & { name: string; event_id: EventId | null }>`
    select booking.*, coalesce(contact.name, '') as name, ${itsEvent} as event_id
    from booking join contact using (owner_id, contact_id) ${itsPlace}
    where booking.owner_id = ${owner} and booking.state in ('claiming', 'pending', 'confirmed')
      and booking.starts_at < ${to}::timestamptz and booking.ends_at > ${from}::timestamptz
    order by booking.starts_at, booking.booking_id
  `.execute(connection);
  return rows.map((row) => ({
    ...bookingOf(row),
    name: row.name,
    ...(row.event_id !== null && { eventId: row.event_id }),
  }));
}

export type FollowedBooking = Booking & {
  /** As the last scan read it; absent while none has. */
  event?: { eventId: EventId; event: CalendarEvent };
};

/** What may still change: standing hours, and those that took place a short time ago, each with its event. */
export async function bookingsToFollow(
  connection: Connection,
  owner: OwnerId,
  endedAfter: Instant,
): Promise<FollowedBooking[]> {
  const { rows } = await sql<BookingRow & { event_id: EventId | null; event_body: unknown }>`
    select booking.*, event.event_id, event.body as event_body
    from booking ${itsPlace}
      left join event on event.owner_id = booking.owner_id and event.event_id = ${itsEvent}
    where booking.owner_id = ${owner} and (booking.state = 'confirmed'
      or (booking.state in ('took_place', 'no_show') and booking.ends_at > ${endedAfter}::timestamptz))
    order by booking.starts_at, booking.booking_id
  `.execute(connection);
  return rows.map((row) => ({
    ...bookingOf(row),
    ...(row.event_id !== null && { event: { eventId: row.event_id, event: readEvent(row.event_body) } }),
  }));
}

/** Times of events that two people agreed on through us, whoever pressed what in the calendar. */
export async function agreedTimes(
  connection: Connection,
  owner: OwnerId,
): Promise<{ eventId: EventId; endsAt: Instant }[]> {
  const { rows } = await sql<{ eventId: EventId; endsAt: Instant }>`
    select ${itsEvent} as "eventId", booking.ends_at as "endsAt" from booking ${itsPlace}
    where booking.owner_id = ${owner} and booking.state in ('confirmed', 'took_place') and ${itsEvent} is not null
    order by booking.starts_at, booking.booking_id
  `.execute(connection);
  return rows;
}

export type BookingChange = {
  state?: BookingState;
  startsAt?: Instant;
  endsAt?: Instant;
  body?: BookingBody;
  eventKey?: string;
  eventRef?: string | undefined;
  eventState?: EventState;
  because?: readonly Because[];
  attempts?: number;
  leaseUntil?: Instant | undefined;
};

/**
 * The booking as it is then; undefined when somebody else changed it since it was read. Throws when it would be moved onto an
 * hour that is promised: whoever moves one looks first, behind the owner's lock.
 */
export async function changeBooking(
  connection: Connection,
  owner: OwnerId,
  { bookingId, version }: Pick<Booking, "bookingId" | "version">,
  to: BookingChange,
  at: Instant,
): Promise<Booking | undefined> {
  const row = await connection
    .updateTable("booking")
    .set({
      ...(to.state !== undefined && { state: to.state }),
      ...(to.startsAt !== undefined && { starts_at: to.startsAt }),
      ...(to.endsAt !== undefined && { ends_at: to.endsAt }),
      ...(to.body !== undefined && { body: json(to.body) }),
      ...(to.eventKey !== undefined && { event_key: to.eventKey }),
      ...("eventRef" in to && { event_ref: to.eventRef ?? null }),
      ...(to.eventState !== undefined && { event_state: to.eventState }),
      ...(to.because !== undefined && { because: json(to.because) }),
      ...(to.attempts !== undefined && { attempts: to.attempts }),
      ...("leaseUntil" in to && { lease_until: to.leaseUntil ?? null }),
      version: sql`version + 1`,
      changed_at: at,
    })
    .where("owner_id", "=", owner)
    .where("booking_id", "=", bookingId)
    .where("version", "=", version)
    .returningAll()
    .executeTakeFirst();
  return row && bookingOf(row);
}

/**
 * Takes the work on a booking for some time; undefined when somebody has it, or it changed. Of a line of bookings, the one
 * that follows begins with the lease of the one before it. `wall` and `leaseUntil` are the wall's.
 */
export async function leaseBooking(
  connection: Connection,
  owner: OwnerId,
  { bookingId, version }: Pick<Booking, "bookingId" | "version">,
  { wall, leaseUntil }: { wall: Instant; leaseUntil: Instant },
): Promise<Booking | undefined> {
  const row = await connection
    .updateTable("booking")
    .set({ lease_until: leaseUntil, version: sql`version + 1` })
    .where("owner_id", "=", owner)
    .where("booking_id", "=", bookingId)
    .where("version", "=", version)
    .where(sql<boolean>`(lease_until is null or lease_until <= ${wall}::timestamptz)`)
    .returningAll()
    .executeTakeFirst();
  return row && bookingOf(row);
}

/** The work is over: also for the booking that followed meanwhile, which waits for it under the same lease. */
export async function endLease(
  connection: Connection,
  owner: OwnerId,
  { eventKey, leaseUntil }: { eventKey: string; leaseUntil: Instant },
): Promise<void> {
  await connection
    .updateTable("booking")
    .set({ lease_until: null })
    .where("owner_id", "=", owner)
    .where("event_key", "=", eventKey)
    .where("lease_until", "=", leaseUntil)
    .execute();
}

/** Whose hour it is; of a group's, each of its guests by their addresses. */
export const isWith = (owner: OwnerId, contact: ContactId) => sql<boolean>`(booking.contact_id = ${contact}
  and booking.group_id is null or booking.group_id is not null and exists (
    select from identity mine where mine.owner_id = ${owner} and mine.contact_id = ${contact} and mine.kind = 'address'
      and booking.body->'guests' @> jsonb_build_array(jsonb_build_object('address', mine.value))))`;

/** By the provider's name for it, which at Google is our key; for whom nothing may be written, it is a row of ours itself. */
const itsPlace = sql`left join event_place place on place.owner_id = booking.owner_id and place.account_id = booking.account_id
  and place.calendar = booking.calendar and place.ref = coalesce(booking.event_ref, booking.event_key)`;
const itsEvent = sql`coalesce(place.event_id, case when booking.account_id is null then booking.event_ref::uuid end)`;

const bookings = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("booking").selectAll().where("owner_id", "=", owner);

type BookingRow = Omit<
  { [Column in keyof BookingTable]: BookingTable[Column] },
  "generation" | "event_state" | "attempts" | "version" | "body" | "because"
> & {
  generation: number;
  event_state: EventState;
  attempts: number;
  version: number;
  body: unknown;
  because: unknown;
};

const bookingOf = (row: BookingRow): Booking => ({
  bookingId: row.booking_id,
  contactId: row.contact_id,
  ...(row.offer_id !== null && { offerId: row.offer_id }),
  ...(row.group_id !== null && { groupId: row.group_id }),
  ...(row.account_id !== null && { accountId: row.account_id }),
  ...(row.calendar !== null && { calendar: row.calendar }),
  generation: row.generation,
  state: row.state,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  body: bookingBody.parse(row.body),
  source: row.source,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.plan_item_id !== null && { planItemId: row.plan_item_id }),
  ...(row.rescheduled_from !== null && { rescheduledFrom: row.rescheduled_from }),
  eventKey: row.event_key,
  ...(row.event_ref !== null && { eventRef: row.event_ref }),
  eventState: row.event_state,
  ...(row.lease_until !== null && { leaseUntil: row.lease_until }),
  attempts: row.attempts,
  because: row.because as Because[],
  version: row.version,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
