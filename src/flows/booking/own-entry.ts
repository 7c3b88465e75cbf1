/**
 * The meeting of an owner into whose calendar nothing may be written, as an entry of our own: it takes their time, fills
 * their plan and is asked about afterwards like any event that was read.
 */
import type { Booking } from "../../domain/booking/booking.ts";
import type { EventId, OwnerId } from "../../domain/ids.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { removeAttended, saveAttended } from "../../store/events.ts";
import { ownerAddresses, ownerName } from "../../store/owners.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import { exportFilesAccount } from "../owner/owner-of.ts";
import type { WorldInside } from "../world.ts";

export type Entered = Pick<Booking, "startsAt" | "endsAt" | "body" | "eventKey" | "generation">;

/** Its row, which the booking names as its event. The same key again is the same entry at another time. */
export async function enterMeeting(
  inside: WorldInside,
  owner: OwnerId,
  eventId: EventId,
  { startsAt, endsAt, body, eventKey, generation }: Entered,
): Promise<void> {
  const { database } = inside;
  const [address] = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const name = await ownerName(database, owner);
  const organiser = address === undefined ? undefined : { address, ...(name !== undefined && { name }) };
  const event: Omit<CalendarEvent, "calendar"> = {
    uid: eventKey,
    sequence: generation,
    title: body.title,
    ...(body.place !== undefined && { place: body.place }),
    time: { kind: "timed", startsAt, endsAt, zone: body.zone },
    status: "confirmed",
    kind: "busy",
    ...(organiser !== undefined && { organiser }),
    attendees: [
      ...(organiser === undefined ? [] : [{ ...organiser, response: "accepted" as const, organiser: true as const }]),
      ...body.guests.map((guest) => ({ ...guest, response: "accepted" as const })),
    ],
    notes: [],
  };
  const account = await exportFilesAccount(inside, owner);
  await saveAttended(database, owner, account, body.zone, { id: eventId, event });
}

export const removeMeeting = (inside: WorldInside, owner: OwnerId, eventRef: string): Promise<void> =>
  removeAttended(inside.database, owner, eventRef as EventId);
