/** Every table that holds rows of owners, as the database itself knows them: so that nothing is forgotten when all of an owner's rows are read or erased. */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

export type OwnedTable = {
  name: string;
  /** In their order; without those that the database computes. */
  columns: readonly string[];
  /** Beside the owner, what tells one row from another; empty where an owner has one row. */
  key: readonly { column: string; type: string }[];
};

/** Those that refer to others come before these. */
export async function ownedTables(connection: Connection): Promise<OwnedTable[]> {
  const { rows } = await sql<OwnedTable & { refersTo: string[] }>`
    select relname as name,
      array(select attname::text from pg_attribute
            where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      (select coalesce(json_agg(json_build_object('column', attname, 'type', format_type(atttypid, null)) order by place), '[]')
       from pg_index cross join unnest(indkey::int[]) with ordinality as part (number, place)
         join pg_attribute on attrelid = indrelid and attnum = part.number
       where indrelid = pg_class.oid and indisprimary and attname <> 'owner_id') as key,
      array(select distinct target.relname::text from pg_constraint join pg_class target on target.oid = confrelid
            where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as "refersTo"
    from pg_class
    where relnamespace = to_regnamespace('public') and relkind = 'r'
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'owner_id' and not attisdropped)
    order by relname
  `.execute(connection);
  const ordered: OwnedTable[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.findIndex(
      ({ name }) => !waiting.some(({ refersTo, name: other }) => other !== name && refersTo.includes(name)),
    );
    const [next] = waiting.splice(at, 1);
    if (at < 0 || next === undefined) throw new Error(`tables refer to each other in a circle: ${waiting[0]?.name}`);
    ordered.push({ name: next.name, columns: next.columns, key: next.key });
  }
  return ordered;
}

export type Row = Readonly<Record<string, unknown>>;

/** The rows of an owner in the order of their keys, the first `max` of them behind a row that was read before. */
export async function readRows(
  connection: Connection,
  owner: OwnerId,
  { name, columns, key }: OwnedTable,
  { behind, max }: { behind: Row | undefined; max: number },
): Promise<Row[]> {
  const keys = sql.join(key.map(({ column }) => sql.ref(column)));
  const from =
    behind === undefined || key.length === 0
      ? sql``
      : sql` and (${keys}) > (${sql.join(key.map(({ column, type }) => sql`${behind[column]}::${sql.raw(type)}`))})`;
  const order = key.length === 0 ? sql`owner_id` : keys;
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}
    where owner_id = ${owner}${from} order by ${order} limit ${max}
  `.execute(connection);
  return rows;
}

export async function countRows(connection: Connection, owner: OwnerId, { name }: OwnedTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(name)} where owner_id = ${owner}`.execute(connection);
  return rows[0]!.count;
}

/** The next `max` rows of an owner, whichever; says how many went. What refers to them has to be gone, or goes with them. */
export async function eraseRows(
  connection: Connection,
  owner: OwnerId,
  { name }: Pick<OwnedTable, "name">,
  max: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(name)} where owner_id = ${owner}
      and ctid = any(array(select ctid from ${sql.table(name)} where owner_id = ${owner} limit ${max}))
  `.execute(connection);
  return Number(numAffectedRows ?? 0n);
}
