/**
 * What an owner has in the database, in a form in which two databases, or two owners, can be compared: ids stand for what
 * they name, since the same thing gets another id in each.
 */
import type { Pool } from "pg";
import type { OwnerId } from "../../src/domain/ids.ts";

const addressesOf =
  "(select string_agg(i.kind || ':' || i.value, ' ' order by i.kind, i.value) from identity i where i.owner_id = t.owner_id and i.contact_id = t.contact_id)";

/** Which columns name a row to people, by the table that its id belongs to. */
const names = {
  message: "natural_key",
  event: "calendar || ' ' || uid || ' ' || occurrence",
  card: "origin || ' ' || key",
  import: "fingerprint || ' ' || state",
  account: "provider",
  contact: addressesOf,
  follow_up: `kind || ' ' || ${addressesOf}`,
  fact: "kind || ' ' || text",
  draft: "version || ' ' || kind || ' ' || to_address",
  plan_item: "month || ' ' || meeting || ' ' || number",
  enrolment: `started_at || ' ' || ${addressesOf}`,
  logged: `at || ' ' || mode || ' ' || ${addressesOf}`,
  wanted: "body::text",
  contact_group: "name",
  target_company: "name",
  debrief: "title || ' ' || ended_at",
  feed: "url",
  ledger_entry: `kind || ' ' || at || ' ' || ${addressesOf}`,
  audit: "what || ' ' || at",
} as const;

/** The column of the id where it is not called after the table. */
const idColumns: Readonly<Record<string, string>> = {
  ledger_entry: "entry_id",
  target_company: "company_id",
  contact_group: "group_id",
};

/** Table → its rows as sorted lines of JSON, each id replaced by the name of what it belongs to. */
export async function rowsOf(pool: Pool, owner: OwnerId): Promise<Map<string, string[]>> {
  const nameOf = new Map<string, string>([[owner, "the owner"]]);
  for (const [table, name] of Object.entries(names)) {
    const { rows } = await pool.query<{ id: string; name: string }>(
      `select ${idColumns[table] ?? `${table}_id`} as id, ${name} as name from ${table} t where owner_id = $1`,
      [owner],
    );
    for (const row of rows) nameOf.set(row.id, `${table} ${row.name}`);
  }
  const found = new Map<string, string[]>();
  for (const table of await ownedTables(pool)) {
    const { rows } = await pool.query<{ line: string }>(
      `select (to_jsonb(t)${withoutDigest(table)})::text as line from ${table} t where owner_id = $1`,
      [owner],
    );
    found.set(table, rows.map(({ line }) => line.replace(anyId, (id) => nameOf.get(id) ?? id)).sort());
  }
  return found;
}

/** That of a decision is made of ids too, which are others in each; what it is made of is compared itself. */
const withoutDigest = (table: string): string => (table === "decision" ? " - 'fingerprint'" : "");

export type Rows = ReadonlyMap<string, readonly string[]>;

const shownMax = 6;
const shownCharactersMax = 400;

/** What stands in one and not in the other, by table; empty when they are equal. A few lines, so that a failure can be read. */
export function differences(wanted: Rows, found: Rows, without: readonly string[] = []): string[] {
  const lines: string[] = [];
  for (const table of new Set([...wanted.keys(), ...found.keys()])) {
    if (without.includes(table)) continue;
    const [one, other] = [wanted.get(table) ?? [], found.get(table) ?? []];
    const [missing, extra] = [lacking(one, other), lacking(other, one)];
    for (let n = 0; n < Math.max(missing.length, extra.length); n += 1)
      lines.push(`${table}: ${missing.length} missing, ${extra.length} extra: ${compared(missing[n], extra[n])}`);
  }
  return lines.slice(0, shownMax).map((line) => line.slice(0, shownCharactersMax));
}

/** Of two rows only the columns in which they differ. */
function compared(missing: string | undefined, extra: string | undefined): string {
  if (missing === undefined || extra === undefined) return missing === undefined ? `has ${extra}` : `lacks ${missing}`;
  const [one, other] = [JSON.parse(missing), JSON.parse(extra)] as Record<string, unknown>[];
  const columns = Object.keys(one!).filter((key) => JSON.stringify(one![key]) !== JSON.stringify(other![key]));
  return columns.map((key) => `${key} ${JSON.stringify(one![key])} ≠ ${JSON.stringify(other![key])}`).join(", ");
}

/** Lines of the first that the second has not, or not as often. */
function lacking(lines: readonly string[], from: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of from) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Table → how many rows it has, of all owners. */
export async function rowCounts(pool: Pool): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await ownedTables(pool)) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0]!.count;
  }
  return counts;
}

/** An id of each kind that an owner has. */
export async function idsByKind(pool: Pool, owner: OwnerId): Promise<string[]> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = 'uuid' and column_name <> 'owner_id' and table_name = any ($1)
     order by column_name, table_name`,
    [await ownedTables(pool)],
  );
  const found = new Map<string, string>();
  for (const { table, column } of columns) {
    if (found.has(column)) continue;
    const { rows } = await pool.query<{ id: string }>(
      `select ${column} as id from ${table} where owner_id = $1 and ${column} is not null order by 1 limit 1`,
      [owner],
    );
    if (rows[0] !== undefined) found.set(column, rows[0].id);
  }
  return [...new Set(found.values())];
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export async function ownedTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'owner_id' order by 1`,
  );
  return rows.map(({ name }) => name);
}
