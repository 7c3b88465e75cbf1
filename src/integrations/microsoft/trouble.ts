/** Graph's errors in our words: https://learn.microsoft.com/graph/errors */

import { z } from "zod";
import { jsonIn } from "../../domain/json-in.ts";
import type { Refusal } from "../http.ts";
import type { ProviderTrouble } from "../trouble.ts";

const errorBody = z.object({ error: z.object({ code: z.string() }) });

/** An answer between 400 and 499. Only the code of the error is looked at: its words may hold what the owner wrote. */
export function troubleOf({ status, body, cost: { what }, againAt }: Refusal): ProviderTrouble {
  const code = codeIn(body);
  if (status === 429 || throttled.has(code)) return { kind: "slow_down", until: againAt };
  if (status === 410 || spent.test(code)) return { kind: "cursor_spent" };
  if (status === 401) return { kind: "sign_in_again", because: "Microsoft does not take the permission any more" };
  const known = told.get(code);
  if (known !== undefined) return { kind: "refused", because: known };
  if (status === 404) return { kind: "gone", what };
  if (status === 409 || status === 412 || code === "ErrorDuplicateTransactionId") return { kind: "conflict", what };
  if (status === 403) return { kind: "refused", because: `Microsoft does not allow us to ${what}` };
  return { kind: "refused", because: `Microsoft did not take it when we wanted to ${what}${spoken(code)}` };
}

/** Where there is none, the status decides. */
const codeIn = (body: string): string => errorBody.safeParse(jsonIn(body)).data?.error.code ?? "";

const spoken = (code: string): string => (/^[A-Za-z]{1,60}$/.test(code) ? ` (${code})` : "");

/** Some services throttle under other statuses than 429. */
const throttled = new Set([
  "TooManyRequests",
  "ApplicationThrottled",
  "ErrorServerBusy",
  "ErrorTooManyObjectsOpened",
  "ErrorExceededConnectionCount",
  "activityLimitReached",
]);

const spent =
  /^(?:syncState(?:NotFound|Invalid)|SyncStateNotFound|SyncStateInvalid|ErrorInvalidSyncStateData|resync(?:Required|ChangesApplyDifferences|ChangesUploadDifferences))$/i;

const told = new Map([
  ["MailboxNotEnabledForRESTAPI", "this mailbox is not kept at Microsoft, or may not be reached from outside"],
  ["MailboxNotSupportedForRESTAPI", "this mailbox is not kept at Microsoft, or may not be reached from outside"],
  ["ErrorMailboxNotFound", "there is no mailbox of this account"],
  ["ErrorSendAsDenied", "Microsoft does not let this account send from that address"],
  ["ErrorQuotaExceeded", "the mailbox is full"],
  ["ErrorMessageSubmissionBlocked", "Microsoft has stopped this account from sending"],
  ["ErrorExceededMessageLimit", "this account has sent as much as Microsoft allows for today"],
  ["ErrorAccessDenied", "the permission for this was not given"],
  ["Authorization_RequestDenied", "the permission for this was not given"],
]);
