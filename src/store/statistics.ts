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

export async function refreshStatistics(connection: Connection, tables: readonly (keyof Tables)[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(connection);
}
