/** The schema of a database as text that can be read and compared: tables, columns, keys, indexes, checks, triggers. */
import type { Pool } from "pg";

export async function schemaText(pool: Pool): Promise<string> {
  const { rows: columns } = await pool.query<{ table: string; line: string }>(`
    select c.relname as table, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attname`);
  const { rows: rules } = await pool.query<{ table: string; line: string }>(`
    select c.relname as table, '  ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and k.contype <> 'n'
    union all
    select tablename, '  ' || replace(indexdef, 'public.', '') from pg_indexes where schemaname = 'public'
    union all
    select c.relname, '  ' || replace(pg_get_triggerdef(t.oid), 'public.', '') from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal
    order by 1, 2`);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const linesOf = (rows: readonly { table: string; line: string }[], table: string) =>
    rows.filter((row) => row.table === table).map(({ line }) => line);
  return tables.map((table) => [table, ...linesOf(columns, table), ...linesOf(rules, table), ""].join("\n")).join("\n");
}
