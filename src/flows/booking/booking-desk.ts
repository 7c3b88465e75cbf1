/** What all steps of one booking work with. */
import type { Booking } from "../../domain/booking/booking.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { type BookingChange, changeBooking } from "../../store/bookings.ts";
import type { World } from "../world.ts";

export type BookingDesk = { world: World; owner: OwnerId; signal: AbortSignal };

/** What a step comes to: the booking as it is then, when to look again, or the end. */
export type Then = Booking | Instant | "over";

/** The booking as it is then; over when somebody changed it meanwhile: moved or called off, it is theirs to go on. */
export const change = async (
  { world, owner }: BookingDesk,
  booking: Booking,
  to: BookingChange,
): Promise<Booking | "over"> => (await changeBooking(world.database, owner, booking, to, world.clock.now())) ?? "over";
