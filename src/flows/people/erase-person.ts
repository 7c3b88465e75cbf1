/**
 * The owner erases a person: all that is kept of them goes in the background, in one transaction, and stays away. What runs is
 * stopped at once; what is on its way to them, or agreed with them, comes to its end before.
 */
import { type Because, because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { addAudit } from "../../store/audit.ts";
import { changeContactChoices } from "../../store/contact-choices.ts";
import { askErased, removeErased } from "../../store/erased.ts";
import { lockOwner, ownerAddresses } from "../../store/owners.ts";
import { type OpenEnds, readOpenEnds } from "../../store/read/open-ends.ts";
import { type PersonSeen, readPerson } from "../../store/read/person.ts";
import { setTimer } from "../../store/timers.ts";
import { closeOffers } from "../booking/close-offers.ts";
import { withdrawAllTo } from "../sending/withdraw.ts";
import type { World, WorldInside } from "../world.ts";

export type ErasureAsked =
  /** They stand on no list any more, and are gone as soon as everything was derived anew (keep-erased.ts). */
  | { kind: "erasing" }
  /** Stopped, and not erased yet: this comes to its end first. */
  | { kind: "waits"; because: readonly Because[] }
  | { kind: "unknown" };

const reason = because("R45.erased", "You erase this person.");

export async function erasePerson(world: World, owner: OwnerId, contactId: ContactId): Promise<ErasureAsked> {
  const outcome = await world.database.transaction().execute(async (transaction): Promise<ErasureAsked> => {
    await lockOwner(transaction, owner);
    const inside = { ...world, database: transaction };
    const person = await readPerson(transaction, owner, contactId);
    if (person === undefined) return { kind: "unknown" };
    await withdrawAllTo(inside, owner, contactId, reason);
    await closeOffers(inside, owner, { contactId, as: "withdrawn", because: reason });
    const waits = whatWaits(await readOpenEnds(transaction, owner, { contactId, now: world.clock.now() }));
    if (waits.length > 0) return { kind: "waits", because: waits };
    await ask(inside, owner, person);
    return { kind: "erasing" };
  });
  if (outcome.kind === "erasing") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return outcome;
}

async function ask(
  { database, clock, ids, hashAddress }: WorldInside,
  owner: OwnerId,
  person: PersonSeen,
): Promise<void> {
  const { contactId, identities } = person;
  const at = clock.now();
  const mine = new Set((await ownerAddresses(database, owner)).map(({ address }) => address));
  const theirs = identities.filter(({ kind, value }) => kind !== "phone" && !mine.has(value));
  const hashes = await Promise.all(theirs.map(({ value }) => hashAddress(value)));
  await askErased(database, owner, hashes, at);
  await changeContactChoices(database, owner, contactId, { status: "archived" }, at);
  await addAudit(database, owner, { auditId: ids.next(), at, what: "contact_erased", contactId });
  await setTimer(database, owner, { kind: "discover", subjectId: owner }, at);
}

/** What a person would leave behind at a provider, in words for the owner. */
export function whatWaits({ letters, meetings, entries, groups }: OpenEnds): Because[] {
  const lines: [number, string, string][] = [
    [letters, "R41.leaving", "A letter to them is leaving at this moment, or nobody knows yet whether it left."],
    [meetings, "R34.booked", "A meeting with them is to come: call it off first, or wait until it is over."],
    [groups, "R11.asked", "They are asked to a small group: call that off first, or go on without them."],
    [entries, "Q6.removing", "Hours that were held for them are being taken out of your calendar."],
  ];
  return lines.flatMap(([count, rule, text]) => (count === 0 ? [] : [because(rule, text)]));
}

/** The owner lets an erased mailbox be proposed again; what was erased does not come back. */
export async function letReturn(world: World, owner: OwnerId, address: Address): Promise<"may_return" | "not_erased"> {
  const hash = await world.hashAddress(address);
  return (await removeErased(world.database, owner, hash)) ? "may_return" : "not_erased";
}
