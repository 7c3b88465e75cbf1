/** Which addresses are the owner's because accounts of theirs have them: told anew whenever an account comes, changes or goes. */
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { listConnected } from "../../store/accounts.ts";
import type { InTransaction } from "../../store/database.ts";
import { type AccountAddress, saveAccountAddresses } from "../../store/said-addresses.ts";

export async function tellOwnAddresses(transaction: InTransaction, owner: OwnerId): Promise<void> {
  const accounts = await listConnected(transaction, owner);
  const told = (texts: readonly string[], as: AccountAddress["as"]): AccountAddress[] =>
    texts.flatMap((text) => normaliseAddress(text) ?? []).map((address) => ({ address, as }));
  await saveAccountAddresses(transaction, owner, [
    ...accounts.flatMap(({ address }) => told([address], "main")),
    ...accounts.flatMap(({ aliases }) => told(aliases, "alias")),
  ]);
}
