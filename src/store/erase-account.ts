/** What came from one account alone goes with it. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

const messagesAtOnce = 2_000;

/**
 * Takes the places of the next messages away, and the messages that nothing else stands for. Says how many places went: none
 * are left when it says 0, and then its events and cards are gone too.
 */
export async function eraseScanned(connection: Connection, owner: OwnerId, account: AccountId): Promise<number> {
  const { rows } = await sql<{ message_id: string }>`
    delete from message_place where owner_id = ${owner} and account_id = ${account}
      and ref in (select ref from message_place where owner_id = ${owner} and account_id = ${account} order by ref limit ${messagesAtOnce})
    returning message_id
  `.execute(connection);
  if (rows.length > 0) {
    await sql`
      delete from message where owner_id = ${owner} and message_id = any(${rows.map(({ message_id }) => message_id)}::uuid[])
        and not exists (select from message_place place where place.owner_id = ${owner} and place.message_id = message.message_id)
        and not exists (select from message_source source where source.owner_id = ${owner} and source.message_id = message.message_id)
    `.execute(connection);
    return rows.length;
  }
  for (const table of ["event", "card", "calendar"] as const)
    await sql`delete from ${sql.table(table)} where owner_id = ${owner} and account_id = ${account}`.execute(
      connection,
    );
  return 0;
}

/** How far it was read, what waited, what was written, and its notifications. */
export async function eraseStreams(connection: Connection, owner: OwnerId, account: AccountId): Promise<void> {
  for (const table of ["scan_item", "stream", "push_channel", "written"] as const)
    await sql`delete from ${sql.table(table)} where owner_id = ${owner} and account_id = ${account}`.execute(
      connection,
    );
}
