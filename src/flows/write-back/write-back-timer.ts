/** When what an owner wished is written into their accounts: whenever drafts, follow-ups or people may have changed. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { listConnected } from "../../store/accounts.ts";
import type { Connection } from "../../store/database.ts";
import { setTimerBy } from "../../store/timers.ts";

export const writeBackTimer = (accountId: AccountId) => ({ kind: "write_back", subjectId: accountId });

/** For every open account into which something is to be written. */
export async function wakeWriteBacks(connection: Connection, owner: OwnerId, now: Instant): Promise<void> {
  const accounts = await listConnected(connection, owner);
  for (const { accountId, state, wishes } of accounts)
    if (state === "open" && wishes.length > 0) await setTimerBy(connection, owner, writeBackTimer(accountId), now);
}
