/**
 * After a new reading: who was stopped stays stopped, under every address that is theirs now. A mailbox that is suppressed
 * stops the person it belongs to, also when they were forgotten meanwhile; a stopped person's new address is suppressed.
 */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { changeContactChoices, loadContactChoices, showChoices } from "../../store/contact-choices.ts";
import type { Connection } from "../../store/database.ts";
import { saveSuppressions, suppressedMailboxes } from "../../store/suppressions.ts";
import type { World } from "../world.ts";

export async function keepStops(
  world: World,
  connection: Connection,
  owner: OwnerId,
  contacts: readonly { contactId: ContactId; addresses: readonly Address[] }[],
): Promise<void> {
  await showChoices(connection, owner);
  const suppressed = await suppressedMailboxes(connection, owner);
  const choices = await loadContactChoices(connection, owner);
  const at = world.clock.now();
  for (const { contactId, addresses } of contacts) {
    const isStopped = choices.get(contactId)?.status === "blocked";
    if (suppressed.size === 0 && !isStopped) continue;
    const hashes = await Promise.all(addresses.map((address) => world.hashAddress(address)));
    const open = hashes.filter((hash) => !suppressed.has(hash.toString("hex")));
    if (!isStopped && open.length === hashes.length) continue;
    if (!isStopped) await changeContactChoices(connection, owner, contactId, { status: "blocked" }, at);
    await saveSuppressions(connection, owner, { hashes: open, reason: "do_not_contact", source: "owner", at });
  }
}
