/** Companies that the owner wants to get into (R6): who is known there, when they last talked, and who is missing. */
import { type Because, because } from "../because.ts";
import type { CompanyId } from "../ids.ts";
import { localDays } from "../local-days.ts";
import type { Address } from "../mail/message.ts";
import { daysBetween, type Instant, type PlainDate, type Zone } from "../time.ts";
import { domainOf, isFreeMail, sameOrganisation } from "./address.ts";
import { holdsRole } from "./wanted.ts";

export type TargetCompany = {
  companyId: CompanyId;
  name: string;
  /** Lower-cased; free mail never stands here. */
  domains: readonly string[];
  /** Whom the owner still needs to know there: "Head of Data". */
  missingRole?: string;
  notedOn: PlainDate;
};

/** The company that one of the addresses belongs to; an address at a free mail service belongs to none. */
export const companyOf = (
  addresses: readonly Address[],
  companies: readonly TargetCompany[],
): TargetCompany | undefined =>
  companies.find(({ domains }) =>
    addresses.some((address) =>
      domains.some((domain) => !isFreeMail(domain) && sameOrganisation(domainOf(address), domain)),
    ),
  );

/**
 * "acme.example, www.acme.co.uk, priya@acme.example" as typed: the domains, or which of them cannot be a company's
 * because anybody can have an address there.
 */
export function readDomains(text: string): { domains: string[]; free: string[]; unreadable: string[] } {
  const read = { domains: [] as string[], free: [] as string[], unreadable: [] as string[] };
  for (const word of text.split(/[\s,;]+/).filter((one) => one !== "")) {
    const domain = domainOf(
      word
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/^www\./, "")
        .replace(/[/?#].*$/, ""),
    );
    if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}]{2,}$/u.test(domain)) read.unreadable.push(word);
    else if (isFreeMail(domain)) read.free.push(domain);
    else if (!read.domains.includes(domain)) read.domains.push(domain);
  }
  return read;
}

/** A person known there, as the list shows them. */
export type Insider = { contactId: string; name: string; title?: string; lastConversationAt?: Instant };

export type CompanyStanding = {
  /** nobody: no way in yet. never_talked: known by name only. quiet: talked, long ago. */
  state: "nobody" | "never_talked" | "quiet" | "in_touch";
  lastConversationAt?: Instant;
  /** Still to be found: somebody in this role. */
  missingRole?: string;
  because: Because;
};

/** Days without a conversation after which a company is going quiet. */
const quietAfterDays = 120;

export function companyStanding(
  company: Pick<TargetCompany, "name" | "missingRole">,
  insiders: readonly Insider[],
  { zone, now }: { zone: Zone; now: Instant },
): CompanyStanding {
  const { name, missingRole } = company;
  const isMissing =
    missingRole !== undefined && !insiders.some(({ title }) => title !== undefined && holdsRole(title, missingRole));
  const missing = isMissing ? { missingRole } : {};
  if (insiders.length === 0)
    return { state: "nobody", ...missing, because: because("R6.nobody", `You know nobody at ${name} yet.`) };
  const talks = insiders.flatMap(({ lastConversationAt }) => lastConversationAt ?? []).filter((at) => at <= now);
  const last = talks.toSorted().at(-1);
  if (last === undefined)
    return {
      state: "never_talked",
      ...missing,
      because: because("R6.never_talked", `You never talked with anybody at ${name}.`),
    };
  const { dayOf } = localDays(zone);
  const days = daysBetween(dayOf(last), dayOf(now));
  const ago = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  const isQuiet = days >= quietAfterDays;
  const text = `You last talked with somebody at ${name} ${ago}${isQuiet ? ": it is going quiet" : ""}.`;
  return {
    state: isQuiet ? "quiet" : "in_touch",
    ...missing,
    lastConversationAt: last,
    because: because(isQuiet ? "R6.going_quiet" : "R6.in_touch", text, { days }),
  };
}

export type ReadCompany =
  | { kind: "company"; name: string; domains: string[]; missingRole?: string }
  | { kind: "refused"; issues: { field: string; says: string }[] };

const nameMax = 100;

/** A company as typed in a form; a name that is a domain names its own. */
export function companyFields(typed: { name: string; domains: string; missingRole: string }): ReadCompany {
  const [name, missingRole] = [typed.name.trim(), typed.missingRole.trim()];
  const read = readDomains(typed.domains.trim() === "" && name.includes(".") ? name : typed.domains);
  const wrong = (field: string, says: string): ReadCompany => ({ kind: "refused", issues: [{ field, says }] });
  if (name === "" || name.length > nameMax) return wrong("name", `a name of at most ${nameMax} characters`);
  if (missingRole.length > nameMax) return wrong("missingRole", `at most ${nameMax} characters`);
  if (read.free.length > 0) return wrong("domains", `${read.free[0]} gives mail to anybody and is no company's`);
  if (read.unreadable.length > 0) return wrong("domains", `"${read.unreadable[0]}" is no domain such as acme.example`);
  if (read.domains.length === 0)
    return wrong("domains", "what stands after the @ in their addresses, such as acme.example");
  return { kind: "company", name, domains: read.domains, ...(missingRole !== "" && { missingRole }) };
}
