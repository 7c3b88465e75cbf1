/** What the owner answered after a meeting or a large event (R11, R37), as it is stored. */
import { z } from "zod";
import { type HeldWords, type ToldMeeting, timeKey } from "../contact/told.ts";
import type { DebriefId } from "../ids.ts";
import type { Address } from "../mail/message.ts";
import type { Instant, PlainDate } from "../time.ts";

const day = z.iso.date().transform((text) => text as PlainDate);

const person = z.object({
  address: z.string(),
  /** Absent when only the address was given. */
  name: z.string().exactOptional(),
  why: z.string().exactOptional(),
});
export type PersonMet = z.output<typeof person>;

const promise = z.object({
  /** What the owner said they would do, without the day. */
  text: z.string(),
  dueOn: day.exactOptional(),
  /** To whom: the address on the line before; absent when the promise was made to whoever was met. */
  to: z.string().exactOptional(),
  /** The line as it was written. */
  line: z.string(),
});
export type Promised = z.output<typeof promise>;

/** A line that was not understood, kept, with what is asked about it. */
const openLine = z.object({ line: z.string(), question: z.string() });
export type OpenLine = z.output<typeof openLine>;

export const debriefAnswer = z.object({
  /** Whether it took place; absent when the owner did not say. */
  isHeld: z.boolean().exactOptional(),
  people: z.array(person),
  promises: z.array(promise),
  open: z.array(openLine),
  /** Addresses of those who were to come: whom a meeting that did not take place has to be moved with. */
  guests: z.array(z.string()).default([]),
});
export type DebriefAnswer = z.output<typeof debriefAnswer>;

export const nothingAnswered: DebriefAnswer = { people: [], promises: [], open: [], guests: [] };

export type DebriefKind = "meeting" | "large_event";

/** asked: something of the answer is still open. skipped: the owner does not want to say. */
export type Debrief = {
  debriefId: DebriefId;
  eventId: string;
  kind: DebriefKind;
  title: string;
  place?: string;
  /** With the event it tells which time of a series is meant. */
  endedAt: Instant;
  state: "asked" | "answered" | "skipped";
  answer: DebriefAnswer;
};

const keyOf = ({ eventId, endedAt }: Pick<Debrief, "eventId" | "endedAt">) => timeKey({ eventId, endsAt: endedAt });

/** Everybody whom the owner said they met, by address: evidence that they are people, and of where they were met. */
export function toldMeetings(debriefs: readonly Debrief[]): Map<Address, ToldMeeting[]> {
  const found = new Map<Address, ToldMeeting[]>();
  for (const { eventId, title, place, endedAt, answer } of debriefs) {
    for (const { address, name, why } of answer.people) {
      const meeting: ToldMeeting = {
        eventId,
        title,
        endsAt: endedAt,
        ...(place !== undefined && { place }),
        ...(name !== undefined && { name }),
        ...(why !== undefined && { why }),
      };
      found.set(address, [...(found.get(address) ?? []), meeting]);
    }
  }
  return found;
}

/** Which times of which events took place or did not, as far as the owner said. */
export const heldWords = (debriefs: readonly Debrief[]): HeldWords =>
  new Map(
    debriefs.flatMap((one) => (one.answer.isHeld === undefined ? [] : [[keyOf(one), one.answer.isHeld] as const])),
  );

/** Everything settled: answered with nothing left open, or waved away. */
export const settledTimes = (debriefs: readonly Debrief[]): Set<string> =>
  new Set(debriefs.filter(({ state }) => state !== "asked").map(keyOf));

/** The reasons told beside names. */
export const whysTold = (debriefs: readonly Debrief[]): { address: Address; why: string }[] =>
  debriefs.flatMap(({ answer }) =>
    answer.people.flatMap(({ address, why }) => (why === undefined ? [] : [{ address, why }])),
  );

/** A meeting that did not take place, for each of those who were to come (R37). */
export type MissedMeeting = { eventId: string; title: string; at: Instant };

/** By address, the latest of each. */
export const missedMeetings = (debriefs: readonly Debrief[]): Map<Address, MissedMeeting> =>
  new Map(
    debriefs
      .filter(({ answer }) => answer.isHeld === false)
      .toSorted((one, other) => (one.endedAt < other.endedAt ? -1 : 1))
      .flatMap(({ eventId, title, endedAt, answer }) =>
        answer.guests.map((address) => [address, { eventId, title, at: endedAt }] as const),
      ),
  );
