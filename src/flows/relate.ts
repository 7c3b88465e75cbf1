/** What happened with each contact, from the messages and events that are known; then the three dates and closeness. */

import { ownDomainsOf } from "../domain/contact/address.ts";
import { sharedEvents } from "../domain/contact/shared-events.ts";
import { verify } from "../domain/contact/verification.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import { closeness } from "../domain/relationship/closeness.ts";
import { threadDepths } from "../domain/relationship/depth.ts";
import { eventMode } from "../domain/relationship/event-mode.ts";
import { summarise } from "../domain/relationship/summary.ts";
import type { Instant } from "../domain/time.ts";
import { type ContactRow, identityKey, knownIdentities, loadContacts } from "../store/contacts.ts";
import {
  type ContactInteraction,
  type ContactMessage,
  contactMessages,
  loadInteractions,
  saveInteractions,
  saveSummaries,
} from "../store/interactions.ts";
import { ownerAddresses } from "../store/owners.ts";
import { ownAddressesOf } from "./discover.ts";
import { type HappenedEvent, happenedEvents } from "./happened-events.ts";
import { type Policy, policyOf } from "./policy-of.ts";
import { viewpointOf } from "./viewpoint.ts";
import type { World } from "./world.ts";

export async function relateContacts(world: World, owner: OwnerId): Promise<{ interactions: number }> {
  const policy = await policyOf(world, owner);
  const { now } = await viewpointOf(world, owner);
  const mine = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  const happened = await happenedEvents(world, owner, now);
  return world.database.transaction().execute(async (transaction) => {
    const contacts = await knownIdentities(transaction, owner);
    const messages = await contactMessages(transaction, owner, mine);
    const interactions = [...fromMessages(messages, policy), ...fromEvents(happened, mine, contacts, policy)];
    await saveInteractions(transaction, owner, interactions);
    const all = await loadInteractions(transaction, owner);
    // Of every contact: what an undone import had shown of one must not outlive it.
    const summaries = (await loadContacts(transaction, owner)).map((contact) => {
      const ones = all.get(contact.contactId) ?? [];
      return {
        contactId: contact.contactId,
        ...summarise(ones, now),
        closeness: closeness(ones, policy.closeness, now),
        verification: verify(ones, claimed(contact), now).level,
      };
    });
    await saveSummaries(transaction, owner, summaries);
    return { interactions: interactions.length };
  });
}

const claimed = ({ addresses, company }: ContactRow) => ({
  wroteFrom: addresses,
  ...(company !== undefined && { company }),
});

/** A mail is part of a conversation when its thread went both ways (R9), else a touch; lists and letters to many are passive. */
function fromMessages(messages: readonly ContactMessage[], policy: Policy): ContactInteraction[] {
  const isPersonal = ({ bulk, recipients }: ContactMessage) =>
    !bulk && recipients <= policy.evidence.individualRecipientsMax;
  const threads = Map.groupBy(messages.filter(isPersonal), ({ contactId, root }) => `${contactId} ${root}`);
  const depths = new Map<ContactMessage, "thread" | "touch">();
  for (const thread of threads.values()) {
    const found = threadDepths(thread, policy.conversation);
    for (const [index, message] of thread.entries()) depths.set(message, found[index] ?? "touch");
  }
  return messages.map((message) => ({
    contactId: message.contactId,
    at: message.at,
    mode: "email",
    direction: message.direction,
    depth: depths.get(message) ?? "passive",
    others: Math.max(1, message.recipients),
    source: { kind: "message", id: message.messageId },
    title: message.subject,
  }));
}

/** Meetings that took place and that neither side declined. A large one is passive: nobody talked to everybody there. */
function fromEvents(
  happened: readonly HappenedEvent[],
  mine: readonly string[],
  contacts: ReadonlyMap<string, ContactId>,
  policy: Policy,
): ContactInteraction[] {
  const house = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  const found = new Map<string, ContactInteraction>();
  for (const { eventId, event, times } of happened) {
    if (event.status === "cancelled" || event.attendees.length === 0) continue;
    const mode = eventMode(event);
    for (const [address, shared] of sharedEvents(eventId, event, times, house)) {
      const contactId = contacts.get(identityKey("address", address));
      if (contactId === undefined) continue;
      // A series is one row in the calendar and so one interaction: its latest time that took place.
      const last = shared.findLast(({ bothAccepted }) => bothAccepted);
      if (last === undefined) continue;
      const isSmall = last.attendees <= policy.evidence.smallMeetingMax;
      found.set(`${contactId} ${eventId}`, {
        contactId,
        at: last.startsAt,
        endsAt: last.endsAt as Instant,
        mode,
        direction: "mutual",
        depth: isSmall ? "conversation" : "passive",
        others: Math.max(1, last.attendees - 1),
        source: { kind: "event", id: eventId },
        title: event.title,
        ...(event.place !== undefined && { place: event.place }),
      });
    }
  }
  return [...found.values()];
}
