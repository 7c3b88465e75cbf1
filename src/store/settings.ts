/** What an owner set for themselves, by name; parsed by whoever knows the name's shape. */
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
  | "public_address";

export async function readSetting(connection: Connection, owner: OwnerId, name: SettingName): Promise<unknown> {
  const row = await connection
    .selectFrom("setting")
    .select("value")
    .where("owner_id", "=", owner)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

export async function saveSetting(
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
