/** What the owner says about one thing of the day: done, or not to be done at all (R23: dropped). */
import type { ItemSubject } from "../../domain/day/item.ts";
import type { ContactId, FactId, FollowUpId, GroupId, OwnerId } from "../../domain/ids.ts";
import { dayIn, type Instant } from "../../domain/time.ts";
import { changeContactChoices } from "../../store/contact-choices.ts";
import { changeGroup } from "../../store/contact-groups.ts";
import { loadContacts } from "../../store/contacts.ts";
import { skipFollowUp } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { settleFact } from "../facts/tell-fact.ts";
import { policyOf } from "../owner/policy-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import { skipApprovedOf } from "../sending/skip-draft.ts";
import type { World } from "../world.ts";
import { answerDebrief } from "./answer-debrief.ts";
import { logContact } from "./log-contact.ts";

export type Settled = "done" | "not_there";

/** A promise kept, or one that is not wanted any more. */
export async function settlePromise(
  world: World,
  owner: OwnerId,
  factId: FactId,
  state: "done" | "refused",
): Promise<Settled> {
  return (await settleFact(world, owner, factId, state)) === "done" ? "done" : "not_there";
}

/** Looked in there today, or not today: the next one has its turn tomorrow. */
export async function settleGroup(world: World, owner: OwnerId, groupId: GroupId): Promise<Settled> {
  const { now } = await viewpointOf(world, owner);
  const { zone } = await policyOf(world, owner);
  const today = dayIn(zone, now);
  const found = await changeGroup(world.database, owner, groupId, { lastRemindedOn: today }, world.clock.now());
  return found ? "done" : "not_there";
}

/** What the owner can offer somebody, or that there is nothing yet (R16). */
export async function sayGiveNote(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  giveNote: string | undefined,
): Promise<Settled> {
  const [known] = await loadContacts(world.database, owner, contactId);
  if (known === undefined) return "not_there";
  const { now } = await viewpointOf(world, owner);
  const { zone } = await policyOf(world, owner);
  const change = giveNote === undefined ? { noGiveYetOn: dayIn(zone, now) } : { giveNote, noGiveYetOn: undefined };
  await changeContactChoices(world.database, owner, contactId, change, world.clock.now());
  return "done";
}

/** Where a note by hand goes to (R25). */
export async function sayPostalAddress(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  postalAddress: string,
): Promise<Settled> {
  const [known] = await loadContacts(world.database, owner, contactId);
  if (known === undefined) return "not_there";
  await changeContactChoices(world.database, owner, contactId, { postalAddress }, world.clock.now());
  return "done";
}

/** Not to be done at all: by what the item is about. */
export async function dropItem(
  world: World,
  owner: OwnerId,
  kind: string,
  { followUpId, factId, groupId, contactId, eventId, endedAt }: ItemSubject,
): Promise<Settled> {
  if (followUpId !== undefined) {
    return world.database.transaction().execute(async (transaction) => {
      const inside = { ...world, database: transaction };
      await lockOwner(transaction, owner);
      await skipApprovedOf(inside, owner, followUpId as FollowUpId);
      const skipped = await skipFollowUp(transaction, owner, followUpId as FollowUpId, world.clock.now());
      return skipped ? "done" : "not_there";
    });
  }
  if (eventId !== undefined && endedAt !== undefined) {
    const answered = await answerDebrief(world, owner, { eventId, endedAt: endedAt as Instant }, "skip");
    return answered.kind === "kept" ? "done" : "not_there";
  }
  if (factId !== undefined) return settlePromise(world, owner, factId as FactId, "refused");
  if (groupId !== undefined) return settleGroup(world, owner, groupId as GroupId);
  if (contactId === undefined) return "not_there";
  const person = contactId as ContactId;
  if (kind === "give_note") return sayGiveNote(world, owner, person, undefined);
  const mode = kind === "note" ? "post" : "social";
  return (await logContact(world, owner, { contactId: person, mode, outcome: "later" })) === "logged"
    ? "done"
    : "not_there";
}
