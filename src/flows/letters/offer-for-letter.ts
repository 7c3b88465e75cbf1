/** The times that a letter offers, in its words (R28), or why it offers none. */
import { type Because, because } from "../../domain/because.ts";
import type { Offer, OfferedTime } from "../../domain/draft/offer.ts";
import type { ContactId, FollowUpId } from "../../domain/ids.ts";
import type { Busy } from "../../domain/meeting/busy.ts";
import { wakingHours } from "../../domain/meeting/guest-hours.ts";
import { offerTimes } from "../../domain/meeting/offer.ts";
import { offerLines } from "../../domain/meeting/offer-lines.ts";
import { prepare, type Question } from "../../domain/meeting/prepare.ts";
import type { Slot } from "../../domain/meeting/slots.ts";
import { clockElsewhere } from "../../domain/meeting/wall-clock.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import { type Instant, instantOf } from "../../domain/time.ts";
import type { Locale } from "../../templates/catalogue.ts";
import type { Occasion } from "../../templates/phrases.ts";
import { questionOf } from "../meeting/free-time.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { Desk } from "./desk.ts";
import type { Way } from "./way-to-meet.ts";

export type OfferWanted = {
  contactId: ContactId;
  followUpId: FollowUpId;
  lengthMinutes: number;
  locale: Locale;
  /** Times are offered up to here. */
  meetUntil?: Instant;
  /** Where they would not come, as they said. */
  theirBusy?: readonly Busy[];
};

export function offerFor(
  { contactId, followUpId, lengthMinutes, locale, meetUntil, theirBusy }: OfferWanted,
  way: Way,
  desk: Desk,
): Offer {
  const { free, unchecked } = desk;
  const isUnchecked = unchecked.has(followUpId);
  const base = {
    mode: way.mode,
    ...(way.place !== undefined && { place: way.place }),
    calendar: free.trust,
    unchecked: isUnchecked,
  };
  if (way.place === undefined)
    return { ...base, lines: [], times: [], nothingBecause: "There is no link and no number for a call yet." };
  if (free.trust.state !== "fresh" && !isUnchecked) return { ...base, lines: [], times: [] };
  const prepared = prepare(
    questionAbout(way, desk, {
      contactId,
      lengthMinutes,
      unchecked: isUnchecked,
      ...(meetUntil !== undefined && { deadlineAt: meetUntil }),
      ...(theirBusy !== undefined && { theirBusy }),
    }),
  );
  const offered = offerTimes(prepared);
  if (offered.kind === "none") {
    const loosen = offered.loosen?.rule;
    const text =
      loosen === undefined
        ? "No time is left."
        : `No time is left; give way on "${loosen.replaceAll("_", " ")}" first.`;
    return { ...base, lines: [], times: [], nothingBecause: text };
  }
  // Who meets here reads our clock; whose clock is not known is told whose it is.
  const readersClock =
    way.readersZone !== undefined
      ? clockElsewhere(prepared.clock, way.readersZone)
      : way.mode === "in_person"
        ? prepared.clock
        : undefined;
  return {
    ...base,
    lines: offerLines(offered.days, {
      ownersClock: prepared.clock,
      locale,
      ...(readersClock !== undefined && { readersClock }),
    }),
    times: offered.named.map(timeOf),
    ranges: offered.days.flatMap(({ ranges }) => ranges.map(timeOf)),
    asked: {
      lengthMinutes,
      occasion: way.occasion,
      ...(way.minutesFromBase !== undefined && { travelMinutes: way.minutesFromBase }),
      ...(way.onlyDays !== undefined && { onlyDays: way.onlyDays }),
      ...(meetUntil !== undefined && { meetUntil }),
      ...(way.readersZone !== undefined && { readersZone: way.readersZone }),
    },
  };
}

const timeOf = ({ startMs, endMs }: Slot): OfferedTime => ({ startsAt: instantOf(startMs), endsAt: instantOf(endMs) });

/** What to ask the slot core about meeting one person this way. */
export const questionAbout = (
  way: Way,
  { free, now, zone }: Desk,
  wanted: {
    contactId: ContactId;
    lengthMinutes: number;
    unchecked?: boolean;
    deadlineAt?: Instant;
    theirBusy?: readonly Busy[];
  },
): Question => {
  const { contactId, theirBusy, ...asked } = wanted;
  const { readersZone } = way;
  const guest =
    readersZone === undefined
      ? theirBusy && { id: contactId, zone, busy: theirBusy }
      : { id: contactId, zone: readersZone, hours: wakingHours, ...(theirBusy !== undefined && { busy: theirBusy }) };
  return questionOf(free, {
    now,
    contactId,
    ...asked,
    ...(way.onlyDays !== undefined && { onlyDays: way.onlyDays }),
    ...(way.travelMinutesTo !== undefined && { travelMinutesTo: way.travelMinutesTo }),
    ...(guest !== undefined && { invitees: [guest] }),
  });
};

/** How long it takes, in minutes: by what the plan asks for, else by what suits the two (R24, R29). */
export function minutesOf(occasion: Occasion, { durations }: Policy, meeting?: MeetingType): number {
  if (meeting === "advice_call") return durations.adviceCallMinutes;
  if (meeting === "check_in" && occasion === "call") return durations.checkInMinutes;
  return { coffee: durations.coffeeMinutes, lunch: durations.lunchMinutes, call: durations.callMinutes }[occasion];
}

export function timesBecause(offer: Offer | undefined): Because[] {
  if (offer === undefined) return [];
  const { calendar, unchecked, lines } = offer;
  if (unchecked) return [because("Q5.unchecked", "The times are your working hours; no calendar was looked at.")];
  if (calendar.state === "none")
    return [because("Q5.no_calendar", "No times are offered: there is no calendar to look at.")];
  const asOf = calendar.asOf.slice(0, 10);
  if (calendar.state === "old")
    return [because("Q5.old_calendar", `No times are offered: your calendar ends on ${asOf}.`, { asOf })];
  const text =
    lines.length === 0
      ? (offer.nothingBecause ?? "No free time is left.")
      : `The times are free in your calendar as of ${asOf}.`;
  return [because("Q5.times", text, { asOf })];
}
