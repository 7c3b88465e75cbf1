/** Which people are in the owner's target market or at a target company (R5, R6): what adds to their urgency. */

import type { Because } from "../../domain/because.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { Group } from "../../domain/contact/group.ts";
import { type Described, TargetMarket, type Targets, targetMatch } from "../../domain/contact/target-market.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { loadGroups } from "../../store/contact-groups.ts";
import type { KnownPerson } from "../../store/read/known.ts";
import { loadTargetCompanies } from "../../store/target-companies.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

/** The reason for each person who matches; nobody else is in it. */
export async function matchTargets(
  { database }: World,
  { owner, settings }: Pick<OwnerView, "owner" | "settings">,
  { people, choices }: { people: readonly KnownPerson[]; choices: ReadonlyMap<ContactId, ContactChoices> },
): Promise<Map<ContactId, Because>> {
  const targets: Targets = {
    market: TargetMarket.parse(settings.target_market ?? {}),
    companies: await loadTargetCompanies(database, owner),
  };
  if (targets.companies.length === 0 && Object.values(targets.market).every((terms) => terms.length === 0))
    return new Map();
  const groups = await loadGroups(database, owner);
  return new Map(
    people.flatMap((person) => {
      const reason = targetMatch(describe(person, choices.get(person.contactId) ?? {}, groups), targets);
      return reason === undefined ? [] : [[person.contactId, reason]];
    }),
  );
}

function describe(person: KnownPerson, choices: ContactChoices, groups: readonly Group[]): Described {
  const { company, title } = person;
  const { profession, postalAddress, describedAs } = choices;
  const shared = groups.filter((group) => group.state === "accepted" && hasMember(group, person.addresses));
  return {
    addresses: person.addresses,
    places: [...person.places, ...(postalAddress === undefined ? [] : [postalAddress])],
    notes: [...(describedAs === undefined ? [] : [describedAs]), ...shared.map(({ name }) => name)],
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    ...(profession !== undefined && { profession }),
  };
}

const hasMember = ({ members }: Group, addresses: readonly Address[]): boolean =>
  members.some(({ address }) => addresses.includes(address));
