/** Short ways to write a question about free time in a test. */
import { Availability, type WeeklyHours } from "../../src/domain/meeting/availability.ts";
import type { Busy } from "../../src/domain/meeting/busy.ts";
import type { Question } from "../../src/domain/meeting/prepare.ts";
import type { Slot } from "../../src/domain/meeting/slots.ts";
import { type Instant, millisOf, type Zone } from "../../src/domain/time.ts";

/** `2026-11-24T09:00Z` and its kin as an instant. */
export const at = (text: string): Instant => new Date(text).toISOString() as Instant;

export const taken = (from: string, until: string, more: Partial<Busy> = {}): Busy => ({
  startMs: millisOf(at(from)),
  endMs: millisOf(at(until)),
  kind: "busy",
  source: { calendar: "work", uid: from },
  ...more,
});

export const slotAt = (from: string, minutes: number): Slot => ({
  startMs: millisOf(at(from)),
  endMs: millisOf(at(from)) + minutes * 60_000,
});

export const everyDay = (from: string, until: string): WeeklyHours => {
  const blocks = [{ from, until }];
  return {
    monday: blocks,
    tuesday: blocks,
    wednesday: blocks,
    thursday: blocks,
    friday: blocks,
    saturday: blocks,
    sunday: blocks,
  };
};
export const noDay: WeeklyHours = Availability.parse({ hours: {} }).hours;

/** A question with no lead time and nothing in the way, until the given parts say otherwise. */
export const ask = (zone: string, now: string, availability: object, more: Partial<Question> = {}): Question => ({
  now: at(now),
  lengthMinutes: 30,
  availability: Availability.parse({ leadHours: 0, horizonDays: 7, ...availability }),
  zones: [{ zone: zone as Zone }],
  busy: [],
  ...more,
});

/** `2026-11-24T09:00Z/10:00Z`, so that lists of slots read well in a failure. */
export const said = ({ startMs, endMs }: Slot): string =>
  `${new Date(startMs).toISOString().slice(0, 16)}/${new Date(endMs).toISOString().slice(11, 16)}`;
