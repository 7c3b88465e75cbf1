/**
 * From everything read so far to who is who: a verdict on each address, and the contacts among them. It is derived
 * anew from all evidence each time, so that a correction of the owner, another import or its undoing acts backwards too.
 */
import { type Because, because } from "../../domain/because.ts";
import { cardSaid, describePerson, type SaidOfSelf } from "../../domain/contact/describe.ts";
import { type Discovery, type DiscoveryContext, discover } from "../../domain/contact/discover.ts";
import { type AddressEvidence, nothingMailed, type SharedEvent } from "../../domain/contact/evidence.ts";
import { type FieldSource, fillFields } from "../../domain/contact/fields.ts";
import { ownHouse } from "../../domain/contact/former-employers.ts";
import { mergeSuggestions, nameKeys } from "../../domain/contact/merge.ts";
import { nameOf } from "../../domain/contact/name.ts";
import { ownNumbers } from "../../domain/contact/own-numbers.ts";
import { type OwnHouse, sharedEvents } from "../../domain/contact/shared-events.ts";
import { asTold, type ToldMeeting } from "../../domain/contact/told.ts";
import { type Debrief, toldMeetings } from "../../domain/day/debrief.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import {
  type ContactClass,
  type DerivedContact,
  identityKey,
  knownIdentities,
  saveContacts,
  tombstones,
} from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import {
  cardEvidence,
  cardsWithoutAddress,
  firstSubjects,
  type ListedCard,
  mailEvidence,
  threadsOf,
} from "../../store/evidence.ts";
import { mergeAnswers, saveMergeQuestions } from "../../store/merge-questions.ts";
import { corrections, type Sender, saveSenders } from "../../store/senders.ts";
import { attachedCardsOf, signaturesOf } from "../../store/texts.ts";
import { keepTold } from "../day/keep-told.ts";
import { formerEmployers } from "../lists/former-employers.ts";
import { keepStops } from "../lists/keep-stops.ts";
import { type LeftCompanies, leftCompanies } from "../lists/left-companies.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { agreedWords } from "./agreed-words.ts";
import type { HappenedEvent } from "./happened-events.ts";
import { employersOf, joinedCards, listedEvidence, withCards } from "./listed-people.ts";

/** A series meets more often than is needed to judge anyone by it. */
const sharedEventsMax = 200;

export type Discovered = {
  contacts: number;
  machines: number;
  /** Addresses that came to people who were known before: what happened with these is to be related anew. */
  joined: number;
};

/** `happened`: what took place until the moment of the view. */
export async function discoverPeople(
  world: World,
  view: OwnerView,
  happened: readonly HappenedEvent[],
): Promise<Discovered> {
  const { owner, now, zone, mine } = view;
  const house = ownHouse(mine, formerEmployers(view));
  return world.database.transaction().execute(async (transaction) => {
    const debriefs = await loadDebriefs(transaction, owner);
    const evidence = await gather(transaction, view, house, { happened, debriefs });
    const subjects = await firstSubjects(transaction, owner, mine);
    const found = [...evidence.values()].map((one) => ({
      evidence: one,
      discovery: judge(one, subjects, { ...contextOf(house), zone, now }),
    }));
    await saveSenders(transaction, owner, found.map(senderOf));
    const people = found.filter((one): one is FoundPerson => isPerson(one.discovery.class));
    const left = await leftCompanies(transaction, owner);
    const known = await knownIdentities(transaction, owner);
    const contacts = await contactsFrom(world, transaction, view, known, { people, left, moved: movedOn(found, left) });
    const { joined } = await saveContacts(transaction, owner, contacts, known, world.clock.now());
    await keepStops(world, transaction, owner, contacts.map(addressesOf));
    await keepTold(world, transaction, owner, debriefs);
    return {
      contacts: contacts.length,
      joined,
      machines: found.filter(({ discovery }) => discovery.class === "machine").length,
    };
  });
}

/**
 * Addresses that only wrote to the owner are nobody's yet, unless they carry the name of somebody who left a company: then
 * they may be that person's new ones (R13).
 */
function movedOn(found: readonly Found[], left: LeftCompanies): FoundPerson[] {
  if (left.size === 0) return [];
  const keysOf = (evidence: AddressEvidence) => nameKeys({ ...nameIn(evidence) });
  const gone = new Set(found.flatMap(({ evidence }) => (left.has(evidence.address) ? keysOf(evidence) : [])));
  return found.flatMap(({ evidence, discovery }) =>
    discovery.class === "not_yet" &&
    discovery.judgement?.verdict === "person" &&
    keysOf(evidence).some((key) => gone.has(key))
      ? [{ evidence, discovery: { ...discovery, class: "known" as const } }]
      : [],
  );
}

const nameIn = (evidence: AddressEvidence): { name?: string } => {
  const name = nameOf(evidence)?.full;
  return name === undefined ? {} : { name };
};

const addressesOf = ({ contactId, identities }: DerivedContact) => ({
  contactId,
  addresses: identities.filter(({ kind }) => kind === "address").map(({ value }) => value),
});

const contextOf = ({ addresses, domains }: OwnHouse) => ({ ownAddresses: addresses, ownDomains: domains });

const judge = (one: AddressEvidence, subjects: ReadonlyMap<Address, string>, context: DiscoveryContext): Discovery => {
  const firstSubject = subjects.get(one.address);
  return discover(one, firstSubject === undefined ? context : { ...context, firstSubject });
};

type Found = { evidence: AddressEvidence; discovery: Discovery };
type FoundPerson = { evidence: AddressEvidence; discovery: Discovery & { class: ContactClass } };

const isPerson = (one: Discovery["class"]): one is ContactClass =>
  one === "candidate" || one === "unsure" || one === "colleague" || one === "known";

/** Mail, events, cards, what the owner told after events, and corrections, by address. */
async function gather(
  connection: Connection,
  { owner, mine }: OwnerView,
  house: OwnHouse,
  { happened, debriefs }: { happened: readonly HappenedEvent[]; debriefs: readonly Debrief[] },
): Promise<Map<Address, AddressEvidence>> {
  const mail = await mailEvidence(connection, owner, mine);
  const cards = await cardEvidence(connection, owner);
  const said = await corrections(connection, owner);
  const told = toldMeetings(debriefs);
  const words = await agreedWords(connection, owner, debriefs);
  const events = new Map<Address, SharedEvent[]>();
  for (const { eventId, event, times } of happened) {
    for (const [address, listed] of sharedEvents(eventId, event, times, house)) {
      const shared = listed.map((one) => asTold(one, words));
      const known = events.get(address);
      if (known === undefined) events.set(address, shared);
      else known.push(...shared);
    }
  }
  const guestNames = namesOnEvents(happened);
  const all = new Set([...mail.keys(), ...cards.keys(), ...events.keys(), ...told.keys(), ...said.keys()]);
  for (const address of mine) all.delete(address);
  return new Map(
    [...all].sort().map((address) => {
      const correction = said.get(address);
      const meetings = told.get(address);
      const counted = mail.get(address) ?? nothingMailed(address);
      return [
        address,
        {
          ...counted,
          names: counted.names.length > 0 ? counted.names : (guestNames.get(address) ?? namesTold(meetings)),
          events: (events.get(address) ?? []).sort(byEnd).slice(-sharedEventsMax),
          cards: cards.get(address) ?? [],
          ...(meetings !== undefined && { told: meetings }),
          ...(correction !== undefined && { correction }),
        },
      ];
    }),
  );
}

const namesTold = (meetings: readonly ToldMeeting[] = []) =>
  meetings.flatMap(({ name }) => (name === undefined ? [] : [{ name, count: 1 }]));

const byEnd = (one: SharedEvent, other: SharedEvent) =>
  one.endsAt < other.endsAt ? -1 : one.endsAt > other.endsAt ? 1 : 0;

function namesOnEvents(happened: readonly HappenedEvent[]): Map<Address, { name: string; count: number }[]> {
  const names = new Map<Address, { name: string; count: number }[]>();
  for (const { event } of happened) {
    for (const { address, name } of event.attendees) {
      if (name !== undefined && !names.has(address)) names.set(address, [{ name, count: 1 }]);
    }
  }
  return names;
}

function senderOf({ evidence, discovery }: Found): Sender {
  const last = latest(evidence.lastReceivedAt, evidence.lastSentAt);
  return {
    address: evidence.address,
    name: evidence.names[0]?.name,
    verdict: discovery.judgement?.verdict ?? "unsure",
    score: discovery.judgement?.score ?? 0.5,
    class: discovery.class,
    because: discovery.because,
    messages: evidence.received + evidence.sentIndividually + evidence.sentInGroup,
    lastAt: last,
  };
}

const latest = (one: Instant | undefined, other: Instant | undefined) =>
  one === undefined || (other !== undefined && other > one) ? other : one;

/** Addresses that are one person become one contact; a contact keeps its id as long as one of its identities stays. */
async function contactsFrom(
  world: World,
  connection: Connection,
  { owner, mine }: OwnerView,
  known: ReadonlyMap<string, ContactId>,
  { people, left, moved }: { people: readonly FoundPerson[]; left: LeftCompanies; moved: readonly FoundPerson[] },
): Promise<DerivedContact[]> {
  const gone = await tombstones(connection, owner);
  const isLiving = ({ evidence }: FoundPerson) => !gone.has(identityKey("address", evidence.address));
  const living = [...people, ...moved].filter(isLiving);
  const onlyMoved = new Set(moved.map(({ evidence }) => evidence.address));
  const threads = await threadsOf(
    connection,
    owner,
    mine,
    living.map(({ evidence }) => evidence.address),
  );
  const said = { signatures: await signaturesOf(connection, owner), cards: await attachedCardsOf(connection, owner) };
  const listed = (await cardsWithoutAddress(connection, owner)).filter(
    ({ profile }) => !gone.has(identityKey("profile", profile)),
  );
  const suggestions = mergeSuggestions(
    [
      ...living.map(({ evidence }) => {
        const leftAt = left.get(evidence.address);
        const firstSeenAt = [evidence.firstReceivedAt, evidence.firstSentAt].filter((at) => at !== undefined).sort()[0];
        return {
          ...(leftAt !== undefined && { leftAt }),
          ...(firstSeenAt !== undefined && { firstSeenAt }),
          address: evidence.address,
          ...nameIn(evidence),
          cards: evidence.cards.map(({ cardId }) => cardId),
          threads: threads.get(evidence.address) ?? [],
          ...employersOf(evidence, said),
        };
      }),
      ...listed.map(listedEvidence),
    ],
    await mergeAnswers(connection, owner),
  );
  await saveMergeQuestions(
    connection,
    owner,
    suggestions.filter(({ kind, addresses }) => kind === "ask" && !addresses.some((one) => onlyMoved.has(one))),
  );
  const merges = suggestions.filter(({ kind }) => kind === "merge");
  const joined = joinedCards(listed, merges);
  const groups = groupBy(
    living.map(({ evidence, discovery }) => ({
      evidence: withCards(evidence, joined.get(evidence.address)),
      discovery,
    })),
    merges,
  ).filter((group) => group.people.some(({ evidence }) => !onlyMoved.has(evidence.address)));
  const taken = new Set<ContactId>();
  const idOf = (keys: readonly string[]) => {
    const id =
      keys.map((key) => known.get(key)).find((one) => one !== undefined && !taken.has(one)) ??
      world.ids.next<ContactId>();
    taken.add(id);
    return id;
  };
  const withMail = groups.map((group) => contactOf(group, idOf(keysOf(group)), said));
  const joinedProfiles = new Set([...joined.values()].flat().map(({ profile }) => profile));
  const alone = listed
    .filter(({ profile }) => !joinedProfiles.has(profile))
    .map((card) => listedContact(card, idOf([identityKey("profile", card.profile)])));
  return withPhones([...withMail, ...alone]);
}

type Group = { people: FoundPerson[]; because: readonly Because[] };

function groupBy(
  people: readonly FoundPerson[],
  merges: readonly { addresses: readonly Address[]; because: readonly Because[] }[],
): Group[] {
  const groupOf = new Map<Address, Group>(
    people.map((person) => [person.evidence.address, { people: [person], because: [] }]),
  );
  for (const { addresses, because: reasons } of merges) {
    const parts = [...new Set(addresses.map((address) => groupOf.get(address)).filter((group) => group !== undefined))];
    if (parts.length < 2) continue;
    const merged = {
      people: parts.flatMap((part) => part.people),
      because: [...parts.flatMap((part) => part.because), ...reasons],
    };
    for (const { evidence } of merged.people) groupOf.set(evidence.address, merged);
  }
  return [...new Set(groupOf.values())];
}

/** Their addresses; then the profiles on their cards: whoever was known by that alone stays the same when an address turns up. */
const keysOf = ({ people }: Group): string[] => [
  ...people.map(({ evidence }) => identityKey("address", evidence.address)),
  ...people.flatMap(({ evidence }) =>
    evidence.cards.flatMap(({ links }) => (links ?? []).map((link) => identityKey("profile", link))),
  ),
];

/** The class that says most about a person with several addresses. */
const classOrder: readonly ContactClass[] = ["candidate", "unsure", "colleague", "known"];

function contactOf({ people, because: reasons }: Group, contactId: ContactId, said: SaidOfSelf): DerivedContact {
  const busiest = [...people].sort((one, other) => weightOf(other.evidence) - weightOf(one.evidence));
  const first = people
    .flatMap(({ discovery }) => discovery.encounter ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))[0];
  return {
    contactId,
    ...describePerson(
      busiest.map(({ evidence }) => evidence),
      said,
    ),
    class: classOrder.find((one) => people.some(({ discovery }) => discovery.class === one)) ?? "known",
    locale: "en",
    encounter: first,
    because: [...reasons, ...people.flatMap(({ discovery }) => discovery.because)],
    identities: busiest.map(({ evidence }) => ({
      kind: "address",
      value: evidence.address,
      because: "seen in mail, events or cards",
    })),
  };
}

const weightOf = ({ sentIndividually, received, events, cards }: AddressEvidence) =>
  sentIndividually * 4 + received + events.length * 2 + cards.length;

const listedContact = (card: ListedCard, contactId: ContactId): DerivedContact => ({
  contactId,
  name: card.name ?? card.profile,
  greeting: undefined,
  fields: fillFields([cardSaid(card)]),
  class: "known",
  locale: "en",
  encounter: undefined,
  because: [because("R7.card_only", `On your ${card.origin} list; nothing was exchanged yet.`)],
  identities: [{ kind: "profile", value: card.profile, because: `stands on a ${card.origin} card` }],
});

function withPhones(contacts: readonly DerivedContact[]): DerivedContact[] {
  const numbers = ownNumbers(contacts.map(({ fields }) => fields));
  return contacts.map((contact, at) => ({
    ...contact,
    identities: [
      ...contact.identities,
      ...numbers[at]!.map(({ key, source }) => ({ kind: "phone" as const, value: key, because: phoneSources[source] })),
    ],
  }));
}

const phoneSources: Readonly<Record<FieldSource, string>> = {
  address_book: "in your address book",
  list: "on a list of yours",
  display_name: "beside their name",
  attached_card: "on the card that came with their mail",
  signature: "below their mail",
};
