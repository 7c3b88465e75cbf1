/** What waits for an administrator, as pages show it. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { AdminWait } from "../admin-waits.ts";
import type { Connection } from "../database.ts";

export type AdminWaitSeen = AdminWait;

export async function readAdminWaits(connection: Connection, owner: OwnerId): Promise<AdminWaitSeen[]> {
  const rows = await connection
    .selectFrom("admin_wait")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("since")
    .orderBy("provider")
    .orderBy("subject_id")
    .execute();
  return rows.map(({ provider, subject_id, because, link, wishes, since }) => ({
    provider,
    accountId: subject_id === owner ? undefined : (subject_id as AccountId),
    because,
    link: link ?? undefined,
    wishes,
    since,
  }));
}
