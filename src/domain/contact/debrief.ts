/**
 * Large events introduce nobody by themselves: the owner is asked once per event whom they met there (R1, R11). Only
 * lately ended events are asked about, so that a first import does not ask about years of webinars.
 */
import { after, type Instant } from "../time.ts";
import type { Discovery } from "./discover.ts";
import type { SharedEvent } from "./evidence.ts";

/** The events to ask about, newest first, each once however many people of it were looked at. */
export function debriefPrompts(
  discoveries: readonly Pick<Discovery, "debrief">[],
  askedForDays: number,
  now: Instant,
): SharedEvent[] {
  const byEvent = new Map<string, SharedEvent>();
  for (const { debrief } of discoveries) {
    if (debrief !== undefined && after(debrief.endsAt, { days: askedForDays }) >= now)
      byEvent.set(debrief.eventId, debrief);
  }
  return [...byEvent.values()].sort((one, other) =>
    one.endsAt === other.endsAt ? (one.eventId < other.eventId ? -1 : 1) : one.endsAt < other.endsAt ? 1 : -1,
  );
}
