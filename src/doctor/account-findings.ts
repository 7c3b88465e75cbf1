/** What the doctor makes of registrations and connected accounts. Pure. */
import { hoursBetween, type Instant, type PlainDate } from "../domain/time.ts";
import { type Finding, fail, ok, warn } from "./findings.ts";

type Provider = "google" | "microsoft";

/** As it stands in the environment, or was entered on a page. */
export type Registration =
  | { from: "environment"; hasId: boolean; hasSecret: boolean }
  | { from: "page"; isTesting: boolean; wrongSetting: string | undefined; because: string | undefined }
  | undefined;

const guides: Readonly<Record<Provider, string>> = {
  google: "docs/connect-google.md",
  microsoft: "docs/connect-outlook.md",
};

export function judgeRegistration(provider: Provider, registration: Registration): Finding {
  if (registration === undefined)
    return ok(provider, `no registration; the page Connect leads through one (${guides[provider]})`);
  if (registration.from === "environment") {
    const { hasId, hasSecret } = registration;
    if (hasId && hasSecret) return ok(provider, "registered by the environment");
    const missing = `${provider.toUpperCase()}_CLIENT_${hasId ? "SECRET" : "ID"}`;
    return fail(provider, `${missing} is missing.`, `Set both, or neither: see ${guides[provider]}.`);
  }
  const { wrongSetting, because, isTesting } = registration;
  if (wrongSetting !== undefined) {
    const why = because === undefined ? "" : `: ${because}`;
    const page = `/connect/${provider}/register`;
    return warn(
      provider,
      `The last sign-in failed by the ${wrongSetting.replaceAll("_", " ")}${why}`,
      `Correct it on ${page}.`,
    );
  }
  return isTesting
    ? warn(
        provider,
        "Its consent screen is in Testing: Google takes access back seven days after each sign-in.",
        "Publish the consent screen, then say so on /connect/google/register and connect again.",
      )
    : ok(provider, "registered on the page Connect");
}

export type AccountStanding = {
  address: string;
  state: "open" | "reconnect" | "waiting_admin" | "closing" | "closed";
  because: string | undefined;
  /** The oldest last success of what is read; undefined while something was never read to its end. */
  currentAsOf: Instant | undefined;
  connectedAt: Instant;
  deadLetters: number;
  accessEndsOn: PlainDate | undefined;
};

/** Four polls missed (S3: at most 15 minutes apart). */
const staleHours = 1;

export function judgeAccount(account: AccountStanding, now: Instant): Finding {
  const { address, state, because, currentAsOf, connectedAt, deadLetters, accessEndsOn } = account;
  const name = `account ${address}`;
  const why = because === undefined ? "" : ` (${because})`;
  const again = "Open the page Accounts and press Connect again; it goes on where it stood.";
  if (state === "reconnect") return fail(name, `Access was lost${why}: nothing is read.`, again);
  if (state === "waiting_admin")
    return warn(
      name,
      `It waits for an administrator${why}.`,
      "Send them the link that its page shows, then connect again.",
    );
  if (state === "closing" || state === "closed") return ok(name, "is being taken off");
  if (accessEndsOn !== undefined && hoursBetween(now, `${accessEndsOn}T00:00:00.000Z` as Instant) <= 24)
    return warn(name, `Access ends on ${accessEndsOn}, as the registration is in Testing.`, again);
  if (hoursBetween(currentAsOf ?? connectedAt, now) > staleHours)
    return warn(
      name,
      currentAsOf === undefined ? "It was never read to its end." : `Nothing was read since ${currentAsOf}.`,
      "See whether a worker runs, and what the account's page says.",
    );
  if (deadLetters > 0)
    return warn(
      name,
      `${deadLetters} messages could not be read.`,
      "Its page lists them, and tries them again on a click.",
    );
  return ok(name, currentAsOf === undefined ? "is being read for the first time" : `up to date as of ${currentAsOf}`);
}
