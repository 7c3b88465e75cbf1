/** Whether anything in a database changed: each table with its rows counted and digested, in one statement of 10 ms. */
import { sql } from "kysely";
import type { Database } from "../../src/store/database.ts";

/** A line a table; equal when no row of any owner is another one. */
export async function watchRows(db: Database): Promise<() => Promise<string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
  `.execute(db);
  const digests = tables.map(({ name }) => {
    const rows = sql`md5(coalesce(string_agg(t::text, '|' order by t::text), ''))`;
    return sql<{
      line: string;
    }>`select ${sql.lit(name)} || ' ' || count(*) || ' ' || ${rows} as line from ${sql.table(name)} t`;
  });
  const all = sql<{ line: string }>`${sql.join(digests, sql` union all `)}`;
  return async () => (await all.execute(db)).rows.map(({ line }) => line);
}
