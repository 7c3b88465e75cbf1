/** What the owner decided about one person, and what to know before deciding: how surely they are known, how warm it is. */
import type { Because } from "../../domain/because.ts";
import { isFreeMail, ownDomainsOf } from "../../domain/contact/address.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { askWarning, mayIntroduce } from "../../domain/contact/referrals.ts";
import type { VerificationLevel } from "../../domain/contact/verification.ts";
import { type FirstMeeting, firstMeeting, verificationWarnings } from "../../domain/contact/verification-warnings.ts";
import { type WarmUp, warmUp } from "../../domain/contact/warm-up.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { findContactChoices } from "../../store/contact-choices.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { loadLedger } from "../../store/ledger.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { readCredentials } from "../../store/read/credentials.ts";
import { readDomainsSpokenWith } from "../../store/read/known.ts";
import { type PersonSeen, readPerson } from "../../store/read/person.ts";
import { loadTargetCompanies } from "../../store/target-companies.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import type { PersonNamed } from "./look-at-lists.ts";

export type PersonLook = {
  choices: ContactChoices;
  introducer?: PersonNamed;
  /** Where something reads differently than expected; each "not met yet", none a doubt. */
  warnings: Because[];
  first: FirstMeeting;
  warmUp: WarmUp;
  /** Newest first. */
  ledger: readonly LedgerEntry[];
  askWarning?: Because;
  /** Whom they agreed to be introduced to, and whose word is still missing (R12). */
  agreedToMeet: readonly PersonNamed[];
  introductions: readonly Because[];
};

export async function lookAtPerson(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
): Promise<PersonLook | undefined> {
  const { database } = world;
  const person = await readPerson(database, owner, contactId);
  if (person === undefined) return undefined;
  const { now } = await viewpointOf(world, owner);
  const choices = await findContactChoices(database, owner, contactId);
  const interactions = (await loadInteractions(database, owner, contactId)).get(contactId) ?? [];
  const entries = (await loadLedger(database, owner, contactId)).get(contactId) ?? [];
  const introducedBy = choices.introducedBy ?? person.metIntroducedBy;
  const warm = warmUp(
    {
      interactions,
      ...(person.metChannel !== null && { channel: person.metChannel }),
      ...(introducedBy !== undefined && { introducedBy }),
    },
    now,
  );
  const level = person.verification as VerificationLevel;
  const introducer =
    choices.introducedBy === undefined
      ? undefined
      : await readPerson(database, owner, choices.introducedBy as ContactId);
  const warning = askWarning(entries);
  return {
    choices,
    warnings: level >= 3 ? [] : await warningsFor(world, owner, person, level),
    first: firstMeeting({ level, isOnlineOnly: warm.state !== "not_needed" }),
    warmUp: warm,
    ledger: entries.toReversed(),
    ...(introducer !== undefined && { introducer: { contactId: introducer.contactId, name: introducer.name } }),
    ...(warning !== undefined && { askWarning: warning }),
    ...(await agreements(world, owner, person, choices)),
  };
}

async function agreements(
  world: World,
  owner: OwnerId,
  { contactId, name }: PersonSeen,
  choices: ContactChoices,
): Promise<Pick<PersonLook, "agreedToMeet" | "introductions">> {
  const agreedToMeet: PersonNamed[] = [];
  const introductions: Because[] = [];
  for (const id of (choices.agreedToMeet ?? []) as ContactId[]) {
    const other = await readPerson(world.database, owner, id);
    if (other === undefined) continue;
    agreedToMeet.push({ contactId: id, name: other.name });
    const theirs = await findContactChoices(world.database, owner, id);
    const may = mayIntroduce({ id: contactId, name, choices }, { id, name: other.name, choices: theirs });
    if (may.kind === "waits") introductions.push(may.because);
  }
  return { agreedToMeet, introductions };
}

async function warningsFor(
  world: World,
  owner: OwnerId,
  { identities, company }: PersonSeen,
  level: VerificationLevel,
): Promise<Because[]> {
  const addresses = identities.filter(({ kind }) => kind === "address").map(({ value }) => value);
  return verificationWarnings({
    level,
    addresses,
    ...(company !== undefined && { company }),
    ...(await readCredentials(world.database, owner, addresses)),
    knownDomains: await domainsKnown(world, owner),
  });
}

/** Of the owner's own house, of people spoken with live, and of companies the owner looks at. */
async function domainsKnown(world: World, owner: OwnerId): Promise<string[]> {
  const { database } = world;
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const companies = await loadTargetCompanies(database, owner);
  const domains = [
    ...ownDomainsOf(mine),
    ...(await readDomainsSpokenWith(database, owner)),
    ...companies.flatMap(({ domains: theirs }) => theirs),
  ];
  return [...new Set(domains.filter((domain) => !isFreeMail(domain)))];
}
