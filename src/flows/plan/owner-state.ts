/** All that the agenda of one owner is decided from, loaded at one moment. */
import type { Because } from "../../domain/because.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import { isAskUnlocked } from "../../domain/contact/warm-up.ts";
import { missedMeetings } from "../../domain/day/debrief.ts";
import { interactionOf, type Logged } from "../../domain/day/logged.ts";
import { type SentLetter, weightOf } from "../../domain/draft/frequency.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { ModeChoice } from "../../domain/meeting/mode.ts";
import type { OwnerState } from "../../domain/plan/agenda.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import type { PersonState } from "../../domain/plan/readiness.ts";
import { conflictIn } from "../../domain/relationship/conflict.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import { before, type Instant } from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { loadLedger } from "../../store/ledger.ts";
import { loadLogged } from "../../store/logged.ts";
import { newestTexts } from "../../store/newest-texts.ts";
import { firstPhones } from "../../store/phones.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { readKnown } from "../../store/read/known.ts";
import { sentLetters } from "../../store/sent-letters.ts";
import { introductions } from "../lists/introductions.ts";
import { matchTargets } from "../lists/targets.ts";
import { freeTimeOf } from "../meeting/free-time.ts";
import { ownersHolidays } from "../meeting/owners-holidays.ts";
import { whereaboutsOf } from "../meeting/whereabouts.ts";
import { type Policy, policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { standingMeetings } from "./coming-meetings.ts";
import { historyOf, mayBeAsked } from "./person-history.ts";

/** A quarrel older than this is over. */
const conflictDays = 60;
const textsPerPerson = 3;

export async function ownerState(
  world: World,
  owner: OwnerId,
  now: Instant,
): Promise<{ state: OwnerState; policy: Policy }> {
  const { database } = world;
  const policy = await policyOf(world, owner);
  const contacts = (await loadContacts(database, owner)).filter(mayBeAsked);
  const interactions = await loadInteractions(database, owner);
  const logged = await loadLogged(database, owner);
  const choices = await loadContactChoices(database, owner);
  const facts = await loadFacts(database, owner);
  const enrolments = await loadEnrolments(database, owner);
  const letters = Map.groupBy(await sentLetters(database, owner), ({ contactId }) => contactId);
  const meetings = await standingMeetings(world, owner, now);
  const places = await whereaboutsOf(world, owner, now, await freeTimeOf(world, owner, now), policy);
  const conflicts = await quarrels(world, owner, now);
  const phones = await firstPhones(database, owner);
  const targets = await matchTargets(world, owner);
  const brought = await broughtBy(world, owner, { contacts, choices, facts });
  const missed = missedMeetings(await loadDebriefs(database, owner));
  const items = await loadPlanItems(database, owner);
  const people = contacts.map((contact): PersonState => {
    const { contactId } = contact;
    const happened = withLogged(interactions.get(contactId) ?? [], logged.get(contactId) ?? []);
    const chosen = choices.get(contactId);
    // Where somebody lives matters only once something was between the two.
    const mode = happened.length === 0 && contact.metAt === undefined ? undefined : places.of(contactId).choice.mode;
    const introducedBy = brought.introducerOf.get(contactId);
    const known = brought.by.get(contactId);
    const conflict = conflicts.get(contactId);
    const phone = phones.get(contactId);
    const notHeld = contact.addresses.map((address) => missed.get(address)).find((one) => one !== undefined);
    const target = targets.get(contactId);
    return {
      person: historyOf(contact, happened, now, {
        choices: chosen,
        facts: facts.get(contactId),
        ...meetings.get(contactId),
        ...(mode !== undefined && { isFar: mode === "video" || mode === "phone" || mode === "none" }),
        ...(known !== undefined && { brought: known }),
        ...(notHeld !== undefined && { missed: notHeld }),
      }),
      enrolments: enrolments.get(contactId) ?? [],
      letters: (letters.get(contactId) ?? []).map(({ at, kind }): SentLetter => ({ at, weight: weightOf(kind) })),
      fits: fitsOf(mode, happened, chosen),
      isUnlocked: isAskUnlocked(
        {
          interactions: happened,
          ...(contact.metChannel !== undefined && { channel: contact.metChannel }),
          ...(introducedBy !== undefined && { introducedBy }),
        },
        now,
      ),
      matchesTarget: target !== undefined,
      ...(target !== undefined && { targetSays: target.text }),
      ...(conflict !== undefined && { conflict }),
      ...(phone !== undefined && { phone }),
    };
  });
  return { state: { people, items, holidays: await ownersHolidays(world, owner, policy.zone, now) }, policy };
}

/** What was logged a moment ago counts at once, before interactions are derived anew. */
function withLogged(interactions: readonly Interaction[], logged: readonly Logged[]): readonly Interaction[] {
  const fresh = logged
    .filter(({ loggedId }) => !interactions.some(({ source }) => source.id === loggedId))
    .flatMap((one) => interactionOf(one) ?? []);
  return fresh.length === 0 ? interactions : [...interactions, ...fresh];
}

/** Coffee and lunch when near, or, while nothing tells, with whom the owner met in a room before (R31). */
function fitsOf(
  mode: ModeChoice["mode"] | undefined,
  happened: readonly Interaction[],
  choices: ContactChoices | undefined,
): readonly MeetingType[] {
  const metInPerson = happened.some((one) => one.mode === "in_person" && one.depth === "conversation");
  const isNear = mode === "in_person" || (mode === "either" && metInPerson);
  const mayAdvise = choices?.purpose !== "friend" && choices?.admiration !== undefined;
  return [
    ...(isNear ? (["coffee", "lunch"] as const) : []),
    "call",
    "check_in",
    ...(mayAdvise ? (["advice_call"] as const) : []),
  ];
}

async function quarrels(world: World, owner: OwnerId, now: Instant): Promise<Map<ContactId, Because>> {
  const since = before(now, { days: conflictDays });
  const texts = await newestTexts(world.database, owner, { since, perPerson: textsPerPerson });
  const found = new Map<ContactId, Because>();
  for (const { contactId, at, text } of texts) {
    if (at > now || found.has(contactId)) continue;
    const conflict = conflictIn(text);
    if (conflict !== undefined) found.set(contactId, conflict);
  }
  return found;
}

type Introduced = {
  /** Whom each person brought, and when that was told. */
  by: Map<ContactId, { name: string; at: Instant }[]>;
  introducerOf: Map<ContactId, ContactId>;
};

async function broughtBy(
  world: World,
  owner: OwnerId,
  {
    contacts,
    choices,
    facts,
  }: {
    contacts: readonly ContactRow[];
    choices: ReadonlyMap<ContactId, ContactChoices>;
    facts: ReadonlyMap<ContactId, readonly Fact[]>;
  },
): Promise<Introduced> {
  const { database } = world;
  const ledger = await loadLedger(database, owner);
  const rows = new Map(contacts.map((one) => [one.contactId, one]));
  const by: Introduced["by"] = new Map();
  const introducerOf: Introduced["introducerOf"] = new Map();
  for (const { introducer, person } of introductions(await readKnown(database, owner), { choices, ledger, facts })) {
    introducerOf.set(person, introducer);
    const told = facts.get(person)?.find(({ kind }) => kind === "introducer")?.saidAt;
    const recorded = ledger.get(introducer)?.find(({ otherContactId }) => otherContactId === person)?.at;
    const at = told ?? recorded ?? rows.get(person)?.metAt;
    const name = rows.get(person)?.name;
    if (at === undefined || name === undefined) continue;
    by.set(introducer, [...(by.get(introducer) ?? []), { name, at }]);
  }
  return { by, introducerOf };
}
