/** Public pages whose button was pressed: each counts once (Q7). */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** False when its button was pressed before. Pages served before `forgetBefore` are no good any more, and forgotten. */
export async function useNonce(
  connection: Connection,
  owner: OwnerId,
  page: { nonceHash: Buffer; subjectId: string; servedAt: Instant; usedAt: Instant; forgetBefore: Instant },
): Promise<boolean> {
  await connection
    .deleteFrom("page_nonce")
    .where("owner_id", "=", owner)
    .where("served_at", "<", page.forgetBefore)
    .execute();
  const { numAffectedRows } = await sql`
    insert into page_nonce (owner_id, nonce_hash, subject_id, served_at, used_at)
    values (${owner}, ${page.nonceHash}, ${page.subjectId}, ${page.servedAt}, ${page.usedAt})
    on conflict do nothing
  `.execute(connection);
  return numAffectedRows === 1n;
}
