/**
 * Erases whom the owner wants erased, and keeps them so: what a new reading of mail, calendars and cards brought of them goes
 * again, before anybody is proposed. Runs where everything is derived anew, which one process does at a time.
 */
import { namesToErase, spellingsOf, type Traces, withoutPerson } from "../../domain/contact/erasure.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { before } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { eraseContact, eraseSightings } from "../../store/erase-person.ts";
import {
  addressesSeen,
  bearersOf,
  type Erased,
  loadErased,
  namesOfOthers,
  namesSeen,
  settleErased,
} from "../../store/erased.ts";
import { cardsWithoutAddress } from "../../store/evidence.ts";
import { forgetMentions } from "../../store/mentions.ts";
import { lockOwner } from "../../store/owners.ts";
import { forgetExports } from "../privacy/export-everything.ts";
import type { World } from "../world.ts";

/** A reading that began before an erasure may end after it: so long everybody is looked at again, not the new ones alone. */
const lookAgainMinutes = 10;

export async function keepErased(world: World, owner: OwnerId): Promise<void> {
  const { database, clock } = world;
  const erased = await loadErased(database, owner);
  if (erased.hashes.size === 0) return;
  const known = await whoIsBack(world, owner, erased);
  if (known.addresses.length + known.profiles.length + erased.asked.length === 0) return;
  if (erased.asked.length > 0) await forgetExports(world, owner);
  await database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const bearers = await bearersOf(transaction, owner, [...known.addresses, ...known.profiles]);
    const names = await namesOnlyTheirs(transaction, owner, { ...known, names: bearers.map(({ name }) => name) });
    for (const { contactId } of bearers) await eraseContact(transaction, owner, contactId);
    await forget(transaction, owner, { ...known, names });
    await settleErased(transaction, owner, erased.asked, clock.now());
  });
}

async function namesOnlyTheirs(
  connection: Connection,
  owner: OwnerId,
  { addresses, profiles, names }: Traces,
): Promise<string[]> {
  const seen = [...names, ...(await namesSeen(connection, owner, addresses))];
  return namesToErase(seen, await namesOfOthers(connection, owner, [...addresses, ...profiles]));
}

/** Everything that shows or mentions them. */
async function forget(connection: Connection, owner: OwnerId, known: Traces): Promise<void> {
  await eraseSightings(connection, owner, known);
  await forgetMentions(connection, owner, {
    spellings: spellingsOf(known),
    cleared: (value) => withoutPerson(value, known),
  });
}

async function whoIsBack(
  world: World,
  owner: OwnerId,
  { hashes, asked, lastAt }: Erased,
): Promise<Pick<Traces, "addresses" | "profiles">> {
  const { database, clock } = world;
  const isFresh =
    asked.length > 0 || (lastAt !== undefined && lastAt > before(clock.now(), { minutes: lookAgainMinutes }));
  const addresses = await addressesSeen(database, owner, { onlyNew: !isFresh });
  const profiles = (await cardsWithoutAddress(database, owner)).map(({ profile }) => profile);
  const erased = async (identity: string) => hashes.has((await world.hashAddress(identity)).toString("hex"));
  return { addresses: await those(addresses, erased), profiles: await those(profiles, erased) };
}

async function those<One>(all: readonly One[], isOne: (one: One) => Promise<boolean>): Promise<One[]> {
  const found = await Promise.all(all.map(isOne));
  return all.filter((_, at) => found[at]);
}
