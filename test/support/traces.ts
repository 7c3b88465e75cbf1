/** Where a text stands in a database: every column of every table that holds text, also inside of JSON and lists. */
import { sql } from "kysely";
import type { Database } from "../../src/store/database.ts";

/** "table.column: value" for each row that holds any of the texts, whatever the case. */
export async function tracesOf(db: Database, texts: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and udt_name not in ('bytea', 'bool', 'int4', 'int8', 'float4', 'float8')
    order by table_name, ordinal_position
  `.execute(db);
  const patterns = texts.map((text) => `%${text}%`);
  const found = columns.map(
    ({
      table,
      column,
    }) => sql`select ${sql.lit(`${table}.${column}: `)} || ${sql.ref(column)}::text as trace from ${sql.table(table)}
      where ${sql.ref(column)}::text ilike any(${patterns}::text[])`,
  );
  const { rows } = await sql<{ trace: string }>`${sql.join(found, sql` union all `)}`.execute(db);
  return rows.map(({ trace }) => trace);
}
