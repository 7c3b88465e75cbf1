/**
 * What happened with each contact, from the messages and events that are known and from what the owner logged or told; then
 * the three dates and closeness.
 */
import { ownDomainsOf } from "../../domain/contact/address.ts";
import { sharedEvents } from "../../domain/contact/shared-events.ts";
import { asTold, type HeldWords } from "../../domain/contact/told.ts";
import { verify } from "../../domain/contact/verification.ts";
import type { Debrief } from "../../domain/day/debrief.ts";
import { interactionOf, type Logged } from "../../domain/day/logged.ts";
import type { ContactId, DraftId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { closeness } from "../../domain/relationship/closeness.ts";
import { threadDepths } from "../../domain/relationship/depth.ts";
import { eventMode } from "../../domain/relationship/event-mode.ts";
import { isSameLetter } from "../../domain/relationship/same-letter.ts";
import { summarise } from "../../domain/relationship/summary.ts";
import type { Instant } from "../../domain/time.ts";
import { type ContactRow, contactsByAddress, loadContacts } from "../../store/contacts.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { returnedMessages } from "../../store/failed-addresses.ts";
import {
  type ContactInteraction,
  type ContactMessage,
  contactMessages,
  saveInteractions,
  saveSummaries,
} from "../../store/interactions.ts";
import { loadLogged } from "../../store/logged.ts";
import { sentSubjects } from "../../store/sent-letters.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { agreedWords } from "./agreed-words.ts";
import type { HappenedEvent } from "./happened-events.ts";

/** `happened`: what took place until the moment of the view. */
export async function relateContacts(
  world: World,
  { owner, now, policy, mine }: OwnerView,
  happened: readonly HappenedEvent[],
): Promise<{ interactions: number }> {
  return world.database.transaction().execute(async (transaction) => {
    const people = await loadContacts(transaction, owner);
    const contacts = contactsByAddress(people);
    // What came back, and goes to another address instead, touched nobody.
    const returned = await returnedMessages(transaction, owner);
    const messages = (await contactMessages(transaction, owner, mine)).filter(
      ({ direction, messageId }) => direction === "inbound" || !returned.has(messageId),
    );
    const debriefs = await loadDebriefs(transaction, owner);
    const words = await agreedWords(transaction, owner, debriefs);
    const logged = [...(await loadLogged(transaction, owner)).values()].flat();
    const subjects = logged.length === 0 ? new Map() : await sentSubjects(transaction, owner);
    const interactions = [
      ...fromMessages(messages, policy),
      // Before the calendar: at a large event the owner talked with those whom they name, whoever else was there.
      ...fromTold(debriefs, contacts),
      ...fromEvents(happened, mine, contacts, words, policy),
      ...fromLogged(notFoundAgain(logged, messages, subjects)),
    ];
    const all = await saveInteractions(transaction, owner, interactions);
    // Of every contact: what an undone import had shown of one must not outlive it.
    const summaries = people.map((contact) => {
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
  contacts: ReadonlyMap<Address, ContactId>,
  words: HeldWords,
  policy: Policy,
): ContactInteraction[] {
  const house = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  const found = new Map<string, ContactInteraction>();
  for (const { eventId, event, times } of happened) {
    if (event.status === "cancelled" || event.attendees.length === 0) continue;
    const mode = eventMode(event);
    for (const [address, listed] of sharedEvents(eventId, event, times, house)) {
      const contactId = contacts.get(address);
      if (contactId === undefined) continue;
      // Each time of a series that took place is a meeting.
      for (const one of listed) {
        const { startsAt, endsAt, attendees, bothAccepted } = asTold(one, words);
        if (!bothAccepted) continue;
        found.set(`${contactId} ${eventId} ${startsAt}`, {
          contactId,
          at: startsAt,
          endsAt: endsAt as Instant,
          mode,
          direction: "mutual",
          depth: attendees <= policy.evidence.smallMeetingMax ? "conversation" : "passive",
          others: Math.max(1, attendees - 1),
          source: { kind: "event", id: eventId },
          title: event.title,
          ...(event.place !== undefined && { place: event.place }),
        });
      }
    }
  }
  return [...found.values()];
}

/** Whom the owner talked with at an event, as they told: live, though not alone. */
function fromTold(debriefs: readonly Debrief[], contacts: ReadonlyMap<Address, ContactId>): ContactInteraction[] {
  return debriefs.flatMap(({ eventId, title, place, endedAt, answer }) =>
    answer.people.flatMap(({ address }): ContactInteraction[] => {
      const contactId = contacts.get(address);
      if (contactId === undefined) return [];
      return [
        {
          contactId,
          at: endedAt,
          endsAt: endedAt,
          mode: "in_person",
          direction: "mutual",
          depth: "conversation",
          others: othersAtEvent,
          source: { kind: "event", id: eventId },
          title,
          ...(place !== undefined && { place }),
        },
      ];
    }),
  );
}

/** How many were there nobody counted; more than the one, so that it is no meeting of two (R17). */
const othersAtEvent = 2;

/** A letter that was told counts as the message that it is, once that is found in the sent mail. */
function notFoundAgain(
  logged: readonly Logged[],
  messages: readonly ContactMessage[],
  subjects: ReadonlyMap<DraftId, string>,
): Logged[] {
  const sent = Map.groupBy(
    messages.filter(({ direction }) => direction === "outbound"),
    ({ contactId }) => contactId,
  );
  return logged.filter(({ draftId, contactId, mode, at }) => {
    const subject = draftId === undefined || mode !== "email" ? undefined : subjects.get(draftId);
    return subject === undefined || !sent.get(contactId)?.some((one) => isSameLetter(one, { at, subject }));
  });
}

const fromLogged = (logged: readonly Logged[]): ContactInteraction[] =>
  logged.flatMap((one) => {
    const interaction = interactionOf(one);
    return interaction === undefined ? [] : [{ contactId: one.contactId, ...interaction }];
  });
