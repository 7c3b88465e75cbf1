/**
 * The owner's circle at a moment: whom they know, what happened with each and is known of each, where everybody is, and which
 * time is free. Deciding and writing both begin from it, so it is loaded once for the two.
 */
import type { ContactChoices } from "../domain/contact/choices.ts";
import type { LedgerEntry } from "../domain/contact/ledger.ts";
import type { Fact } from "../domain/fact/fact.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Interaction } from "../domain/relationship/interaction.ts";
import { loadContactChoices } from "../store/contact-choices.ts";
import { type ContactRow, loadContacts } from "../store/contacts.ts";
import { loadFacts } from "../store/facts.ts";
import { loadInteractions } from "../store/interactions.ts";
import { loadLedger } from "../store/ledger.ts";
import { lockOwner } from "../store/owners.ts";
import { firstPhones } from "../store/phones.ts";
import { type FreeTime, freeTimeOf } from "./meeting/free-time.ts";
import { type EverybodysPlaces, whereaboutsOf } from "./meeting/whereabouts.ts";
import { type OwnerView, ownerView } from "./owner/owner-view.ts";
import type { World, WorldInside } from "./world.ts";

export type Circle = {
  view: OwnerView;
  contacts: ReadonlyMap<ContactId, ContactRow>;
  /** Oldest first, those that lie ahead of the moment too. */
  interactions: ReadonlyMap<ContactId, readonly Interaction[]>;
  choices: ReadonlyMap<ContactId, ContactChoices>;
  facts: ReadonlyMap<ContactId, readonly Fact[]>;
  ledger: ReadonlyMap<ContactId, readonly LedgerEntry[]>;
  /** The number to call each person on, where one is known. */
  phones: ReadonlyMap<ContactId, string>;
  free: FreeTime;
  places: EverybodysPlaces;
};

export async function circleOf(world: World, view: OwnerView): Promise<Circle> {
  const { database } = world;
  const { owner } = view;
  const contacts = await loadContacts(database, owner);
  const facts = await loadFacts(database, owner);
  const free = await freeTimeOf(world, view);
  return {
    view,
    contacts: new Map(contacts.map((one) => [one.contactId, one])),
    interactions: await loadInteractions(database, owner),
    choices: await loadContactChoices(database, owner),
    facts,
    ledger: await loadLedger(database, owner),
    phones: await firstPhones(database, owner),
    free,
    places: await whereaboutsOf(world, view, { free, facts }),
  };
}

/**
 * Works on the circle as it is behind the owner's lock, in one transaction: two who decide at once follow each other, and none
 * decides from what the other is just changing.
 */
export const withCircle = <Outcome>(
  world: World,
  owner: OwnerId,
  work: (inside: WorldInside, circle: Circle) => Promise<Outcome>,
): Promise<Outcome> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    return work(inside, await circleOf(inside, await ownerView(inside, owner)));
  });
