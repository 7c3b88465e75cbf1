/**
 * Tells the planner what was just loaded. Autovacuum comes only after a minute, and until then a bulk of new rows is
 * taken for a handful: joins over it were measured 50 times slower (docs/decisions/0009).
 */
import { sql } from "kysely";
import type { Connection } from "./database.ts";
import type { Tables } from "./tables.ts";

export const imported = [
  "message",
  "message_recipient",
  "message_source",
  "event",
  "event_attendee",
  "card",
  "card_address",
] as const;
export const derived = ["sender", "contact", "identity"] as const;
export const decided = ["follow_up", "decision", "draft"] as const;

/** After this share of growth the planner is told anew. */
const growthMin = 0.2;

/** Those of the tables that have grown since it was told last; counting what has not changed costs more than a small reading. */
export async function refreshStatisticsOfGrown(
  connection: Connection,
  tables: readonly (keyof Tables)[],
): Promise<void> {
  const { rows } = await sql<{ table: keyof Tables }>`
    select relname as table from pg_class
    where oid = any(${[...tables]}::text[]::regclass[]::oid[])
      and (reltuples < 0 or pg_relation_size(oid) > relpages * ${1 + growthMin}::float8 * current_setting('block_size')::int)
    order by relname
  `.execute(connection);
  const grown = rows.map(({ table }) => table);
  if (grown.length > 0) await refreshStatistics(connection, grown);
}

export async function refreshStatistics(connection: Connection, tables: readonly (keyof Tables)[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(connection);
}
