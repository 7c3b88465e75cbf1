/** Google's errors in our words: one table for all of its APIs. */

import { z } from "zod";
import { jsonIn } from "../../domain/json-in.ts";
import { addDays, after, dayIn, type Instant, startOfDay, type Zone } from "../../domain/time.ts";
import type { Refusal } from "../http.ts";
import type { ProviderTrouble } from "../trouble.ts";

/** The old form has `errors[].reason`, the newer one `status` and `details[].reason`. */
const ErrorBody = z.object({
  error: z.object({
    status: z.string().optional().catch(undefined),
    errors: z
      .array(z.object({ reason: z.string().optional() }))
      .catch([])
      .default([]),
    details: z
      .array(z.object({ reason: z.string().optional() }))
      .catch([])
      .default([]),
  }),
});

const paceReasons = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
  "RESOURCE_EXHAUSTED",
]);
const dayReasons = new Set(["dailyLimitExceeded", "dailyLimitExceededUnreg"]);
/** A calendar that sent too many invitations, an account that reached a limit of its own. */
const useReasons = new Set(["quotaExceeded", "calendarUsageLimitsExceeded", "calendarLimitsExceeded"]);
const scopeReasons = new Set(["insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"]);
const switchedOffReasons = new Set(["accessNotConfigured", "SERVICE_DISABLED"]);
const preconditionReasons = new Set(["failedPrecondition", "FAILED_PRECONDITION", "conditionNotMet"]);
const useParkHours = 6;

/** Whose midnight ends a day's quota. */
const pacific = "America/Los_Angeles" as Zone;

export function googleTrouble(refusal: Refusal): ProviderTrouble {
  const { status, now, againAt, cost } = refusal;
  const reasons = reasonsIn(refusal.body);
  const says = (known: ReadonlySet<string>) => reasons.some((reason) => known.has(reason));
  if (says(dayReasons)) return { kind: "slow_down", until: later(againAt, nextDay(now)) };
  if (status === 429 || (status === 403 && says(paceReasons))) return { kind: "slow_down", until: againAt };
  if (status === 403 && says(useReasons))
    return { kind: "slow_down", until: later(againAt, after(now, { hours: useParkHours })) };
  if (isSpent(refusal, reasons)) return { kind: "cursor_spent" };
  switch (status) {
    case 401:
      return { kind: "sign_in_again", because: "Google does not accept the sign-in any more" };
    case 403:
      if (says(scopeReasons))
        return { kind: "sign_in_again", because: `Google says that it was not allowed to ${cost.what}` };
      if (says(switchedOffReasons))
        return { kind: "refused", because: `to ${cost.what}, its API must be switched on in the Google Cloud project` };
      break;
    case 404:
    case 410:
      return { kind: "gone", what: cost.what };
    case 409:
    case 412:
      return { kind: "conflict", what: cost.what };
    case 400:
      // An etag that is not the newest any more; of a read it says that the service is switched off.
      if (cost.isEffect && says(preconditionReasons)) return { kind: "conflict", what: cost.what };
  }
  return { kind: "refused", because: `Google refused to ${cost.what} (${[status, ...reasons].join(", ")})` };
}

/** A daily limit is the project's, and the whole project waits; everything else is the account's. */
export const pausedKeys = ({ cost, body }: Refusal): readonly string[] =>
  reasonsIn(body).some((reason) => dayReasons.has(reason))
    ? cost.draws.map(({ key }) => key)
    : cost.draws.slice(0, 1).map(({ key }) => key);

/** Ids of history and sync tokens live for days, page tokens for hours. */
function isSpent({ url, status }: Refusal, reasons: readonly string[]): boolean {
  const asks = (name: string) => url.searchParams.has(name);
  if (reasons.includes("EXPIRED_SYNC_TOKEN")) return true;
  if (asks("startHistoryId") && status === 404) return true;
  if (asks("syncToken") && status === 410) return true;
  return status === 400 && (asks("pageToken") || asks("syncToken") || asks("startHistoryId"));
}

/** Only what looks like a tag: the rest of an error may quote what was asked. */
function reasonsIn(body: string): readonly string[] {
  const { success, data } = ErrorBody.safeParse(jsonIn(body));
  if (!success) return [];
  const { status, errors, details } = data.error;
  const found = [...errors, ...details].map(({ reason }) => reason).concat(status);
  return [...new Set(found.filter((reason) => reason !== undefined && /^[A-Za-z_]{1,60}$/.test(reason)))] as string[];
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const nextDay = (now: Instant): Instant => startOfDay(pacific, addDays(dayIn(pacific, now), 1));
