/** Connections that wait for the administrator of an organisation. */
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import type { AdminWaitTable } from "./tables.ts";

export type AdminWait = {
  provider: AdminWaitTable["provider"];
  /** To be connected again; undefined for a first connection. */
  accountId: AccountId | undefined;
  because: string;
  /** For the administrator. */
  link: string | undefined;
  wishes: readonly string[];
  /** Since the first try. */
  since: Instant;
};

/** One that waits already waits since its first try. */
export async function saveAdminWait(connection: Connection, owner: OwnerId, wait: AdminWait): Promise<void> {
  const { provider, accountId, because, link, wishes, since } = wait;
  const told = { because, link: link ?? null, wishes: [...wishes] };
  await connection
    .insertInto("admin_wait")
    .values({ owner_id: owner, provider, subject_id: accountId ?? owner, ...told, since })
    .onConflict((conflict) => conflict.columns(["owner_id", "provider", "subject_id"]).doUpdateSet(told))
    .execute();
}

/** Waited for no more: of an account, or of the first connection where none is named. False when nothing waited. */
export async function endAdminWait(
  connection: Connection,
  owner: OwnerId,
  { provider, accountId }: Pick<AdminWait, "provider" | "accountId">,
): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("admin_wait")
    .where("owner_id", "=", owner)
    .where("provider", "=", provider)
    .where("subject_id", "=", accountId ?? owner)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
