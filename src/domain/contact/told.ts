/**
 * The owner's own word about an event: whom they met there though no list names them (R11), and whether a meeting took place
 * (R37). It is evidence like mail and calendar, and outranks what the calendar says.
 */
import type { Instant } from "../time.ts";
import type { SharedEvent } from "./evidence.ts";

/** Somebody met at an event, as the owner told. */
export type ToldMeeting = {
  eventId: string;
  title: string;
  place?: string;
  endsAt: Instant;
  name?: string;
  why?: string;
};

/** One time of one event. */
export const timeKey = ({ eventId, endsAt }: { eventId: string; endsAt: Instant }): string => `${eventId} ${endsAt}`;

/** By `timeKey`: whether the owner said that it took place. */
export type HeldWords = ReadonlyMap<string, boolean>;

/** The event as the owner tells it: what took place did, whoever answered what; what did not was missed. */
export function asTold(event: SharedEvent, words: HeldWords): SharedEvent {
  const isHeld = words.get(timeKey(event));
  if (isHeld === undefined) return event;
  return isHeld
    ? { ...event, held: true, bothAccepted: true }
    : { ...event, held: false, bothAccepted: false, isMissed: true };
}
