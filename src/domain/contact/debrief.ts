/**
 * After which events the owner is asked (R11, R37). A small meeting: did it take place, what was promised. A large one, or
 * a gathering whose calendar entry lists nobody: whom did you meet, since a calendar says nothing of that. Only lately ended
 * events are asked about, so that a first import does not ask about years of webinars.
 */
import { type Because, because } from "../because.ts";
import type { DebriefKind } from "../day/debrief.ts";
import { localDays } from "../local-days.ts";
import type { Address } from "../mail/message.ts";
import type { CalendarEvent } from "../meeting/event.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant, instantAt, type PlainDate, type Zone } from "../time.ts";
import { domainOf, registrableDomain } from "./address.ts";
import { isGathering } from "./gathering.ts";
import { type OwnHouse, ownersPart, peopleOn } from "./shared-events.ts";
import { timeKey } from "./told.ts";

export type DebriefPrompt = {
  eventId: string;
  kind: DebriefKind;
  title: string;
  place?: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Not before: half an hour after a meeting, the next morning after a large event. */
  askAt: Instant;
  /** A thank-you is lost after it. */
  deadlineAt: Instant;
  /** Both accepted and nobody cancelled: taken as held unless the owner says otherwise. */
  isHeldByDefault: boolean;
  /** People from outside who were to come and have not declined. */
  guests: readonly Address[];
  because: Because;
};

export type PastEvent = {
  eventId: string;
  event: CalendarEvent;
  times: readonly { startsAt: Instant; endsAt: Instant }[];
};

export type Asking = {
  own: OwnHouse;
  /** By `timeKey`: what was answered or waved away. */
  settled: ReadonlySet<string>;
  /** UIDs of series that are groups of the owner (R10): each session is asked about. */
  groups: ReadonlySet<string>;
  /** Calendars whose entries are all gatherings: dates of published calendars that the owner goes to. */
  gatherings: ReadonlySet<string>;
  policy: Policy;
};

/** What is to be asked at `now`, newest first, each time of each event once. */
export function debriefPrompts(past: readonly PastEvent[], asking: Asking, now: Instant): DebriefPrompt[] {
  const { settled, policy } = asking;
  const askedFor = { days: policy.evidence.debriefDays };
  return past
    .flatMap(({ eventId, event, times }) => {
      const asked = askedAbout(event, asking);
      if (asked === undefined) return [];
      return times
        .filter(({ endsAt }) => endsAt <= now && after(endsAt, askedFor) >= now)
        .filter(({ endsAt }) => !settled.has(timeKey({ eventId, endsAt })))
        .map((time) => promptOf(eventId, event, time, asked, policy));
    })
    .filter(({ askAt }) => askAt <= now)
    .sort((one, other) =>
      one.endsAt === other.endsAt ? (one.eventId < other.eventId ? -1 : 1) : one.endsAt < other.endsAt ? 1 : -1,
    );
}

type Asked = { kind: DebriefKind; guests: readonly Address[]; isHeldByDefault: boolean; why: string };

/** Whether an event is asked about at all, and as what. */
function askedAbout(event: CalendarEvent, { own, groups, gatherings, policy }: Asking): Asked | undefined {
  if (event.status === "cancelled" || event.kind === "birthday" || event.kind === "working_location") return undefined;
  const people = peopleOn(event);
  const mine = ownersPart(people, own);
  if (mine === "declined") return undefined;
  const others = people.filter(({ address, resource }) => !resource && !own.addresses.has(address));
  const isOutside = (address: Address) => !own.domains.includes(registrableDomain(domainOf(address)));
  const coming = others.filter(({ address, response }) => isOutside(address) && response !== "declined");
  const guests = coming.map(({ address }) => address);
  const large = { kind: "large_event" as const, guests, isHeldByDefault: true };
  if (groups.has(event.uid)) return { ...large, why: "Your group met." };
  if (others.length === 0)
    return gatherings.has(event.calendar) || isGathering(event)
      ? { ...large, why: "Nobody stands on the list of this event." }
      : undefined;
  if (coming.length === 0) return undefined;
  if (others.length + 1 > policy.evidence.smallMeetingMax)
    // A webinar that somebody put into the calendar and the owner never took up is not theirs.
    return mine === "accepted" ? { ...large, why: `${others.length + 1} people were invited.` } : undefined;
  const isAccepted =
    mine === "accepted" && coming.some(({ response, organiser }) => organiser || response === "accepted");
  const why = isAccepted ? "You both accepted." : "Not everybody had answered the invitation.";
  return { kind: "meeting", guests, isHeldByDefault: isAccepted, why };
}

const afterMeetingMinutes = 30;

function promptOf(
  eventId: string,
  event: CalendarEvent,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  { kind, guests, isHeldByDefault, why }: Asked,
  policy: Policy,
): DebriefPrompt {
  const day = localDays(policy.zone).dayOf(endsAt);
  const rule = kind === "meeting" ? "R37.debrief" : "R11.debrief";
  return {
    eventId,
    kind,
    title: event.title,
    ...(event.place !== undefined && { place: event.place }),
    startsAt,
    endsAt,
    askAt: kind === "meeting" ? after(endsAt, { minutes: afterMeetingMinutes }) : nextMorning(policy, endsAt),
    deadlineAt: after(endsAt, { hours: policy.thankYou.deadlineHours }),
    isHeldByDefault,
    guests,
    because: because(rule, `"${event.title}" ended on ${day}. ${why}`, { event: eventId, endsAt }),
  };
}

/** When letters may leave on the day after the last moment of the event; an event that ends at midnight was the day before. */
function nextMorning({ zone, hours }: { zone: Zone; hours: Policy["hours"] }, endsAt: Instant): Instant {
  const days = localDays(zone);
  const endedOn: PlainDate = days.dayOf(after(endsAt, { milliseconds: -1 }));
  return instantAt(zone, days.later(endedOn, 1), hours.sendFromMinute);
}
