/** A booked meeting as a file that calendars read: for an owner without an account to send, and for the guest to keep. */
import { type IcsPurpose, icsText } from "../../domain/booking/ics-text.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { findBooking } from "../../store/bookings.ts";
import { ownerAddresses, ownerName } from "../../store/owners.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { World } from "../world.ts";

export type BookingFile = { name: string; text: string };

/** Undefined when there is no such meeting, or the owner has no address to invite from. */
export async function bookingFile(
  world: World,
  owner: OwnerId,
  bookingId: BookingId,
  purpose: IcsPurpose = "invitation",
): Promise<BookingFile | undefined> {
  const { database } = world;
  const booking = await findBooking(database, owner, bookingId);
  const [address] = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  if (booking === undefined || address === undefined) return undefined;
  const { eventKey, generation, state, startsAt, endsAt, changedAt, body } = booking;
  const name = await ownerName(database, owner);
  const isCancelled = state === "cancelled";
  const meeting = {
    uid: eventKey,
    // Moved, it has another generation; called off, it is the last word about it.
    sequence: 2 * generation + (isCancelled ? 1 : 0),
    stampedAt: changedAt,
    startsAt,
    endsAt,
    title: body.title,
    ...(body.place !== undefined && { place: body.place }),
    ...(body.link !== undefined && { link: body.link }),
    organiser: { address, ...(name !== undefined && { name }) },
    guests: body.guests,
    isCancelled,
  };
  return { name: `${body.title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim()}.ics`, text: icsText(meeting, purpose) };
}
