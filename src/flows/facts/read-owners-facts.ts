/**
 * What is known about people, read anew from everything that is kept: their messages, meetings with them, what they sign
 * with. The same evidence gives the same facts; what the owner refused does not come back, and what they said stands apart.
 */
import { topicOfMeeting } from "../../domain/fact/event-topics.ts";
import type { FoundFact } from "../../domain/fact/found-fact.ts";
import { readFacts } from "../../domain/fact/read-facts.ts";
import type { FactId } from "../../domain/ids.ts";
import { type Language, languageIn } from "../../domain/mail/language.ts";
import { dayIn, type Zone } from "../../domain/time.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { type KeptMessage, keptMessages, type MeetingHeld, meetingsHeld } from "../../store/fact-sources.ts";
import { eraseKeptFacts, type FoundFactRow, saveFoundFacts } from "../../store/facts.ts";
import { saveFoundEntries } from "../../store/ledger.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { introductionsFound } from "./introductions-found.ts";
import { jobsTold } from "./jobs-told.ts";
import type { Sourced } from "./sourced.ts";
import { threeWayIntroductions } from "./three-way-introductions.ts";

export async function readOwnersFacts(world: World, { owner, zone }: OwnerView): Promise<{ facts: number }> {
  const now = world.clock.now();
  return world.database.transaction().execute(async (transaction) => {
    const contacts = new Map((await loadContacts(transaction, owner)).map((one) => [one.contactId, one]));
    const messages = await keptMessages(transaction, owner);
    const knownNames = firstNames([...contacts.values()]);
    const found = [
      ...messages.flatMap((message) => factsOfMessage(message, contacts.get(message.contactId), { zone, knownNames })),
      ...(await threeWayIntroductions(transaction, owner, messages, contacts)),
      ...(await meetingsHeld(transaction, owner)).flatMap((one) => factOfMeeting(one, contacts.get(one.contactId))),
    ];
    const jobs = await jobsTold(transaction, owner, found, contacts);
    const rows = [...found.filter(({ kind }) => kind !== "job"), ...jobs].map(
      (fact): FoundFactRow => ({ ...fact, factId: world.ids.next<FactId>(), state: "open" }),
    );
    await saveFoundFacts(transaction, owner, rows, now);
    await eraseKeptFacts(transaction, owner, now);
    await saveFoundEntries(
      transaction,
      owner,
      await introductionsFound(world, transaction, owner, [...contacts.values()]),
    );
    return { facts: rows.length };
  });
}

/** Of a message to several only what the writer says of themselves: a "you" in it may mean any of its readers. */
const aboutThemselves: ReadonlySet<FoundFact["kind"]> = new Set(["trip", "job"]);

type Reading = { zone: Zone; knownNames: ReadonlySet<string> };

const firstNames = (contacts: readonly ContactRow[]): Set<string> =>
  new Set(contacts.flatMap(({ greetingName }) => (greetingName === undefined ? [] : [greetingName.toLowerCase()])));

function factsOfMessage(
  message: KeptMessage,
  contact: ContactRow | undefined,
  { zone, knownNames }: Reading,
): Sourced[] {
  if (contact === undefined) return [];
  const saidBy = message.direction === "outbound" ? "owner" : "person";
  const found = readFacts({
    text: message.text,
    language: languageIn(message.text) ?? (contact.locale as Language),
    writtenOn: dayIn(zone, message.at),
    saidBy,
    knownNames,
  });
  return found
    .filter((fact) => message.others === 1 || (saidBy === "person" && aboutThemselves.has(fact.kind)))
    .filter((fact) => fact.kind !== "question" || message.isUnanswered)
    .filter((fact) => fact.kind !== "introducer" || !isCalled(contact, fact.text))
    .map((fact) => ({
      ...fact,
      contactId: message.contactId,
      saidAt: message.at,
      source: { kind: "message", id: message.messageId },
      textKeptUntil: message.textKeptUntil,
    }));
}

/** "Thanks for the introduction, Nadia" to Nadia herself is about somebody else. */
const isCalled = ({ name, greetingName }: ContactRow, called: string): boolean =>
  [name, greetingName].some((one) => one?.toLowerCase().split(" ").includes(called.toLowerCase().split(" ")[0]!));

function factOfMeeting(meeting: MeetingHeld, contact: ContactRow | undefined): Sourced[] {
  if (contact === undefined) return [];
  const { title, description } = meeting;
  const names = [contact.name, contact.company].filter((name) => name !== undefined);
  const topic = topicOfMeeting({ title, ...(description !== undefined && { description }) }, names);
  if (topic === undefined) return [];
  return [
    {
      ...topic,
      kind: "topic",
      contactId: meeting.contactId,
      saidBy: "calendar",
      saidAt: meeting.at,
      source: { kind: "event", id: meeting.eventId },
      confidence: 0.8,
      textKeptUntil: undefined,
    },
  ];
}
