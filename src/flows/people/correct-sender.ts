/** The owner says what an address is: a person, a machine, or nobody to bother with. It outranks all evidence, for good. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { removeTombstone, saveTombstone } from "../../store/contacts.ts";
import { type Correction, saveCorrection } from "../../store/senders.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export async function correctSender(
  world: World,
  owner: OwnerId,
  address: Address,
  correction: Correction | undefined,
): Promise<void> {
  const at = world.clock.now();
  await world.database.transaction().execute(async (transaction) => {
    await saveCorrection(transaction, owner, address, correction, at);
    if (correction === "ignored") await saveTombstone(transaction, owner, address, "You left this person out.", at);
    else await removeTombstone(transaction, owner, address);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, at);
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
}
