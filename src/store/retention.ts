/** When what is kept for a while is to go, moved by days: the owner keeps it shorter, or as long as before again. */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { RetentionFigure } from "../domain/retention.ts";
import type { Connection } from "./database.ts";

const columnsOf: Readonly<Record<RetentionFigure, readonly (readonly [table: string, column: string])[]>> = {
  textDays: [
    ["message", "text_kept_until"],
    ["answer", "text_kept_until"],
    ["fact", "text_kept_until"],
  ],
  letterDays: [["draft", "text_kept_until"]],
  digestDays: [["digest", "text_kept_until"]],
  exportDays: [["data_export", "kept_until"]],
};

export async function shiftKept(
  connection: Connection,
  owner: OwnerId,
  figure: RetentionFigure,
  days: number,
): Promise<void> {
  if (days === 0) return;
  for (const [table, column] of columnsOf[figure])
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} + make_interval(days => ${days})
      where owner_id = ${owner} and ${sql.ref(column)} is not null
    `.execute(connection);
}
