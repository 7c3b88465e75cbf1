/** What the owner may do with a connected account besides reconnecting and disconnecting it. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { chooseCalendars, noteCalendarsListed } from "../../store/calendars.ts";
import { replayDeadLetters } from "../../store/scan-items.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { type ScanKind, scanTimer } from "./scan-timers.ts";

/** Which calendars count: what stood in the others goes, and what stands in new ones is read at once. */
export async function chooseOwnCalendars(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  chosen: readonly string[],
): Promise<void> {
  await world.database.transaction().execute(async (transaction) => {
    await chooseCalendars(transaction, owner, accountId, chosen);
    await setTimer(transaction, owner, scanTimer("scan_calendars", accountId), world.clock.now());
  });
  await world.nudge({ job: "scan_calendars", ownerId: owner, subjectId: accountId });
}

/** Reads what is new now, new calendars too, without waiting for the next poll. */
export async function readNow(world: World, owner: OwnerId, accountId: AccountId): Promise<void> {
  const kinds: readonly ScanKind[] = ["scan_mail", "scan_calendars", "scan_people"];
  await noteCalendarsListed(world.database, owner, accountId, undefined);
  for (const kind of kinds) {
    await setTimer(world.database, owner, scanTimer(kind, accountId), world.clock.now());
    await world.nudge({ job: kind, ownerId: owner, subjectId: accountId });
  }
}

/** Messages that were given up on are tried once more. Says how many. */
export async function replay(world: World, owner: OwnerId, accountId: AccountId): Promise<number> {
  const count = await world.database.transaction().execute(async (transaction) => {
    const replayed = await replayDeadLetters(transaction, owner, accountId, world.clock.now());
    if (replayed > 0) await setTimer(transaction, owner, scanTimer("scan_mail", accountId), world.clock.now());
    return replayed;
  });
  if (count > 0) await world.nudge({ job: "scan_mail", ownerId: owner, subjectId: accountId });
  return count;
}
