/** When an account's notifications are looked at: renewed, or opened for what is read since. */
import type { AccountId } from "../../domain/ids.ts";

export const pushTimer = (accountId: AccountId) => ({ kind: "keep_push", subjectId: accountId });
