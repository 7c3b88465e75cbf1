/** What an owner set for themselves, by name; parsed by whoever knows the name's shape. */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type SettingName =
  | "policy"
  | "availability"
  | "busy"
  | "ways"
  | "attendance"
  | "target_market"
  | "former_employers"
  | "plan"
  | "unasked"
  | "public_address"
  /** That the page of first questions was answered or passed over. */
  | "start"
  /** Which connected accounts open the pages: `{ accounts }`, by their ids. */
  | "entry";

export async function readSetting(connection: Connection, owner: OwnerId, name: SettingName): Promise<unknown> {
  const row = await connection
    .selectFrom("setting")
    .select("value")
    .where("owner_id", "=", owner)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

/** What the owner sets by a form and may take back; a month's plan and the proof of the public address go their own ways. */
export const undoableSettings = [
  "policy",
  "availability",
  "busy",
  "ways",
  "attendance",
  "target_market",
  "former_employers",
  "unasked",
] as const satisfies SettingName[];
export type UndoableSetting = (typeof undoableSettings)[number];
export const isUndoable = (name: string): name is UndoableSetting => undoableSettings.some((one) => one === name);

export async function saveSetting(
  connection: Connection,
  owner: OwnerId,
  name: SettingName,
  value: unknown,
  at: Instant,
): Promise<void> {
  if (isUndoable(name)) await noteChange(connection, owner, { name, value, at });
  await putSetting(connection, owner, name, value, at);
}

async function putSetting(
  connection: Connection,
  owner: OwnerId,
  name: SettingName,
  value: unknown,
  at: Instant,
): Promise<void> {
  const set = { value: json(value), set_at: at };
  await connection
    .insertInto("setting")
    .values({ owner_id: owner, name, ...set })
    .onConflict((conflict) => conflict.columns(["owner_id", "name"]).doUpdateSet(set))
    .execute();
}

/** So many changes of a setting can be taken back. */
const changesKeptMax = 20;

/** What it was, unless it stays as it is. */
async function noteChange(
  connection: Connection,
  owner: OwnerId,
  { name, value, at }: { name: UndoableSetting; value: unknown; at: Instant },
): Promise<void> {
  await sql`
    with last as (select coalesce(max(number), 0) as number from setting_change where owner_id = ${owner} and name = ${name}),
    old as (delete from setting_change using last
      where owner_id = ${owner} and name = ${name} and setting_change.number <= last.number + 1 - ${changesKeptMax})
    insert into setting_change (owner_id, name, number, value_before, at)
    select ${owner}, ${name}, last.number + 1, (select value from setting where owner_id = ${owner} and name = ${name}), ${at}
    from last where not exists (
      select from setting where owner_id = ${owner} and name = ${name} and value = ${json(value)}::jsonb)
    on conflict do nothing
  `.execute(connection);
}

export type SettingChanged = { names: readonly UndoableSetting[]; at: Instant };

/** The newest change; what was saved in the same moment is one with it. Undefined when there is none to take back. */
export async function lastSettingChange(connection: Connection, owner: OwnerId): Promise<SettingChanged | undefined> {
  const { rows } = await sql<{ name: UndoableSetting; at: Instant }>`
    select distinct name, at from setting_change
    where owner_id = ${owner} and at = (select max(at) from setting_change where owner_id = ${owner}) order by name
  `.execute(connection);
  return rows[0] && { names: rows.map(({ name }) => name), at: rows[0].at };
}

/** Everything as it was before the newest change. False when there was none. */
export async function undoSettingChange(connection: Connection, owner: OwnerId, at: Instant): Promise<boolean> {
  const last = await lastSettingChange(connection, owner);
  if (last === undefined) return false;
  const { rows } = await sql<{ name: UndoableSetting; before: unknown }>`
    select distinct on (name) name, value_before as before from setting_change
    where owner_id = ${owner} and at = ${last.at} order by name, number
  `.execute(connection);
  for (const { name, before } of rows)
    await (before === null
      ? connection.deleteFrom("setting").where("owner_id", "=", owner).where("name", "=", name).execute()
      : putSetting(connection, owner, name, before, at));
  await connection.deleteFrom("setting_change").where("owner_id", "=", owner).where("at", "=", last.at).execute();
  return true;
}
