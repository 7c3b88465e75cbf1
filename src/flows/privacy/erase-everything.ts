/**
 * Everything of an owner goes: rows, files, and the permission to read their accounts. What left stays with whom it was sent to.
 * It may die anywhere and goes on; afterwards the home is as on its first day.
 */
import { isActive } from "../../domain/booking/booking.ts";
import { sameMailbox } from "../../domain/contact/address.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { type ConnectedAccount, listConnected, saveWishes, setAccountState } from "../../store/accounts.ts";
import { bookingsEndingAfter } from "../../store/bookings.ts";
import { addErasure, countGone, eraseOwner, findErasure, handOver, isOnlyOwner } from "../../store/erasures.ts";
import { keptExports } from "../../store/exports.ts";
import { pathsOfImports } from "../../store/imports.ts";
import { eraseRows, ownedTables } from "../../store/owned-tables.ts";
import { operators } from "../../store/owner-roles.ts";
import { lockOwner, lockOwners, ownerAddresses } from "../../store/owners.ts";
import { dropTimers, setTimer } from "../../store/timers.ts";
import { leaveProvider } from "../accounts/disconnect.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { keepBooking } from "../booking/keep-booking.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import { freshOwner } from "../owner/owner-of.ts";
import type { World, WorldInside } from "../world.ts";
import { writeBack } from "../write-back/write-back.ts";
import { removeExport, stopExport } from "./export-everything.ts";

/** Rows that go in one transaction. */
const rowsAtOnce = 5_000;
/** Kept to the end: what tells that it goes on, who may watch it, and the stops that may outlive it. */
const lastTables = ["owner", "erasure", "timer", "session", "setting", "suppression"];

/** What is typed where no address of the owner is known. */
export const erasePhrase = "erase everything";

export type ErasureWish = { typed: string; clearsAccounts: boolean; keepsStops: boolean };

const eraseTimer = (owner: OwnerId) => ({ kind: "erase_everything", subjectId: owner });

/** What the owner types to say that they mean it: one of their addresses, the likeliest of which is shown. */
export async function wordToConfirm(world: World, owner: OwnerId): Promise<string> {
  const [address] = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  return address ?? erasePhrase;
}

/**
 * From now on nothing else is begun for this owner. not_confirmed: something else was typed, and nothing was done.
 * last_operator: others are at home, and nobody would look after them.
 */
export async function askToErase(
  world: World,
  owner: OwnerId,
  { typed, ...wish }: ErasureWish,
): Promise<"begun" | "not_confirmed" | "last_operator"> {
  if (!(await isConfirmed(world, owner, typed.trim()))) return "not_confirmed";
  const outcome = await world.database.transaction().execute(async (database) => {
    await lockOwners(database);
    const [operator, another] = await operators(database);
    if (operator === owner && another === undefined && !(await isOnlyOwner(database, owner))) return "last_operator";
    await beginErasure({ ...world, database }, owner, wish);
    return "begun";
  });
  if (outcome === "begun") await world.nudge({ job: "erase_everything", ownerId: owner });
  return outcome;
}

/** Inside of the caller's transaction; the caller nudges the job. */
export async function beginErasure(
  { database, clock }: WorldInside,
  owner: OwnerId,
  wish: Omit<ErasureWish, "typed">,
): Promise<void> {
  await lockOwner(database, owner);
  await addErasure(database, owner, { ...wish, askedAt: clock.now() });
  await setTimer(database, owner, eraseTimer(owner), clock.now());
  await dropTimers(database, owner, eraseTimer(owner));
}

async function isConfirmed(world: World, owner: OwnerId, typed: string): Promise<boolean> {
  const addresses = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  return addresses.length === 0
    ? typed.toLowerCase() === erasePhrase
    : addresses.some((address) => sameMailbox(address, typed.toLowerCase() as Address));
}

/** The job. */
export async function eraseEverything(world: World, owner: OwnerId, signal: AbortSignal): Promise<void> {
  const wish = await findErasure(world.database, owner);
  if (wish === undefined) return;
  if (wish.clearsAccounts) await clearAccounts(world, owner, signal);
  await leaveAccounts(world, owner, signal);
  await removeFiles(world, owner);
  await dropTimers(world.database, owner, eraseTimer(owner));
  for (const table of await ownedTables(world.database)) {
    if (lastTables.includes(table.name)) continue;
    for (let gone = rowsAtOnce; gone === rowsAtOnce; ) {
      if (signal.aborted) return;
      gone = await eraseRows(world.database, owner, table, rowsAtOnce);
      await countGone(world.database, owner, gone);
    }
  }
  if (!signal.aborted) await beginAnew(world, owner, wish);
}

/** Coming meetings are called off, their guests told by the calendar, and what Rapport wrote for the owner alone is taken away. */
async function clearAccounts(world: World, owner: OwnerId, signal: AbortSignal): Promise<void> {
  const coming = await bookingsEndingAfter(world.database, owner, world.clock.now());
  for (const booking of [...coming.values()].filter(isActive))
    await cancelBooking(world, owner, { bookingId: booking.bookingId, by: "owner" });
  for (const bookingId of coming.keys())
    await evenInTrouble(world, owner, () => keepBooking(world, owner, bookingId, signal));
  for (const { accountId } of await listConnected(world.database, owner)) {
    await saveWishes(world.database, owner, accountId, []);
    await evenInTrouble(world, owner, () => writeBack(world, owner, accountId, signal));
  }
}

async function leaveAccounts(world: World, owner: OwnerId, signal: AbortSignal): Promise<void> {
  const from = ["open", "reconnect", "waiting_admin", "closing"] as const satisfies ConnectedAccount["state"][];
  for (const account of await listConnected(world.database, owner)) {
    // Nothing reads it any more, and what reads it at this moment finds it closing.
    await setAccountState(world.database, owner, account.accountId, { from, to: "closing" });
    await leaveProvider(world, owner, account, signal);
  }
}

/** A provider that does not answer keeps nobody from leaving. */
async function evenInTrouble(world: World, owner: OwnerId, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    world.log.warn({ ownerId: owner, err: error }, "something stays in an account whose owner erases everything");
  }
}

async function removeFiles(world: World, owner: OwnerId): Promise<void> {
  for (const { exportId } of await keptExports(world.database, owner)) {
    await stopExport(world, owner, exportId);
    await removeExport(world, owner, exportId);
  }
  for (const path of await pathsOfImports(world.database, owner)) await world.removeFromInbox(path);
  if (await isOnlyOwner(world.database, owner)) await world.removeKeptFiles();
}

/** Where nobody else is at home, a new owner begins in the same browsers. */
async function beginAnew(world: World, owner: OwnerId, { keepsStops }: { keepsStops: boolean }): Promise<void> {
  await world.database.transaction().execute(async (database) => {
    await lockOwners(database);
    if (await isOnlyOwner(database, owner)) {
      const to = await freshOwner({ ...world, database });
      await handOver(database, { from: owner, to, withStops: keepsStops });
    }
    await eraseOwner(database, owner);
  });
}
