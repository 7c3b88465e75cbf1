/** Mailboxes that nothing is written to, kept as hashes, so that a refusal outlives the erasure of the person (R45). */
import { createHmac } from "node:crypto";
import { mailboxKey } from "../domain/contact/address.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** HMAC-SHA-256 of the mailbox, so that a plus tag or another dot is no way around it. */
export const mailboxHash = (pepper: Uint8Array, address: Address): Buffer =>
  createHmac("sha256", pepper).update(mailboxKey(address)).digest();

/** Where the refusal comes from: the owner's word, or a letter of theirs. */
export type Suppression = { hashes: readonly Buffer[]; reason: string; source: "owner" | "reply"; at: Instant };

/** The first reason stands. */
export async function saveSuppressions(
  connection: Connection,
  owner: OwnerId,
  { hashes, reason, source, at }: Suppression,
): Promise<void> {
  if (hashes.length === 0) return;
  await connection
    .insertInto("suppression")
    .values(hashes.map((hash) => ({ owner_id: owner, address_hash: hash, reason, source, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeSuppressions(
  connection: Connection,
  owner: OwnerId,
  hashes: readonly Buffer[],
): Promise<void> {
  if (hashes.length === 0) return;
  await connection
    .deleteFrom("suppression")
    .where("owner_id", "=", owner)
    .where("address_hash", "in", [...hashes])
    .execute();
}

/** Every suppressed mailbox, as hexadecimal text. */
export async function suppressedMailboxes(connection: Connection, owner: OwnerId): Promise<Set<string>> {
  const rows = await connection
    .selectFrom("suppression")
    .select("address_hash")
    .where("owner_id", "=", owner)
    .execute();
  return new Set(rows.map(({ address_hash }) => address_hash.toString("hex")));
}
