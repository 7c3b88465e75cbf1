/**
 * The people that the lists may say something about, out of however many are known: at a company that is looked for or was
 * left, at one event with somebody wanted, in a group, in the ledger, or the one who brought any of these.
 */
import { brandOf, domainOf } from "../../domain/contact/address.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { FormerEmployers } from "../../domain/contact/former-employers.ts";
import type { Group } from "../../domain/contact/group.ts";
import { searchesForHouse } from "../../domain/contact/house.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { companyOf, type TargetCompany } from "../../domain/contact/target-company.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { type KnownPerson, readKnown } from "../../store/read/known.ts";
import { sharedWith } from "../../store/sightings.ts";
import type { WantedKept } from "../../store/wanted.ts";
import type { World } from "../world.ts";
import { toldIntroducers } from "./introductions.ts";

export type ListGround = {
  choices: ReadonlyMap<ContactId, ContactChoices>;
  ledger: ReadonlyMap<ContactId, readonly LedgerEntry[]>;
  facts: ReadonlyMap<ContactId, readonly Fact[]>;
  wanted: readonly WantedKept[];
  companies: readonly TargetCompany[];
  groups: readonly Group[];
  former: FormerEmployers;
};

export type Met = { address: Address; with: Address; title: string };

/** Larger events bring nobody together. */
const eventAttendeesMax = 50;

export async function peopleListed(
  { database }: World,
  owner: OwnerId,
  ground: ListGround,
): Promise<{ people: KnownPerson[]; met: Met[] }> {
  const first = await readKnown(database, owner, namedByLists(ground));
  const met = await sharedWith(database, owner, addressesWanted(ground, first), eventAttendeesMax);
  const introducers = first.flatMap((person) => toldIntroducers(person, ground));
  const second = await readKnown(database, owner, {
    contacts: first.map(({ contactId }) => contactId),
    addresses: met.flatMap((one) => [one.address, one.with]),
    // Everybody of a name, so that a name which two people share still means nobody for sure.
    searches: [...new Set(introducers)].filter((text) => text.trim().includes(" ")),
  });
  return { people: second, met };
}

function namedByLists({ choices, ledger, wanted, companies, groups, former }: ListGround) {
  const appeared = wanted.flatMap(({ appeared: found }) => found?.sighting ?? []);
  const domains = [
    ...companies.flatMap((company) => company.domains),
    ...wanted.flatMap((one) => (one.kind === "role" ? one.domains : [])),
    ...former.domains,
    ...appeared.flatMap(({ address }) => (address === undefined ? [] : [domainOf(address)])),
  ];
  const houses = wanted.flatMap(({ company }) => (company === undefined ? [] : searchesForHouse(company)));
  const entries = [...ledger.values()].flat();
  return {
    contacts: [
      ...appeared.flatMap(({ contactId }) => (contactId === undefined ? [] : [contactId as ContactId])),
      ...ledger.keys(),
      ...entries.flatMap(({ otherContactId }) => otherContactId ?? []),
      ...[...choices].flatMap(([contactId, { isReferralSource }]) => (isReferralSource === true ? [contactId] : [])),
      ...[...choices].flatMap(([, { introducedBy }]) =>
        introducedBy === undefined ? [] : [introducedBy as ContactId],
      ),
    ],
    addresses: [
      ...groups.flatMap(({ members }) => members.map(({ address }) => address)),
      ...appeared.flatMap(({ address }) => address ?? []),
    ],
    searches: [...new Set([...domains.map(brandOf), ...houses])].filter((word) => word !== ""),
  };
}

function addressesWanted({ wanted, companies }: ListGround, people: readonly KnownPerson[]): Address[] {
  const appeared = wanted.flatMap(({ appeared: found }) => found?.sighting.address ?? []);
  const inside = people.filter(({ addresses }) => companyOf(addresses, companies) !== undefined);
  return [...new Set([...appeared, ...inside.flatMap(({ addresses }) => addresses)])];
}
