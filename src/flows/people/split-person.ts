/**
 * The owner's unasked word about who is one person (R13): an address gets a person of its own, or two people become one. Either
 * is undone by the other. What was read is derived anew from it.
 */
import { because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { joinContacts, splitIdentity } from "../../store/contacts.ts";
import { forgetApart, saveUnasked } from "../../store/merge-questions.ts";
import { lockOwner } from "../../store/owners.ts";
import { readPerson } from "../../store/read/person.ts";
import { setTimer } from "../../store/timers.ts";
import type { World, WorldInside } from "../world.ts";

export const splitRule = "R13.split";

/** unknown: no such person, or the address is none of theirs, or all they have. */
export async function splitPerson(
  world: World,
  owner: OwnerId,
  from: ContactId,
  address: string,
): Promise<ContactId | "unknown"> {
  const to = world.ids.next<ContactId>();
  const at = world.clock.now();
  return derivedAnew(world, owner, async ({ database }) => {
    const theirs = await identitiesOf(database, owner, from);
    const others = theirs.filter((one) => one !== address);
    if (others.length === theirs.length || others.length === 0) return "unknown";
    const reason = [because(splitRule, `You gave ${address} a person of its own.`)];
    for (const other of others)
      await saveUnasked(database, owner, { addresses: [address, other], answer: "different", because: reason }, at);
    await splitIdentity(database, owner, { from, to, value: address, at });
    return to;
  });
}

/** The one stays, the other goes into it. unknown: there are no two such people. */
export async function joinPeople(
  world: World,
  owner: OwnerId,
  one: ContactId,
  other: ContactId,
): Promise<"joined" | "unknown"> {
  const at = world.clock.now();
  return derivedAnew(world, owner, async ({ database }) => {
    const [mine, theirs] = [await identitiesOf(database, owner, one), await identitiesOf(database, owner, other)];
    const [first, second] = [mine[0], theirs[0]];
    if (one === other || first === undefined || second === undefined) return "unknown";
    await forgetApart(database, owner, mine, theirs);
    const reason = [because("R13.joined", "You said that these are one person.")];
    await saveUnasked(database, owner, { addresses: [first, second], answer: "same", because: reason }, at);
    await joinContacts(database, owner, { from: other, to: one });
    return "joined";
  });
}

/** Addresses and profiles; numbers go from hand to hand and tie nobody together. */
async function identitiesOf(database: WorldInside["database"], owner: OwnerId, id: ContactId): Promise<string[]> {
  const person = await readPerson(database, owner, id);
  return (person?.identities ?? []).filter(({ kind }) => kind !== "phone").map(({ value }) => value);
}

async function derivedAnew<Outcome>(
  world: World,
  owner: OwnerId,
  work: (inside: WorldInside) => Promise<Outcome | "unknown">,
): Promise<Outcome | "unknown"> {
  const outcome = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const done = await work({ ...world, database: transaction });
    if (done !== "unknown")
      await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return done;
  });
  if (outcome !== "unknown") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return outcome;
}
