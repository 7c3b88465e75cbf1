/**
 * From everything read so far to who is who: a verdict on each address, and the contacts among them. It is derived
 * anew from all evidence each time, so that a correction of the owner, another import or its undoing acts backwards too.
 */
import { type Because, because } from "../domain/because.ts";
import { ownDomainsOf } from "../domain/contact/address.ts";
import { type Discovery, type DiscoveryContext, discover } from "../domain/contact/discover.ts";
import { type AddressEvidence, nothingMailed, type SharedEvent } from "../domain/contact/evidence.ts";
import { mergeSuggestions } from "../domain/contact/merge.ts";
import { nameOf } from "../domain/contact/name.ts";
import { type OwnHouse, sharedEvents } from "../domain/contact/shared-events.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Signature } from "../domain/mail/signature.ts";
import type { Instant } from "../domain/time.ts";
import {
  type ContactClass,
  type DerivedContact,
  identityKey,
  knownIdentities,
  saidSame,
  saveContacts,
  saveMergeQuestions,
  tombstones,
} from "../store/contacts.ts";
import type { Connection } from "../store/database.ts";
import { cardEvidence, cardsWithoutAddress, firstSubjects, mailEvidence, threadsOf } from "../store/evidence.ts";
import { corrections, type Sender, saveSenders } from "../store/senders.ts";
import { signaturesOf } from "../store/texts.ts";
import { type HappenedEvent, happenedEvents } from "./happened-events.ts";
import { inferOwnerAddresses, type KnownOwner } from "./infer-owner.ts";
import { ownerZone } from "./owner-of.ts";
import { viewpointOf } from "./viewpoint.ts";
import type { World } from "./world.ts";

/** A series meets more often than is needed to judge anyone by it. */
const sharedEventsMax = 200;

export type Discovered = { owner: KnownOwner; contacts: number; machines: number };

export async function discoverPeople(world: World, owner: OwnerId): Promise<Discovered> {
  const known = await inferOwnerAddresses(world, owner);
  const zone = await ownerZone(world, owner);
  const { now } = await viewpointOf(world, owner);
  const mine = ownAddressesOf(known);
  const house: OwnHouse = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  return world.database.transaction().execute(async (transaction) => {
    const evidence = await gather(transaction, owner, mine, house, await happenedEvents(world, owner, now));
    const subjects = await firstSubjects(transaction, owner, mine);
    const found = [...evidence.values()].map((one) => ({
      evidence: one,
      discovery: judge(one, subjects, { ...contextOf(house), zone, now }),
    }));
    await saveSenders(transaction, owner, found.map(senderOf));
    const people = found.filter((one): one is FoundPerson => isPerson(one.discovery.class));
    const contacts = await contactsFrom(world, transaction, owner, mine, people);
    await saveContacts(transaction, owner, contacts, world.clock.now());
    return {
      owner: known,
      contacts: contacts.length,
      machines: found.filter(({ discovery }) => discovery.class === "machine").length,
    };
  });
}

/** The addresses to read the mail by: those said or inferred, or the best guess while the owner has not been asked. */
export const ownAddressesOf = ({ addresses }: Pick<KnownOwner, "addresses">): Address[] => {
  const certain = addresses.filter(({ standing }) => standing === "said" || standing === "inferred");
  return (certain.length > 0 ? certain : addresses.slice(0, 1)).map(({ address }) => address);
};

const contextOf = ({ addresses, domains }: OwnHouse) => ({ ownAddresses: addresses, ownDomains: domains });

const judge = (one: AddressEvidence, subjects: ReadonlyMap<Address, string>, context: DiscoveryContext): Discovery => {
  const firstSubject = subjects.get(one.address);
  return discover(one, firstSubject === undefined ? context : { ...context, firstSubject });
};

type Found = { evidence: AddressEvidence; discovery: Discovery };
type FoundPerson = { evidence: AddressEvidence; discovery: Discovery & { class: ContactClass } };

const isPerson = (one: Discovery["class"]): one is ContactClass =>
  one === "candidate" || one === "unsure" || one === "colleague" || one === "known";

/** Mail, events, cards and corrections, by address. */
async function gather(
  connection: Connection,
  owner: OwnerId,
  mine: readonly Address[],
  house: OwnHouse,
  happened: readonly HappenedEvent[],
): Promise<Map<Address, AddressEvidence>> {
  const mail = await mailEvidence(connection, owner, mine);
  const cards = await cardEvidence(connection, owner);
  const said = await corrections(connection, owner);
  const events = new Map<Address, SharedEvent[]>();
  for (const { eventId, event, times } of happened) {
    for (const [address, shared] of sharedEvents(eventId, event, times, house)) {
      const known = events.get(address);
      if (known === undefined) events.set(address, shared);
      else known.push(...shared);
    }
  }
  const guestNames = namesOnEvents(happened);
  const all = new Set([...mail.keys(), ...cards.keys(), ...events.keys(), ...said.keys()]);
  for (const address of mine) all.delete(address);
  return new Map(
    [...all].sort().map((address) => {
      const correction = said.get(address);
      const counted = mail.get(address) ?? nothingMailed(address);
      return [
        address,
        {
          ...counted,
          names: counted.names.length > 0 ? counted.names : (guestNames.get(address) ?? []),
          events: (events.get(address) ?? []).sort(byEnd).slice(-sharedEventsMax),
          cards: cards.get(address) ?? [],
          ...(correction !== undefined && { correction }),
        },
      ];
    }),
  );
}

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
  owner: OwnerId,
  mine: readonly Address[],
  people: readonly FoundPerson[],
): Promise<DerivedContact[]> {
  const gone = await tombstones(connection, owner);
  const living = people.filter(({ evidence }) => !gone.has(identityKey("address", evidence.address)));
  const known = await knownIdentities(connection, owner);
  const threads = await threadsOf(
    connection,
    owner,
    mine,
    living.map(({ evidence }) => evidence.address),
  );
  const suggestions = mergeSuggestions(
    living.map(({ evidence }) => {
      const name = nameOf(evidence)?.full;
      return {
        address: evidence.address,
        ...(name !== undefined && { name }),
        cards: evidence.cards.map(({ cardId }) => cardId),
        threads: threads.get(evidence.address) ?? [],
      };
    }),
  );
  await saveMergeQuestions(
    connection,
    owner,
    suggestions.filter(({ kind }) => kind === "ask"),
  );
  const said = (await saidSame(connection, owner)).map((addresses) => ({
    addresses,
    because: [because("R13.owner_said", "You said that these are one person.")],
  }));
  const signed = await signaturesOf(connection, owner);
  const groups = groupBy(living, [...suggestions.filter(({ kind }) => kind === "merge"), ...said]);
  const taken = new Set<ContactId>();
  const idOf = (keys: readonly string[]) => {
    const id =
      keys.map((key) => known.get(key)).find((one) => one !== undefined && !taken.has(one)) ??
      world.ids.next<ContactId>();
    taken.add(id);
    return id;
  };
  const withMail = groups.map((group) =>
    contactOf(group, idOf(group.people.map(({ evidence }) => identityKey("address", evidence.address))), signed),
  );
  const listed = (await cardsWithoutAddress(connection, owner))
    .filter(({ profile }) => !gone.has(identityKey("profile", profile)))
    .map((card) => listedContact(card, idOf([identityKey("profile", card.profile)])));
  return [...withMail, ...listed];
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

/** The class that says most about a person with several addresses. */
const classOrder: readonly ContactClass[] = ["candidate", "unsure", "colleague", "known"];

/** Cards say first, then what they sign with: a signature fills only what is empty (M7). */
function contactOf(
  { people, because: reasons }: Group,
  contactId: ContactId,
  signed: ReadonlyMap<Address, Signature[]>,
): DerivedContact {
  const busiest = [...people].sort((one, other) => weightOf(other.evidence) - weightOf(one.evidence));
  const main = busiest[0]!;
  const name = busiest.map(({ evidence }) => nameOf(evidence)).find((one) => one !== undefined);
  const cards = people.flatMap(({ evidence }) => evidence.cards);
  const signatures = busiest.flatMap(({ evidence }) => signed.get(evidence.address) ?? []);
  const ownName = signatures.find((one) => one.name !== undefined)?.name;
  const signOff = signatures
    .map((one) => one.name?.greeting)
    .find((greeting) => greeting !== undefined && greeting.length > 1);
  const first = people
    .flatMap(({ discovery }) => discovery.encounter ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))[0];
  return {
    contactId,
    name: name?.full ?? ownName?.full ?? main.evidence.address,
    greeting: greetingOf(signOff, name?.greeting),
    company: [...cards, ...signatures].find(({ company }) => company !== undefined)?.company,
    title: [...cards, ...signatures].find(({ title }) => title !== undefined)?.title,
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

/** As they sign themselves, else as their mail shows them; never the local part of an address (M7). */
function greetingOf(signOff: string | undefined, shown: string | undefined): DerivedContact["greeting"] {
  if (signOff !== undefined) return { name: signOff, because: "sign_off" };
  return shown === undefined ? undefined : { name: shown, because: "display_name" };
}

const weightOf = ({ sentIndividually, received, events, cards }: AddressEvidence) =>
  sentIndividually * 4 + received + events.length * 2 + cards.length;

const listedContact = (
  { profile, name, company, title, origin }: Awaited<ReturnType<typeof cardsWithoutAddress>>[number],
  contactId: ContactId,
): DerivedContact => ({
  contactId,
  name: name ?? profile,
  greeting: undefined,
  company,
  title,
  class: "known",
  locale: "en",
  encounter: undefined,
  because: [because("R7.card_only", `On your ${origin} list; nothing was exchanged yet.`)],
  identities: [{ kind: "profile", value: profile, because: `stands on a ${origin} card` }],
});
