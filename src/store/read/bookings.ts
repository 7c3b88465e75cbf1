/** Meetings that were booked, and times that are kept for somebody, as pages show them. */
import type { Because } from "../../domain/because.ts";
import { activeStates, type Booking, type BookingBody, bookingBody } from "../../domain/booking/booking.ts";
import type { BookingId, ContactId, GroupMeetingId, HoldId, OfferId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { isWith } from "../bookings.ts";
import type { Connection } from "../database.ts";
import type { BookingTable, EventAttendeeTable } from "../tables.ts";
import { becauseOf } from "./stored-json.ts";

export type BookingSeen = Pick<Booking, "bookingId" | "contactId" | "groupId" | "state" | "eventState" | "source"> & {
  name: string;
  offerId: OfferId | undefined;
  startsAt: Instant;
  endsAt: Instant;
  body: BookingBody;
  because: Because[];
  /** In whose calendar it stands; absent for an owner without an account. */
  hasCalendar: boolean;
};

export async function readBooking(
  connection: Connection,
  owner: OwnerId,
  id: BookingId,
): Promise<BookingSeen | undefined> {
  const row = await bookings(connection, owner).where("booking.booking_id", "=", id).executeTakeFirst();
  return row && bookingOf(row);
}

/** Those that are to come or under way, the next first. */
export async function readComingBookings(
  connection: Connection,
  owner: OwnerId,
  { now, rowsMax }: { now: Instant; rowsMax: number },
): Promise<BookingSeen[]> {
  const rows = await bookings(connection, owner)
    .where("booking.state", "in", [...activeStates])
    .where("booking.ends_at", ">", now)
    .orderBy("booking.starts_at")
    .orderBy("booking.booking_id")
    .limit(rowsMax)
    .execute();
  return rows.map(bookingOf);
}

/** A person's, the latest first; of one that moved, only where it stands now. */
export async function readBookingsWith(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  rowsMax: number,
): Promise<BookingSeen[]> {
  const rows = await bookings(connection, owner)
    .where(isWith(owner, contact))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("booking as later")
            .select("later.booking_id")
            .whereRef("later.owner_id", "=", "booking.owner_id")
            .whereRef("later.rescheduled_from", "=", "booking.booking_id"),
        ),
      ),
    )
    .orderBy("booking.starts_at", "desc")
    .orderBy("booking.booking_id")
    .limit(rowsMax)
    .execute();
  return rows.map(bookingOf);
}

export type GuestAnswer = EventAttendeeTable["response"];

/** What the guests of a meeting answered in their calendars, by address, as the last look at the owner's calendar read it. */
export async function readGuestAnswers(
  connection: Connection,
  owner: OwnerId,
  id: BookingId,
): Promise<Map<string, GuestAnswer>> {
  const rows = await connection
    .selectFrom("booking")
    .innerJoin("event_place as place", (join) =>
      join
        .onRef("place.owner_id", "=", "booking.owner_id")
        .onRef("place.account_id", "=", "booking.account_id")
        .onRef("place.calendar", "=", "booking.calendar")
        .onRef("place.ref", "=", "booking.event_ref"),
    )
    .innerJoin("event_attendee as guest", (join) =>
      join.onRef("guest.owner_id", "=", "place.owner_id").onRef("guest.event_id", "=", "place.event_id"),
    )
    .select(["guest.address", "guest.response"])
    .where("booking.owner_id", "=", owner)
    .where("booking.booking_id", "=", id)
    .orderBy("guest.address")
    .execute();
  return new Map(rows.map(({ address, response }) => [address, response]));
}

export type HoldSeen = {
  holdId: HoldId;
  contactId: ContactId;
  name: string;
  /** It is kept for all who are asked to a meeting of several. */
  groupId: GroupMeetingId | undefined;
  startsAt: Instant;
  untilAt: Instant;
};

/** Times that are kept for somebody now, the next first; of one person, or of everybody. */
export async function readHolds(
  connection: Connection,
  owner: OwnerId,
  { now, rowsMax, contact }: { now: Instant; rowsMax: number; contact?: ContactId },
): Promise<HoldSeen[]> {
  const rows = await connection
    .selectFrom("hold")
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "hold.owner_id").onRef("contact.contact_id", "=", "hold.contact_id"),
    )
    .innerJoin("offer", (join) =>
      join.onRef("offer.owner_id", "=", "hold.owner_id").onRef("offer.offer_id", "=", "hold.offer_id"),
    )
    .select(["hold.hold_id", "hold.contact_id", "contact.name", "hold.starts_at", "hold.until_at", "offer.group_id"])
    .where("hold.owner_id", "=", owner)
    .where("hold.state", "=", "placed")
    .where("hold.until_at", ">", now)
    .$if(contact !== undefined, (query) => query.where("hold.contact_id", "=", contact!))
    .orderBy("hold.starts_at")
    .orderBy("hold.hold_id")
    .limit(rowsMax)
    .execute();
  return rows.map((row) => ({
    holdId: row.hold_id,
    contactId: row.contact_id,
    name: row.name,
    groupId: row.group_id ?? undefined,
    startsAt: row.starts_at,
    untilAt: row.until_at,
  }));
}

const bookings = (connection: Connection, owner: OwnerId) =>
  connection
    .selectFrom("booking")
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "booking.owner_id").onRef("contact.contact_id", "=", "booking.contact_id"),
    )
    .select(["booking.booking_id", "booking.contact_id", "booking.offer_id", "booking.account_id", "contact.name"])
    .select(["booking.state", "booking.event_state", "booking.source", "booking.starts_at", "booking.ends_at"])
    .select(["booking.body", "booking.because", "booking.group_id"])
    .where("booking.owner_id", "=", owner);

const bookingOf = (row: {
  booking_id: BookingId;
  contact_id: ContactId;
  offer_id: OfferId | null;
  group_id: GroupMeetingId | null;
  account_id: string | null;
  name: string;
  state: BookingTable["state"];
  event_state: Booking["eventState"];
  source: BookingTable["source"];
  starts_at: Instant;
  ends_at: Instant;
  body: unknown;
  because: unknown;
}): BookingSeen => ({
  bookingId: row.booking_id,
  contactId: row.contact_id,
  offerId: row.offer_id ?? undefined,
  ...(row.group_id !== null && { groupId: row.group_id }),
  name: row.name,
  state: row.state,
  eventState: row.event_state,
  source: row.source,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  body: bookingBody.parse(row.body),
  because: becauseOf(row.because),
  hasCalendar: row.account_id !== null,
});
