/**
 * Which meeting fills which item of a month (R18): counted when it was held, shown as booked before. Read anew each time from
 * what stands in the calendar and what was logged, so that a meeting that moved, or was cancelled, is never counted twice
 * and never lost; one that already stood for an item stays there.
 */
import { because } from "../because.ts";
import type { ContactId } from "../ids.ts";
import { localDays } from "../local-days.ts";
import type { PersonHistory } from "../relationship/person.ts";
import { endOf } from "../relationship/summary.ts";
import { firstOfMonth, type Instant, type PlainDate, type Zone } from "../time.ts";
import { meetingTypesOf, type PlainMeeting } from "./meeting-type.ts";
import type { MeetingType, PlanItem } from "./plan.ts";
import { sayMeeting } from "./quotas.ts";

export type CountedMeeting = PlainMeeting & {
  contactId: ContactId;
  name: string;
  /** The event, or what was logged. */
  sourceId: string;
  types: readonly MeetingType[];
};

/** One-to-one meetings of the months that are asked for, past and to come, in the order of their start. */
export function meetingsIn(
  people: readonly PersonHistory[],
  months: ReadonlySet<PlainDate>,
  zone: Zone,
  now: Instant,
): CountedMeeting[] {
  const { dayOf } = localDays(zone);
  const found: CountedMeeting[] = [];
  const add = (person: PersonHistory, meeting: PlainMeeting, sourceId: string) => {
    if (!months.has(firstOfMonth(dayOf(meeting.startsAt)))) return;
    const types = meetingTypesOf(meeting, zone);
    if (types.length > 0)
      found.push({ ...meeting, contactId: person.id as ContactId, name: person.name, sourceId, types });
  };
  for (const person of people) {
    for (const one of person.interactions) {
      if (one.depth !== "conversation" || one.others !== 1 || endOf(one) > now) continue;
      const { at: startsAt, endsAt, mode, title } = one;
      const meeting = {
        startsAt,
        mode,
        ...(endsAt !== undefined && { endsAt }),
        ...(title !== undefined && { title }),
      };
      add(person, meeting, one.source.id);
    }
    for (const { eventId, others, ...meeting } of person.booked) {
      const isToCome = (meeting.endsAt ?? meeting.startsAt) > now;
      if (others === 1 && isToCome) add(person, meeting, eventId);
    }
  }
  return found.sort((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0));
}

/** For each item of one month the meeting that fills it; `asked` are the people who were asked for an item. */
export function fill(
  items: readonly PlanItem[],
  meetings: readonly CountedMeeting[],
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  zone: Zone,
): Map<PlanItem, CountedMeeting> {
  const { dayOf } = localDays(zone);
  const open = items.filter(({ state }) => state !== "dropped");
  const filled = new Map<PlanItem, CountedMeeting>();
  const used = new Set<CountedMeeting>();
  const take = (fits: (item: PlanItem, meeting: CountedMeeting) => boolean) => {
    for (const meeting of meetings) {
      if (used.has(meeting)) continue;
      // A meeting may pass for several kinds: the best kind that has a free item is taken.
      for (const type of meeting.types) {
        const item = open.find((one) => one.meeting === type && !filled.has(one) && fits(one, meeting));
        if (item === undefined) continue;
        filled.set(item, meeting);
        used.add(meeting);
        break;
      }
    }
  };
  take((item, { sourceId }) => isFilled(item) && item.eventId === sourceId);
  take(
    (item, { contactId, startsAt }) =>
      isFilled(item) && item.contactId === contactId && dayOf(item.startsAt) === dayOf(startsAt),
  );
  take((item, { contactId }) => asked.get(item.planItemId)?.has(contactId) === true);
  take((item) => !isByHand(item));
  return filled;
}

const isFilled = (item: PlanItem): item is Extract<PlanItem, { contactId: ContactId }> =>
  item.state === "booked" || item.state === "took_place";

/** Booked by the owner's word, with no event behind it. */
export const isByHand = (item: PlanItem): item is Extract<PlanItem, { contactId: ContactId }> =>
  isFilled(item) && item.eventId === undefined;

/** The item as it stands with its meeting: booked until the meeting's end, then held. */
export function withMeeting(item: PlanItem, meeting: CountedMeeting, zone: Zone, now: Instant): PlanItem {
  const { planItemId, month, meeting: type, number } = item;
  const { contactId, startsAt, endsAt, sourceId, name } = meeting;
  const isHeld = (endsAt ?? startsAt) <= now;
  const on = localDays(zone).dayOf(startsAt);
  const text = isHeld
    ? `You had a ${sayMeeting(type)} with ${name} on ${on}.`
    : `A ${sayMeeting(type)} with ${name} stands on ${on}.`;
  return {
    planItemId,
    month,
    meeting: type,
    number,
    because: [because(isHeld ? "R18.held" : "R18.booked", text, { startsAt })],
    state: isHeld ? "took_place" : "booked",
    contactId,
    startsAt,
    eventId: sourceId,
  };
}
