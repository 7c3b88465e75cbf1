/** What the doctor makes of the public address. Pure. */
import type { Instant } from "../domain/time.ts";
import { type Finding, fail, ok, warn } from "./findings.ts";

export type PublicStanding =
  | { kind: "none" }
  | { kind: "not_asked"; url: string }
  | { kind: "proven"; url: string; at: Instant }
  | { kind: "failed"; url: string; because: string };

const name = "public address";

/** `hasListener`: PUBLIC_PORT is set. `isAnswering`: our own pages answer on it at this moment. */
export function judgePublicAddress(
  standing: PublicStanding,
  { hasListener, isAnswering }: { hasListener: boolean; isAnswering: boolean },
): Finding {
  if (standing.kind === "none") return ok(name, "none is set: letters carry no link, and plain replies do it all");
  const { url } = standing;
  if (!hasListener)
    return fail(
      name,
      `${url} is set, and no public pages are served.`,
      "Set PUBLIC_PORT, and lead the address to that port.",
    );
  if (standing.kind === "proven") return ok(name, `${url} was reached from outside; letters may carry a link`);
  const because = standing.kind === "failed" ? standing.because : "It was not asked yet.";
  return isAnswering
    ? fail(
        name,
        `${url} does not lead here, so letters carry no link: ${because}`,
        "Lead it by https to PUBLIC_PORT of this computer, without a redirect (docs/deploy.md).",
      )
    : warn(name, `${url} cannot be tried while the pages are not served.`, "Start Rapport, then ask the doctor again.");
}
