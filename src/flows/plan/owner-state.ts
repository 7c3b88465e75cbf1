/** All that the agenda of one owner is decided from: their circle, and what only deciding asks for. */
import type { Because } from "../../domain/because.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import { isAskUnlocked } from "../../domain/contact/warm-up.ts";
import { missedMeetings } from "../../domain/day/debrief.ts";
import { interactionOf, type Logged } from "../../domain/day/logged.ts";
import { type SentLetter, weightOf } from "../../domain/draft/frequency.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { ModeChoice } from "../../domain/meeting/mode.ts";
import type { OwnerState } from "../../domain/plan/agenda.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import type { PersonState } from "../../domain/plan/readiness.ts";
import { conflictIn } from "../../domain/relationship/conflict.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import { before, type Instant } from "../../domain/time.ts";
import { contactsByAddress } from "../../store/contacts.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { loadLogged } from "../../store/logged.ts";
import { newestTexts } from "../../store/newest-texts.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { type KnownPerson, readKnown } from "../../store/read/known.ts";
import { sentLetters } from "../../store/sent-letters.ts";
import type { Circle } from "../circle.ts";
import { introductions } from "../lists/introductions.ts";
import { matchTargets } from "../lists/targets.ts";
import { ownersHolidays } from "../meeting/owners-holidays.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { standingMeetings } from "./coming-meetings.ts";
import { historyOf, mayBeAsked } from "./person-history.ts";

/** A quarrel older than this is over. */
const conflictDays = 60;
const textsPerPerson = 3;

export async function ownerState(world: World, circle: Circle): Promise<OwnerState> {
  const { database } = world;
  const { view, interactions, choices, phones, places } = circle;
  const { owner, now } = view;
  const logged = await loadLogged(database, owner);
  const enrolments = await loadEnrolments(database, owner);
  const letters = Map.groupBy(await sentLetters(database, owner), ({ contactId }) => contactId);
  const debriefs = await loadDebriefs(database, owner);
  const meetings = await standingMeetings(world, view, {
    contacts: contactsByAddress(circle.contacts.values()),
    debriefs,
  });
  const conflicts = await quarrels(world, view);
  const known = await readKnown(database, owner);
  const targets = await matchTargets(world, view, { people: known, choices });
  const introduced = introducedIn(circle, known);
  const missed = missedMeetings(debriefs);
  const items = await loadPlanItems(database, owner);
  const people = [...circle.contacts.values()].filter(mayBeAsked).map((contact): PersonState => {
    const { contactId } = contact;
    const happened = withLogged(interactions.get(contactId) ?? [], logged.get(contactId) ?? []);
    const chosen = choices.get(contactId);
    // Where somebody lives matters only once something was between the two.
    const mode = happened.length === 0 && contact.metAt === undefined ? undefined : places.of(contactId).choice.mode;
    const introducedBy = introduced.introducerOf.get(contactId);
    const brought = introduced.by.get(contactId);
    const conflict = conflicts.get(contactId);
    const phone = phones.get(contactId);
    const notHeld = contact.addresses.map((address) => missed.get(address)).find((one) => one !== undefined);
    const target = targets.get(contactId);
    return {
      person: historyOf(contact, happened, now, {
        choices: chosen,
        facts: circle.facts.get(contactId),
        ...meetings.get(contactId),
        ...(mode !== undefined && { isFar: mode === "video" || mode === "phone" || mode === "none" }),
        ...(brought !== undefined && { brought }),
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
  return { people, items, holidays: await ownersHolidays(view) };
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

async function quarrels({ database }: World, { owner, now }: OwnerView): Promise<Map<ContactId, Because>> {
  const since = before(now, { days: conflictDays });
  const texts = await newestTexts(database, owner, { since, perPerson: textsPerPerson });
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

function introducedIn({ contacts, choices, facts, ledger }: Circle, known: readonly KnownPerson[]): Introduced {
  const by: Introduced["by"] = new Map();
  const introducerOf: Introduced["introducerOf"] = new Map();
  const asked = (id: ContactId) => {
    const contact = contacts.get(id);
    return contact !== undefined && mayBeAsked(contact) ? contact : undefined;
  };
  for (const { introducer, person } of introductions(known, { choices, ledger, facts })) {
    introducerOf.set(person, introducer);
    const told = facts.get(person)?.find(({ kind }) => kind === "introducer")?.saidAt;
    const recorded = ledger.get(introducer)?.find(({ otherContactId }) => otherContactId === person)?.at;
    const at = told ?? recorded ?? asked(person)?.metAt;
    const name = asked(person)?.name;
    if (at === undefined || name === undefined) continue;
    by.set(introducer, [...(by.get(introducer) ?? []), { name, at }]);
  }
  return { by, introducerOf };
}
