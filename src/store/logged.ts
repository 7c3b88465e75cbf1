/** What the owner logged by hand about people. Their own word: never derived, never removed by a new reading. */

import type { Logged, LoggedOutcome } from "../domain/day/logged.ts";
import type { ContactId, LoggedId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** Everything logged, by person, oldest first; of everybody, or of those asked for. */
export async function loadLogged(
  connection: Connection,
  owner: OwnerId,
  only?: readonly ContactId[],
): Promise<Map<ContactId, Logged[]>> {
  if (only?.length === 0) return new Map();
  const rows = await logged(connection, owner)
    .$if(only !== undefined, (query) => query.where("contact_id", "in", only!))
    .execute();
  return Map.groupBy(rows.map(readRow), ({ contactId }) => contactId);
}

/** What was logged from one instant on, before another: the calls of a morning, the acts of a week. Oldest first. */
export async function loggedBetween(
  connection: Connection,
  owner: OwnerId,
  { from, until }: { from: Instant; until: Instant },
): Promise<Logged[]> {
  const rows = await logged(connection, owner).where("at", ">=", from).where("at", "<", until).execute();
  return rows.map(readRow);
}

export async function saveLogged(connection: Connection, owner: OwnerId, one: Logged): Promise<void> {
  await connection
    .insertInto("logged")
    .values({
      owner_id: owner,
      logged_id: one.loggedId,
      contact_id: one.contactId,
      mode: one.mode,
      direction: one.direction,
      outcome: one.outcome,
      at: one.at,
      note: one.note ?? null,
      draft_id: one.draftId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A slip of the finger taken back; false when there is no such entry. */
export async function removeLogged(connection: Connection, owner: OwnerId, id: LoggedId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("logged")
    .where("owner_id", "=", owner)
    .where("logged_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

const logged = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("logged").selectAll().where("owner_id", "=", owner).orderBy("at").orderBy("logged_id");

type LoggedRow = Awaited<ReturnType<ReturnType<typeof logged>["execute"]>>[number];

const readRow = (row: LoggedRow): Logged => ({
  loggedId: row.logged_id,
  contactId: row.contact_id,
  mode: row.mode,
  direction: row.direction,
  outcome: row.outcome as LoggedOutcome,
  at: row.at,
  ...(row.note !== null && { note: row.note }),
  ...(row.draft_id !== null && { draftId: row.draft_id }),
});
