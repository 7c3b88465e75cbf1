/** Which times of events took place, or shall, by word rather than by an answer in the calendar. */
import type { HeldWords } from "../../domain/contact/told.ts";
import { timeKey } from "../../domain/contact/told.ts";
import { type Debrief, heldWords } from "../../domain/day/debrief.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { agreedTimes } from "../../store/bookings.ts";
import type { Connection } from "../../store/database.ts";

/** What was booked through us is agreed, whether or not the guest pressed yes in their calendar; the owner's word outranks it. */
export async function agreedWords(
  connection: Connection,
  owner: OwnerId,
  debriefs: readonly Debrief[],
): Promise<HeldWords> {
  const agreed = (await agreedTimes(connection, owner)).map((time) => [timeKey(time), true] as const);
  return new Map([...agreed, ...heldWords(debriefs)]);
}
