/** The sums of everything imported, for `import --json`. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";
import { becauseOf } from "./stored-json.ts";

export async function sums(
  connection: Connection,
  owner: OwnerId,
): Promise<{ files: number; messages: number; events: number }> {
  const { rows } = await sql<{ files: number; messages: number; events: number }>`
    select (select count(*)::int from import_file f join import i using (owner_id, import_id) where f.owner_id = ${owner} and i.state <> 'undone') as files,
      (select count(*)::int from message where owner_id = ${owner}) as messages,
      (select count(*)::int from event where owner_id = ${owner}) as events
  `.execute(connection);
  return rows[0]!;
}

export async function contactLines(
  connection: Connection,
  owner: OwnerId,
): Promise<{ name: string; addresses: string[]; class: string; because: string[] }[]> {
  const { rows } = await sql<{ name: string; class: string; because: unknown; addresses: string[] }>`
    select name, class, because,
      array(select value from identity where identity.owner_id = contact.owner_id and identity.contact_id = contact.contact_id and kind = 'address' order by value) as addresses
    from contact where owner_id = ${owner} order by closeness desc, lower(name), contact_id
  `.execute(connection);
  return rows.map((row) => ({
    name: row.name,
    addresses: row.addresses,
    class: row.class,
    because: becauseOf(row.because).map(({ text }) => text),
  }));
}

export async function machineAddresses(connection: Connection, owner: OwnerId): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from sender where owner_id = ${owner} and class = 'machine' order by address
  `.execute(connection);
  return rows.map(({ address }) => address);
}

export async function skippedSums(
  connection: Connection,
  owner: OwnerId,
): Promise<{ because: string; count: number }[]> {
  const { rows } = await sql<{ because: string; count: number }>`
    select s.because, sum(s.count)::int as count from import_skipped s join import i using (owner_id, import_id)
    where s.owner_id = ${owner} and i.state <> 'undone' group by s.because order by count desc, s.because
  `.execute(connection);
  return rows;
}
