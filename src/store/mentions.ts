/**
 * Every text and every stored value of an owner in which somebody is mentioned, whatever the table: new tables are looked
 * through without being named here.
 */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";
import { containing } from "./read/page.ts";

/**
 * Takes the mentions out. `spellings` are lower-cased and tell which rows to look at; `cleared` gives the value without
 * the mention. Says in how many rows something changed.
 */
export async function forgetMentions(
  connection: Connection,
  owner: OwnerId,
  { spellings, cleared }: { spellings: readonly string[]; cleared(value: unknown): unknown },
): Promise<number> {
  if (spellings.length === 0) return 0;
  let changed = 0;
  for (const { table, columns } of await textColumns(connection)) {
    const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`));
    const mentions = sql`owner_id = ${owner} and lower(concat_ws(' ', ${texts})) like any(${patternsOf(spellings)}::text[])`;
    // What happened with others is only ever added to, and taken away.
    if (table === "contact_record") {
      await sql`delete from contact_record where ${mentions}`.execute(connection);
      continue;
    }
    const { rows } = await sql<{ ctid: string } & Record<string, unknown>>`
      select ctid::text as ctid, ${sql.join(columns.map(({ name }) => sql.ref(name)))} from ${sql.table(table)} contained
      where ${mentions} order by contained.ctid for update
    `.execute(connection);
    for (const { ctid, ...row } of rows) {
      changed += 1;
      // A row about an address of theirs is theirs.
      if (typeof row.address === "string" && cleared(row.address) === undefined) {
        await sql`delete from ${sql.table(table)} where ctid = ${ctid}::tid`.execute(connection);
        continue;
      }
      const without = columns
        .filter(({ name }) => row[name] !== null)
        .map(({ name, type }) => sql`${sql.ref(name)} = ${asStored(type, cleared(row[name]))}`);
      await sql`update ${sql.table(table)} set ${sql.join(without)} where ctid = ${ctid}::tid`.execute(connection);
    }
  }
  return changed;
}

/** As they stand in a text, and as JSON writes them. */
const patternsOf = (spellings: readonly string[]): string[] => [
  ...new Set(spellings.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]).map(containing)),
];

type TextColumn = { name: string; type: "text" | "_text" | "jsonb" };

/** A text or a value that was nothing but them leaves an empty one. */
function asStored(type: TextColumn["type"], value: unknown): unknown {
  if (type === "jsonb") return JSON.stringify(value ?? null);
  return value ?? "";
}

/** The audit holds ids and hashes alone; files of exports are named as the owner named them. */
const leftAlone = ["audit", "import", "import_file", "message_source"];

async function textColumns(connection: Connection): Promise<{ table: string; columns: TextColumn[] }[]> {
  const { rows } = await sql<{ table: string; columns: TextColumn[] }>`
    select table_name as table, json_agg(json_build_object('name', column_name, 'type', udt_name) order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = current_schema() and udt_name in ('text', '_text', 'jsonb') and not table_name = any(${leftAlone}::text[])
      and table_name in (select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'owner_id')
    group by table_name order by table_name
  `.execute(connection);
  return rows;
}
