/** An address that a letter came back from may be written to again, as the owner says. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { addressesOf } from "../../store/contact-stops.ts";
import { removeFailedAddress } from "../../store/failed-addresses.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import { followUp } from "../follow-up.ts";
import type { World } from "../world.ts";

export async function useAddressAgain(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  address: Address,
): Promise<"done" | "not_there"> {
  const isTheirs = (await addressesOf(world.database, owner, contactId)).includes(address);
  const isDone = await world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    if (!isTheirs || !(await removeFailedAddress(database, owner, address))) return false;
    // The letter that came back stands in the sent mail: what happened is derived with it again.
    await setTimer(database, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return true;
  });
  if (!isDone) return "not_there";
  await followUp(world, owner);
  return "done";
}
