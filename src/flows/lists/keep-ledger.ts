/** What the owner says they gave or received (R12, R39), where no letter and no fact tells it. */
import { type LedgerAct, ledgerActs } from "../../domain/contact/ledger-acts.ts";
import type { ContactId, LedgerEntryId, OwnerId } from "../../domain/ids.ts";
import { isContact } from "../../store/contact-stops.ts";
import { addLedgerEntry, removeLedgerEntry } from "../../store/ledger.ts";
import type { World } from "../world.ts";

export async function tellLedger(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  { act, text }: { act: LedgerAct; text: string },
): Promise<"noted" | "unknown"> {
  const { kind, about, says } = ledgerActs[act];
  const entryId = world.ids.next<LedgerEntryId>();
  return world.database.transaction().execute(async (transaction) => {
    if (!(await isContact(transaction, owner, contactId))) return "unknown";
    await addLedgerEntry(transaction, owner, {
      entryId,
      contactId,
      kind,
      about,
      text: text === "" ? says : text,
      at: world.clock.now(),
      source: { kind: "owner", id: entryId },
    });
    return "noted";
  });
}

/** Only what the owner said can be taken back here. */
export const untellLedger = (
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  entryId: LedgerEntryId,
): Promise<boolean> => removeLedgerEntry(world.database, owner, contactId, entryId);
