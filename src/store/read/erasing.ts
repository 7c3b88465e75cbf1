/** How far the erasure of everything is, in rows; 0 where none is under way. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";

export async function readRowsErased(connection: Connection, owner: OwnerId): Promise<number> {
  const row = await connection
    .selectFrom("erasure")
    .select("rows_gone")
    .where("owner_id", "=", owner)
    .executeTakeFirst();
  return row?.rows_gone ?? 0;
}
