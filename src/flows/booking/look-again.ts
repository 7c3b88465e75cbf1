/**
 * The question that a letter's times were found with, asked once more at the click (Q2): what was offered is accepted while
 * nothing changed. Only the lead time gives way, to the hours before a start at which an offered time lapses.
 */
import type { OfferBody } from "../../domain/booking/offer.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { BookingId, ContactId, OwnerId } from "../../domain/ids.ts";
import { wakingHours } from "../../domain/meeting/guest-hours.ts";
import { type Prepared, prepare } from "../../domain/meeting/prepare.ts";
import { freeSlots, type Slot, whyNot } from "../../domain/meeting/slots.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { type Instant, instantOf, millisOf } from "../../domain/time.ts";
import { type FreeTime, freeTimeOf, questionOf, untrusted } from "../meeting/free-time.ts";
import { ownCalendar } from "../meeting/own-times.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type AskedAgain = {
  /** Their own holds are not in their way. */
  contactId: ContactId;
  body: Pick<
    OfferBody,
    "lengthMinutes" | "place" | "travelMinutes" | "onlyDays" | "meetUntil" | "readersZone" | "unchecked"
  >;
  now: Instant;
  /** A booking that gives its hour back for the new one. */
  without?: BookingId;
  /** What is kept for others is in nobody's way: a letter shows ranges, which are not held, and whoever picks first has them (Q6). */
  isHeldFree?: true;
};

export async function lookAgain(world: World, owner: OwnerId, asked: AskedAgain): Promise<Prepared> {
  const view = await ownerView(world, owner, asked.now);
  return prepareAgain(await freeTimeOf(world, view), view.policy, asked);
}

/** An owner who offers times sooner than they lapse means them to be taken. */
export const lapseHoursOf = (policy: Policy, { availability }: Pick<FreeTime, "availability">): number =>
  Math.min(policy.offers.lapseHours, availability.leadHours);

function prepareAgain(
  free: FreeTime,
  policy: Policy,
  { contactId, body, now, without, isHeldFree }: AskedAgain,
): Prepared {
  const { place, travelMinutes, onlyDays, meetUntil, readersZone, unchecked } = body;
  const isInTheWay = ({ source, kind }: FreeTime["busy"][number]) =>
    !(source.calendar === ownCalendar && source.uid === without) && !(isHeldFree && kind === "hold");
  const left = { ...free, busy: free.busy.filter(isInTheWay) };
  const question = questionOf(left, {
    now,
    lengthMinutes: body.lengthMinutes,
    unchecked,
    ...(meetUntil !== undefined && { deadlineAt: meetUntil }),
    ...(onlyDays !== undefined && { onlyDays }),
    ...(travelMinutes !== undefined && {
      travelMinutesTo: travelTo({ text: place ?? "", minutesFromBase: travelMinutes }),
    }),
    ...(readersZone !== undefined && { invitees: [{ id: contactId, zone: readersZone, hours: wakingHours }] }),
  });
  return prepare({
    ...question,
    availability: { ...question.availability, leadHours: lapseHoursOf(policy, free) },
    unreadable: unchecked ? [] : untrusted(free.trust),
    contactId,
  });
}

/** The owner's own word outranks their rules about hours and lead, never what is taken. */
export function isFree(prepared: Prepared, startsAt: Instant, by: "owner" | "guest"): boolean {
  const startMs = millisOf(startsAt);
  const refusals = whyNot(prepared, { startMs, endMs: startMs + prepared.lengthMs });
  return by === "guest"
    ? refusals.length === 0
    : startMs > prepared.nowMs && !refusals.some(({ rule }) => rule === "busy");
}

const nearestMax = 5;

/** The free starts nearest to the one that was wanted. */
export function nearestFree(prepared: Prepared, wanted: Instant): OfferedTime[] {
  const wantedMs = millisOf(wanted);
  const distance = ({ startMs }: Slot) => Math.abs(startMs - wantedMs);
  return freeSlots(prepared)
    .toSorted((one, other) => distance(one) - distance(other) || one.startMs - other.startMs)
    .slice(0, nearestMax)
    .map(timeOf);
}

export const timeOf = ({ startMs, endMs }: Slot): OfferedTime => ({
  startsAt: instantOf(startMs),
  endsAt: instantOf(endMs),
});
