/** The verdict on every address that was seen, and the owner's corrections of it. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { AddressEvidence } from "../domain/contact/evidence.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { SenderTable } from "./tables.ts";

export type Correction = NonNullable<AddressEvidence["correction"]>;

export type Sender = {
  address: Address;
  name: string | undefined;
  verdict: SenderTable["verdict"];
  score: number;
  class: SenderTable["class"];
  because: readonly Because[];
  messages: number;
  lastAt: Instant | undefined;
};

/** Replaces all verdicts in one go. Corrections stay, also for addresses that are no longer seen. */
export async function saveSenders(connection: Connection, owner: OwnerId, senders: readonly Sender[]): Promise<void> {
  const addresses = senders.map(({ address }) => address);
  await sql`
    delete from sender where owner_id = ${owner} and correction is null and not address = any(${addresses}::text[])
  `.execute(connection);
  for (let at = 0; at < senders.length; at += rowsPerStatement) {
    const rows = senders
      .slice(at, at + rowsPerStatement)
      .map(({ lastAt, ...rest }) => ({ ...rest, last_at: lastAt ?? null }));
    await sql`
      insert into sender (owner_id, address, name, verdict, score, class, because, messages, last_at)
      select ${owner}, address, name, verdict, score, class, because, messages, last_at
      from json_to_recordset(${rowsParameter(rows)}) as row (
        address text, name text, verdict text, score real, class text, because jsonb, messages int, last_at timestamptz)
      on conflict (owner_id, address) do update set name = excluded.name, verdict = excluded.verdict,
        score = excluded.score, class = excluded.class, because = excluded.because, messages = excluded.messages,
        last_at = excluded.last_at
      where (sender.name, sender.verdict, sender.score, sender.class, sender.because, sender.messages, sender.last_at)
        is distinct from (excluded.name, excluded.verdict, excluded.score, excluded.class, excluded.because,
          excluded.messages, excluded.last_at)
    `.execute(connection);
  }
}

const rowsPerStatement = 5_000;

export async function corrections(connection: Connection, owner: OwnerId): Promise<Map<Address, Correction>> {
  const rows = await connection
    .selectFrom("sender")
    .select(["address", "correction"])
    .where("owner_id", "=", owner)
    .where("correction", "is not", null)
    .execute();
  return new Map(rows.map(({ address, correction }) => [address, correction!]));
}

/** The owner's own word about an address; undefined takes it back. */
export async function saveCorrection(
  connection: Connection,
  owner: OwnerId,
  address: Address,
  correction: Correction | undefined,
  at: Instant,
): Promise<void> {
  const said = { correction: correction ?? null, corrected_at: at };
  await connection
    .insertInto("sender")
    .values({
      owner_id: owner,
      address,
      name: null,
      verdict: "unsure",
      score: 0.5,
      class: "not_yet",
      because: "[]",
      messages: 0,
      last_at: null,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "address"]).doUpdateSet(said))
    .execute();
}
