/** Whether the owner's free time holds what the plan still asks for (R18): said, never enforced. */
import { type Because, because } from "../because.ts";
import type { PlainDate } from "../time.ts";
import type { MeetingType } from "./plan.ts";
import { sayMeeting } from "./quotas.ts";

export type Capacity = { state: "enough" | "tight" | "too_little"; because: Because };

/** Of one kind of meeting: how many are open, and on how many days one would still fit. */
export type Room = { meeting: MeetingType; open: number; daysWithRoom: number };

/** With fewer days to choose from than this for each meeting, other people's calendars will hardly meet the owner's. */
const choicesMin = 3;

/** `untilOn` is the last day that was looked at. Undefined when nothing is open. */
export function capacityOf(rooms: readonly Room[], untilOn: PlainDate): Capacity | undefined {
  const open = rooms.filter((room) => room.open > 0);
  if (open.length === 0) return undefined;
  // Meetings of all kinds share the days: the days of the scarcest kind must hold them all.
  const scarcest = open.reduce((one, other) => (other.daysWithRoom < one.daysWithRoom ? other : one));
  const wanted = open.reduce((sum, room) => sum + room.open, 0);
  const { meeting, daysWithRoom } = scarcest;
  const facts = { open: wanted, daysWithRoom, untilOn };
  const stillOpen = `${wanted} ${wanted === 1 ? "meeting is" : "meetings are"} still open`;
  const room = `${daysWithRoom} ${daysWithRoom === 1 ? "day" : "days"} until ${untilOn} ${daysWithRoom === 1 ? "has" : "have"} room for a ${sayMeeting(meeting)}`;
  if (daysWithRoom < wanted) {
    return { state: "too_little", because: because("R18.too_little", `${stillOpen}, but only ${room}.`, facts) };
  }
  const state = daysWithRoom < wanted * choicesMin ? "tight" : "enough";
  return { state, because: because(`R18.${state}`, `${stillOpen}; ${room}.`, facts) };
}
