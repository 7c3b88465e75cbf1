/** Everything on the page of lists, worked out from the people that they may speak of. Nothing is stored. */
import type { Because } from "../../domain/because.ts";
import { domainOf, sameOrganisation } from "../../domain/contact/address.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import { type Connector, rankConnectors, type Step, type Target } from "../../domain/contact/connectors.ts";
import { type FormerEmployers, isFormerColleague } from "../../domain/contact/former-employers.ts";
import { type Group, linkOfTheDay, type Member, type SharedSeat, sharedSeats } from "../../domain/contact/group.ts";
import { type LedgerEntry, referralsOwed } from "../../domain/contact/ledger.ts";
import {
  type CompanyStanding,
  companyOf,
  companyStanding,
  type TargetCompany,
} from "../../domain/contact/target-company.ts";
import { TargetMarket } from "../../domain/contact/target-market.ts";
import { worksThere } from "../../domain/contact/wanted.ts";
import type { ContactId, OwnerId, WantedId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { dayIn, type Instant } from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { loadGroups } from "../../store/contact-groups.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadLedger } from "../../store/ledger.ts";
import type { KnownPerson } from "../../store/read/known.ts";
import { readSetting } from "../../store/settings.ts";
import { loadTargetCompanies } from "../../store/target-companies.ts";
import { loadWanted, type WantedKept } from "../../store/wanted.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { formerEmployers } from "./former-employers.ts";
import { type Brought, introductions } from "./introductions.ts";
import { type LeftInPeace, leftInPeace } from "./left-in-peace.ts";
import { type ListGround, type Met, peopleListed } from "./people-listed.ts";

export type PersonNamed = { contactId: ContactId; name: string };

export type WantedSeen = {
  wanted: WantedKept;
  /** Known people at the same company, or on an event with whoever appeared: they may introduce (R4). */
  knownThere: readonly PersonNamed[];
};
export type CompanySeen = { company: TargetCompany; standing: CompanyStanding; insiders: readonly KnownPerson[] };
export type GroupSeen = {
  group: Group;
  members: readonly (Member & { contactId?: ContactId; shown: string })[];
  seats: readonly SharedSeat[];
};
export type SourceSeen = PersonNamed & { received: number; given: number; owed: number };

export type Lists = LeftInPeace & {
  wanted: WantedSeen[];
  companies: CompanySeen[];
  market: TargetMarket;
  groups: GroupSeen[];
  /** Places online, and the one of today. */
  links: { groups: Group[]; today: Group | undefined; isDone: boolean };
  connectors: Connector[];
  sources: SourceSeen[];
  /** Where the owner worked before, and who is known there, longest without a conversation first. */
  former: FormerEmployers & { people: KnownPerson[] };
};

export async function lookAtLists(world: World, owner: OwnerId): Promise<Lists> {
  const { database } = world;
  const view = await ownerView(world, owner);
  const { now, zone } = view;
  const ground: ListGround = {
    choices: await loadContactChoices(database, owner),
    ledger: await loadLedger(database, owner),
    facts: await loadFacts(database, owner, { kind: "introducer" }),
    wanted: await loadWanted(database, owner),
    companies: await loadTargetCompanies(database, owner),
    groups: await loadGroups(database, owner),
    former: formerEmployers(view),
  };
  const { choices, ledger, wanted, companies, groups } = ground;
  const { people, met } = await peopleListed(world, owner, ground);
  const known = people.filter(({ hasInteraction }) => hasInteraction);
  const brought = introductions(people, ground);
  const links = groups.filter(({ url, state }) => url !== undefined && state === "accepted");
  const today = dayIn(zone, now);
  const linkToday = linkOfTheDay(links, today);
  return {
    wanted: wanted.map((one) => ({ wanted: one, knownThere: knownNear(one, known, met) })),
    companies: companies.map((company) => {
      const insiders = people.filter(({ addresses }) => companyOf(addresses, [company]) !== undefined);
      return { company, insiders, standing: companyStanding(company, insiders.map(asInsider), { zone, now }) };
    }),
    market: TargetMarket.parse((await readSetting(database, owner, "target_market")) ?? {}),
    groups: groups
      .filter(({ url, state }) => url === undefined && state !== "refused")
      .map((group) => withSeats(group, people, choices)),
    links: { groups: links, today: linkToday, isDone: linkToday?.lastRemindedOn === today },
    connectors: rankConnectors(
      known,
      targetsOf(wanted, companies),
      stepsOf({ known, people, wanted, companies, brought, met }),
    ),
    sources: sourcesOf(people, choices, ledger),
    ...(await leftInPeace(world, owner)),
    former: formerColleagues(ground.former, known),
  };
}

function knownNear(wanted: WantedKept, known: readonly KnownPerson[], met: readonly Met[]): PersonNamed[] {
  const them = wanted.appeared?.sighting;
  const near = known.filter((person) => person.contactId !== them?.contactId && isNear(person, wanted, met));
  return near.map(({ contactId, name }) => ({ contactId, name }));
}

function isNear(person: KnownPerson, wanted: WantedKept, met: readonly Met[]): boolean {
  const address = wanted.appeared?.sighting.address;
  const isColleague =
    address !== undefined && person.addresses.some((one) => sameOrganisation(domainOf(one), domainOf(address)));
  const wasThere =
    address !== undefined && met.some((one) => one.with === address && person.addresses.includes(one.address));
  return isColleague || wasThere || isAt(person, wanted);
}

/** The company of a wanted role, or the one beside a wanted name. */
function isAt(person: KnownPerson, wanted: WantedKept): boolean {
  const { company } = wanted;
  if (company === undefined) return false;
  const domains = wanted.kind === "role" ? wanted.domains : [];
  const stated = person.company === undefined ? {} : { company: person.company };
  const seen = person.addresses.length === 0 ? [stated] : person.addresses.map((address) => ({ address, ...stated }));
  return seen.some((one) => worksThere(company, domains, one) === "there");
}

const asInsider = ({ contactId, name, title, lastConversationAt }: KnownPerson) => ({
  contactId,
  name,
  ...(title !== undefined && { title }),
  ...(lastConversationAt !== undefined && { lastConversationAt }),
});

const targetsOf = (wanted: readonly WantedKept[], companies: readonly TargetCompany[]): Target[] => [
  ...wanted.map((one) => ({ id: one.id, name: one.kind === "role" ? `${one.role} at ${one.company}` : one.name })),
  ...companies.map(({ companyId, name }) => ({ id: companyId, name })),
];

type Ground = {
  known: readonly KnownPerson[];
  people: readonly KnownPerson[];
  wanted: readonly WantedKept[];
  companies: readonly TargetCompany[];
  brought: readonly Brought[];
  met: readonly Met[];
};

/** From every known person to every target one step away. Whoever is the wanted one is no connector to themselves. */
function stepsOf({ known, people, wanted, companies, brought, met }: Ground): Step[] {
  const byAddress = new Map(people.flatMap((person) => person.addresses.map((address) => [address, person] as const)));
  const targetsAt = (person: KnownPerson | undefined, address?: Address): string[] => {
    const addresses = person?.addresses ?? (address === undefined ? [] : [address]);
    const found = wanted.filter(({ appeared }) => isSeenAs(appeared?.sighting, person, addresses)).map(({ id }) => id);
    const company = companyOf(addresses, companies);
    return company === undefined ? found : [...found, company.companyId];
  };
  const byCompany = known.flatMap((person): Step[] => {
    const company = companyOf(person.addresses, companies);
    const inside = company === undefined ? [] : [{ targetId: company.companyId as string, through: company.name }];
    const beside = wanted
      .filter((one) => one.appeared?.sighting.contactId !== person.contactId && isAt(person, one))
      .map((one) => ({ targetId: one.id as string, through: one.company! }));
    return [...inside, ...beside].map((step) => ({ contactId: person.contactId, by: "company", ...step }));
  });
  const byEvent = met.flatMap(({ address, with: other, title }): Step[] => {
    const person = byAddress.get(address);
    const reached = byAddress.get(other);
    if (person === undefined || person.contactId === reached?.contactId) return [];
    return targetsAt(reached, other).map((targetId) => ({
      contactId: person.contactId,
      targetId,
      by: "event",
      through: title,
    }));
  });
  const byId = new Map(people.map((person) => [person.contactId, person]));
  const byIntroduction = brought.flatMap(({ introducer, person }): Step[] =>
    targetsAt(byId.get(person)).map((targetId) => ({
      contactId: introducer,
      targetId,
      by: "introduction",
      through: "",
    })),
  );
  return [...byIntroduction, ...byCompany, ...byEvent];
}

const isSeenAs = (
  sighting: { contactId?: string; address?: Address } | undefined,
  person: KnownPerson | undefined,
  addresses: readonly Address[],
): boolean =>
  sighting !== undefined &&
  ((person !== undefined && sighting.contactId === person.contactId) ||
    (sighting.address !== undefined && addresses.includes(sighting.address)));

function withSeats(
  group: Group,
  people: readonly KnownPerson[],
  choices: ReadonlyMap<ContactId, ContactChoices>,
): GroupSeen {
  const byAddress = new Map(people.flatMap((person) => person.addresses.map((address) => [address, person] as const)));
  const members = group.members.map((member) => {
    const person = byAddress.get(member.address);
    const said = member.profession ?? (person && (choices.get(person.contactId)?.profession ?? person.title));
    return {
      ...member,
      shown: person?.name ?? member.name ?? member.address,
      ...(said !== undefined && { profession: said }),
      ...(person !== undefined && { contactId: person.contactId }),
    };
  });
  return { group, members, seats: sharedSeats(members) };
}

/** Whoever sent people or business, or is marked as such a source; who is owed most comes first (R12). */
function sourcesOf(
  people: readonly KnownPerson[],
  choices: ReadonlyMap<ContactId, ContactChoices>,
  ledger: ReadonlyMap<ContactId, readonly LedgerEntry[]>,
): SourceSeen[] {
  return people
    .flatMap(({ contactId, name }): SourceSeen[] => {
      const entries = (ledger.get(contactId) ?? []).filter(
        ({ about }) => about === "referral" || about === "introduction",
      );
      const received = entries.filter(({ kind }) => kind === "received").length;
      const given = entries.filter(({ kind }) => kind === "gave").length;
      const isSource = received > 0 || choices.get(contactId)?.isReferralSource === true;
      return isSource ? [{ contactId, name, received, given, owed: referralsOwed(entries) }] : [];
    })
    .toSorted(
      (one, other) => other.owed - one.owed || other.received - one.received || (one.name < other.name ? -1 : 1),
    );
}

function formerColleagues(employers: FormerEmployers, known: readonly KnownPerson[]): Lists["former"] {
  const people = known.filter(({ addresses }) => isFormerColleague(addresses, employers));
  return { ...employers, people: people.toSorted(byLastConversation) };
}

const byLastConversation = (one: KnownPerson, other: KnownPerson): number =>
  (one.lastConversationAt ?? "") < (other.lastConversationAt ?? "") ? -1 : 1;

/** `at`: when it was first noticed. */
export type WantedAlert = { id: WantedId; name: string; because: Because; at: Instant; contactId?: ContactId };

/** Wanted people who turned up, newest first: what a sitting shows at its beginning. */
export async function wantedAlerts(world: World, owner: OwnerId): Promise<WantedAlert[]> {
  const found = (await loadWanted(world.database, owner)).flatMap(({ id, appeared }) =>
    appeared === undefined ? [] : [{ id, appeared }],
  );
  return found
    .toSorted((one, other) => (one.appeared.at < other.appeared.at ? 1 : -1))
    .map(({ id, appeared: { sighting, because, at } }) => ({
      id,
      at,
      name: sighting.name ?? sighting.address ?? "Somebody",
      because,
      ...(sighting.contactId !== undefined && { contactId: sighting.contactId as ContactId }),
    }));
}
