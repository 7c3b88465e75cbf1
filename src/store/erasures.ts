/** An owner's wish that everything of them goes, and what still stands of them at the very end. */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection, InTransaction } from "./database.ts";
import { ownedTables } from "./owned-tables.ts";
import { startKeyName } from "./sessions.ts";

export type Erasure = {
  askedAt: Instant;
  /** Coming meetings are called off first, and what was written into the accounts is taken away. */
  clearsAccounts: boolean;
  /** The hashes of who is not to be contacted outlive it. */
  keepsStops: boolean;
  rowsGone: number;
};

/** The first wish stands. */
export async function addErasure(
  connection: Connection,
  owner: OwnerId,
  { askedAt, clearsAccounts, keepsStops }: Omit<Erasure, "rowsGone">,
): Promise<void> {
  await connection
    .insertInto("erasure")
    .values({ owner_id: owner, asked_at: askedAt, clears_accounts: clearsAccounts, keeps_stops: keepsStops })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findErasure(connection: Connection, owner: OwnerId): Promise<Erasure | undefined> {
  const row = await connection.selectFrom("erasure").selectAll().where("owner_id", "=", owner).executeTakeFirst();
  return (
    row && {
      askedAt: row.asked_at,
      clearsAccounts: row.clears_accounts,
      keepsStops: row.keeps_stops,
      rowsGone: row.rows_gone,
    }
  );
}

export async function countGone(connection: Connection, owner: OwnerId, rows: number): Promise<void> {
  await sql`update erasure set rows_gone = rows_gone + ${rows} where owner_id = ${owner}`.execute(connection);
}

export async function isOnlyOwner(connection: Connection, owner: OwnerId): Promise<boolean> {
  const row = await connection.selectFrom("owner").select("owner_id").where("owner_id", "<>", owner).executeTakeFirst();
  return row === undefined;
}

/** Browsers that are signed in, the key of the printed address and, where wished, the hashes of stops are another owner's from now on. */
export async function handOver(
  transaction: InTransaction,
  { from, to, withStops }: { from: OwnerId; to: OwnerId; withStops: boolean },
): Promise<void> {
  await transaction.updateTable("session").set({ owner_id: to }).where("owner_id", "=", from).execute();
  await transaction
    .updateTable("setting")
    .set({ owner_id: to })
    .where("owner_id", "=", from)
    .where("name", "=", startKeyName)
    .execute();
  if (withStops)
    await transaction.updateTable("suppression").set({ owner_id: to }).where("owner_id", "=", from).execute();
}

/** Every row that is left of an owner, and the owner. */
export async function eraseOwner(transaction: InTransaction, owner: OwnerId): Promise<void> {
  const tables = (await ownedTables(transaction)).map(({ name }) => name);
  // The audit lets its lines go only while the wish stands.
  const last = ["erasure", "owner"];
  for (const table of [...tables.filter((name) => !last.includes(name)), ...last])
    await sql`delete from ${sql.table(table)} where owner_id = ${owner}`.execute(transaction);
}
