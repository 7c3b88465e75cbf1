/** The owner names their own addresses. Everything is read by them from now on, what was read before too. */
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { sayAddresses } from "../../store/said-addresses.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

/** Refuses, changing nothing, when one of them is no address: it is given back. */
export async function sayOwnerAddresses(
  world: World,
  owner: OwnerId,
  addresses: readonly string[],
): Promise<{ kind: "done" } | { kind: "not_an_address"; text: string }> {
  const read = addresses.map((text) => ({ text, address: normaliseAddress(text) }));
  const wrong = read.find(({ address }) => address === undefined);
  if (wrong !== undefined) return { kind: "not_an_address", text: wrong.text };
  await world.database.transaction().execute(async (transaction) => {
    await sayAddresses(transaction, owner, [...new Set(read.map(({ address }) => address!))]);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return { kind: "done" };
}
