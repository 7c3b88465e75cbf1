/**
 * One-to-one meetings that stand in the calendars, by person: those to come, which are booked, and those that ended since
 * interactions were last derived, so that a clock that rings between two readings sees them too.
 */
import { ownDomainsOf } from "../../domain/contact/address.ts";
import { sharedEvents } from "../../domain/contact/shared-events.ts";
import { asTold } from "../../domain/contact/told.ts";
import type { Debrief } from "../../domain/day/debrief.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { eventMode } from "../../domain/relationship/event-mode.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { Booked } from "../../domain/relationship/person.ts";
import { after, before, type Instant } from "../../domain/time.ts";
import { eventsAround } from "../../store/events.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import { agreedWords } from "../people/agreed-words.ts";
import type { World } from "../world.ts";

export type StandingMeetings = { booked: Booked[]; ended: Interaction[] };

/** Meetings are looked for this far ahead, and this far back. */
const daysAhead = 190;
const daysBack = 3;

export async function standingMeetings(
  { database }: World,
  { owner, now, mine, zone }: OwnerView,
  { contacts, debriefs }: { contacts: ReadonlyMap<Address, ContactId>; debriefs: readonly Debrief[] },
): Promise<Map<ContactId, StandingMeetings>> {
  const house = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  const window = { from: before(now, { days: daysBack }), to: after(now, { days: daysAhead }) };
  const events = expandAll(await eventsAround(database, owner, window), window, zone);
  const words = await agreedWords(database, owner, debriefs);
  const found = new Map<ContactId, StandingMeetings>();
  for (const { eventId, event, times } of events) {
    // A birthday, a day off or a free slot is no meeting, whoever stands on it.
    if (event.status === "cancelled" || event.time.kind === "all_day" || event.attendees.length === 0) continue;
    const mode = eventMode(event);
    for (const [address, listed] of sharedEvents(eventId, event, times, house)) {
      const contactId = contacts.get(address);
      if (contactId === undefined) continue;
      const meetings = found.get(contactId) ?? { booked: [], ended: [] };
      found.set(contactId, meetings);
      for (const { bothAccepted, startsAt, endsAt, attendees, title } of listed.map((one) => asTold(one, words))) {
        if (!bothAccepted) continue;
        const others = Math.max(1, attendees - 1);
        if (endsAt > now) meetings.booked.push({ eventId, startsAt, endsAt, mode, others, title });
        else if (others === 1) meetings.ended.push(held({ eventId, startsAt, endsAt, mode, title }));
      }
    }
  }
  return found;
}

const held = ({
  eventId,
  startsAt,
  endsAt,
  mode,
  title,
}: Omit<Booked, "others"> & { endsAt: Instant }): Interaction => ({
  at: startsAt,
  endsAt,
  mode,
  direction: "mutual",
  depth: "conversation",
  others: 1,
  source: { kind: "event", id: eventId },
  ...(title !== undefined && { title }),
});
